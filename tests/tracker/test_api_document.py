"""What docs/api.md shows is run as it stands there."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest
import yaml
from django.utils import timezone

from tests.tracker.program import Program
from tests.tracker.test_api_numbers import SLEEP_AS_ANDROID
from tracker.models import SleepLog, User

TEXT = (Path(__file__).parent.parent.parent / "docs/api.md").read_text()


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)


def fields(heading: str) -> dict[str, str]:
    """The table under a heading, as it is written."""
    part = TEXT.partition(f"## {heading}")[2].partition("\n## ")[0]
    return dict(re.findall(r"^\| ([\w ]+?) \| (.+?) \|$", part, re.M))


def named(cell: str) -> dict[str, str]:
    """The headers that a cell of a table lists."""
    return dict(re.findall(r"`([\w-]+)`?: `?([^`]+)`", cell))


def filled(template: str, **names: Any) -> str:
    """What Home Assistant makes of a template; what stands in ours means the same in Python."""
    return re.sub(
        r"\{\{(.+?)\}\}", lambda found: str(eval(found[1].strip(), {"none": None, **names})), template
    )


@pytest.fixture
def send(client, ana, settings):
    """Send a request to the very address, with the very headers that are shown, but for the token itself."""
    secret = Program(client, ana).secret

    def sends(method: str, address: str, headers: Mapping[str, str], body: str = "") -> Any:
        site = urlsplit(address)
        settings.ALLOWED_HOSTS = [site.hostname]
        meant = {name: value.replace("rec_…", secret) for name, value in headers.items()}
        kind = meant.pop("Content-Type", "")
        path = f"{site.path}?{site.query}"
        return client.generic(method, path, body, kind, headers={**meant, "Host": site.netloc})

    return sends


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not installed")
def test_the_lines_of_curl_and_of_python_do_what_is_said(live_server, client, tmp_path):
    user = User.objects.create_user("ana@example.org", "a long password", zone="Europe/Berlin")
    (tmp_path / "sleep-export.csv").write_bytes(SLEEP_AS_ANDROID)
    known = {"HERE": live_server.url, "TOKEN": Program(client, user).secret}

    def run(*command: str) -> str:
        options = {"env": os.environ | known, "cwd": tmp_path, "timeout": 60}
        return subprocess.run(command, check=True, capture_output=True, text=True, **options).stdout

    coffee, numbers, file = [run("sh", "-e", "-c", block) for block in blocks("sh")]
    assert json.loads(coffee)["amount"] == 90
    assert json.loads(numbers)["values"] == {"sleep-duration": [None] * 7}
    assert (tmp_path / "nights.png").read_bytes().startswith(b"\x89PNG")
    assert json.loads(file)["state"] == "ready"
    (script,) = blocks("python")
    assert run(sys.executable, "-c", script) == "[None, 35.0, 45.0, None, None, None, None]\n"
    assert sorted(user.exerciselogs.values_list("minutes", flat=True)) == [35, 45]


@pytest.fixture
def home():
    """The block of Home Assistant, with the token that the text puts into secrets.yaml."""
    (block,) = blocks("yaml")
    assert "in `secrets.yaml` as `recovery: Bearer rec_…`" in TEXT
    return yaml.load(block.replace("!secret recovery", "Bearer rec_…"), yaml.SafeLoader)


def test_the_button_of_home_assistant_logs_a_coffee(send, home, ana):
    told = home["rest_command"]["recovery_coffee"]
    body = filled(told["payload"], now=timezone.now)
    headers = {**told["headers"], "Content-Type": told["content_type"]}
    answer = send(told["method"].upper(), told["url"], headers, body)
    assert answer.status_code == 201, answer.content
    coffee = ana.dietlogs.get()
    assert (coffee.item, coffee.amount) == ("caffeine", 90)
    assert timezone.now() - coffee.start < timedelta(minutes=1)


def test_the_sensor_of_home_assistant_shows_last_night_where_it_is_known(send, home, ana):
    (told,) = home["sensor"]
    assert told["platform"] == "rest"

    def shown() -> tuple[str, str]:
        value = send("GET", told["resource"], told["headers"]).json()
        return tuple(filled(told[name], value_json=value) for name in ("availability", "value_template"))

    assert shown() == ("False", "None")
    woke = timezone.now().astimezone(ZoneInfo(ana.zone)).replace(hour=7, minute=0, second=0, microsecond=0)
    SleepLog.objects.create(
        user=ana,
        day=woke.date(),
        asleep=woke - timedelta(hours=8),
        awake=woke,
        zone=ana.zone,
        zone_bed=ana.zone,
    )
    ana.touch()
    assert shown() == ("True", "480.0")


def test_the_request_of_tasker_is_taken(send, ana):
    told = fields("Tasker (Android)")
    address, body = told["URL"].strip("`"), told["Body"].strip("`")
    answer = send(told["Method"], address, named(told["Headers"]), body)
    assert answer.status_code == 201, answer.content
    assert ana.practicelogs.get().minutes == 5


@pytest.mark.parametrize("body", ['{"mood": 7}', '{"mood": 7.0, "start": "NOW"}'])
def test_the_request_of_shortcuts_is_taken(send, ana, body):
    told = fields("Shortcuts (iPhone)")
    assert "a number `mood`" in told["Request Body"]
    now = timezone.localtime(timezone=ZoneInfo("Europe/Berlin")).isoformat(timespec="seconds")
    headers = {**named(told["Headers"]), "Content-Type": "application/json"}  # Shortcuts adds the type itself
    answer = send(told["Method"], told["URL"].strip("`"), headers, body.replace("NOW", now))
    assert answer.status_code == 201, answer.content
    assert ana.checkinlogs.get().mood == 7


def test_nothing_done_is_an_entry_as_the_book_says(client, ana):  # rule 10
    for slug, entry in (
        ("exercise", {"minutes": 0}),
        ("practice", {"minutes": 0}),
        ("diet", {"item": "nothing", "amount": 0}),
        ("sleep", {}),
    ):
        if entry:
            assert f"`{json.dumps(entry)}`" in TEXT
        assert Program(client, ana)("post", f"logs/{slug}", entry).status_code == 201
