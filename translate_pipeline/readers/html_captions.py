"""Standfirsts and captions of pictures, which trafilatura leaves out of an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translate_pipeline.document import ParagraphKind
from translate_pipeline.readers.blocks import Block, bare, heading
from translate_pipeline.readers.html_text import text_up_to

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TEXTS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "figcaption")
_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:sub-?t[ií]t(?:ulo|le)|subt[ií]tulos|standfirst|entradilla|bajada|copete|volanta-?baja|deck|dek|sumario"
    r"|subheadline|sub-?head(?:ing)?|article-?summary)(?:$|[\s_-])",
    re.IGNORECASE,
)
_AROUND = frozenset({"aside", "nav", "footer", "form", "dialog"})
_NOT_ARTICLE = re.compile(r"sidebar|comment|coment|relacionad|related|newsletter|most-?read|recomend|recommend", re.I)
_LONGEST = 1000
_LONGEST_TEXT = 20_000
_NEAR = 5
_MOST = 200


@dataclass(frozen=True)
class LeftOut:
    """A text of a page that belongs to its article: a standfirst, or the caption of a picture.

    Args:
        block: it.
        before, after: the letters of the texts before it, the nearest first, and of the text after it, as `bare` gives
            them.
        is_standfirst: whether it belongs below the headline.
    """

    block: Block
    before: tuple[str, ...]
    after: tuple[str, ...]
    is_standfirst: bool


def standfirsts_and_captions(tree: HtmlElement) -> list[LeftOut]:
    """Those of a page, in its order; 200 at most."""
    elements = list(tree.iter(*_TEXTS))
    wanted = [place for place, element in enumerate(elements) if element.tag == "figcaption" or _is_standfirst(element)]
    found: list[LeftOut] = []
    for place in wanted[:_MOST]:
        text = text_up_to(elements[place], _LONGEST)
        if not text or len(text) > _LONGEST or _stands_apart(elements[place]):
            continue
        before = _letters(elements[max(0, place - _NEAR) : place][::-1])
        after = _letters(elements[place + 1 : place + 1 + _NEAR])
        found.append(LeftOut(_block(elements[place], text), before, after, elements[place].tag != "figcaption"))
    return found


def _letters(elements: Sequence[HtmlElement]) -> tuple[str, ...]:
    texts = [text_up_to(element, _LONGEST_TEXT) for element in elements]
    return tuple(filter(None, map(bare, texts)))


def _is_standfirst(element: HtmlElement) -> bool:
    named = f"{element.get('class', '')} {element.get('itemprop', '')}"
    return element.tag in ("p", "h2", "h3") and _STANDFIRST.search(named) is not None


def _stands_apart(element: HtmlElement) -> bool:
    """Whether it stands in what is around an article."""
    return any(
        around.tag in _AROUND or _NOT_ARTICLE.search(f"{around.get('class', '')} {around.get('id', '')}")
        for around in element.iterancestors()
    )


def _block(element: HtmlElement, text: str) -> Block:
    if element.tag == "figcaption":
        return Block(text, ParagraphKind.ASIDE)
    return heading(text, 2) if element.tag in ("h2", "h3") else Block(text)


def with_left_out(blocks: Sequence[Block], left_out: Sequence[LeftOut]) -> list[Block]:
    """The blocks of an article with its standfirst and captions in their places.

    What does not stand near a text of the article belongs to another one, and stays out.
    """
    result = list(blocks)
    for lost in left_out:
        known = [bare(block.text) for block in result]
        if bare(lost.block.text) in known:
            continue
        place = _place(lost, known)
        if place is not None:
            result.insert(place, lost.block)
    return result


def _place(lost: LeftOut, known: Sequence[str]) -> int | None:
    if lost.is_standfirst:
        # The headline may have been left out as well.
        return 1 if known and known[0] in lost.before else 0
    for letters in lost.before:
        if letters in known:
            return known.index(letters) + 1
    return next((known.index(letters) for letters in lost.after if letters in known), None)
