"""The keeper: imports, daily backups, the end of samples. A child of the server, older than its workers."""

import logging
import os
import select
import signal
import time
from collections.abc import Callable

from django.core.management import call_command
from django.db import connections
from django.utils import timezone

from tracker import backup, sample
from tracker.bell import bell
from tracker.intake import files, queue

HOUR, PAUSE = 3600.0, 1.0  # seconds
BLOWS = 6  # one more than an import is tried
log = logging.getLogger(__name__)


def start() -> None:
    """Fork a process that looks now and each hour, works when the bell rings, and ends with this one."""
    bell.hang()
    alive, held = os.pipe()  # `held` stays open, unread, as long as the server lives
    disconnect()
    if os.fork() == 0:
        os.close(held)
        guard(alive)
        os._exit(0)
    os.close(alive)
    bell.only_ring()


def disconnect() -> None:
    """No connection, and no pool of them with its threads, may cross a fork."""
    connections.close_all()
    for connection in connections.all(initialized_only=True):
        if connection.vendor == "postgresql":
            connection.close_pool()  # type: ignore[attr-defined]


def guard(alive: int) -> None:
    """Keep watch in a child, and again where it was killed, as by a system that is short of memory."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
        signal.signal(number, signal.SIG_DFL)
    bell.listen()
    while True:
        if (keeper := os.fork()) == 0:
            watch(alive)
            os._exit(0)
        _, status = os.waitpid(keeper, 0)
        if status == 0:  # it ends well with the server alone
            return
        time.sleep(PAUSE)


def watch(alive: int) -> None:
    while bell.heard(0) and persistently(work, alive) and apart(look, alive) is not None:
        if not bell.heard(HOUR):
            return


def persistently(task: Callable[[], None], alive: int) -> bool:
    """Do it apart, and once more where it was killed, but not for ever. False when the server has ended."""
    for _ in range(BLOWS):
        if not (status := apart(task, alive)):
            return status is not None
    return True


def apart(task: Callable[[], None], alive: int) -> int | None:
    """Do it in a child that ends with it: what it took of memory is given back. How it ended: 0 is well.

    None when the server has ended meanwhile: the child then ends too, as safely as by any other blow.
    """
    done, working = os.pipe()
    child = os.fork()
    if child == 0:
        task()
        os._exit(0)
    os.close(working)
    ended, _, _ = select.select([done, alive], [], [])
    if alive in ended:
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    os.close(done)
    return None if alive in ended else status


def work() -> None:
    """Do what waits in the queue, and what was broken off."""
    try:
        queue.resume()
        call_command("db_worker", batch=True, interval=0, startup_delay=False, reload=False, verbosity=0)
    except Exception:
        log.exception("The work that waits was not done.")
    finally:
        connections.close_all()


def look() -> None:
    """Delete what is over: samples, files. Make today's copy where there is none. A failure waits an hour."""
    try:
        sample.sweep()
        files.sweep()
        if backup.is_due(backup.folder(), timezone.now()):
            backup.make(backup.folder())
    except Exception:
        log.exception("The hourly look failed: no backup was made.")
    finally:
        connections.close_all()
