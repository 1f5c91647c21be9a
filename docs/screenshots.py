"""Takes the pictures of the HTML page in this folder: `python -m docs.screenshots`.

They show the briefing of the example desk, which `make examples` makes, in the browser that the tests use.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

DOCS = Path(__file__).parent
BRIEFING = DOCS.parent / "examples" / "desk.briefing.html"
PHONE = {"viewport": {"width": 390, "height": 1180}, "has_touch": True, "is_mobile": True}
PICTURES: dict[str, dict[str, Any]] = {
    "briefing.png": {"viewport": {"width": 1280, "height": 1480}, "color_scheme": "light"},
    "briefing-dark.png": {"viewport": {"width": 1280, "height": 1480}, "color_scheme": "dark"},
    "briefing-phone.png": {**PHONE, "color_scheme": "light"},
}


def main() -> None:
    """Writes each picture, and the first printed page as `briefing-print.png`."""
    from playwright.sync_api import sync_playwright
    from pypdfium2 import PdfDocument

    from benchmarks.chromium import chromium

    with sync_playwright() as playwright, chromium(playwright) as browser:
        for name, options in PICTURES.items():
            page = browser.new_page(**options)
            page.goto(BRIEFING.as_uri())
            if not options.get("has_touch"):
                page.hover(".pairs :is(.term, .name):visible >> nth=0")
            page.screenshot(path=DOCS / name)
        printed = PdfDocument(page.pdf(prefer_css_page_size=True, print_background=False))
        printed[0].render(scale=1.5).to_pil().save(DOCS / "briefing-print.png", optimize=True)


if __name__ == "__main__":
    main()
