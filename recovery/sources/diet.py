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
AUNE_GRAINS_2016 = Source(
    "aune-grains-2016",
    "Aune D, Keum N, Giovannucci E, et al.",
    2016,
    "Whole grain consumption and risk of cardiovascular disease, cancer, and all cause and cause "
    "specific mortality: systematic review and dose-response meta-analysis of prospective studies",
    "BMJ",
    "10.1136/bmj.i2716",
)
AUNE_NUTS_2016 = Source(
    "aune-nuts-2016",
    "Aune D, Keum N, Giovannucci E, et al.",
    2016,
    "Nut consumption and risk of cardiovascular disease, total cancer, all-cause and cause-specific "
    "mortality: a systematic review and dose-response meta-analysis of prospective studies",
    "BMC Medicine",
    "10.1186/s12916-016-0730-3",
)
SALA_VILA_2020 = Source(
    "sala-vila-2020",
    "Sala-Vila A, Valls-Pedret C, Rajaram S, et al.",
    2020,
    "Effect of a 2-year diet intervention with walnuts on cognitive decline. The Walnuts And Healthy"
    " Aging (WAHA) study: a randomized controlled trial",
    "American Journal of Clinical Nutrition",
    "10.1093/ajcn/nqz328",
)
AFSHIN_2014 = Source(
    "afshin-2014",
    "Afshin A, Micha R, Khatibzadeh S, Mozaffarian D",
    2014,
    "Consumption of nuts and legumes and risk of incident ischemic heart disease, stroke, and "
    "diabetes: a systematic review and meta-analysis",
    "American Journal of Clinical Nutrition",
    "10.3945/ajcn.113.076901",
)
HA_2014 = Source(
    "ha-2014",
    "Ha V, Sievenpiper JL, de Souza RJ, et al.",
    2014,
    "Effect of dietary pulse intake on established therapeutic lipid targets for cardiovascular risk"
    " reduction: a systematic review and meta-analysis of randomized controlled trials",
    "Canadian Medical Association Journal",
    "10.1503/cmaj.131727",
)
BLUMFIELD_2022 = Source(
    "blumfield-2022",
    "Blumfield M, Mayr H, De Vlieger N, et al.",
    2022,
    "Should we ‘eat a rainbow’? An umbrella review of the health effects of colorful bioactive "
    "pigments in fruits and vegetables",
    "Molecules",
    "10.3390/molecules27134061",
)
KANG_2022 = Source(
    "kang-2022",
    "Kang JH, Vyas CM, Okereke OI, et al.",
    2022,
    "Marine n-3 fatty acids and cognitive change among older adults in the VITAL randomized trial",
    "Alzheimer’s & Dementia: Translational Research & Clinical Interventions",
    "10.1002/trc2.12288",
)
MORRIS_DECLINE_2015 = Source(
    "morris-decline-2015",
    "Morris MC, Tangney CC, Wang Y, et al.",
    2015,
    "MIND diet slows cognitive decline with aging",
    "Alzheimer’s & Dementia",
    "10.1016/j.jalz.2015.04.011",
)

SOURCES = (
    WHO_2023,
    AUNE_2017,
    RIMM_2018,
    LI_2014,
    MORRIS_2015,
    BARNES_2023,
    BJELAKOVIC_2007,
    ANDERSON_2023,
    AUNE_GRAINS_2016,
    AUNE_NUTS_2016,
    SALA_VILA_2020,
    AFSHIN_2014,
    HA_2014,
    BLUMFIELD_2022,
    KANG_2022,
    MORRIS_DECLINE_2015,
)
