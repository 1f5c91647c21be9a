# make run   environment, then the main job on the example article
# make readers  environment, with what reads web pages, feeds, PDF and Parquet
# make test  environment, then the tests
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EXAMPLE := examples/corea-del-norte.es.txt

# Whoever draws PDF from pages, and the tests of pages, need a browser.
BROWSERS := chromium chromium-browser google-chrome google-chrome-stable

.PHONY: run readers test lint lock examples glossaries browser clean

run: $(VENV)/ready
	@$(BIN)/tsum run $(EXAMPLE) --to en

readers: $(VENV)/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-readers.lock

test: $(VENV)/ready-dev browser
	$(BIN)/python -m pytest -n auto --dist loadfile -o faulthandler_timeout=120 -o faulthandler_exit_on_timeout=true

# Debian's, where root may install it; else the tests that need one are skipped, and say so.
browser:
	@for name in $(BROWSERS); do command -v $$name >/dev/null && exit 0; done; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get install -qq -y --no-install-recommends chromium >/dev/null 2>&1 || \
		{ apt-get update -qq && apt-get install -qq -y --no-install-recommends chromium; } >/dev/null 2>&1; \
	fi; \
	command -v chromium >/dev/null || echo "No browser: the tests of pages and PDF are skipped; install chromium to run them."

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
	cd examples && ../$(BIN)/tsum run corea-del-norte.es.txt --to en --no-project -o corea-del-norte.briefing.md
	mkdir -p examples/corea-del-norte
	cd examples && ../$(BIN)/tsum brief corea-del-norte.es.txt --date 2024-11-29 --no-project --no-memory \
		$(foreach format,html md txt json docx pdf eml atom,-o corea-del-norte/briefing.$(format))
	cd examples && ../$(BIN)/tsum brief desk.jsonl --date 2025-05-16 --title "The desk" --sections desk-topics.toml \
		--no-project --no-memory -o desk.briefing.html
	$(BIN)/python examples/refresh_readme.py

# The curated glossaries from hand-made files and extracts of open data.
glossaries: $(VENV)/ready
	$(BIN)/python glossaries/build.py

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache
