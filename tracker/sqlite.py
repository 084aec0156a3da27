"""Which SQLite the site stands on: a mended one where its wheel exists, the interpreter's own otherwise.

SQLite 3.7.0 to 3.51.2 can corrupt a write-ahead log under several writers (sqlite.org/wal.html,
"The WAL-reset bug"; mended in 3.51.3, 3.50.7 and 3.44.6). sqlcipher3 carries a mended SQLite and
can encrypt the file. It has to take the place of `sqlite3` before Django imports that.
"""

import sys

try:
    import sqlcipher3
except ImportError:
    ENCRYPTS = False
else:
    sys.modules["sqlite3"] = sqlcipher3
    sys.modules["sqlite3.dbapi2"] = sqlcipher3.dbapi2
    ENCRYPTS = True

import sqlite3
from typing import Any

VERSION: tuple[int, ...] = sqlite3.sqlite_version_info
MENDED = VERSION >= (3, 51, 3) or (3, 50, 7) <= VERSION < (3, 51) or (3, 44, 6) <= VERSION < (3, 45)


OPENING = ";".join(
    [
        f"PRAGMA journal_mode={'WAL' if MENDED else 'DELETE'}",
        "PRAGMA synchronous=FULL",
        "PRAGMA secure_delete=ON",
        "PRAGMA cache_size=-1000",  # kB for each thread of each worker; a larger one gains nothing (bench)
        "PRAGMA temp_store=MEMORY",
    ]
)


def unlocking(key: str) -> type[sqlite3.Connection]:
    """What to connect with: the key comes first, before Django's own pragmas read the file. "" is no key."""

    class Connection(sqlite3.Connection):
        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            if key:
                self.execute("PRAGMA key='{}'".format(key.replace("'", "''")))

    return Connection


def decision() -> str:
    """Which SQLite this is, and the journal it is trusted with."""
    carrier = "sqlcipher3" if ENCRYPTS else "this Python"
    journal = "write-ahead log" if MENDED else "rollback journal"
    return f"SQLite {'.'.join(map(str, VERSION))} from {carrier}: {journal}"
