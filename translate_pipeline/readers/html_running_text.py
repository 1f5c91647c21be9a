"""Markup of running text, made such that trafilatura loses none of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translate_pipeline.readers.html_text import text_up_to

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_INLINE = frozenset("a abbr acronym bdi bdo br cite code data del dfn ins label mark q s span strike time wbr".split())
_CONTAINERS = ("article", "body", "center", "div", "main", "section", "td")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_LABEL_LETTERS = 30


def mark_up_running_text(tree: HtmlElement) -> None:
    """Changes the markup of a page, not its text.

    Trafilatura leaves out `time`, also within sentences, sets `q` apart as a paragraph, and passes over text that
    stands beside paragraphs without being one.
    """
    for element in tree.iter("*"):
        # Damaged pages give names that lxml makes but does not take.
        if not _NAME.fullmatch(element.tag):
            element.tag = "span"
    for quotation in list(tree.iter("q")):
        quotation.text = "“" + (quotation.text or "")
        quotation.tail = "”" + (quotation.tail or "")
        quotation.tag = "span"
    for time in list(tree.iter("time")):
        if _is_in_sentence(time):
            time.tag = "span"
    for container in list(tree.iter(*_CONTAINERS)):
        if next(container.iterchildren("p"), None) is not None:
            _wrap_loose_text(container)


def _is_in_sentence(element: HtmlElement) -> bool:
    around = next(element.iterancestors("p", "li", "td", "blockquote", "h1", "h2", "h3", "div"), None)
    if around is None or around.tag == "div":
        return False
    own = len(text_up_to(element, _LABEL_LETTERS))
    enough = own + _LABEL_LETTERS
    return own > 0 and len(text_up_to(around, enough)) > enough


def _wrap_loose_text(container: HtmlElement) -> None:
    runs: list[tuple[str, list[HtmlElement]]] = [(container.text or "", [])]
    children = list(container)
    for child in children:
        if child.tag in _INLINE:
            runs[-1][1].append(child)
        else:
            runs.append((child.tail or "", []))
    blocks = [child for child in children if child.tag not in _INLINE]
    for (text, inline), before in zip(runs, [None, *blocks], strict=True):
        if not text.strip() and not any((element.tail or "").strip() for element in inline):
            continue
        paragraph = container.makeelement("p")
        paragraph.text = text
        if before is None:
            container.text = None
            container.insert(0, paragraph)
        else:
            before.tail = None
            before.addnext(paragraph)
        paragraph.extend(inline)
