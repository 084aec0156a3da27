"""What a column can be, for each kind: its words, how its cells are read, and the names it goes by."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recovery.metrics.diet import ITEMS
from recovery.words import N_

MOMENT, DAY, LENGTH, NUMBER = "moment", "day", "length", "number"
SCALE, FLAG, TEXT, NAME = "scale", "flag", "text", "name"  # a name: of an activity, a practice or a food
SIGNS = re.compile(r"[\W_]+")
IN_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")


@dataclass(frozen=True)
class Field:
    """`names` are those of columns that it goes by, in small letters without signs; the best stand first."""

    slug: str
    text: str
    reads: str
    names: str
    distinct: bool = False  # a column of such a name tells the kind


DAY_FIELD = Field(
    "day",
    N_("The day"),
    DAY,
    "date day night datum tag fecha data jour dateofsleep sleepdate calendardate fulldate",
)
NOTE = Field(
    "note",
    N_("A note"),
    TEXT,
    "note notes comment comments notiz notizen kommentar nota notas commentaire",
)
KEY = Field("key", N_("The entry’s own number or name"), TEXT, "id uuid guid key logid")
START = Field(
    "start",
    N_("When it began"),
    MOMENT,
    "start starttime startdate startdatetime startedat started begin began from activitydate "
    "workoutdate time clock datetime "
    "timestamp beginn uhrzeit zeit hora inicio heure debut starttimelocal aktivitätsdatum",
)
END = Field(
    "end",
    N_("When it ended"),
    MOMENT,
    "end endtime enddate enddatetime stop to finish ende fin",
)
MINUTES = Field(
    "minutes",
    N_("How long it took"),
    LENGTH,
    "minutes duration durationminutes durationmin length min mins movingtime elapsedtime "
    "time dauer minuten duracion duree seconds hours bewegungszeit verstrichenezeit",
)
SLEEP = (
    DAY_FIELD,
    Field(
        "asleep",
        N_("Fell asleep"),
        MOMENT,
        "asleep fellasleep sleeponset onset sleepstart sleeptime sleep sleptat start "
        "starttime from begin schlafbeginn eingeschlafen von inicio debut startdate",
        distinct=True,
    ),
    Field(
        "awake",
        N_("Woke up"),
        MOMENT,
        "awake wakeup waketime wakeuptime wake woke wokeup finalawakening sleepend "
        "risetime wakeonset end endtime to stop aufgewacht aufwachen schlafende bis fin "
        "enddate",
        distinct=True,
    ),
    Field(
        "slept",
        N_("Time asleep in all"),
        LENGTH,
        "totalsleeptime tst timeasleep asleepduration minutesasleep sleepduration "
        "hoursslept hoursofsleep sleephours totalsleep slept duration schlafdauer "
        "durationasleep asleep",
        distinct=True,
    ),
    Field(
        "bed",
        N_("Into bed"),
        MOMENT,
        "bedtime intobed bed wenttobed inbed gotobed bettzeit timetobed bedtimestart",
        distinct=True,
    ),
    Field(
        "tried",
        N_("Tried to sleep"),
        MOMENT,
        "lightsout lightsoff tried triedtosleep lichtaus",
        distinct=True,
    ),
    Field(
        "up",
        N_("Out of bed"),
        MOMENT,
        "outofbed gotup getup up gotoutofbed aufgestanden bedtimeend outofbedtime",
        distinct=True,
    ),
    Field(
        "sol",
        N_("Time to fall asleep"),
        LENGTH,
        "sol sleeponsetlatency sleeplatency latency timetofallasleep minutestofallasleep einschlafdauer "
        "onsetlatency timebeforesleep fellasleepin",
        distinct=True,
    ),
    Field(
        "waso",
        N_("Time awake in the night"),
        LENGTH,
        "waso wakeaftersleeponset timeawake minutesawake awakeduration awaketime wachzeit awake",
        distinct=True,
    ),
    Field(
        "awakenings",
        N_("Times awake in the night"),
        NUMBER,
        "awakenings numberofawakenings timesawake wakeups wakings numawakenings",
        distinct=True,
    ),
    Field(
        "quality",
        N_("How well it was"),
        SCALE,
        "sleepquality sleepscore quality rating stars score qualitat qualität calidad",
        distinct=True,
    ),
    Field("nap", N_("Whether it was a nap"), FLAG, "nap isnap nickerchen siesta", distinct=True),
    Field("light", N_("Light sleep"), LENGTH, "light lightsleep lightsleepduration core leicht"),
    Field("deep", N_("Deep sleep"), LENGTH, "deep deepsleep deepsleepduration sws tief"),
    Field("rem", N_("REM sleep"), LENGTH, "rem remsleep remsleepduration dream", distinct=True),
    NOTE,
    KEY,
)
EXERCISE = (
    DAY_FIELD,
    START,
    END,
    MINUTES,
    Field(
        "activity",
        N_("Which activity"),
        NAME,
        "activitytype activity activityname exercise workout workouttype sport type "
        "aktivitat aktivität actividad activite activité aktivitätsart",
        distinct=True,
    ),
    Field(
        "intensity",
        N_("How hard: light, moderate or vigorous"),
        TEXT,
        "intensity intensitat intensität",
        distinct=True,
    ),
    Field("effort", N_("Effort, 0 to 10"), SCALE, "effort rpe exertion perceivedexertion", distinct=True),
    NOTE,
    KEY,
)
PRACTICE = (
    DAY_FIELD,
    START,
    END,
    MINUTES,
    Field(
        "technique",
        N_("Which practice"),
        NAME,
        "technique practice meditation meditationtype session sessiontype method ubung übung preset activity",
        distinct=True,
    ),
    Field("before", N_("Stress before, 0 to 10"), SCALE, "stressbefore before moodbefore", distinct=True),
    Field("after", N_("Stress after, 0 to 10"), SCALE, "stressafter after moodafter", distinct=True),
    NOTE,
    KEY,
)
OF_ITEMS = {
    "caffeine": "caffeine caffeinemg koffein cafeina cafeine coffee coffees cupsofcoffee kaffee",
    "alcohol": "alcohol alcoholg alkohol alcoholicdrinks alcoholdrinks alcoholunits standarddrinks drinks",
}
ITEM = Field(
    "item", N_("What it was"), NAME, "item food what drink group lebensmittel alimento", distinct=True
)
DIET = (
    DAY_FIELD,
    START,
    ITEM,
    Field(
        "amount",
        N_("How much"),
        NUMBER,
        "amount servings quantity portions menge cantidad mg caffeinemg",
    ),
    Field(
        "unit",
        N_("The unit of the amount"),
        NAME,
        "unit units einheit einheiten unidad unidades unité unités unitofmeasure measure",
    ),
    NOTE,
    KEY,
    *(
        Field(f"item-{slug}", item.title, NUMBER, OF_ITEMS.get(slug, SIGNS.sub("", slug)), distinct=True)
        for slug, item in ITEMS.items()
        if slug != "nothing"
    ),
)
KINDS: Mapping[str, Sequence[Field]] = {
    "sleep": SLEEP,
    "exercise": EXERCISE,
    "practice": PRACTICE,
    "diet": DIET,
}
TITLES = {
    "sleep": N_("Nights and naps"),
    "exercise": N_("Exercise"),
    "practice": N_("Stress practice"),
    "diet": N_("Food and drink"),
}


def plain(header: str) -> str:
    """A column's name in small letters, without signs and what stands in brackets."""
    return SIGNS.sub("", bare_name(header).lower())


def bare_name(header: str) -> str:
    """A column's name without what stands in brackets."""
    return IN_BRACKETS.sub("", header).strip()
