"""What is cited about poisons, medicines and therapies, which belong in the hands of clinicians."""

from recovery.evidence import Source

ROGAN_2001 = Source(
    "rogan-2001",
    "Rogan WJ, Dietrich KN, Ware JH, et al.",
    2001,
    "The effect of chelation therapy with succimer on neuropsychological development in children "
    "exposed to lead",
    "New England Journal of Medicine",
    "10.1056/NEJM200105103441902",
)
WHO_LEAD_2021 = Source(
    "who-lead-2021",
    "World Health Organization",
    2021,
    "WHO guideline for clinical management of exposure to lead",
    "World Health Organization, Geneva",
    page="www.ncbi.nlm.nih.gov/books/NBK575284/",
)
ACMT_2010 = Source(
    "acmt-2010",
    "American College of Medical Toxicology",
    2010,
    "American College of Medical Toxicology position statement on post-chelator challenge urinary metal "
    "testing",
    "Journal of Medical Toxicology",
    "10.1007/s13181-010-0039-0",
)
ZAJAC_2020 = Source(
    "zajac-2020",
    "Zajac L, Johnson SA, Hauptman M",
    2020,
    "Doc, can you test me for “toxic metals”? Challenges of testing for toxicants in patients with "
    "environmental concerns",
    "Current Problems in Pediatric and Adolescent Health Care",
    "10.1016/j.cppeds.2020.100762",
)
JAIN_2023 = Source(
    "jain-2023",
    "Jain MD, Smith M, Shah NN",
    2023,
    "How I treat refractory CRS and ICANS after CAR T-cell therapy",
    "Blood",
    "10.1182/blood.2022017414",
)
LEE_2019 = Source(
    "lee-2019",
    "Lee DW, Santomasso BD, Locke FL, et al.",
    2019,
    "ASTCT consensus grading for cytokine release syndrome and neurologic toxicity associated with immune "
    "effector cells",
    "Biology of Blood and Marrow Transplantation",
    "10.1016/j.bbmt.2018.12.758",
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
    "New England Journal of Medicine",
    "10.1056/NEJMra041867",
)
HEALTHIFY_2026 = Source(
    "healthify-2026",
    "Healthify, New Zealand",
    2026,
    "Serotonin syndrome",
    "Page for patients, read in 2026",
    page="healthify.nz/serotonin-syndrome",
)
SCOTLAND_2024 = Source(
    "scotland-2024",
    "Scottish Government",
    2024,
    "Quality prescribing for antidepressants: guide for improvement 2024 to 2027",
    "Scottish Government, Edinburgh",
    page="www.gov.scot/publications/quality-prescribing-antidepressants-guide-improvement-2024-2027/pages/9",
)
EPA_1998 = Source(
    "epa-1998",
    "United States Environmental Protection Agency",
    1998,
    "Guidelines for neurotoxicity risk assessment",
    "Federal Register 63:26926–26954",
    page="www.govinfo.gov/content/pkg/FR-1998-05-14/html/98-12303.htm",
)
EPA_1997 = Source(
    "epa-1997",
    "United States Environmental Protection Agency",
    1997,
    "Reducing lead hazards when remodeling your home",
    "Office of Pollution Prevention and Toxics, EPA 747-K-97-001",
    page="nepis.epa.gov/Exe/ZyPURL.cgi?Dockey=20001K9L.txt",
)
NINDS_2026 = Source(
    "ninds-2026",
    "National Institute of Neurological Disorders and Stroke, United States",
    2026,
    "Neurotoxicity",
    "Page for patients, read in 2026",
    page="www.ninds.nih.gov/health-information/disorders/neurotoxicity",
)
RIEMANN_2023 = Source(
    "riemann-2023",
    "Riemann D, Espie CA, Altena E, et al.",
    2023,
    "The European Insomnia Guideline: an update on the diagnosis and treatment of insomnia 2023",
    "Journal of Sleep Research",
    "10.1111/jsr.14035",
)
NHS_2022 = Source(
    "nhs-2022",
    "National Health Service, United Kingdom",
    2022,
    "Sleep apnoea",
    "Page for patients, reviewed in 2022",
    page="www.nhs.uk/conditions/sleep-apnoea/",
)
BARON_2017 = Source(
    "baron-2017",
    "Baron KG, Abbott S, Jao N, et al.",
    2017,
    "Orthosomnia: are some patients taking the quantified self too far?",
    "Journal of Clinical Sleep Medicine",
    "10.5664/jcsm.6472",
)
HSE_2026 = Source(
    "hse-2026",
    "Health Service Executive, Ireland",
    2026,
    "Diagnosis of clinical depression",
    "Page for patients, read in 2026",
    page="www2.hse.ie/conditions/mental-health/clinical-depression/clinical-depression-diagnosis.html",
)

SOURCES = (
    ROGAN_2001,
    WHO_LEAD_2021,
    ACMT_2010,
    ZAJAC_2020,
    JAIN_2023,
    LEE_2019,
    CICERONE_2019,
    BOYER_2005,
    HEALTHIFY_2026,
    SCOTLAND_2024,
    EPA_1998,
    EPA_1997,
    NINDS_2026,
    RIEMANN_2023,
    NHS_2022,
    BARON_2017,
    HSE_2026,
)
