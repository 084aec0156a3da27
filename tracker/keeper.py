"""The keeper: daily backups, the end of sample persons. A child of the server, forked before its workers."""

import logging
import os
import select
import signal
from collections.abc import Callable
from contextlib import suppress

from django.db import connections
from django.utils import timezone

from tracker import backup, sample

HOUR = 3600.0
log = logging.getLogger(__name__)


def start() -> None:
    """Fork a process that sees to today's copy, looks again each hour, and ends with this one."""
    alive, _held = os.pipe()  # `_held` stays open, unread, as long as the server lives
    connections.close_all()  # a connection to SQLite must not cross a fork
    if os.fork() == 0:
        os.close(_held)
        watch(alive)
        os._exit(0)
    os.close(alive)


def watch(alive: int) -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
        signal.signal(number, signal.SIG_DFL)
    with suppress(KeyboardInterrupt):
        apart(look)
        while not select.select([alive], [], [], HOUR)[0]:
            apart(look)


def apart(work: Callable[[], None]) -> None:
    """Do it in a child that ends with it: what it took of memory is given back until the next hour."""
    child = os.fork()
    if child == 0:
        work()
        os._exit(0)
    os.waitpid(child, 0)


def look() -> None:
    """Delete samples whose day is over; make today's copy where there is none. A failure waits an hour."""
    try:
        sample.sweep()
        if backup.is_due(backup.folder(), timezone.now()):
            backup.make(backup.folder())
    except Exception:
        log.exception("The hourly look failed: no backup was made.")
    finally:
        connections.close_all()
