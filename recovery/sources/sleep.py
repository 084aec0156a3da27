"""What is cited about sleep, and about what happens in a sleeping brain."""

from recovery.evidence import Source

WATSON_2015 = Source(
    "watson-2015",
    "Watson NF, Badr MS, Belenky G, et al.",
    2015,
    "Recommended amount of sleep for a healthy adult: a joint consensus statement of the American "
    "Academy of Sleep Medicine and Sleep Research Society",
    "Journal of Clinical Sleep Medicine",
    "10.5664/jcsm.4758",
)
WATSON_METHODOLOGY_2015 = Source(
    "watson-methodology-2015",
    "Watson NF, Badr MS, Belenky G, et al.",
    2015,
    "Joint consensus statement of the American Academy of Sleep Medicine and Sleep Research Society on "
    "the recommended amount of sleep for a healthy adult: methodology and discussion",
    "Journal of Clinical Sleep Medicine",
    "10.5664/jcsm.4950",
)
HIRSHKOWITZ_2015 = Source(
    "hirshkowitz-2015",
    "Hirshkowitz M, Whiton K, Albert SM, et al.",
    2015,
    "National Sleep Foundation’s sleep time duration recommendations: methodology and results summary",
    "Sleep Health",
    "10.1016/j.sleh.2014.12.010",
)
OHAYON_2017 = Source(
    "ohayon-2017",
    "Ohayon M, Wickwire EM, Hirshkowitz M, et al.",
    2017,
    "National Sleep Foundation’s sleep quality recommendations: first report",
    "Sleep Health",
    "10.1016/j.sleh.2016.11.006",
)
CARNEY_2012 = Source(
    "carney-2012",
    "Carney CE, Buysse DJ, Ancoli-Israel S, et al.",
    2012,
    "The consensus sleep diary: standardizing prospective sleep self-monitoring",
    "Sleep",
    "10.5665/sleep.1642",
)
WINDRED_2024 = Source(
    "windred-2024",
    "Windred DP, Burns AC, Lane JM, et al.",
    2024,
    "Sleep regularity is a stronger predictor of mortality risk than sleep duration: a prospective "
    "cohort study",
    "Sleep",
    "10.1093/sleep/zsad253",
)
CRIBB_2023 = Source(
    "cribb-2023",
    "Cribb L, Sha R, Yiallourou S, et al.",
    2023,
    "Sleep regularity and mortality: a prospective analysis in the UK Biobank",
    "eLife",
    "10.7554/eLife.88359",
)
SLETTEN_2023 = Source(
    "sletten-2023",
    "Sletten TL, Weaver MD, Foster RG, et al.",
    2023,
    "The importance of sleep regularity: a consensus statement of the National Sleep Foundation sleep "
    "timing and variability panel",
    "Sleep Health",
    "10.1016/j.sleh.2023.07.016",
)
EDINGER_2021 = Source(
    "edinger-2021",
    "Edinger JD, Arnedt JT, Bertisch SM, et al.",
    2021,
    "Behavioral and psychological treatments for chronic insomnia disorder in adults: an American "
    "Academy of Sleep Medicine clinical practice guideline",
    "Journal of Clinical Sleep Medicine",
    "10.5664/jcsm.8986",
)
BROWN_2022 = Source(
    "brown-2022",
    "Brown TM, Brainard GC, Cajochen C, et al.",
    2022,
    "Recommendations for daytime, evening, and nighttime indoor light exposure to best support "
    "physiology, sleep, and wakefulness in healthy adults",
    "PLOS Biology",
    "10.1371/journal.pbio.3001571",
)
GARDINER_2023 = Source(
    "gardiner-2023",
    "Gardiner C, Weakley J, Burke LM, et al.",
    2023,
    "The effect of caffeine on subsequent sleep: a systematic review and meta-analysis",
    "Sleep Medicine Reviews",
    "10.1016/j.smrv.2023.101764",
)
DRAKE_2013 = Source(
    "drake-2013",
    "Drake C, Roehrs T, Shambroom J, Roth T",
    2013,
    "Caffeine effects on sleep taken 0, 3, or 6 hours before going to bed",
    "Journal of Clinical Sleep Medicine",
    "10.5664/jcsm.3170",
)
GARDINER_2025 = Source(
    "gardiner-2025",
    "Gardiner C, Weakley J, Burke LM, et al.",
    2025,
    "The effect of alcohol on subsequent sleep in healthy adults: a systematic review and meta-analysis",
    "Sleep Medicine Reviews",
    "10.1016/j.smrv.2024.102030",
)
XIE_2013 = Source(
    "xie-2013",
    "Xie L, Kang H, Xu Q, et al.",
    2013,
    "Sleep drives metabolite clearance from the adult brain",
    "Science",
    "10.1126/science.1241224",
)
MIAO_2024 = Source(
    "miao-2024",
    "Miao A, Luo T, Hsieh B, et al.",
    2024,
    "Brain clearance is reduced during sleep and anesthesia",
    "Nature Neuroscience",
    "10.1038/s41593-024-01638-y",
)
PLA_2025 = Source(
    "pla-2025",
    "Plá V, et al.",
    2025,
    "A curious concept of CNS clearance",
    "Nature Neuroscience",
    "10.1038/s41593-025-01897-3",
)
TONONI_2014 = Source(
    "tononi-2014",
    "Tononi G, Cirelli C",
    2014,
    "Sleep and the price of plasticity: from synaptic and cellular homeostasis to memory "
    "consolidation and integration",
    "Neuron",
    "10.1016/j.neuron.2013.12.025",
)
DE_VIVO_2017 = Source(
    "de-vivo-2017",
    "de Vivo L, Bellesi M, Marshall W, et al.",
    2017,
    "Ultrastructural evidence for synaptic scaling across the wake/sleep cycle",
    "Science",
    "10.1126/science.aah5982",
)
FRANK_2012 = Source(
    "frank-2012",
    "Frank MG",
    2012,
    "Erasing synapses in sleep: is it time to be SHY?",
    "Neural Plasticity",
    "10.1155/2012/264378",
)
RASCH_2013 = Source(
    "rasch-2013",
    "Rasch B, Born J",
    2013,
    "About sleep’s role in memory",
    "Physiological Reviews",
    "10.1152/physrev.00032.2012",
)
CORDI_2021 = Source(
    "cordi-2021",
    "Cordi MJ, Rasch B",
    2021,
    "How robust are sleep-mediated memory benefits?",
    "Current Opinion in Neurobiology",
    "10.1016/j.conb.2020.06.002",
)
PORKKA_HEISKANEN_1997 = Source(
    "porkka-heiskanen-1997",
    "Porkka-Heiskanen T, Strecker RE, Thakkar M, et al.",
    1997,
    "Adenosine: a mediator of the sleep-inducing effects of prolonged wakefulness",
    "Science",
    "10.1126/science.276.5316.1265",
)
VAN_CAUTER_1996 = Source(
    "van-cauter-1996",
    "Van Cauter E, Plat L",
    1996,
    "Physiology of growth hormone secretion during sleep",
    "Journal of Pediatrics",
    "10.1016/S0022-3476(96)70008-2",
)
VAN_CAUTER_2000 = Source(
    "van-cauter-2000",
    "Van Cauter E, Leproult R, Plat L",
    2000,
    "Age-related changes in slow wave sleep and REM sleep and relationship with growth hormone and "
    "cortisol levels in healthy men",
    "JAMA",
    "10.1001/jama.284.7.861",
)
VAN_CAUTER_COPINSCHI_2000 = Source(
    "van-cauter-copinschi-2000",
    "Van Cauter E, Copinschi G",
    2000,
    "Interrelationships between growth hormone and sleep",
    "Growth Hormone & IGF Research, Supplement B:S57–S62",
)
SIEGEL_1988 = Source(
    "siegel-1988",
    "Siegel JM, Rogawski MA",
    1988,
    "A function for REM sleep: regulation of noradrenergic receptor sensitivity",
    "Brain Research Reviews",
    "10.1016/0165-0173(88)90007-0",
)
SIEGEL_2011 = Source(
    "siegel-2011",
    "Siegel JM",
    2011,
    "REM sleep: a biological and psychological paradox",
    "Sleep Medicine Reviews 15:139–142",
)
IRWIN_2016 = Source(
    "irwin-2016",
    "Irwin MR, Olmstead R, Carroll JE",
    2016,
    "Sleep disturbance, sleep duration, and inflammation: a systematic review and meta-analysis of "
    "cohort studies and experimental sleep deprivation",
    "Biological Psychiatry",
    "10.1016/j.biopsych.2015.05.014",
)
BELLESI_2017 = Source(
    "bellesi-2017",
    "Bellesi M, de Vivo L, Chini M, et al.",
    2017,
    "Sleep loss promotes astrocytic phagocytosis and microglial activation in mouse cerebral cortex",
    "Journal of Neuroscience",
    "10.1523/JNEUROSCI.3981-16.2017",
)
VILLAFUERTE_2015 = Source(
    "villafuerte-2015",
    "Villafuerte G, Miguel-Puga A, Murillo Rodríguez E, et al.",
    2015,
    "Sleep deprivation and oxidative stress in animal models: a systematic review",
    "Oxidative Medicine and Cellular Longevity",
    "10.1155/2015/234952",
)
IRISH_2015 = Source(
    "irish-2015",
    "Irish LA, Kline CE, Gunn HE, et al.",
    2015,
    "The role of sleep hygiene in promoting public health: a review of empirical evidence",
    "Sleep Medicine Reviews",
    "10.1016/j.smrv.2014.10.001",
)
GOOLEY_2011 = Source(
    "gooley-2011",
    "Gooley JJ, Chamberlain K, Smith KA, et al.",
    2011,
    "Exposure to room light before bedtime suppresses melatonin onset and shortens melatonin "
    "duration in humans",
    "Journal of Clinical Endocrinology & Metabolism",
    "10.1210/jc.2010-2098",
)
HAGHAYEGH_2019 = Source(
    "haghayegh-2019",
    "Haghayegh S, Khoshnevis S, Smolensky MH, et al.",
    2019,
    "Before-bedtime passive body heating by warm shower or bath to improve sleep: a systematic "
    "review and meta-analysis",
    "Sleep Medicine Reviews",
    "10.1016/j.smrv.2019.04.008",
)
LANDOLT_1996 = Source(
    "landolt-1996",
    "Landolt HP, Roth C, Dijk DJ, Borbély AA",
    1996,
    "Late-afternoon ethanol intake affects nocturnal sleep and the sleep EEG in middle-aged men",
    "Journal of Clinical Psychopharmacology",
    "10.1097/00004714-199612000-00004",
)
STALDER_2016 = Source(
    "stalder-2016",
    "Stalder T, Kirschbaum C, Kudielka BM, et al.",
    2016,
    "Assessment of the cortisol awakening response: expert consensus guidelines",
    "Psychoneuroendocrinology",
    "10.1016/j.psyneuen.2015.10.010",
)
KLAAS_2025 = Source(
    "klaas-2025",
    "Klaas S, Upton TJ, Zavala E, et al.",
    2025,
    "Awakening not associated with an increased rate of cortisol secretion",
    "Proceedings of the Royal Society B",
    "10.1098/rspb.2024.1844",
)
SPIGA_2014 = Source(
    "spiga-2014",
    "Spiga F, Walker JJ, Terry JR, Lightman SL",
    2014,
    "HPA axis-rhythms",
    "Comprehensive Physiology 4:1273–1298",
)
VOLKOW_2012 = Source(
    "volkow-2012",
    "Volkow ND, Tomasi D, Wang GJ, et al.",
    2012,
    "Evidence that sleep deprivation downregulates dopamine D2R in ventral striatum in the human brain",
    "Journal of Neuroscience",
    "10.1523/JNEUROSCI.0045-12.2012",
)
ELMENHORST_2012 = Source(
    "elmenhorst-2012",
    "Elmenhorst D, Kroll T, Matusch A, Bauer A",
    2012,
    "Sleep deprivation increases cerebral serotonin 2A receptor binding in humans",
    "Sleep",
    "10.5665/sleep.2230",
)

SOURCES = (
    WATSON_2015,
    WATSON_METHODOLOGY_2015,
    HIRSHKOWITZ_2015,
    OHAYON_2017,
    CARNEY_2012,
    WINDRED_2024,
    CRIBB_2023,
    SLETTEN_2023,
    EDINGER_2021,
    BROWN_2022,
    GARDINER_2023,
    DRAKE_2013,
    GARDINER_2025,
    XIE_2013,
    MIAO_2024,
    PLA_2025,
    TONONI_2014,
    DE_VIVO_2017,
    FRANK_2012,
    RASCH_2013,
    CORDI_2021,
    PORKKA_HEISKANEN_1997,
    VAN_CAUTER_1996,
    VAN_CAUTER_2000,
    VAN_CAUTER_COPINSCHI_2000,
    SIEGEL_1988,
    SIEGEL_2011,
    IRWIN_2016,
    BELLESI_2017,
    VILLAFUERTE_2015,
    IRISH_2015,
    GOOLEY_2011,
    HAGHAYEGH_2019,
    LANDOLT_1996,
    STALDER_2016,
    KLAAS_2025,
    SPIGA_2014,
    VOLKOW_2012,
    ELMENHORST_2012,
)
