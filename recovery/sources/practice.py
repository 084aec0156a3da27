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

SOURCES = (
    GOYAL_2014,
    RUSCH_2019,
    PASCOE_2017,
    BALBAN_2023,
    FINCHAM_2023,
    LABORDE_2022,
    MONCRIEFF_2022,
    JAUHAR_2023,
)
