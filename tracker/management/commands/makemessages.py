"""Django's makemessages, which also collects what `N_` marks in recovery, charts and importers."""

from django.core.management.commands import makemessages


class Command(makemessages.Command):
    xgettext_options = [*makemessages.Command.xgettext_options, "--keyword=N_"]
