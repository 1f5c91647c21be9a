"""How much text elements hold, found in time that does not depend on how they are nested."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def text_up_to(element: Element, letters: int) -> str:
    """The text of an element with single blanks, cut off soon after `letters`."""
    parts: list[str] = []
    found = 0
    for text in element.itertext():
        words = " ".join(text.split())
        parts.append(text)
        found += len(words)
        if found > letters:
            break
    return " ".join("".join(parts).split())


def link_densities(root: Element) -> dict[Element, float]:
    """For each element the part of its letters that is in links, from 0 to 1."""
    from lxml.etree import iterwalk

    densities: dict[Element, float] = {}
    letters, linked, links = 0, 0, 0
    begun: list[tuple[int, int]] = []
    for event, element in iterwalk(root, events=("start", "end")):
        if event == "start":
            begun.append((letters, linked))
            links += element.tag == "a"
            size = len("".join((element.text or "").split()))
        else:
            before, linked_before = begun.pop()
            own = letters - before
            densities[element] = (linked - linked_before) / own if own else 0.0
            links -= element.tag == "a"
            size = len("".join((element.tail or "").split()))
        letters += size
        linked += size if links else 0
    return densities
