"""Sleep: strategies for the hours before it."""

from recovery.aims import Aim, Judged
from recovery.evidence import Claim, Grade
from recovery.mechanisms.night import (
    ADENOSINE,
    CIRCADIAN_TIMING,
    MELATONIN_AND_CORTISOL,
    ROOM_LIGHT_DELAYS_MELATONIN,
)
from recovery.metrics import diet, sleep
from recovery.sources.sleep import (
    DRAKE_2013,
    EDINGER_2021,
    GARDINER_2023,
    HAGHAYEGH_2019,
    IRISH_2015,
)
from recovery.strategies.strategy import Band, Strategy
from recovery.words import N_

WIND_DOWN = Strategy(
    slug="wind-down",
    pillar="sleep",
    title=N_("Wind down before bed"),
    lead=N_(
        "Dim light, screens away, a light meal, a cool and quiet room: small habits of the evening, also "
        "called sleep hygiene. Each is sensible; as a package they are no therapy for insomnia."
    ),
    what=(
        N_(
            "Bright light in the evening tells the body clock that it is still day. Work, quarrels and "
            "heavy meals keep the body busy. An hour with less of all that lets the night begin by itself."
        ),
        N_(
            "That such habits go with better sleep is fairly well known. Whether teaching the whole list to "
            "people who sleep normally helps them has hardly been tried."
        ),
    ),
    how=(
        N_("Choose an hour before bed and turn the lamps down: one small light is enough."),
        N_("Put the phone on to charge outside the bedroom."),
        N_("Do one quiet thing you like, the same each evening: a book, music, stretching."),
        N_("A warm shower or bath an hour or two before bed helps some people fall asleep."),
        N_("Eat the large meal earlier; keep the room cool, dark and quiet."),
        N_("Tick what you did when you log the night."),
    ),
    claims=(
        Claim(
            N_("Single habits of sleep hygiene go with better sleep."),
            Grade.MODERATE,
            because=N_("a review of experiments and of studies that observed people, habit by habit"),
            sources=(IRISH_2015,),
            disputed=N_("what advice on a single habit does to sleep is largely untested in most people"),
        ),
        ROOM_LIGHT_DELAYS_MELATONIN,
        Claim(
            N_("A warm shower or bath one to two hours before bed shortens the time to fall asleep."),
            Grade.MODERATE,
            because=N_("13 studies with numbers, taken together; still few, and the best time is unsure"),
            sources=(HAGHAYEGH_2019,),
        ),
        Claim(
            N_("Rules of sleep hygiene alone help people with insomnia."),
            Grade.DISPUTED,
            because=N_("each rule is sensible, and advice of this kind is common"),
            sources=(EDINGER_2021, IRISH_2015),
            disputed=N_("a clinical guideline suggests not to use it as the only therapy"),
        ),
    ),
    mechanisms=(CIRCADIAN_TIMING, MELATONIN_AND_CORTISOL),
    metric=sleep.HABITS,
    aim=Aim(Judged.MEAN, low=3),
    asks=N_("a week’s mean of at least %(low)s evening habits"),
    origin=N_(
        "Three of the six is our own convention: no study counts them. An evening on which nothing is "
        "ticked is left out, since it may only not have been filled in."
    ),
    caution=(
        N_(
            "Bad sleep on three nights a week for three months is worth a visit to a doctor. There is a "
            "therapy for it; this list is not it."
        ),
        N_("If the list makes you anxious about sleep, leave it out; a night needs no ceremony."),
        N_("Pregnant, or with heart disease or low blood pressure: no very hot baths; ask how warm is good."),
    ),
)

CAFFEINE_CUT_OFF = Strategy(
    slug="caffeine-cut-off",
    pillar="sleep",
    title=N_("Stop caffeine early"),
    lead=N_(
        "Caffeine hides tiredness for hours. By one estimate, a last cup nine hours before bed "
        "leaves the length of the night nearly untouched."
    ),
    what=(
        N_(
            "Caffeine blocks the signal of adenosine, which makes one sleepy. It leaves the body "
            "slowly: hours after a cup, a good part of it is still there."
        ),
        N_("Sleep then comes later, is shorter and is lighter."),
    ),
    how=(
        N_("Take nine hours from your bedtime: that is the time of the last cup."),
        N_("Count black and green tea, cola, energy drinks and dark chocolate as well."),
        N_("Have something else ready for the afternoon: decaffeinated coffee, herbal tea, a walk."),
        N_("Used to a lot? Go down by one cup every few days, since stopping at once can bring headaches."),
    ),
    claims=(
        Claim(
            N_(
                "Caffeine costs about 45 minutes of sleep on average, and makes it a little harder to fall "
                "asleep."
            ),
            Grade.STRONG,
            because=N_("24 studies taken together, over many doses and hours"),
            sources=(GARDINER_2023,),
        ),
        Claim(
            N_("A large dose still costs sleep when taken six hours before bed."),
            Grade.LIMITED,
            because=N_(
                "one trial with 400 mg, about four cups, in few people, at home; a maker of sleep monitors "
                "paid for it"
            ),
            sources=(DRAKE_2013,),
        ),
        Claim(
            N_("For one cup, about nine hours are enough to spare the length of sleep."),
            Grade.LIMITED,
            because=N_(
                "calculated from those studies, not tried out; people break caffeine down at very "
                "different speeds"
            ),
            sources=(GARDINER_2023,),
        ),
    ),
    mechanisms=(ADENOSINE,),
    metric=diet.CAFFEINE_GAP,
    aim=Aim(Judged.DAY, low=9),
    asks=N_("no caffeine in the %(low)s before bed"),
    logged_with="diet",
    origin=N_(
        "8.8 hours for about 107 mg, one cup of coffee, estimated from 24 studies (2023); rounded "
        "up to nine. Twice the dose would need about 13 hours."
    ),
    caution=(
        N_(
            "Pregnancy: caffeine stays in the body longer, and European advice is at most 200 mg a day. "
            "Ask your midwife or doctor."
        ),
        N_(
            "Under 18: we know of no limit tested for sleep; less is better, and energy drinks are best "
            "left out."
        ),
    ),
    bands={Band.UNDER_18: None},
    in_pregnancy=False,
)
