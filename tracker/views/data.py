"""In and out: the whole record as one file, files of other apps, and the way back."""

from datetime import date, datetime
from tempfile import TemporaryFile
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from tracker import export as record
from tracker import intake
from tracker.importers import BY_SOURCE, IMPORTERS, Unreadable
from tracker.intake import said
from tracker.kinds import KINDS
from tracker.models import Import
from tracker.requests import Request

PAST = 20  # imports on the page
STAYS = {
    **{slug: kind.title for slug, kind in KINDS.items()},
    "targets": _("A target"),
    "pauses": _("A pause"),
}


class UploadForm(forms.Form):
    file = forms.FileField(label=_("Choose a file"), allow_empty_file=True)

    def clean_file(self) -> "UploadedFile[Any]":
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > settings.MAX_UPLOAD:
            most = settings.MAX_UPLOAD // 1024**2
            raise ValidationError(gettext("The file is larger than %(most)s MB.") % {"most": most})
        return file


def data(request: Request) -> HttpResponse:
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            batch = intake.read_file(request.user, form.cleaned_data["file"].file)
        except Unreadable as error:
            form.add_error("file", error.worded(gettext))
        else:
            return redirect("import", batch.pk)
    if form.errors:
        form.fields["file"].widget.attrs["autofocus"] = True  # shows the reason, far down the page
    imports = [_told(batch) for batch in request.user.imports.order_by("-created", "-pk")[:PAST]]
    context = {"room": "data", "form": form, "imports": imports, "formats": IMPORTERS}
    return render(request, "data.html", context, status=422 if form.errors else 200)


@require_safe
def export(request: Request) -> FileResponse:
    file = TemporaryFile()  # noqa: SIM115 (the response closes it)
    record.write(request.user, file)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename="recovery.zip", content_type="application/zip")


@require_safe
def imported(request: Request, pk: int) -> HttpResponse:
    batch = get_object_or_404(request.user.imports, pk=pk)
    return render(request, "import.html", {"room": "data", **_told(batch)})


@require_POST
def import_undo(request: Request, pk: int) -> HttpResponse:
    batch = get_object_or_404(request.user.imports, pk=pk)
    intake.take_back(batch)
    return redirect("import", batch.pk)


def _told(batch: Import) -> dict[str, Any]:
    """An import's report in the words of a page."""
    report, zone = batch.report, ZoneInfo(batch.user.zone)
    aside = [(line, _at(own[0], zone), _at(own[1], zone)) for line, *own in report.get("aside", [])]
    counts = [(KINDS[slug].title, slug, count) for slug, count in report.get("counts", {}).items()]
    plan = report.get("plan", {})
    return {
        "batch": batch,
        "created": batch.created.astimezone(zone),
        "name": BY_SOURCE[batch.source].NAME if batch.source in BY_SOURCE else batch.source,
        "counts": counts,
        "new": sum(count["new"] for _title, _slug, count in counts),
        "repeated": any(count["there"] or count["deleted"] for _title, _slug, count in counts),
        "days": [date.fromisoformat(day) for day in report.get("days", [])],
        "aside": aside,
        "problems": [(line, said.worded(why)) for line, why in report.get("problems", [])],
        "left_out": report.get("left_out", 0),
        "unlisted": report.get("left_out", 0) - len(report.get("problems", [])),
        "plan": {kind: len(entries) for kind, entries in plan.get("added", {}).items()},
        "settings": bool(plan.get("settings")),
        "stay": [(STAYS[kind], date.fromisoformat(day)) for kind, day in report.get("stay", [])],
    }


def _at(moment: str, zone: ZoneInfo) -> datetime:
    return datetime.fromisoformat(moment).astimezone(zone)
