"""How many queries a page takes, counted inside a process of its own."""

import json
import sys

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tracker.models import User


def main() -> None:
    """Print {years: {"cold": …, "warm": …}} for Today."""
    found = {
        user.email.split("@")[0][1:]: counts(user) for user in User.objects.filter(email__startswith="y")
    }
    sys.stdout.write(json.dumps(found))


def counts(user: User) -> dict[str, int]:
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(user)
    return {state: count(client) for state in ("cold", "warm")}


def count(client: Client) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(reverse("today")).status_code == 200
    return len(queries)
