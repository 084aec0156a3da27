#!/usr/bin/env python
"""The site's commands."""

import os
import sys

from tracker import start

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
    with start.or_a_sentence():
        from django.core.management import execute_from_command_line

        execute_from_command_line(sys.argv)
