"""gunicorn inside this very process, so that what it takes to import is paid for once."""

import ctypes
import gc
import socket
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.handlers.wsgi import WSGIHandler
from django.template.loader import get_template
from django.urls import get_resolver
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.http import wsgi
from gunicorn.workers.base import Worker

from recovery import days
from tracker import frames
from tracker.charts import CHARTS, svg
from tracker.models import User

M_TRIM_THRESHOLD, M_MMAP_THRESHOLD, M_ARENA_MAX = -1, -3, -8  # malloc.h
LARGE = 128 * 1024  # bytes: whatever is larger goes back to the system when it is done with
TRIMMED = 20  # one request in so many gives back what was smaller, too


class Server(BaseApplication):
    """Serves the site on a socket that already listens."""

    def __init__(self, listening: socket.socket, ready: str) -> None:
        self.options = options(listening, ready)
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> WSGIHandler:
        """The application with every room loaded, so that the workers share its memory."""
        from tracker.wsgi import application

        assert get_resolver().url_patterns
        warm()
        gc.collect()
        trim()
        gc.freeze()  # a collection in a worker would otherwise write to, and so copy, each shared page
        return application


def warm() -> None:
    """Compile every template and draw every chart once, so that the workers share what each would make."""
    folder = settings.BASE / "templates"
    for path in sorted(folder.rglob("*.html")):
        get_template(str(path.relative_to(folder)))
    nobody = User(pk=0)
    monday = days.monday(nobody.today())
    record = frames.load(nobody, monday - timedelta(weeks=11), monday + timedelta(days=6))  # whole weeks
    for chart in CHARTS.values():
        svg.page(chart.draw(chart.data(record)), svg.Naming(chart.SLUG, "", ""))


def options(listening: socket.socket, ready: str) -> dict[str, Any]:
    def when_ready(arbiter: Arbiter) -> None:
        print(ready, flush=True)  # noqa: T201 (gunicorn's own log is for its troubles)

    def post_request(worker: Worker, request: object, environ: object, answer: object) -> None:
        if next(answered) % TRIMMED == 0:
            trim()

    answered = count(1)  # by each worker its own, once it is forked
    memory = Path("/dev/shm")
    return {
        "bind": f"fd://{listening.fileno()}",
        "workers": settings.WORKERS,
        "threads": settings.THREADS,
        "worker_class": "gthread",
        "preload_app": True,
        "timeout": 60,
        "graceful_timeout": 10,
        "keepalive": 5,
        "worker_tmp_dir": str(memory) if memory.is_dir() else None,  # a slow disk must not look like a hang
        "control_socket_disable": True,
        "forwarder_headers": "",  # nobody before us may set SCRIPT_NAME or PATH_INFO
        "accesslog": None,  # addresses of pages say on which days somebody logged
        "loglevel": "warning",
        "when_ready": when_ready,
        "post_request": post_request,
    }


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens; ImproperlyConfigured where it cannot."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=256)
    except OSError as problem:
        raise ImproperlyConfigured(
            f"{host}, port {port}, cannot be used: {problem.strerror}. Set PORT or HOST to something else."
        ) from problem


def spare_memory() -> None:
    """Let threads share their heaps, and give back what was large. glibc alone has this."""
    if hasattr(c := ctypes.CDLL(None), "mallopt"):
        c.mallopt(M_ARENA_MAX, 2)
        c.mallopt(M_MMAP_THRESHOLD, LARGE)
        c.mallopt(M_TRIM_THRESHOLD, LARGE)


def trim() -> None:
    """Give back what starting, or a page over many years, has left over: less than a millisecond."""
    if hasattr(c := ctypes.CDLL(None), "malloc_trim"):
        c.malloc_trim(0)


def nameless() -> None:
    """Answers do not say which server gave them; gunicorn has no setting for that."""
    named = wsgi.Response.default_headers
    wsgi.Response.default_headers = lambda response: [
        line for line in named(response) if not line.startswith("Server:")
    ]
