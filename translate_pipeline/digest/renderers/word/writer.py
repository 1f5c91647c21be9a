"""Collects the blocks of a Word document, with its bookmarks, links and table of contents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from translate_pipeline.digest.renderers.web_address import web_address
from translate_pipeline.digest.renderers.word.elements import (
    Element,
    element,
    field_marks,
    inner_link,
    outer_link,
    paragraph,
    run,
    table,
)

PAGE_WIDTH = 9638
"""Width of the text on A4 with margins of 20 mm, in twentieths of a point."""

_LEVELS_IN_CONTENTS = 2


class DocxWriter:
    """The blocks of a document in their order.

    Args:
        relate: gives the id of the relationship to an address outside.
    """

    def __init__(self, relate: Callable[[str], str]) -> None:
        self.blocks: list[Element] = []
        self._relate = relate
        self._heading_count = 0
        self._headings: list[tuple[int, str, str, str]] = []

    def heading(self, level: int, text: str, language: str = "en", bookmark: str = "", style: str = "") -> None:
        """A heading of a level from 1 to 3; the first two stand in the table of contents, unless `style` is given.

        Args:
            level: from 1 to 3.
            text: what it says.
            language: the code of its language.
            bookmark: leads to it.
            style: the id of a style of its own in place of that of its level.
        """
        self._heading_count += 1
        number = self._heading_count
        name = f"_Toc{number:06}"
        if level <= _LEVELS_IN_CONTENTS and not style:
            self._headings.append((level, text, language, name))
        runs: list[Element] = [run(text, language)]
        for identifier, mark in enumerate(filter(None, (name, bookmark)), start=2 * number):
            runs = [element("bookmarkStart", id=identifier, name=mark), *runs, element("bookmarkEnd", id=identifier)]
        self.blocks.append(paragraph(*runs, style=style or f"Heading{level}", language=language))

    def paragraph(self, *content: Element, style: str = "", language: str = "en") -> None:
        """A paragraph of runs and links."""
        self.blocks.append(paragraph(*content, style=style, language=language))

    def table(self, header: Sequence[str], rows: Iterable[Sequence[Sequence[Element]]], shares: Sequence[int]) -> None:
        """A table over the whole width; `shares` are the columns' parts of it."""
        cells = [paragraph(run(name), style="TableHeader") for name in header]
        widths = [PAGE_WIDTH * share // sum(shares) for share in shares]
        self.blocks += [table(cells, rows, widths), paragraph(style="AfterTable")]

    def link(self, text: str, url: str | None) -> Element:
        """Text that leads to an address if that is one of the web, and is text alone otherwise."""
        address = web_address(url)
        if address is None:
            return run(text)
        return outer_link(self._relate(address), run(text, style="Hyperlink"))

    def contents(self) -> Element:
        """The table of contents, filled in: page numbers come when a reader updates it."""
        before, after = field_marks(f'TOC \\o "1-{_LEVELS_IN_CONTENTS}" \\h \\z')
        entries = [
            paragraph(inner_link(name, run(text, language)), style=f"TOC{level}", language=language)
            for level, text, language, name in self._headings
        ]
        opening = paragraph(*before, style="AfterTable")
        gallery = element("docPartGallery", val="Table of Contents")
        properties = element("sdtPr", element("docPartObj", gallery, element("docPartUnique")))
        return element(
            "sdt", properties, element("sdtContent", opening, *entries, paragraph(after, style="AfterTable"))
        )
