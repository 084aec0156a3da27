"""What `manage.py check`, and so every start, looks at beside Django's own checks."""

import ipaddress

from django.conf import settings
from django.core import checks
from django.db import connection

from tracker import sqlite


@checks.register()
def journal(**kwargs: object) -> list[checks.CheckMessage]:
    """Whether this SQLite may be trusted with a write-ahead log and several writers."""
    if connection.vendor != "sqlite" or sqlite.MENDED:
        return []
    return [
        checks.Warning(
            f"{sqlite.decision()}. This version can corrupt a write-ahead log under several writers.",
            hint="It writes slower, and safely. Install sqlcipher3, or a Python with SQLite 3.51.3 or newer.",
            id="tracker.W001",
        )
    ]


@checks.register()
def in_the_clear(**kwargs: object) -> list[checks.CheckMessage]:
    """Whether passwords would cross a network unencrypted."""
    if settings.HTTPS or settings.DEBUG or is_loopback(settings.HOST):
        return []
    return [
        checks.Warning(
            f"HOST={settings.HOST} opens the site to a network without HTTPS: others on it can read along.",
            hint="Put a proxy with TLS before it and set HTTPS=1 (docs/operating.md).",
            id="tracker.W002",
        )
    ]


def is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
