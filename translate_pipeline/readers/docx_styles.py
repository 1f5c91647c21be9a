"""Paragraph styles and numbering of Word documents: which paragraphs are headings, which are items of lists.

Elements: ECMA-376 part 1, sections 17.7 (styles) and 17.9 (numbering).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translate_pipeline.readers.safe_xml import attribute, child, children

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HEADING_NAME = re.compile(r"heading (\d)$", re.I)
_CONTENTS_NAME = re.compile(r"(?:toc \d|toc heading|table of figures)$", re.I)
_LONGEST_CHAIN = 20
_TITLE_LEVELS = {"title": 1, "subtitle": 2}
_BODY_OUTLINE = 9


def value_of(element: Element | None, *path: str) -> str | None:
    """The `w:val` of the element along a path of local names."""
    found = child(element, *path) if element is not None else None
    return attribute(found, "val") if found is not None else None


def number_of(text: str | None) -> int | None:
    """A whole number of at most nine digits, or None."""
    return int(text) if text is not None and re.fullmatch(r"\d{1,9}", text) else None


@dataclass(frozen=True)
class ListPlace:
    """Where in a numbering a paragraph stands: the id of its list, and its level from 0."""

    list_id: str
    level: int


@dataclass(frozen=True)
class Style:
    """What a paragraph style says, before the styles that it is based on are asked."""

    name: str = ""
    based_on: str | None = None
    outline: int | None = None
    list_id: str | None = None
    list_level: int | None = None


@dataclass
class Styles:
    """The paragraph styles of a document by their ids."""

    by_id: dict[str, Style] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Element | None) -> Styles:
        """The styles in the root of `styles.xml`; none without one."""
        found = {}
        for element in children(root, "style"):
            properties = child(element, "ppr")
            found[attribute(element, "styleId") or ""] = Style(
                value_of(element, "name") or "",
                value_of(element, "basedon"),
                number_of(value_of(properties, "outlinelvl")),
                value_of(properties, "numpr", "numid"),
                number_of(value_of(properties, "numpr", "ilvl")),
            )
        return cls(found)

    def _chain(self, style_id: str | None) -> list[Style]:
        chain: list[Style] = []
        while style_id in self.by_id and len(chain) < _LONGEST_CHAIN:
            chain.append(self.by_id[style_id])
            style_id = chain[-1].based_on
        return chain

    def heading_level(self, properties: Element | None) -> int | None:
        """The level of a heading from 1, or None for a paragraph that is none."""
        own = number_of(value_of(properties, "outlinelvl"))
        if own is not None:
            return own + 1 if own < _BODY_OUTLINE else None
        for style in self._chain(value_of(properties, "pstyle")):
            named = _HEADING_NAME.match(style.name)
            if named:
                return int(named.group(1))
            if style.name.lower() in _TITLE_LEVELS:
                return _TITLE_LEVELS[style.name.lower()]
            if style.outline is not None:
                return style.outline + 1 if style.outline < _BODY_OUTLINE else None
        return None

    def is_contents(self, properties: Element | None) -> bool:
        """Whether a paragraph is a line of a table of contents."""
        return any(_CONTENTS_NAME.match(style.name) for style in self._chain(value_of(properties, "pstyle")))

    def list_place(self, properties: Element | None) -> ListPlace | None:
        """Where in a list a paragraph stands; None if it is no item."""
        level = number_of(value_of(properties, "numpr", "ilvl"))
        list_id = value_of(properties, "numpr", "numid")
        for style in self._chain(value_of(properties, "pstyle")):
            list_id = style.list_id if list_id is None else list_id
            level = style.list_level if level is None else level
        return ListPlace(list_id, min(level or 0, 8)) if list_id not in (None, "0") else None


@dataclass(frozen=True)
class ListLevel:
    """How the items of one level of a list are marked: numbered from `start`, or with a bullet."""

    numbered: bool
    start: int


class Numbering:
    """Counts the items of a document's lists.

    Args:
        root: the root of `numbering.xml`; without one every list has bullets.
    """

    def __init__(self, root: Element | None) -> None:
        abstract = {attribute(a, "abstractNumId"): self._levels(a) for a in children(root, "abstractnum")}
        self._levels_of = {
            attribute(num, "numId"): abstract.get(value_of(num, "abstractnumid"), {}) for num in children(root, "num")
        }
        self._counts: dict[str, dict[int, int]] = {}

    @staticmethod
    def _levels(abstract: Element) -> dict[int, ListLevel]:
        found = {}
        for level in children(abstract, "lvl"):
            form = value_of(level, "numfmt") or "decimal"
            start = number_of(value_of(level, "start"))
            found[number_of(attribute(level, "ilvl")) or 0] = ListLevel(
                form not in ("bullet", "none"), 1 if start is None else start
            )
        return found

    def mark(self, place: ListPlace) -> str:
        """The Markdown mark of the next item at a place, indented by its level."""
        level = self._levels_of.get(place.list_id, {}).get(place.level, ListLevel(False, 1))
        counts = self._counts.setdefault(place.list_id, {})
        counts[place.level] = counts.get(place.level, level.start - 1) + 1
        for deeper in [other for other in counts if other > place.level]:
            del counts[deeper]
        return "   " * place.level + (f"{counts[place.level]}. " if level.numbered else "- ")
