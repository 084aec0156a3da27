"""The door for a WSGI server."""

import os

from tracker import start

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
with start.or_a_sentence():
    from django.core.wsgi import get_wsgi_application

    application = get_wsgi_application()
