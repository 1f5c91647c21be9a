"""Takes the pictures of the HTML page in this folder: `python docs/screenshots.py`.

It opens the same digest in the same browser as tests/digest/test_html_in_browser.py does, without its hostile story.
"""

from __future__ import annotations

import importlib
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from translate_pipeline.digest.model import Digest, Section
from translate_pipeline.digest.renderers.html import HtmlRenderer

DOCS = Path(__file__).parent
HOSTILE = "8c9d0e1f"
PHONE = {"viewport": {"width": 390, "height": 1180}, "has_touch": True, "is_mobile": True}
PICTURES: dict[str, dict[str, Any]] = {
    "briefing.png": {"viewport": {"width": 1280, "height": 1480}, "color_scheme": "light"},
    "briefing-dark.png": {"viewport": {"width": 1280, "height": 1480}, "color_scheme": "dark"},
    "briefing-phone.png": {**PHONE, "color_scheme": "light"},
}


def digest() -> Digest:
    """The digest of the tests without the story that attacks the page."""
    # argostranslate installs a package `tests` of its own, which hides ours outside pytest.
    sys.path.insert(0, str(DOCS.parent / "tests"))
    made: Digest = importlib.import_module("digest.sample").sample_digest()
    return replace(
        made, sections=tuple(Section(s.name, tuple(t for t in s.stories if t.id != HOSTILE)) for s in made.sections)
    )


def main() -> None:
    """Writes each picture, and the first printed page as `briefing-print.png`."""
    from playwright.sync_api import sync_playwright
    from pypdfium2 import PdfDocument

    page_of = HtmlRenderer().render(digest())
    chromium = importlib.import_module("digest.browser").chromium
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright, chromium(playwright) as browser:
        file = Path(folder) / "briefing.html"
        file.write_bytes(page_of)
        for name, options in PICTURES.items():
            page = browser.new_page(**options)
            page.goto(file.as_uri())
            if not options.get("has_touch"):
                page.hover(".pairs .term >> nth=1")
            page.screenshot(path=DOCS / name)
        printed = PdfDocument(page.pdf(prefer_css_page_size=True, print_background=False))
        printed[0].render(scale=1.5).to_pil().save(DOCS / "briefing-print.png", optimize=True)


if __name__ == "__main__":
    main()
