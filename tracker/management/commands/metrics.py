"""Writes docs/metrics.md anew."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from tracker import numbers


class Command(BaseCommand):
    help = "Writes how every number is made, with a worked example of each, to docs/metrics.md."

    def handle(self, **options: Any) -> None:
        (settings.BASE / "docs/metrics.md").write_text(numbers.sheet(), encoding="utf-8")
