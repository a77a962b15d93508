# Two commands do all the set-up: `make demo` and `make test`. Both make .venv themselves and may be run again.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
UV := $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links --upgrade
SEED := seeds/150525_top_kor.txt

.PHONY: demo test lint types unit lock wheel bench clean

demo: .venv/installed  ## translate the seed article into exports/
	$(BIN)/translate article $(SEED)

test: lint types unit  ## everything that CI checks

lint: .venv/tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/tested
	$(BIN)/mypy

unit: .venv/tested
	$(BIN)/python -m pytest

wheel: .venv/tested  ## dist/yeonjae-*.whl, with the starter engine inside
	$(PIP) wheel --no-deps --no-build-isolation --wheel-dir dist .

bench: .venv/tested  ## the figures of docs/benchmarks.md; the ones of docs/terms.md take long: benchmarks/terms.py
	$(BIN)/python benchmarks/segmentation.py
	$(BIN)/python benchmarks/matching.py

.venv/installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/tested: .venv/installed requirements-test.lock
	$(PIP) install --require-hashes -r requirements-test.lock
	@touch $@

lock:  ## renew both lock files (needs uv in .venv and a network)
	echo 'flit_core==3.12.0' | $(UV) pyproject.toml - --output-file requirements.lock
	echo 'flit_core==3.12.0' | $(UV) --extra test pyproject.toml - --output-file requirements-test.lock
	sed -i '1i # Versions and hashes of everything that is installed; `make lock` writes this file.' \
		requirements.lock requirements-test.lock

clean:
	rm -rf .venv dist
