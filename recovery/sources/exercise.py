"""What is cited about exercise, and about how a brain changes."""

from recovery.evidence import Source

BULL_2020 = Source(
    "bull-2020",
    "Bull FC, Al-Ansari SS, Biddle S, et al.",
    2020,
    "World Health Organization 2020 guidelines on physical activity and sedentary behaviour",
    "British Journal of Sports Medicine",
    "10.1136/bjsports-2020-102955",
)
MOMMA_2022 = Source(
    "momma-2022",
    "Momma H, Kawakami R, Honda T, Sawada SS",
    2022,
    "Muscle-strengthening activities are associated with lower risk and mortality in major non-"
    "communicable diseases: a systematic review and meta-analysis of cohort studies",
    "British Journal of Sports Medicine",
    "10.1136/bjsports-2021-105061",
)
GORDON_2018 = Source(
    "gordon-2018",
    "Gordon BR, McDowell CP, Hallgren M, et al.",
    2018,
    "Association of efficacy of resistance exercise training with depressive symptoms: meta-analysis "
    "and meta-regression analysis of randomized clinical trials",
    "JAMA Psychiatry",
    "10.1001/jamapsychiatry.2018.0572",
)
NORTHEY_2018 = Source(
    "northey-2018",
    "Northey JM, Cherbuin N, Pumpa KL, et al.",
    2018,
    "Exercise interventions for cognitive function in adults older than 50: a systematic review with "
    "meta-analysis",
    "British Journal of Sports Medicine",
    "10.1136/bjsports-2016-096587",
)
CIRIA_2023 = Source(
    "ciria-2023",
    "Ciria LF, Román-Caballero R, Vadillo MA, et al.",
    2023,
    "An umbrella review of randomized control trials on the effects of physical exercise on cognition",
    "Nature Human Behaviour",
    "10.1038/s41562-023-01554-4",
)
ERICKSON_2011 = Source(
    "erickson-2011",
    "Erickson KI, Voss MW, Prakash RS, et al.",
    2011,
    "Exercise training increases size of hippocampus and improves memory",
    "Proceedings of the National Academy of Sciences",
    "10.1073/pnas.1015950108",
)
FIRTH_2018 = Source(
    "firth-2018",
    "Firth J, Stubbs B, Vancampfort D, et al.",
    2018,
    "Effect of aerobic exercise on hippocampal volume in humans: a systematic review and meta-analysis",
    "NeuroImage",
    "10.1016/j.neuroimage.2017.11.007",
)
WILCKENS_2021 = Source(
    "wilckens-2021",
    "Wilckens KA, Stillman CM, Waiwood AM, et al.",
    2021,
    "Exercise interventions preserve hippocampal volume: a meta-analysis",
    "Hippocampus",
    "10.1002/hipo.23292",
)
BALBIM_2024 = Source(
    "balbim-2024",
    "Balbim GM, Boa Sorte Silva NC, ten Brinke L, et al.",
    2024,
    "Aerobic exercise training effects on hippocampal volume in healthy older individuals: a "
    "meta-analysis of randomized controlled trials",
    "GeroScience",
    "10.1007/s11357-023-00971-7",
)
SZUHANY_2015 = Source(
    "szuhany-2015",
    "Szuhany KL, Bugatti M, Otto MW",
    2015,
    "A meta-analytic review of the effects of exercise on brain-derived neurotrophic factor",
    "Journal of Psychiatric Research",
    "10.1016/j.jpsychires.2014.10.003",
)
DINOFF_2016 = Source(
    "dinoff-2016",
    "Dinoff A, Herrmann N, Swardfager W, et al.",
    2016,
    "The effect of exercise training on resting concentrations of peripheral brain-derived "
    "neurotrophic factor (BDNF): a meta-analysis",
    "PLOS ONE",
    "10.1371/journal.pone.0163037",
)
ZHOU_2022 = Source(
    "zhou-2022",
    "Zhou B, Wang Z, Zhu L, et al.",
    2022,
    "Effects of different physical activities on brain-derived neurotrophic factor: a systematic "
    "review and Bayesian network meta-analysis",
    "Frontiers in Aging Neuroscience",
    "10.3389/fnagi.2022.981002",
)
RAICHLE_2002 = Source(
    "raichle-2002",
    "Raichle ME, Gusnard DA",
    2002,
    "Appraising the brain’s energy budget",
    "Proceedings of the National Academy of Sciences",
    "10.1073/pnas.172399499",
)
AINSLIE_2008 = Source(
    "ainslie-2008",
    "Ainslie PN, Cotter JD, George KP, et al.",
    2008,
    "Elevation in cerebral blood flow velocity with aerobic fitness throughout healthy human ageing",
    "Journal of Physiology",
    "10.1113/jphysiol.2008.158279",
)
SORRELLS_2018 = Source(
    "sorrells-2018",
    "Sorrells SF, Paredes MF, Cebrian-Silla A, et al.",
    2018,
    "Human hippocampal neurogenesis drops sharply in children to undetectable levels in adults",
    "Nature",
    "10.1038/nature25975",
)
BOLDRINI_2018 = Source(
    "boldrini-2018",
    "Boldrini M, Fulmore CA, Tartt AN, et al.",
    2018,
    "Human hippocampal neurogenesis persists throughout aging",
    "Cell Stem Cell",
    "10.1016/j.stem.2018.03.015",
)
LANGHORNE_2011 = Source(
    "langhorne-2011",
    "Langhorne P, Bernhardt J, Kwakkel G",
    2011,
    "Stroke rehabilitation",
    "The Lancet",
    "10.1016/S0140-6736(11)60325-5",
)
FRENCH_2016 = Source(
    "french-2016",
    "French B, Thomas LH, Coupe J, et al.",
    2016,
    "Repetitive task training for improving functional ability after stroke",
    "Cochrane Database of Systematic Reviews",
    "10.1002/14651858.CD006073.pub3",
)
JEFFERIS_2018 = Source(
    "jefferis-2018",
    "Jefferis BJ, Parsons TJ, Sartini C, et al.",
    2018,
    "Objectively measured physical activity, sedentary behaviour and all-cause mortality in older "
    "men: does volume of activity matter more than pattern of accumulation?",
    "British Journal of Sports Medicine",
    "10.1136/bjsports-2017-098733",
)
EKELUND_2020 = Source(
    "ekelund-2020",
    "Ekelund U, Tarp J, Fagerland MW, et al.",
    2020,
    "Joint associations of accelerometer-measured physical activity and sedentary time with "
    "all-cause mortality: a harmonised meta-analysis in more than 44 000 middle-aged and older "
    "individuals",
    "British Journal of Sports Medicine",
    "10.1136/bjsports-2020-103270",
)
CHASTIN_2021 = Source(
    "chastin-2021",
    "Chastin S, McGregor D, Palarea-Albaladejo J, et al.",
    2021,
    "Joint association between accelerometry-measured daily combination of time spent in physical "
    "activity, sedentary behaviour and sleep and all-cause mortality: a pooled analysis of six "
    "prospective cohorts using compositional analysis",
    "British Journal of Sports Medicine",
    "10.1136/bjsports-2020-102345",
)
VAN_PRAAG_1999 = Source(
    "van-praag-1999",
    "van Praag H, Kempermann G, Gage FH",
    1999,
    "Running increases cell proliferation and neurogenesis in the adult mouse dentate gyrus",
    "Nature Neuroscience",
    "10.1038/6368",
)
MORENO_JIMENEZ_2021 = Source(
    "moreno-jimenez-2021",
    "Moreno-Jiménez EP, Terreros-Roncal J, Flor-García M, et al.",
    2021,
    "Evidences for adult hippocampal neurogenesis in humans",
    "Journal of Neuroscience",
    "10.1523/JNEUROSCI.0675-20.2020",
)
DUMITRU_2025 = Source(
    "dumitru-2025",
    "Dumitru I, Paterlini M, Zamboni M, et al.",
    2025,
    "Identification of proliferating neural progenitors in the adult human hippocampus",
    "Science",
    "10.1126/science.adu9575",
)
BLISS_1973 = Source(
    "bliss-1973",
    "Bliss TVP, Lømo T",
    1973,
    "Long-lasting potentiation of synaptic transmission in the dentate area of the anaesthetized "
    "rabbit following stimulation of the perforant path",
    "Journal of Physiology",
    "10.1113/jphysiol.1973.sp010273",
)
DRAGANSKI_2004 = Source(
    "draganski-2004",
    "Draganski B, Gaser C, Busch V, et al.",
    2004,
    "Changes in grey matter induced by training",
    "Nature",
    "10.1038/427311a",
)

SOURCES = (
    BULL_2020,
    MOMMA_2022,
    GORDON_2018,
    NORTHEY_2018,
    CIRIA_2023,
    ERICKSON_2011,
    FIRTH_2018,
    WILCKENS_2021,
    BALBIM_2024,
    SZUHANY_2015,
    DINOFF_2016,
    ZHOU_2022,
    RAICHLE_2002,
    AINSLIE_2008,
    SORRELLS_2018,
    BOLDRINI_2018,
    LANGHORNE_2011,
    FRENCH_2016,
    JEFFERIS_2018,
    EKELUND_2020,
    CHASTIN_2021,
    VAN_PRAAG_1999,
    MORENO_JIMENEZ_2021,
    DUMITRU_2025,
    BLISS_1973,
    DRAGANSKI_2004,
)
