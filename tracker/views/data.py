"""In and out: the whole record as one file, files of other apps, and the way back."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from tracker import intake
from tracker.import_forms import AnswersForm, UploadForm
from tracker.importers import IMPORTERS, Unreadable
from tracker.intake import desk
from tracker.models import Import
from tracker.reports import Report
from tracker.requests import Request

PAST = 20  # imports on the page


def data(request: Request) -> HttpResponse:
    form = UploadForm(request.POST or None, request.FILES or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            batch = desk.receive(request.user, form.cleaned_data["file"])
        except Unreadable as error:
            form.add_error("file", error.worded(gettext))
        else:
            return redirect("import", batch.pk)
    if form.errors:
        form.fields["file"].widget.attrs["autofocus"] = True  # shows the reason, far down the page
    shown = request.user.imports.exclude(state=Import.State.DISCARDED).order_by("-created", "-pk")[:PAST]
    context = {"form": form, "imports": [Report(batch) for batch in shown], "formats": IMPORTERS}
    return render(request, "data.html", {"room": "data", **context}, status=422 if form.errors else 200)


@require_safe
def imported(request: Request, pk: int) -> HttpResponse:
    batch = _batch(request, pk)
    return _show(request, batch, AnswersForm(batch=batch))


@require_POST
def import_answer(request: Request, pk: int) -> HttpResponse:
    batch = _batch(request, pk)
    form = AnswersForm(request.POST, batch=batch)
    if not form.is_valid():
        return _show(request, batch, form)
    desk.answer(batch, form.answers)
    return redirect("import", batch.pk)


@require_POST
def import_take(request: Request, pk: int) -> HttpResponse:
    batch = _batch(request, pk)
    desk.take(batch, prefers_file=request.POST.get("clash") == "file", judges_past="past" in request.POST)
    return redirect("import", batch.pk)


@require_POST
def import_discard(request: Request, pk: int) -> HttpResponse:
    desk.discard(_batch(request, pk))
    return redirect("data")


@require_POST
def import_undo(request: Request, pk: int) -> HttpResponse:
    batch = _batch(request, pk)
    intake.take_back(batch, also="also" in request.POST)
    return redirect("import", batch.pk)


def _batch(request: Request, pk: int) -> Import:
    return get_object_or_404(request.user.imports.select_related("user"), pk=pk)


def _show(request: Request, batch: Import, form: AnswersForm) -> HttpResponse:
    context = {"room": "data", "batch": batch, "report": Report(batch), "form": form}
    return render(request, "import.html", context, status=422 if form.errors else 200)
