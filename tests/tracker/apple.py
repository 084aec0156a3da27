"""Exports of Apple Health made by the tests, in the shape the phone writes."""

import io
import zipfile
from pathlib import Path

from tracker.importers import Answers, Upload, apple_health
from tracker.importers.apple_health import document, quick, thorough

OWN = Path(__file__).parent / "files" / "apple-health.xml"
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 14 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>
]>
"""
NIGHT = ("2026-03-03 23:00:00 +0100", "2026-03-04 07:00:00 +0100")
STAGE = "HKCategoryValueSleepAnalysis"


def export(*elements, head=HEAD):
    inside = "".join(f" {element}\n" for element in elements)
    return f'{head}<HealthData locale="en_GB">\n{inside}</HealthData>\n'


def record(kind, span, *, value="", unit="", source="Watch", zone="", metadata=()):
    """A record of a type, with metadata inside where there is some."""
    inside = [("HKTimeZone", zone)] * bool(zone) + list(metadata)
    told = {"unit": unit, "startDate": span[0], "endDate": span[1], "value": value}
    attributes = "".join(f' {name}="{text}"' for name, text in told.items() if text)
    opening = f'<Record type="{kind}" sourceName="{source}"{attributes}'
    return f"{opening}>\n{entries(inside)} </Record>" if inside else f"{opening}/>"


def entries(metadata):
    return "".join(f'  <MetadataEntry key="{key}" value="{value}"/>\n' for key, value in metadata)


def sleep(value="AsleepCore", span=NIGHT, **more):
    return record(document.SLEEP, span, value=STAGE + value, **more)


def mindful(start="12:00", end="12:10", **more):
    return record(document.MINDFUL, [f"2026-03-03 {clock}:00 +0100" for clock in (start, end)], **more)


def caffeine(value="95", unit="mg", start="08:00", **more):
    span = [f"2026-03-03 {start}:00 +0100"] * 2
    return record(document.CAFFEINE, span, value=value, unit=unit, **more)


def drinks(value="1", **more):
    span = ["2026-03-03 20:00:00 +0100"] * 2
    return record(document.DRINKS, span, value=value, unit="count", **more)


def workout(name="Running", start="18:00", end="18:30", *, source="Watch", metadata=(), **attributes):
    told = {"sourceName": source, **attributes}
    told |= {"startDate": f"2026-03-03 {start}:00 +0100", "endDate": f"2026-03-03 {end}:00 +0100"}
    text = "".join(f' {name}="{value}"' for name, value in told.items())
    opening = f'<Workout workoutActivityType="{document.WORKOUT}{name}"{text}'
    return f"{opening}>\n{entries(metadata)} </Workout>" if metadata else f"{opening}/>"


def upload(content):
    return Upload(io.BytesIO(content.encode() if isinstance(content, str) else content))


def read(content, zone="Europe/Berlin", **given):
    return list(apple_health.read(upload(content), Answers(zone, {"drink": "14", **given})))


def one(*elements, **given):
    (row,) = read(export(*elements), **given)
    return row


def zipped(content, name="apple_health_export/export.xml", **others):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("apple_health_export/export_cda.xml", "<ClinicalDocument/>")
        archive.writestr(name, content)
        for other, text in others.items():
            archive.writestr(other, text)
    return file.getvalue()


def quickly(content):
    """What the quick way finds; raises Unfamiliar."""
    return list(quick.elements(io.BytesIO(content if isinstance(content, bytes) else content.encode())))


def thoroughly(content):
    return list(thorough.elements(io.BytesIO(content if isinstance(content, bytes) else content.encode())))
