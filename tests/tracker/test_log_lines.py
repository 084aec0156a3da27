"""No line of a log holds an address that opens something, whichever library writes it."""

import logging

import pytest

from tracker import log_lines

SECRET = "fD0-3_Yc8mJkQx"


@pytest.mark.parametrize(
    "text",
    [
        "Error handling request /feed/{}.ics",
        "Invalid request from ip=127.0.0.1: 'GET /feed%2f{}.ics HTTP/9'",
        "Forbidden (CSRF token missing.): /account/password/reset/key/1-{}/",
        '"PROPFIND /feed/{}/quiet.ics HTTP/1.1" 405 0',
    ],
)
def test_what_a_server_writes_has_no_secret_in_it(text, caplog):
    logging.getLogger("gunicorn.error").error(text.format(SECRET))
    logging.getLogger("gunicorn.error").error("%s", text.format(SECRET))
    assert len(caplog.records) == 2
    assert SECRET not in caplog.text
    assert "…" in caplog.text


def test_any_other_line_stays_as_it_is():
    for text in ("Not Found: /data/calendar/", "Internal Server Error: /week/", "100 %s"):
        assert log_lines.masked(text) == text
