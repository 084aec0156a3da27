"""Who does the long steps of an import: the request itself where they are short, else a process of its own.

A task carries the number of its import and nothing else.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from tracker.bell import bell
from tracker.intake import files, work
from tracker.models import Import

SHORT = 1024**2  # bytes of a file, read in about a second
FEW = 5_000  # entries, written in about a second
FINISHED = timedelta(days=1)
State = Import.State


@task()
def carry_on(pk: int) -> None:
    """Do the step that an import waits for."""
    step(pk)


def step(pk: int) -> None:
    state = Import.objects.filter(pk=pk).values_list("state", flat=True).first()
    if state in (State.RECEIVED, State.READING):
        work.read(pk)
    elif state == State.WRITING:
        work.write(pk)


def start(batch: Import) -> None:
    """Do what an import waits for, now or soon; `batch` then says how far it is."""
    if is_short(batch) or not bell.hangs:
        step(batch.pk)
    else:
        carry_on.enqueue(batch.pk)
        bell.ring()
    batch.refresh_from_db()


def is_short(batch: Import) -> bool:
    """Whether a person would rather wait for the step than look again later."""
    if batch.state == State.WRITING:
        return sum(sum(counts.values()) for counts in batch.report.get("counts", {}).values()) <= FEW
    return batch.size <= SHORT


def resume() -> None:
    """Queue anew what was broken off: the queue itself waits for ever for a process that was killed."""
    for batch in Import.objects.filter(state__in=[State.RECEIVED, State.READING, State.WRITING]):
        with files.held(batch.pk) as mine:
            if mine:
                _queue_anew(batch)
    DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - FINISHED).delete()


def _queue_anew(batch: Import) -> None:
    with transaction.atomic():
        tasks = DBTaskResult.objects.filter(args_kwargs={"args": [batch.pk], "kwargs": {}})
        tasks.running().delete()
        if not tasks.ready().exists():
            carry_on.enqueue(batch.pk)
