"""The key that signs sessions and forms: given by the environment, or made once and kept beside the data."""

import os
import secrets
from pathlib import Path

SHORTEST = 50


def kept(path: Path, *, make: bool) -> str:
    """The key kept in a file; "" where there is none and none is to be made."""
    if make and not (path.exists() and path.stat().st_size):
        _write(path, secrets.token_urlsafe(64))
    return path.read_text().strip() if path.exists() else ""


def is_weak(key: str) -> bool:
    return len(key) < SHORTEST or len(set(key)) < 5


def _write(path: Path, key: str) -> None:
    """Readable by its owner alone from its first moment on; there whole, or not at all."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}-{os.getpid()}")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(key + "\n")
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
