# Everything one does with a checkout. `make` alone lists it.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
RUN := .run

.PHONY: help setup run test check bench lock
help:
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

# `setup` is done again whenever the pinned versions or the package's own description change.
$(VENV)/.done: requirements-dev.txt pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "make: $(PYTHON) not found; name another with make PYTHON=python3"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

setup: $(VENV)/.done ## make .venv with all that is needed; the command is then .venv/bin/demarche

run: setup ## index the examples into the embedded engine under .run/ and serve API and page
	DEMARCHE_ENGINE=embedded://$(CURDIR)/$(RUN)/index $(BIN)/demarche index examples
	DEMARCHE_ENGINE=embedded://$(CURDIR)/$(RUN)/index $(BIN)/demarche serve

test: setup ## all tests that this machine can run; what it had to leave out is said at the end
	$(BIN)/python -m pytest

check: setup ## style, types, and the arrows between the packages
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: setup ## the measurements that docs/ quotes; EVALUATION names a folder of annotated articles
	$(BIN)/python -m benchmarks.extraction $(EVALUATION)

lock: setup ## write requirements*.txt anew from pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --custom-compile-command 'make lock' \
		pyproject.toml --output-file requirements.txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --custom-compile-command 'make lock' \
		pyproject.toml --extra dev --constraint requirements.txt --output-file requirements-dev.txt
