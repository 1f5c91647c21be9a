"""Styles of OpenDocument texts: which paragraphs are titles, which lists are numbered."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from translate_pipeline.readers.safe_xml import attribute, children, local_name

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TITLE_LEVELS = {"title": 1, "subtitle": 2}
_LONGEST_CHAIN = 20
_MOST_LEVEL = 9


class OdtStyles:
    """The named and the automatic styles of a document.

    Args:
        roots: the roots of `content.xml` and `styles.xml`.
    """

    def __init__(self, roots: Iterable[Element]) -> None:
        self._parents: dict[str, str | None] = {}
        self._numbered: dict[str, set[int]] = {}
        for root in roots:
            for group in [*children(root, "automatic-styles"), *children(root, "styles")]:
                for style in group:
                    self._add(style)

    def _add(self, style: Element) -> None:
        name = attribute(style, "name") or ""
        if local_name(style) == "list-style":
            levels = {_level(level) for level in children(style, "list-level-style-number")}
            self._numbered.setdefault(name, levels)
        elif local_name(style) == "style" and attribute(style, "family") == "paragraph":
            self._parents.setdefault(name, attribute(style, "parent-style-name"))

    def heading_level(self, paragraph: Element) -> int | None:
        """The level from 1 of a heading, a title or a subtitle; None for any other paragraph."""
        if local_name(paragraph) == "h":
            return _level(paragraph, "outline-level")
        name: str | None = attribute(paragraph, "style-name")
        for _ in range(_LONGEST_CHAIN):
            if name is None or name.lower() in _TITLE_LEVELS:
                break
            name = self._parents.get(name)
        return _TITLE_LEVELS.get((name or "").lower())

    def is_numbered(self, list_style: str | None, level: int) -> bool:
        """Whether the items of a list are numbered at a level from 1."""
        return level in self._numbered.get(list_style or "", ())


def _level(element: Element, name: str = "level") -> int:
    text = attribute(element, name) or "1"
    return min(int(text), _MOST_LEVEL) if re.fullmatch(r"[1-9]\d?", text) else 1
