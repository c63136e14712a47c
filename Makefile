PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8501

.DEFAULT_GOAL := help

.PHONY: help
help:  ## list what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 14

.venv/run: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Bilim Monitor needs Python 3.11 or newer: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/dev: .venv/run requirements-dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

.PHONY: dashboard
dashboard: .venv/run seeds-read  ## read seeds/ and open the dashboard on http://localhost:8501
	$(BIN)/streamlit run dashboard.py --server.port $(PORT)

.PHONY: maintain
maintain: .venv/run seeds-read  ## the dashboard with editing, on this machine only: review, correct, add an article
	BILIM_MAINTAIN=1 $(BIN)/streamlit run dashboard.py --server.port $(PORT) --server.address 127.0.0.1

.PHONY: extract
extract: .venv/run  ## read the articles in seeds/ into data/extracted/
	$(BIN)/python -m loaders extract

.PHONY: seeds-read
seeds-read: .venv/run  # an article that can't be read is listed; the dashboard opens with the others
	-@$(BIN)/python -m loaders extract

.PHONY: check
check: .venv/run  ## every problem of every YAML file, with its line
	$(BIN)/python -m loaders check

.PHONY: tidy
tidy: .venv/run  ## write every YAML record in its one canonical form
	$(BIN)/python -m loaders tidy

.PHONY: test
test: .venv/dev chromium  ## everything: style, records, loaders, pages, a real browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m loaders check
	$(BIN)/python -m loaders tidy --check
	$(BIN)/python -m pytest

.PHONY: chromium
chromium:  # the browser tests' browser, where there is none yet
	@command -v chromium chromium-browser google-chrome >/dev/null || \
	  { command -v apt-get >/dev/null || { echo "Install Chromium: the browser tests need it" >&2; exit 1; }; \
	    sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); $$sudo apt-get update -qq && $$sudo apt-get install -y -qq chromium; }

.PHONY: bench
bench: .venv/dev chromium  ## how fast reading and the pages are, as ratios in one run (tests/bench/RESULTS.md keeps the latest)
	$(BIN)/pip install --quiet --disable-pip-version-check -r tests/bench/requirements.txt
	$(BIN)/python -m tests.bench.loaders
	$(BIN)/python -m tests.bench.records
	$(BIN)/python -m tests.bench.pages
