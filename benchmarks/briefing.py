"""A briefing of many articles: how long it takes beyond translation, and what its page does in a browser."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks import evaluation
from benchmarks.chromium import chromium, installed_browser
from benchmarks.table import print_table, verdict

_FILE = "articles.es.jsonl"
_MOST_SECONDS = 2.0
_RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}


def _dated_articles(folder: Path, count: int) -> str:
    """The first articles that have a date, as JSON Lines."""
    lines = (folder / _FILE).read_text(encoding="utf-8").splitlines()
    dated = [line for line in lines if json.loads(line)["date"]]
    return "".join(f"{line}\n" for line in dated[:count])


def _seconds(inputs: Path, output: Path, memory: Path) -> float:
    """Wall time of the command."""
    command = [sys.executable, "-m", "translate_pipeline", "brief", str(inputs), "-o", str(output)]
    command += ["--date", "2025-01-01", "--memory", str(memory), "--no-project", "--quiet"]
    began = time.perf_counter()
    subprocess.run(command, check=True)
    return time.perf_counter() - began


def _in_browser(page_file: Path) -> list[list[str]]:
    """What the page does: requests, errors, violations of WCAG AA, printed pages."""
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright
    from pypdfium2 import PdfDocument

    requests: list[str] = []
    errors: list[str] = []
    rows = []
    with sync_playwright() as playwright, chromium(playwright) as browser:
        for scheme in ("light", "dark"):
            page = browser.new_page(color_scheme=scheme)
            page.on("request", lambda request: requests.append(request.url))
            page.on("pageerror", lambda error: errors.append(str(error)))
            began = time.perf_counter()
            page.goto(page_file.as_uri())
            opened = time.perf_counter() - began
            page.hover(".pairs .s >> nth=0")
            page.locator("summary").first.click()
            found: Any = Axe().run(page, options=_RULES)
            rows.append([f"seconds to open, {scheme}", f"{opened:.2f}", ""])
            rows.append([f"violations of WCAG AA, {scheme}", str(found.violations_count), "none"])
        rows.append(
            ["requests beyond the file", str(len([url for url in requests if url != page_file.as_uri()])), "none"]
        )
        rows.append(["script errors", str(len(errors)), "none"])
        rows.append(["printed pages", str(len(PdfDocument(page.pdf(prefer_css_page_size=True)))), ""])
    return rows


def main() -> None:
    """Prints a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.briefing", description=__doc__)
    evaluation.add_option(parser)
    parser.add_argument("--articles", type=int, default=40, help="how many articles")
    options = parser.parse_args()
    articles = _dated_articles(evaluation.folder(options.eval, _FILE), options.articles)
    with tempfile.TemporaryDirectory() as name:
        inputs, output, memory = (Path(name) / file for file in ("articles.jsonl", "briefing.html", "memory.sqlite"))
        inputs.write_text(articles, encoding="utf-8")
        first = _seconds(inputs, output, memory)
        again = min(_seconds(inputs, output, memory) for _ in range(3))
        rows = [
            ["seconds with translation", f"{first:.2f}", ""],
            ["seconds with all translations in memory", f"{again:.2f}", verdict(again, _MOST_SECONDS)],
            ["megabytes of HTML", f"{output.stat().st_size / 1e6:.2f}", ""],
        ]
        if installed_browser() is None:
            evaluation.stop("no chromium and no google-chrome: install one to see what the page does in it")
        print_table([f"a briefing of {options.articles} articles", "", "target"], rows + _in_browser(output))


if __name__ == "__main__":
    main()
