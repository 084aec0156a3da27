"""What docs/api.md shows is run as it stands there."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from django.utils import timezone

from tests.tracker.program import Program
from tests.tracker.test_api_numbers import SLEEP_AS_ANDROID
from tracker.models import User

TEXT = (Path(__file__).parent.parent.parent / "docs/api.md").read_text()


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)


def sent(heading: str) -> dict[str, str]:
    """The fields of the table under a heading."""
    part = TEXT.partition(f"## {heading}")[2].partition("\n## ")[0]
    return {name: value.strip("`") for name, value in re.findall(r"^\| ([\w ]+?) \| (.+?) \|$", part, re.M)}


class WithSecrets(yaml.SafeLoader):
    """YAML as Home Assistant reads it."""


WithSecrets.add_constructor("!secret", lambda loader, node: f"the secret {node.value}")


@pytest.fixture
def program(client, ana) -> Program:
    return Program(client, ana)


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


def test_the_home_assistant_block_logs_a_coffee_and_reads_the_night(program, ana):
    (block,) = blocks("yaml")
    told = yaml.load(block, WithSecrets)
    command = told["rest_command"]["recovery_coffee"]
    assert command["headers"] == {"Authorization": "the secret recovery"}
    path = command["url"].partition("/api/v1/")[2]
    now = timezone.now().isoformat()
    body = json.loads(command["payload"].replace("{{ now().isoformat() }}", now))
    assert program("post", path, body).status_code == 201
    (sensor,) = told["sensor"]
    value_json = program("get", sensor["resource"].partition("/api/v1/")[2]).json()
    template = sensor["value_template"].strip("{} ")
    assert template == "value_json['values']['sleep-duration'][-1]"
    assert len(value_json["values"]["sleep-duration"]) == 7


def test_the_request_of_tasker_is_taken(program, ana):
    fields = sent("Tasker (Android)")
    path = fields["URL"].partition("/api/v1/")[2]
    assert program(fields["Method"].lower(), path, json.loads(fields["Body"])).status_code == 201
    assert ana.practicelogs.get().minutes == 5


def test_the_request_of_shortcuts_is_taken(program, ana):
    fields = sent("Shortcuts (iPhone)")
    path = fields["URL"].partition("/api/v1/")[2]
    moment = timezone.now().isoformat()
    assert program(fields["Method"].lower(), path, {"mood": 7, "start": moment}).status_code == 201
    assert ana.checkinlogs.get().mood == 7


def test_nothing_done_is_an_entry_as_the_book_says(program):  # rule 10
    for slug, entry in (
        ("exercise", {"minutes": 0}),
        ("practice", {"minutes": 0}),
        ("diet", {"item": "nothing", "amount": 0}),
        ("sleep", {}),
    ):
        if entry:
            assert f"`{json.dumps(entry)}`" in TEXT
        assert program("post", f"logs/{slug}", entry).status_code == 201
