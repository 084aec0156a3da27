# Everything one types. `make` alone lists it.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run demo test lint fast postgres browser chromium pictures bench evidence lock

# What Python has compiled is kept, whatever the environment says: each worker of the tests would compile it anew.
export PYTHONDONTWRITEBYTECODE :=

venv := .venv/bin
python := $(venv)/python
pip := $(python) -m pip install --quiet --quiet --disable-pip-version-check --no-input --root-user-action ignore --require-hashes
tests := $(python) -m pytest
many := -n auto --dist worksteal  # neighbours stay together, and so does what a module has made once
check := DJANGO_SETTINGS_MODULE=tests.settings $(python) manage.py

help:  ## list these commands
	@sed -n 's/^\([a-z]*\):.*##/make \1 -/p' $(MAKEFILE_LIST)

run: .venv/installed  ## start the site: http://127.0.0.1:8000, or HOST and PORT
	@exec $(python) manage.py serve

demo: .venv/installed  ## put a sample person with one realistic year into the database
	@$(python) manage.py demo

test: .venv/installed-test chromium lint  ## all tests: on SQLite, on PostgreSQL, in a browser on both
	$(tests) $(many) -m "not browser"
	$(python) -m tests.postgres $(tests) $(many) -m "not browser" tests/tracker
	$(tests) $(many) -m browser
	$(python) -m tests.postgres $(tests) -m browser tests/browser/test_journey.py

lint: .venv/installed-test  ## style, types, who imports whom, migrations
	@$(venv)/ruff check --quiet .
	@$(venv)/ruff format --check --quiet .
	@$(venv)/mypy --no-error-summary
	@$(venv)/lint-imports --no-logo --verbose > .venv/imports.log 2>&1 || { cat .venv/imports.log; exit 1; }
	@$(check) makemigrations --check --dry-run --verbosity 0 || { echo "A model has no migration: name one by hand."; exit 1; }
	@echo "lint: nothing to say"

fast: .venv/installed-test  ## the tests that need no browser, on SQLite
	@$(tests) $(many) -m "not browser"

postgres: .venv/installed-test chromium  ## the same on a PostgreSQL of their own
	@$(python) -m tests.postgres $(tests) $(many) -m "not browser" tests/tracker
	@$(python) -m tests.postgres $(tests) -m browser tests/browser/test_journey.py

browser: .venv/installed-test chromium  ## the tests in a real browser
	@$(tests) $(many) -m browser

pictures: .venv/installed-test chromium  ## every page, small and large, light and dark, into pictures/
	@$(python) -m tests.browser.pictures

bench: .venv/installed-test  ## the figures of docs/performance.md, measured anew
	@$(python) -m bench

evidence: .venv/installed  ## write docs/evidence.md and docs/metrics.md anew
	@DEBUG=1 $(python) manage.py evidence
	@DEBUG=1 $(python) manage.py metrics

lock:  ## choose the newest versions that go together (needs uv)
	uv pip compile pyproject.toml --upgrade --universal --generate-hashes --python-version 3.11 \
	  --custom-compile-command "make lock" --quiet -o requirements.lock
	uv pip compile pyproject.toml --upgrade --universal --generate-hashes --python-version 3.11 \
	  --custom-compile-command "make lock" --quiet --group pyproject.toml:test -c requirements.lock -o requirements-test.lock

chromium:
	@command -v chromium chromium-browser google-chrome > /dev/null \
	  || { test "$$(id -u)" = 0 && command -v apt-get > /dev/null && apt-get install -y -qq chromium; } \
	  || { echo "The browser tests need Chromium. Please type: sudo apt-get install chromium"; exit 1; }

# The environment is made once; packages are installed when their lock has changed.
.venv/installed: requirements.lock | $(python)
	@echo "Installing what the site needs: a minute, once."
	@$(pip) -r requirements.lock
	@touch $@

.venv/installed-test: requirements-test.lock .venv/installed
	@echo "Installing what the tests need: a minute, once."
	@$(pip) -r requirements-test.lock
	@touch $@

$(python):
	@for found in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	  $$found -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2> /dev/null || continue; \
	  $$found -m venv --clear .venv && exit 0; \
	done; \
	echo "This needs Python 3.11 or newer with its venv module (Debian: apt install python3 python3-venv)."; exit 1
