"""The running text of Markdown as clean prose, with its links beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translate_pipeline.readers.cleaning import clean_text
from translate_pipeline.translation.prose import is_prose

if TYPE_CHECKING:
    from markdown_it.token import Token

# A reference to a footnote; at the beginning of text, `[^1]:` is the footnote itself.
_REFERENCE = re.compile(r"(?!^\[\^[^\[\]\s]+\]:)\[\^[^\[\]\s]+\]")
HARD_BREAK = "\\\n"
_BREAK_TAG = re.compile(r"<br\s*/?>", re.I)
_LINK_TAG = re.compile(r"<a\s(?:[^>]*\s)?href\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.I)
_LINK_END = re.compile(r"</a\s*>", re.I)
_IMAGE_TAG = re.compile(r"<img\s", re.I)
_MARKUP = re.compile(r"[\\\[\]*_`<~]|&(?=#?\w+;)")
_NOT_BARE = re.compile(r"[\s()<>\\\x00-\x1f]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


@dataclass
class Segment:
    """Running text up to a line break that its author set.

    Args:
        text: clean prose; inline code and addresses stand in it as they are.
        has_prose: whether there is anything to translate in it.
        before: the Markdown of images before the text.
        references: that of the references to footnotes in it.
        images: that of the images in it.
        links: that of the links in it.
        ending: the Markdown of the line break.
    """

    text: str = ""
    has_prose: bool = False
    before: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    images: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    ending: str = ""


@dataclass
class _Link:
    address: str
    text: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def markdown(self) -> str:
        return f"[{' '.join(''.join(self.text).split())}]({destination(self.address)})"


def segments_of(tokens: Iterable[Token]) -> list[Segment]:
    """The segments of the tokens of a paragraph, a heading or a cell."""
    builder = _Builder()
    for token in tokens:
        builder.add(token)
    return builder.finished()


def destination(address: str) -> str:
    """An address as it stands in a link of Markdown."""
    address = _CONTROL.sub(lambda match: f"%{ord(match.group()):02X}", address)
    if not _NOT_BARE.search(address):
        return re.sub(r"&(?=#?\w+;)", r"\\&", address)
    return "<" + re.sub(r"[<>\\]|&(?=#?\w+;)", r"\\\g<0>", address) + ">"


def escaped(text: str) -> str:
    """Text whose characters mark nothing in Markdown."""
    return _MARKUP.sub(r"\\\g<0>", text)


class _Builder:
    def __init__(self) -> None:
        self._segments: list[Segment] = []
        self._begin()
        self._links: list[_Link] = []

    def _begin(self) -> None:
        self._segment = Segment()
        self._texts: list[str] = []
        self._words: list[str] = []

    def _end(self, ending: str) -> None:
        text = "".join(self._texts)
        self._segment.references += _REFERENCE.findall(text)
        self._segment.text = _line(_REFERENCE.sub("", text))
        self._segment.has_prose = is_prose(_line(_REFERENCE.sub("", "".join(self._words))))
        self._segment.ending = ending
        self._segments.append(self._segment)
        self._begin()

    def finished(self) -> list[Segment]:
        while self._links:
            self._close_link()
        self._end("")
        return self._segments

    def add(self, token: Token) -> None:
        if token.type in ("text", "text_special"):
            self._add_text(token.content)
        elif token.type == "softbreak":
            self._add_text(" ")
        elif token.type == "hardbreak":
            self._end(HARD_BREAK)
        elif token.type == "code_inline":
            self._add_code(token)
        elif token.type == "image":
            self._add_image(f"![{_line(escaped(_alternative(token)))}]({destination(str(token.attrs['src']))})")
        elif token.type == "link_open":
            self._links.append(_Link(str(token.attrs["href"])))
        elif token.type == "link_close":
            self._close_link()
        elif token.type == "html_inline":
            self._add_tag(token.content)

    def _add_tag(self, tag: str) -> None:
        if _BREAK_TAG.fullmatch(tag):
            self._end("<br>")
        elif opening := _LINK_TAG.match(tag):
            self._links.append(_Link(next(group for group in opening.groups() if group is not None)))
        elif _LINK_END.match(tag) and self._links:
            self._close_link()
        elif _IMAGE_TAG.match(tag):
            self._add_image(" ".join(tag.split()))

    def _add_text(self, text: str) -> None:
        self._texts.append(text)
        self._words.append(text)
        for link in self._links:
            link.text.append(escaped(text))
            link.words.append(text)

    def _add_code(self, token: Token) -> None:
        pad = " " if token.content[:1] == "`" or token.content[-1:] == "`" else ""
        self._add_verbatim(f"{token.markup}{pad}{token.content}{pad}{token.markup}")

    def _add_verbatim(self, markdown: str) -> None:
        self._texts.append(markdown)
        for link in self._links:
            link.text.append(markdown)

    def _close_link(self) -> None:
        link = self._links.pop()
        words = "".join(link.words).strip()
        if not self._links and words.startswith("^") and self._texts[-1:] == [words]:
            # Markdown takes `[^1]: https://example.org` for the definition of a link.
            self._texts[-1] = self._words[-1] = f"[{words}]"
        elif not words and link.text:
            self._add_image(link.markdown())
        elif words != link.address.removeprefix("mailto:"):  # else the text says it already
            self._add_link(link.markdown())

    def _add_link(self, markdown: str) -> None:
        if self._links:
            self._links[-1].text.append(markdown)
        else:
            self._segment.links.append(markdown)

    def _add_image(self, markdown: str) -> None:
        if self._links:
            self._links[-1].text.append(markdown)
        elif "".join(self._texts).strip():
            self._segment.images.append(markdown)
        else:
            self._segment.before.append(markdown)


def _alternative(image: Token) -> str:
    texts = (" " if child.type in ("softbreak", "hardbreak") else child.content for child in image.children or ())
    return "".join(texts)


def _line(text: str) -> str:
    return " ".join(clean_text(text)[0].split())
