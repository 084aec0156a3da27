"""Django's check, and one line on the database that was decided on."""

from typing import Any

from django.core.management.commands import check
from django.db import connection

from tracker import sqlite


class Command(check.Command):
    def handle(self, *app_labels: Any, **options: Any) -> None:
        super().handle(*app_labels, **options)
        if connection.vendor == "sqlite":
            self.stdout.write(sqlite.decision())
