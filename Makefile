# make run   environment, then the main job on the example article
# make readers  environment, with what reads web pages, feeds, PDF and Parquet
# make test  environment, then the tests
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EXAMPLE := examples/corea-del-norte.es.txt

.PHONY: run readers test lint lock examples glossaries clean

run: $(VENV)/ready
	@$(BIN)/tsum run $(EXAMPLE) --to en

readers: $(VENV)/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-readers.lock

test: $(VENV)/ready-dev
	$(BIN)/python -m pytest -n auto --dist loadfile -o faulthandler_timeout=120 -o faulthandler_exit_on_timeout=true

lint: $(VENV)/ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# --no-deps leaves out PyTorch, which argostranslate asks for and tsum never imports.
$(VENV)/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

$(VENV)/ready-dev: $(VENV)/ready requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.lock
	@touch $@

# Pins and hashes for every supported Python and platform, without the addresses they came from.
COMPILE := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.10 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url --quiet

lock: $(VENV)/ready
	$(BIN)/python -m pip install --quiet uv
	$(COMPILE) --output-file requirements.lock
	$(COMPILE) --extra web --extra pdf --extra parquet --output-file requirements-readers.lock
	$(COMPILE) --group dev --extra web --extra pdf --extra parquet --output-file requirements-dev.lock

# The outputs shown in examples/ and README.md, made again after a change of package or glossary.
examples: $(VENV)/ready
	cd examples && ../$(BIN)/tsum run corea-del-norte.es.txt --to en -o corea-del-norte.briefing.md
	$(BIN)/python examples/refresh_readme.py

# The curated glossaries from hand-made files and extracts of open data.
glossaries: $(VENV)/ready
	$(BIN)/python glossaries/build.py

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache
