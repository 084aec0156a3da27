"""What is cited about eating and drinking."""

from recovery.evidence import Source

WHO_2023 = Source(
    "who-2023",
    "World Health Organization",
    2023,
    "Carbohydrate intake for adults and children: WHO guideline",
    "World Health Organization, Geneva",
)
AUNE_2017 = Source(
    "aune-2017",
    "Aune D, Giovannucci E, Boffetta P, et al.",
    2017,
    "Fruit and vegetable intake and the risk of cardiovascular disease, total cancer and all-cause "
    "mortality: a systematic review and dose-response meta-analysis of prospective studies",
    "International Journal of Epidemiology",
    "10.1093/ije/dyw319",
)
RIMM_2018 = Source(
    "rimm-2018",
    "Rimm EB, Appel LJ, Chiuve SE, et al.",
    2018,
    "Seafood long-chain n-3 polyunsaturated fatty acids and cardiovascular disease: a science "
    "advisory from the American Heart Association",
    "Circulation",
    "10.1161/CIR.0000000000000574",
)
LI_2014 = Source(
    "li-2014",
    "Li K, Huang T, Zheng J, Wu K, Li D",
    2014,
    "Effect of marine-derived n-3 polyunsaturated fatty acids on C-reactive protein, interleukin 6 and "
    "tumor necrosis factor α: a meta-analysis",
    "PLOS ONE",
    "10.1371/journal.pone.0088103",
)
MORRIS_2015 = Source(
    "morris-2015",
    "Morris MC, Tangney CC, Wang Y, et al.",
    2015,
    "MIND diet associated with reduced incidence of Alzheimer’s disease",
    "Alzheimer’s & Dementia",
    "10.1016/j.jalz.2014.11.009",
)
BARNES_2023 = Source(
    "barnes-2023",
    "Barnes LL, Dhana K, Liu X, et al.",
    2023,
    "Trial of the MIND diet for prevention of cognitive decline in older persons",
    "New England Journal of Medicine",
    "10.1056/NEJMoa2302368",
)
BJELAKOVIC_2007 = Source(
    "bjelakovic-2007",
    "Bjelakovic G, Nikolova D, Gluud LL, et al.",
    2007,
    "Mortality in randomized trials of antioxidant supplements for primary and secondary prevention: "
    "systematic review and meta-analysis",
    "JAMA",
    "10.1001/jama.297.8.842",
)
ANDERSON_2023 = Source(
    "anderson-2023",
    "Anderson BO, Berdzuli N, Ilbawi A, et al.",
    2023,
    "Health and cancer risks associated with low levels of alcohol consumption",
    "The Lancet Public Health",
    "10.1016/S2468-2667(22)00317-6",
)

SOURCES = (WHO_2023, AUNE_2017, RIMM_2018, LI_2014, MORRIS_2015, BARNES_2023, BJELAKOVIC_2007, ANDERSON_2023)
