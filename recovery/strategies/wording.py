"""Sentences that several strategies say in the same words: what to take care of, and what stands behind."""

from recovery.words import N_

EATING_DISORDER = N_(
    "If you have or had an eating disorder, you can switch diet off whole. Nothing here counts "
    "calories or weight."
)
EATING_DISORDER_AND_EXERCISE = N_(
    "If you have or had an eating disorder, agree with those who look after you how much is good."
)
GREENS_AND_MEDICINES = N_(
    "Kidney disease, or a blood thinner of the warfarin kind: ask before you change how many greens you eat."
)
MERCURY_IN_FISH = N_(
    "Pregnant, breast-feeding, or cooking for small children: choose fish low in mercury, by "
    "your country’s list, and ask your midwife or doctor how much."
)
NO_FISH = N_("No fish, by choice or allergy? Leave this out. There is no advice on capsules here.")
HEART_BEFORE_EXERCISE = N_(
    "Chest pain, fainting or a known heart disease: speak with a doctor before you start or step up."
)
OLD_MEMORIES = N_(
    "Some people grow more anxious, or old memories come back. If so, stop, open your eyes and "
    "move; speak with somebody trained before you try again."
)
AFTER_TRAUMA = N_("After severe trauma, or with psychosis, learn it with somebody trained or leave it out.")
NOT_IN_PLACE_OF_THERAPY = N_("It does not take the place of therapy or medicine.")
NO_SMALLEST_DOSE = N_(
    "Ten minutes on five days is our own convention: no study has found a smallest dose. Set your own."
)

PART_OF_MIND_DIET = N_(
    "one study of 923 older people: those closest to a diet of which this is a part had less "
    "Alzheimer’s disease"
)
MIND_TRIAL = N_("a three-year trial with 604 older adults found no difference from its comparison diet")
TRIALS_OF_EXERCISE = N_(
    "a review of the trials in healthy people found almost nothing left after allowing for "
    "studies that were never published"
)
