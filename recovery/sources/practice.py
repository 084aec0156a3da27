"""What is cited about stress practice, mood and messengers of the brain."""

from recovery.evidence import Source

GOYAL_2014 = Source(
    "goyal-2014",
    "Goyal M, Singh S, Sibinga EMS, et al.",
    2014,
    "Meditation programs for psychological stress and well-being: a systematic review and meta-analysis",
    "JAMA Internal Medicine",
    "10.1001/jamainternmed.2013.13018",
)
RUSCH_2019 = Source(
    "rusch-2019",
    "Rusch HL, Rosario M, Levison LM, et al.",
    2019,
    "The effect of mindfulness meditation on sleep quality: a systematic review and meta-analysis of "
    "randomized controlled trials",
    "Annals of the New York Academy of Sciences",
    "10.1111/nyas.13996",
)
PASCOE_2017 = Source(
    "pascoe-2017",
    "Pascoe MC, Thompson DR, Jenkins ZM, Ski CF",
    2017,
    "Mindfulness mediates the physiological markers of stress: systematic review and meta-analysis",
    "Journal of Psychiatric Research",
    "10.1016/j.jpsychires.2017.08.004",
)
BALBAN_2023 = Source(
    "balban-2023",
    "Balban MY, Neri E, Kogon MM, et al.",
    2023,
    "Brief structured respiration practices enhance mood and reduce physiological arousal",
    "Cell Reports Medicine",
    "10.1016/j.xcrm.2022.100895",
)
FINCHAM_2023 = Source(
    "fincham-2023",
    "Fincham GW, Strauss C, Montero-Marin J, Cavanagh K",
    2023,
    "Effect of breathwork on stress and mental health: a meta-analysis of randomised-controlled trials",
    "Scientific Reports",
    "10.1038/s41598-022-27247-y",
)
LABORDE_2022 = Source(
    "laborde-2022",
    "Laborde S, Allen MS, Borges U, et al.",
    2022,
    "Effects of voluntary slow breathing on heart rate and heart rate variability: a systematic "
    "review and a meta-analysis",
    "Neuroscience & Biobehavioral Reviews",
    "10.1016/j.neubiorev.2022.104711",
)
MONCRIEFF_2022 = Source(
    "moncrieff-2022",
    "Moncrieff J, Cooper RE, Stockmann T, et al.",
    2022,
    "The serotonin theory of depression: a systematic umbrella review of the evidence",
    "Molecular Psychiatry",
    "10.1038/s41380-022-01661-0",
)
JAUHAR_2023 = Source(
    "jauhar-2023",
    "Jauhar S, Arnone D, Baldwin DS, et al.",
    2023,
    "A leaky umbrella has little value: evidence clearly indicates the serotonin system is "
    "implicated in depression",
    "Molecular Psychiatry",
    "10.1038/s41380-023-02095-y",
)
ALVAREZ_PEREZ_2022 = Source(
    "alvarez-perez-2022",
    "Álvarez-Pérez Y, Rivero-Santana A, Perestelo-Pérez L, et al.",
    2022,
    "Effectiveness of mantra-based meditation on mental health: a systematic review and meta-analysis",
    "International Journal of Environmental Research and Public Health",
    "10.3390/ijerph19063380",
)
FARIAS_2020 = Source(
    "farias-2020",
    "Farias M, Maraldi E, Wallenkampf KC, Lucchetti G",
    2020,
    "Adverse events in meditation practices and meditation-based therapies: a systematic review",
    "Acta Psychiatrica Scandinavica",
    "10.1111/acps.13225",
)
MANZONI_2008 = Source(
    "manzoni-2008",
    "Manzoni GM, Pagnini F, Castelnuovo G, Molinari E",
    2008,
    "Relaxation training for anxiety: a ten-years systematic review with meta-analysis",
    "BMC Psychiatry",
    "10.1186/1471-244X-8-41",
)
WHITE_2019 = Source(
    "white-2019",
    "White MP, Alcock I, Grellier J, et al.",
    2019,
    "Spending at least 120 minutes a week in nature is associated with good health and wellbeing",
    "Scientific Reports",
    "10.1038/s41598-019-44097-3",
)
NGUYEN_2023 = Source(
    "nguyen-2023",
    "Nguyen PY, Astell-Burt T, Rahimi-Ardabili H, Feng X",
    2023,
    "Effect of nature prescriptions on cardiometabolic and mental health, and physical activity: a "
    "systematic review",
    "The Lancet Planetary Health",
    "10.1016/S2542-5196(23)00025-6",
)
SIMONS_2016 = Source(
    "simons-2016",
    "Simons DJ, Boot WR, Charness N, et al.",
    2016,
    "Do “brain-training” programs work?",
    "Psychological Science in the Public Interest",
    "10.1177/1529100616661983",
)
OWEN_2010 = Source(
    "owen-2010",
    "Owen AM, Hampshire A, Grahn JA, et al.",
    2010,
    "Putting brain training to the test",
    "Nature",
    "10.1038/nature09042",
)
REBOK_2014 = Source(
    "rebok-2014",
    "Rebok GW, Ball K, Guey LT, et al.",
    2014,
    "Ten-year effects of the Advanced Cognitive Training for Independent and Vital Elderly cognitive"
    " training trial on cognition and everyday functioning in older adults",
    "Journal of the American Geriatrics Society",
    "10.1111/jgs.12607",
)
STREETER_2010 = Source(
    "streeter-2010",
    "Streeter CC, Whitfield TH, Owen L, et al.",
    2010,
    "Effects of yoga versus walking on mood, anxiety, and brain GABA levels: a randomized controlled"
    " MRS study",
    "Journal of Alternative and Complementary Medicine",
    "10.1089/acm.2010.0007",
)
RUHE_2007 = Source(
    "ruhe-2007",
    "Ruhé HG, Mason NS, Schene AH",
    2007,
    "Mood is indirectly related to serotonin, norepinephrine and dopamine levels in humans: a "
    "meta-analysis of monoamine depletion studies",
    "Molecular Psychiatry",
    "10.1038/sj.mp.4001949",
)

SOURCES = (
    GOYAL_2014,
    RUSCH_2019,
    PASCOE_2017,
    BALBAN_2023,
    FINCHAM_2023,
    LABORDE_2022,
    MONCRIEFF_2022,
    JAUHAR_2023,
    ALVAREZ_PEREZ_2022,
    FARIAS_2020,
    MANZONI_2008,
    WHITE_2019,
    NGUYEN_2023,
    SIMONS_2016,
    OWEN_2010,
    REBOK_2014,
    STREETER_2010,
    RUHE_2007,
)
