"""Stress practice: what is recorded, and daily series of it."""

from recovery.history import Columns
from recovery.words import N_

COLUMNS: Columns = {
    "id": "id", "day": "day", "start": "moment", "zone": "text", "technique": "text",
    "minutes": "number", "stress_before": "number", "stress_after": "number",
}  # fmt: skip

TECHNIQUES = {
    "mindfulness": N_("Mindfulness"),
    "meditation": N_("Meditation"),
    "breathing": N_("Slow breathing"),
    "body-scan": N_("Body scan"),
    "relaxation": N_("Muscle relaxation"),
    "outdoors": N_("Time outdoors"),
    "cognitive": N_("Cognitive exercise"),
    "other": N_("Something else"),
}
