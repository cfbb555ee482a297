# A fresh machine needs python3 (3.11 or newer) and make; everything else comes into .venv.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
  --generate-hashes --no-emit-index-url --no-header $(if $(UPGRADE),--upgrade)

.PHONY: help demo test check fix bench soak docs explorer schema rows pictures lock

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## /make \1 — /p' Makefile

demo: .venv/runtime ## load the organization Cartwheel and serve it on http://127.0.0.1:8000
	@$(BIN)/okrlog demo

test: .venv/development .venv/clients .venv/explorer ## run every test
	$(BIN)/pytest -n 2

check: .venv/development .venv/documentation ## format, lint, types, import rules, known vulnerabilities, committed schema, documentation
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/bandit --quiet --recursive --configfile pyproject.toml server schema
	$(BIN)/python -m tests.known_flaws
	$(BIN)/python -m tests.board_documents
	@$(BIN)/okrlog schema | diff - schema/schema.graphql \
	  || { echo "schema/schema.graphql is not what the code says: run 'make schema'." >&2; exit 1; }
	$(BIN)/python -m tests.documentation

fix: .venv/development ## format, and mend what ruff can mend
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

bench: .venv/development ## measure, print, and write bench.json
	$(BIN)/python -m tests.benchmarks

docs: .venv/development .venv/documentation ## build the documentation as a site, with the numbers of bench.json
	$(BIN)/python -m tests.documentation

soak: .venv/development ## keep a mixed load up for half an hour, print what should stay flat, draw soak.png
	$(BIN)/python -m tests.benchmarks.soak

explorer: .venv/explorer ## build GraphiQL, which browsers are shown at /graphql; needs npm

schema: .venv/runtime ## write schema/schema.graphql
	$(BIN)/okrlog schema > schema/schema.graphql.new
	@mv schema/schema.graphql.new schema/schema.graphql

pictures: .venv/development ## take the pictures of the board that the documentation shows
	OKRLOG_PICTURES=docs/pictures $(BIN)/pytest --quiet tests/board/test_pictures.py

rows: .venv/development ## write docs/rows.md from the marks on the tests
	$(BIN)/python -m tests.rows > docs/rows.md.new
	@mv docs/rows.md.new docs/rows.md

lock: .venv/made ## write the lock files after a change of dependencies; UPGRADE=1 for newer versions
	$(PIP) install uv
	$(LOCK) pyproject.toml --group build --output-file requirements.lock
	$(LOCK) pyproject.toml --group build --group dev --constraints requirements.lock --output-file requirements-dev.lock
	$(LOCK) --group docs --constraints requirements-dev.lock --output-file requirements-docs.lock

# Stamps, so that a second run installs nothing.
.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "okrlog needs Python 3.11 or newer, and $(PYTHON) is not: try 'make PYTHON=python3.12'." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	  || { echo "$(PYTHON) cannot make an environment: on Debian and Ubuntu, install python3-venv." >&2; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/runtime: .venv/made requirements.lock pyproject.toml
	$(PIP) install --require-hashes --requirement requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/development: .venv/runtime requirements-dev.lock
	$(PIP) install --require-hashes --requirement requirements-dev.lock
	@touch $@

.venv/documentation: .venv/development requirements-docs.lock
	$(PIP) install --require-hashes --requirement requirements-docs.lock
	@touch $@

# What front ends use; tests with them are skipped where there is no Node.
.venv/clients: .venv/made tests/live/clients/package-lock.json
	@if command -v npm > /dev/null; then \
	  npm ci --prefix tests/live/clients --ignore-scripts --no-audit --no-fund --silent \
	    || echo "The clients of front ends cannot be installed: tests with them are skipped." >&2; \
	else echo "There is no npm: tests with the clients of front ends are skipped." >&2; fi
	@touch $@

# Its packages are checked against the hashes of the lock file, and none of their scripts run.
.venv/explorer: .venv/made $(wildcard server/explorer/*.* docs/*.md README.md)
	@if command -v npm > /dev/null; then \
	  npm ci --prefix server/explorer --ignore-scripts --no-audit --no-fund --silent \
	    && (cd server/explorer && node build.js) \
	    || echo "The explorer cannot be built: /graphql shows the schema as text." >&2; \
	else echo "There is no npm: /graphql shows the schema as text." >&2; fi
	@touch $@
