"""All settings. The environment is read at the top and nowhere else; a bad value stops the start."""

import os
import sys
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # our arrays are small: threads would only take memory

from tracker import secret, sqlite  # takes the place of sqlite3, so it comes before Django

# isort: split
from django.core.exceptions import ImproperlyConfigured
from environs import Env, validate

BASE = Path(__file__).resolve().parent.parent
env = Env()
DEBUG = env.bool("DEBUG", False)
DATA = Path(env.str("DATA", str(BASE / "data"))).resolve()
SECRET_KEY = env.str("SECRET_KEY", "") or secret.kept(DATA / "secret_key", make=sys.argv[1:2] == ["serve"])
HOST = env.str("HOST", "127.0.0.1")
PORT = env.int("PORT", 8000, validate=validate.Range(min=1, max=65535))
WORKERS = env.int("WORKERS", 2, validate=validate.Range(min=1))
THREADS = env.int("THREADS", 4, validate=validate.Range(min=1))
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("TRUSTED_ORIGINS", [])
HTTPS = env.bool("HTTPS", False)  # the site is reached over TLS, through a proxy that says so
DATABASE_URL = env.str("DATABASE_URL", "")
DATABASE_KEY = env.str("DATABASE_KEY", "")
EMAIL_URL = env.str("EMAIL_URL", "console://")
DEFAULT_FROM_EMAIL = env.str("EMAIL_FROM", "Recovery <recovery@localhost>")
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", 0)
SAMPLES = env.bool("SAMPLES", True)  # "Look around with sample data" on the landing page
SAMPLES_PER_ADDRESS = env.int("SAMPLES_PER_ADDRESS", 3)  # a day
MAX_UPLOAD = env.int("MAX_UPLOAD_MB", 4096) * 1024 * 1024
API_REQUESTS = env.int("API_REQUESTS", 300, validate=validate.Range(min=0))  # of a token in a minute; 0: any
IMPORTS = DATA / "imports"  # files that were handed over, until they are taken or discarded

DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
IMPORTS.mkdir(mode=0o700, exist_ok=True)
if not DEBUG and secret.is_weak(SECRET_KEY):
    raise ImproperlyConfigured(
        "SECRET_KEY is missing or weak: set it to at least 50 random characters "
        "(`make run` makes and keeps one by itself)."
    )
if DATABASE_KEY and not sqlite.ENCRYPTS:
    raise ImproperlyConfigured(
        "DATABASE_KEY is set, but sqlcipher3 is not installed: nothing would be encrypted."
    )

INSTALLED_APPS = [
    "tracker",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
]
MIDDLEWARE = [
    "tracker.middleware.headers",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "tracker.middleware.LoginRequired",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "tracker.middleware.person",
]
ROOT_URLCONF = "tracker.urls"
WSGI_APPLICATION = "tracker.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": [
                "tracker.templatetags.made",
                "tracker.templatetags.marks",
                "tracker.templatetags.units",
                "django.templatetags.i18n",
                "django.templatetags.static",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

if DATABASE_URL:
    DATABASES = {"default": env.dj_db_url("DATABASE_URL", conn_max_age=0, conn_health_checks=True)}
    # One for each thread that may ask; where the database is away, a page says so after these seconds.
    pool = {"min_size": 1, "max_size": THREADS, "timeout": 10}
    DATABASES["default"]["OPTIONS"] = {**DATABASES["default"].get("OPTIONS", {}), "pool": pool}
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA / "recovery.sqlite3",
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                "timeout": 50,  # seconds: the largest import holds the lock for less; a proxy waits for 60
                "transaction_mode": "IMMEDIATE",
                "factory": sqlite.unlocking(DATABASE_KEY),
                "init_command": sqlite.OPENING,
            },
        }
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    # counts of attempts, shared by all workers
    "default": {
        "BACKEND": "tracker.disk.Counts",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},  # beyond that a third is forgotten, counts in force among them
    },
    # what was computed from one version of a record: never out of date, so each worker may keep its own
    "computed": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "computed",
        "TIMEOUT": 3600,
        "OPTIONS": {"MAX_ENTRIES": 200},
    },
}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
AUTH_USER_MODEL = "tracker.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "today"
LOGOUT_REDIRECT_URL = "today"
ACCOUNT_ADAPTER = "tracker.accounts.Adapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("en-gb", "English (United Kingdom)"), ("en-us", "English (United States)")]
LOCALE_PATHS = [BASE / "locale"]
FORMAT_MODULE_PATH = ["tracker.formats"]
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [BASE / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_KEEP_ONLY_HASHED_FILES = True  # pages name no others, and each file is compressed once

EMAIL_TIMEOUT = 10  # seconds: a mail server that hangs must not hold a thread for good
email = env.dj_email_url("EMAIL_URL", "console://")
if "EMAIL_BACKEND" not in email:
    raise ImproperlyConfigured(
        "EMAIL_URL is of no kind we know: begin it with submission://, smtp:// or console://."
    )
for name, value in email.items():
    if name.startswith("EMAIL") and value is not None:
        globals()[name] = value

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 63_072_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 90
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_TEMP_DIR = IMPORTS  # on the disk where a large file stays, so that it is moved there at once
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "tracker.requests.BoundedUploadHandler",
]

LOGGING_CONFIG = "tracker.log_lines.configure"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
}
