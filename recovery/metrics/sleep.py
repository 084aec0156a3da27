"""Sleep from diary moments: what is recorded, and daily series of it."""

from recovery.history import Columns
from recovery.words import N_

COLUMNS: Columns = {
    "id": "id", "day": "day", "nap": "flag",
    "bed": "moment", "tried": "moment", "asleep": "moment", "awake": "moment", "up": "moment",
    "sol": "number", "waso": "number", "awakenings": "number", "quality": "number",
    "zone_bed": "text", "zone": "text",
}  # fmt: skip

HYGIENE = {
    "dim-light": N_("Dim light for the last hour"),
    "screens-away": N_("Screens away before bed"),
    "wind-down": N_("A wind-down of my own"),
    "light-meal": N_("No large meal late"),
    "cool-dark-quiet": N_("A cool, dark, quiet room"),
    "bed-for-sleep": N_("In bed only once sleepy"),
}
