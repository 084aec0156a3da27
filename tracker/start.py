"""A setting that cannot be used stops the start with a sentence, not with a traceback."""

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError
from environs.exceptions import EnvError

HALT = 3  # what makes gunicorn stop instead of starting the worker again
NO_PLACE = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM, errno.EEXIST, errno.ENOTDIR)
PLACE = "DATA has to be a folder that can be written to, on a disk with room."
UNUSABLE = {  # what SQLite says, and what it means here
    "not a database": "The database cannot be read: DATABASE_KEY is not the one it was made with, "
    "or it is damaged.",
    "disk is full": f"The database cannot be written, the disk is full. {PLACE}",
    "unable to open": f"The database cannot be opened. {PLACE}",
    "readonly": f"The database cannot be written. {PLACE}",
}


@contextmanager
def or_a_sentence() -> Iterator[None]:
    try:
        yield
    except (ImproperlyConfigured, EnvError) as problem:
        stop(str(problem))
    except OSError as problem:
        if problem.errno not in NO_PLACE:
            raise
        stop(f"{problem.filename or 'A file'} cannot be written: {problem.strerror}. {PLACE}")
    except DatabaseError as problem:
        found = [sentence for said, sentence in UNUSABLE.items() if said in str(problem)]
        if not found:
            raise
        stop(found[0])


def stop(sentence: str) -> NoReturn:
    sys.stderr.write(f"{sentence}\n")
    sys.exit(HALT)
