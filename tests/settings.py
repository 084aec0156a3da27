"""The settings of a production start, with a key and a folder of the tests' own.

Only these differ: passwords are hashed fast, static files are served as they lie, and nothing is left behind.
"""

import atexit
import os
import shutil
import tempfile

folder = tempfile.mkdtemp(prefix="recovery-test-")
atexit.register(shutil.rmtree, folder, ignore_errors=True)
os.environ |= {
    "SECRET_KEY": "a key for tests alone, as long as a real one has to be",
    "DATA": folder,
    "DEBUG": "0",
}
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright keeps an event loop in the tests' own thread
for name in ("DATABASE_KEY", "EMAIL_URL", "HOST", "HTTPS", "PORT", "SAMPLES"):
    os.environ.pop(name, None)

from tracker.settings import *  # noqa: E402, F403
from tracker.settings import DATA, DATABASES, STATIC_ROOT, STORAGES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True  # each client of a test would look through all static files first
STATIC_ROOT.mkdir()  # WhiteNoise warns where it is missing
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {
        "NAME": DATA / "test.sqlite3"
    }  # a file, so that threads meet as in real life
