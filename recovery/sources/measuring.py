"""What is cited about how a number is made: regularity, clock times, shares, energy."""

from recovery.evidence import Source

PHILLIPS_2017 = Source(
    "phillips-2017",
    "Phillips AJK, Clerx WM, O’Brien CS, et al.",
    2017,
    "Irregular sleep/wake patterns are associated with poorer academic performance and delayed circadian "
    "and sleep/wake timing",
    "Scientific Reports",
    "10.1038/s41598-017-03171-4",
)
FISCHER_2021 = Source(
    "fischer-2021",
    "Fischer D, Klerman EB, Phillips AJK",
    2021,
    "Measuring sleep regularity: theoretical properties and practical usage of existing metrics",
    "Sleep",
    "10.1093/sleep/zsab103",
)
ROENNEBERG_2003 = Source(
    "roenneberg-2003",
    "Roenneberg T, Wirz-Justice A, Merrow M",
    2003,
    "Life between clocks: daily temporal patterns of human chronotypes",
    "Journal of Biological Rhythms",
    "10.1177/0748730402239679",
)
WITTMANN_2006 = Source(
    "wittmann-2006",
    "Wittmann M, Dinich J, Merrow M, Roenneberg T",
    2006,
    "Social jetlag: misalignment of biological and social time",
    "Chronobiology International",
    "10.1080/07420520500545979",
)
ROENNEBERG_2019 = Source(
    "roenneberg-2019",
    "Roenneberg T, Pilz LK, Zerbini G, Winnebeck EC",
    2019,
    "Chronotype and social jetlag: a (self-)critical review",
    "Biology",
    "10.3390/biology8030054",
)
REED_2016 = Source(
    "reed-2016",
    "Reed DL, Sacco WP",
    2016,
    "Measuring sleep efficiency: what should the denominator be?",
    "Journal of Clinical Sleep Medicine",
    "10.5664/jcsm.5498",
)
BERENS_2009 = Source(
    "berens-2009",
    "Berens P",
    2009,
    "CircStat: a MATLAB toolbox for circular statistics",
    "Journal of Statistical Software",
    "10.18637/jss.v031.i10",
)
WILSON_1927 = Source(
    "wilson-1927",
    "Wilson EB",
    1927,
    "Probable inference, the law of succession, and statistical inference",
    "Journal of the American Statistical Association",
    "10.1080/01621459.1927.10502953",
)
STUDENT_1908 = Source(
    "student-1908",
    "Student",
    1908,
    "The probable error of a mean",
    "Biometrika",
    "10.1093/biomet/6.1.1",
)
WELCH_1947 = Source(
    "welch-1947",
    "Welch BL",
    1947,
    "The generalization of ‘Student’s’ problem when several different population variances are involved",
    "Biometrika",
    "10.1093/biomet/34.1-2.28",
)
HERRMANN_2024 = Source(
    "herrmann-2024",
    "Herrmann SD, Willis EA, Ainsworth BE, et al.",
    2024,
    "2024 adult compendium of physical activities: a third update of the energy costs of human activities",
    "Journal of Sport and Health Science",
    "10.1016/j.jshs.2023.10.010",
)

SOURCES = (
    PHILLIPS_2017,
    FISCHER_2021,
    ROENNEBERG_2003,
    WITTMANN_2006,
    ROENNEBERG_2019,
    REED_2016,
    BERENS_2009,
    WILSON_1927,
    STUDENT_1908,
    WELCH_1947,
    HERRMANN_2024,
)
