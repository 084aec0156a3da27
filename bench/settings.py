"""The settings of a production start, with the floor's page beside our own."""

from tracker.settings import *  # noqa: F403

ROOT_URLCONF = "bench.floor"
API_REQUESTS = 0  # the one program here asks without a pause
