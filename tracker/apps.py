from typing import Any

from django.apps import AppConfig
from django.core.management import call_command
from django.db.models.signals import post_migrate


class TrackerConfig(AppConfig):
    name = "tracker"
    default = True

    def ready(self) -> None:
        from tracker import checks  # noqa: F401 (registers itself)

        post_migrate.connect(make_cache_table, sender=self)


def make_cache_table(using: str, **migrated: Any) -> None:
    """The one table that no migration makes."""
    call_command("createcachetable", database=using, verbosity=0)
