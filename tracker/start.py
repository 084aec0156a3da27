"""A setting that cannot be used stops the start with a sentence, not with a traceback."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ImproperlyConfigured
from environs.exceptions import EnvError

HALT = 3  # what makes gunicorn stop instead of starting the worker again


@contextmanager
def or_a_sentence() -> Iterator[None]:
    try:
        yield
    except (ImproperlyConfigured, EnvError) as problem:
        sys.stderr.write(f"{problem}\n")
        sys.exit(HALT)
