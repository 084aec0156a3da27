"""A program of a person's own, which asks the API; what it sends and what it expects."""

import json

from tracker.models import Token

NIGHT = {"asleep": "2026-03-09T23:10:00+01:00", "awake": "2026-03-10T07:00:00+01:00"}
WALK = {"activity": "walk", "minutes": 30, "day": "2026-03-10"}
ENTRIES = {
    "sleep": NIGHT,
    "exercise": WALK,
    "diet": {"item": "caffeine", "amount": 90, "start": "2026-03-10T09:00:00+01:00"},
    "practice": {"technique": "breathing", "minutes": 5, "day": "2026-03-10"},
    "checkin": {"mood": 7, "day": "2026-03-10"},
}


class Program:
    """A program of a person's own, with a token."""

    def __init__(self, client, user, scopes="read log"):
        token = Token(user=user, name="a program", scopes=scopes)
        self.client, self.secret = client, token.renew()
        token.save()
        self.headers = {"Authorization": f"Bearer {self.secret}"}

    def __call__(self, method, path, body=None, **headers):
        sent = {} if body is None else {"data": json.dumps(body), "content_type": "application/json"}
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return getattr(self.client, method)(f"/api/v1/{path}", **sent, headers=self.headers | named)


def expect_problem(answer, status, *fields):
    """The problem that an answer is, once it is the one that was expected."""
    assert answer.status_code == status, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    told = answer.json()
    assert told["status"] == status
    assert told["detail"]
    assert [error["field"] for error in told["errors"]] == list(fields)
    return told
