"""Every operation of the API against its own document: whatever is sent, it answers as it says it does.

A few requests an operation in every run; many with HYPOTHESIS_PROFILE=thorough.
"""

import os
from collections.abc import Iterator

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.tracker.program import ENTRIES, Program
from tracker.api import api
from tracker.api.document import document
from tracker.kinds import KINDS
from tracker.models import Pause, Target
from tracker.wsgi import application

THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
schema = schemathesis.openapi.from_dict(document(api))
schema.config.phases.coverage.enabled = THOROUGH
schema.config.generation.with_security_parameters = False  # the token is sent whatever a case says
if not THOROUGH:  # the operations of every kind are made by the same code
    schema = schema.exclude(path_regex=f"/logs/(?!{next(iter(KINDS))})")
schema.app = application


@pytest.fixture
def headers(client, ana, settings) -> Iterator[dict[str, str]]:
    """A token of somebody who has something of everything, and may ask as often as they like."""
    settings.API_REQUESTS = 0
    settings.ALLOWED_HOSTS = ["*"]
    program = Program(client, ana)
    for slug, entry in ENTRIES.items():
        program("post", f"logs/{slug}", entry)
    Pause.objects.create(user=ana, first="2026-03-10")
    Target.objects.create(user=ana, strategy="aerobic-minutes", starts="2026-03-02", low=150)
    # The test's own connection has to outlive a request, as it does with Django's own client.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield program.headers | {"Accept-Encoding": "identity"}  # the client of these tests unpacks nothing
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@schema.parametrize()
@settings(max_examples=200 if THOROUGH else 2, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_operation_answers_as_its_document_says(case, headers):
    # Rules of days and nights go beyond what a schema can say, so fitting data may well be refused.
    answer = case.call_and_validate(headers=headers, excluded_checks=[positive_data_acceptance])
    assert answer.status_code < 500
