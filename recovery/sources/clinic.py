"""What is cited about poisons, medicines and therapies, which belong in the hands of clinicians."""

from recovery.evidence import Source

ROGAN_2001 = Source(
    "rogan-2001",
    "Rogan WJ, Dietrich KN, Ware JH, et al.",
    2001,
    "The effect of chelation therapy with succimer on neuropsychological development in children "
    "exposed to lead",
    "New England Journal of Medicine 344:1421–1426",
)
WHO_LEAD_2021 = Source(
    "who-lead-2021",
    "World Health Organization",
    2021,
    "WHO guideline for clinical management of exposure to lead",
    "World Health Organization, Geneva",
)
JAIN_2023 = Source(
    "jain-2023",
    "Jain MD, Smith M, Shah NN",
    2023,
    "How I treat refractory CRS and ICANS after CAR T-cell therapy",
    "Blood 141:2430–2442",
)
CICERONE_2019 = Source(
    "cicerone-2019",
    "Cicerone KD, Goldin Y, Ganci K, et al.",
    2019,
    "Evidence-based cognitive rehabilitation: systematic review of the literature from 2009 through 2014",
    "Archives of Physical Medicine and Rehabilitation",
    "10.1016/j.apmr.2019.02.011",
)
BOYER_2005 = Source(
    "boyer-2005",
    "Boyer EW, Shannon M",
    2005,
    "The serotonin syndrome",
    "New England Journal of Medicine 352:1112–1120",
)

EPA_1998 = Source(
    "epa-1998",
    "United States Environmental Protection Agency",
    1998,
    "Guidelines for neurotoxicity risk assessment",
    "Federal Register 63:26926–26954",
)
RIEMANN_2023 = Source(
    "riemann-2023",
    "Riemann D, Espie CA, Altena E, et al.",
    2023,
    "The European Insomnia Guideline: an update on the diagnosis and treatment of insomnia 2023",
    "Journal of Sleep Research",
)

SOURCES = (ROGAN_2001, WHO_LEAD_2021, JAIN_2023, CICERONE_2019, BOYER_2005, EPA_1998, RIEMANN_2023)
