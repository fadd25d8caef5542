# Everything one does with a checkout. `make` alone lists it.
PYTHON ?= $(or $(shell command -v python3.11),python3)
VENV := .venv
BIN := $(VENV)/bin
export RUN_ENGINE = embedded://$(CURDIR)/.run/index
unexport PYTHONDONTWRITEBYTECODE

# One process more than there are cores: tests wait for servers, browsers and disks. Files begin slowest first.
PROCESSES ?= $(shell expr $$(nproc 2>/dev/null || echo 2) + 1)
PYTEST = $(BIN)/python -m pytest --numprocesses $(PROCESSES) --maxprocesses 5 --dist loadfile --no-loadscope-reorder

.PHONY: help setup run test test-fast test-seconds check bench lock
help:
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

# `setup` is done again whenever the pinned versions or the package's own description change.
# uv takes a tenth of pip's time, but knows of pip's settings only the mirror, which it is told: where it fails, pip does
# it. Nothing is compiled before it is imported; that is done here once, where several processes of tests would do it.
# Quiet twice: a warning of pip about an extra that lxml no longer has would be the first that a newcomer reads.
PIP = $(BIN)/pip install --quiet --quiet --disable-pip-version-check --require-hashes --requirement
UV = $(BIN)/uv pip install --quiet --system-certs --python $(BIN)/python
$(VENV)/.done: requirements-dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "make: Demarche needs Python 3.11 or newer; name it with make PYTHON=..."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@sed --quiet '/^uv==/,/[^\\]$$/p' requirements-dev.txt >$(VENV)/uv.txt
	$(PIP) $(VENV)/uv.txt
	@mirror=$${PIP_INDEX_URL:-$$($(BIN)/pip config get global.index-url 2>/dev/null)}; if [ "$$mirror" ]; then export UV_DEFAULT_INDEX="$$mirror"; fi; \
	$(UV) --require-hashes --requirement requirements-dev.txt 2>/dev/null || { echo "make: uv can't install here; pip can, but takes longer"; $(PIP) requirements-dev.txt; }
	$(UV) --offline --no-deps --no-build-isolation --editable .
	@$(BIN)/python -c 'import tests.preloaded'
	@touch $@

setup: $(VENV)/.done ## make .venv with all that is needed; the command is then .venv/bin/demarche

run: setup ## index the examples into the embedded engine under .run/ and serve API and page; PORT=8080 for another than 8000
	$(BIN)/demarche index --engine "$$RUN_ENGINE" examples
	$(BIN)/demarche serve --engine "$$RUN_ENGINE" --port "$(or $(PORT),8000)"

test: setup ## all tests that this machine can run; what it had to leave out is said at the end
	$(PYTEST)

test-fast: setup ## for while working, in under a minute: the files that take a second and a half at most, without Elasticsearch and browser
	$(PYTEST) --fast

test-seconds: setup ## all tests, and how long each file took written to tests/seconds.csv, by which they are ordered
	$(PYTEST) --write-seconds

check: setup ## style, types, and the arrows between the packages
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: setup ## what docs/benchmarks.md quotes; KEEP=folder for its stores, STATEMENTS=10000 for a quick one, EVALUATION=folder of annotated articles for quality
	$(BIN)/python -m benchmarks.search --keep "$(or $(KEEP),.bench)" $(foreach n,$(STATEMENTS),--statements $(n))
	$(BIN)/python -m benchmarks.duplicates
ifdef EVALUATION
	$(BIN)/python -m benchmarks.extraction "$(EVALUATION)"
else
	@echo "Extraction was left out: name a folder of annotated articles with make bench EVALUATION=folder"
endif

LOCK := uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
	--custom-compile-command 'make lock' pyproject.toml
lock: setup ## write requirements*.txt anew from pyproject.toml
	$(BIN)/$(LOCK) --extra index --output-file requirements.txt
	$(BIN)/$(LOCK) --constraint requirements.txt --output-file requirements-serve.txt
	$(BIN)/$(LOCK) --extra dev --constraint requirements.txt --output-file requirements-dev.txt
