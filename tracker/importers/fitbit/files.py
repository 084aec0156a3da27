"""Which files of an export are read, told by how they begin."""

import re

from tracker.importers.upload import LOOKED_INTO, Upload

SLEEP_LOGS, EXERCISE_LOGS = "sleep logs", "exercise logs"
SLEEPS, STAGES, EXERCISES = "sleeps", "stages", "exercises"
DASHBOARD = "dashboard"
# A Takeout has ten thousand files: where some have the names of old, only those are looked into.
LIKELY = re.compile(r"(?:^|/)(?:sleep-|exercise-|UserSleep|UserExercises)[^/]*\.(?:json|csv)$", re.IGNORECASE)
COLUMNS = {
    STAGES: {b"sleep_id", b"sleep_stage_type", b"sleep_stage_start"},
    SLEEPS: {b"sleep_id", b"sleep_start", b"sleep_end"},
    EXERCISES: {b"exercise_id", b"exercise_start", b"exercise_end"},
}
SECTION = re.compile(rb"(?:Body|Foods|Activities|Sleep)\r?\n(?:Date,|Start Time,)")


def found(upload: Upload) -> dict[str, list[str]]:
    """The entries of a zip, or the plain file under the name "", by what they hold."""
    by_kind: dict[str, list[str]] = {}
    for name in _candidates(upload):
        kind = _kind(upload.head(name))
        if kind:
            by_kind.setdefault(kind, []).append(name)
    return by_kind


def _candidates(upload: Upload) -> list[str]:
    if not upload.is_zip:
        return [""]
    names = [name for name in upload.names() if name.lower().endswith((".json", ".csv"))]
    return sorted(filter(LIKELY.search, names)) or sorted(names[:LOOKED_INTO])


def _kind(head: bytes) -> str:
    if b'"dateOfSleep"' in head:
        return SLEEP_LOGS
    if b'"activityName"' in head and b'"logId"' in head:
        return EXERCISE_LOGS
    if SECTION.match(head):
        return DASHBOARD
    columns = set(head.split(b"\n", 1)[0].strip().split(b","))
    return next((kind for kind, needed in COLUMNS.items() if needed <= columns), "")
