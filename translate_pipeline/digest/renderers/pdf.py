"""PDF, printed from the HTML page by a browser that is installed."""

from __future__ import annotations

import re
from pathlib import Path

from translate_pipeline.digest.model import Digest
from translate_pipeline.digest.renderers.moment import digest_moment

_INFORMATION = re.compile(rb"/Info (\d+) 0 R")
_ELEMENT = re.compile(rb"\(node(\d{8})\)")
_DATE = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}")


class PdfRenderer:
    """Paper: the HTML page in its print style, tagged for screen readers and with an outline.

    Args:
        templates: a folder whose files stand in for the bundled templates of the same names.
        seconds: how long the browser may take.
    """

    name = "pdf"
    endings: tuple[str, ...] = (".pdf",)

    def __init__(self, templates: Path | None = None, seconds: float = 120) -> None:
        self._templates = templates
        self._seconds = seconds

    def render(self, digest: Digest) -> bytes:
        """The digest as PDF.

        Raises:
            UsageError: no Chromium browser is installed, a template is wrong, or the digest's date is no day.
            InputError: a template cannot be read.
            OutputError: the browser failed.
        """
        from translate_pipeline.digest.renderers.headless_browser import printed
        from translate_pipeline.digest.renderers.html import HtmlRenderer

        moment = digest_moment(digest).strftime("%Y%m%d%H%M%S").encode()
        page = HtmlRenderer(self._templates, unfolded=True).render(digest)
        return _renumbered(_dated(printed(page, self._seconds), moment))


def _dated(pdf: bytes, moment: bytes) -> bytes:
    """A PDF whose information (ISO 32000-1, 14.3.3) has another moment in place of that of its printing.

    The new one is as long as the old one: the file's table of offsets stays right.
    """
    reference = _INFORMATION.search(pdf, pdf.rfind(b"trailer"))
    start = pdf.find(b"\n%b 0 obj" % reference[1]) if reference else -1
    if start < 0:
        return pdf
    end = pdf.index(b"endobj", start)
    return pdf[:start] + _DATE.sub(rb"\g<1>" + moment, pdf[start:end]) + pdf[end:]


def _renumbered(pdf: bytes) -> bytes:
    """A PDF whose structure elements are numbered from one; Chromium counts what it drew before, now more, now less."""
    numbers = {found: rank for rank, found in enumerate(sorted(set(_ELEMENT.findall(pdf))), start=1)}
    return _ELEMENT.sub(lambda found: b"(node%08d)" % numbers[found[1]], pdf)
