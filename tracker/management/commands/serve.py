"""Everything between a fresh clone and a running site, in one process."""

import os
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tracker import backup, keeper, server

UNASKED = ["account", "ext", "htmax-*", "htmx-4*"]  # of what packages bring, no page of ours asks for these


class Command(BaseCommand):
    help = "Prepares what is missing, then serves the site: HOST and PORT say where."
    requires_system_checks = ()  # a port that is taken is told first

    def handle(self, *args: Any, **options: Any) -> None:
        os.umask(0o077)  # a record is nobody else's to read
        tempfile.tempdir = str(settings.IMPORTS)  # what a kill leaves of a file is swept away from there
        server.spare_memory()  # before anything takes much: compressing static files does, in threads
        listening = server.listen(settings.HOST, settings.PORT)
        self.check()
        migrate()
        call_command("createcachetable", verbosity=0)
        collect(settings.STATIC_ROOT)
        server.nameless()
        serving = server.Server(listening, f"Recovery is at {address()} (Ctrl-C stops it).")
        serving.wsgi()
        keeper.start()
        serving.run()


def migrate() -> None:
    """Bring the tables up to date; what was there is copied first."""
    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return
    if executor.loader.applied_migrations:
        backup.make(backup.folder())
    call_command("migrate", interactive=False, verbosity=0)


def collect(root: Path) -> None:
    """Gather, name by content and compress the static files, where any has changed since."""
    stamp, now = root / ".collected", fingerprint()
    if settings.DEBUG or (stamp.exists() and stamp.read_text() == now):
        return
    call_command("collectstatic", interactive=False, clear=True, ignore_patterns=UNASKED, verbosity=0)
    stamp.write_text(now)


def fingerprint() -> str:
    """What the static files are now, by name, size and time."""
    found = sha256()
    for finder in get_finders():
        for name, storage in finder.list(UNASKED):
            status = Path(storage.path(name)).stat()
            found.update(f"{storage.path(name)} {status.st_size} {status.st_mtime_ns}\n".encode())
    return found.hexdigest()


def address() -> str:
    host = f"[{settings.HOST}]" if ":" in settings.HOST else settings.HOST
    return f"http://{host}:{settings.PORT}"
