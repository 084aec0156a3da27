"""Writes docs/evidence.md anew."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from tracker import review


class Command(BaseCommand):
    help = "Writes every claim of the library with its grade and its sources to docs/evidence.md."

    def handle(self, **options: Any) -> None:
        (settings.BASE / "docs/evidence.md").write_text(review.sheet(), encoding="utf-8")
