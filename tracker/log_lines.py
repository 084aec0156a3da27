"""What no line of a log holds: an address that opens something for whoever has it."""

import logging
import logging.config
import re
from typing import Any

# of the calendar feed and of a forgotten password; whatever follows may be part of the secret
SECRET = re.compile(r"((?:feed|reset/key)(?:/|%2F)).+", re.IGNORECASE)


class Line(logging.LogRecord):
    """A line of any library's, in any format: Django and gunicorn write addresses into theirs."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.exc_info:  # a formatter takes what stands here already
            self.exc_text = masked(logging.Formatter().formatException(self.exc_info))

    def getMessage(self) -> str:  # noqa: N802 (logging's own name)
        return masked(super().getMessage())


def masked(text: str) -> str:
    return SECRET.sub(r"\1…", text)


def configure(settings: dict[str, Any]) -> None:
    """Log as the settings say, without secrets."""
    logging.setLogRecordFactory(Line)
    logging.config.dictConfig(settings)
