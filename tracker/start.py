"""A setting that cannot be used stops the start with a sentence, not with a traceback."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError
from environs.exceptions import EnvError

HALT = 3  # what makes gunicorn stop instead of starting the worker again


@contextmanager
def or_a_sentence() -> Iterator[None]:
    try:
        yield
    except (ImproperlyConfigured, EnvError) as problem:
        stop(str(problem))
    except DatabaseError as problem:
        if "not a database" not in str(problem):
            raise
        stop("The database cannot be read: DATABASE_KEY is not the one it was made with, or it is damaged.")


def stop(sentence: str) -> NoReturn:
    sys.stderr.write(f"{sentence}\n")
    sys.exit(HALT)
