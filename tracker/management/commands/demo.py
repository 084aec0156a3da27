"""A sample person for a developer: the year that visitors look around in, with a password to log in by."""

import secrets
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from tracker import sample
from tracker.models import User


class Command(BaseCommand):
    help = "Makes a person with one realistic year of logs, and prints how to log in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--email", default="demo@example.org")
        parser.add_argument("--password", help="a new one is made and printed if left out")
        parser.add_argument("--zone", default=sample.HOME, help="where the person lives, as in Europe/Berlin")
        parser.add_argument("--clean", action="store_true", help="only delete expired sample people")

    def handle(self, *, email: str, password: str | None, zone: str, clean: bool, **options: Any) -> None:
        swept = sample.sweep()
        if clean:
            self.stdout.write(_("%(count)s sample people deleted.") % {"count": swept})
            return
        if User.objects.filter(email__iexact=email).exists():
            raise CommandError(_("%(email)s exists already: name another with --email.") % {"email": email})
        password = password or secrets.token_urlsafe(12)
        sample.person(email, password, zone)
        self.stdout.write(_("Log in as %(email)s with %(password)s") % {"email": email, "password": password})
