"""Pieces of HTML, as feeds carry them, to blocks."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace

from translate_pipeline.document import ParagraphKind
from translate_pipeline.readers.blocks import Block, heading
from translate_pipeline.readers.cleaning import clean_text
from translate_pipeline.readers.collections.teasers import is_link_to_read_on, is_teaser, without_link_to_read_on
from translate_pipeline.readers.safe_xml import BadXmlError, local_name, parse_html
from translate_pipeline.readers.table_rows import row
from translate_pipeline.readers.wrapped_lines import unwrap

_TAG = re.compile(
    r"</?(?:a|abbr|article|aside|b|blockquote|br|center|cite|code|div|em|figcaption|figure|font|footer|h[1-6]|header|hr"
    r"|i|iframe|img|li|main|ol|p|picture|pre|q|s|script|section|small|span|strong|style|sub|sup|table|td|tr|u|ul|video"
    r")(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_CHARACTER_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_TIMES_ESCAPED = 3
_ADDITION = 1000
_UNSEEN = frozenset(
    "audio button canvas embed form head iframe input map math noscript object script select style svg template"
    " textarea title video".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark picture q s samp small source"
    " span strike strong sub sup time tt u var wbr".split()
)
_PARAGRAPH_BREAK = re.compile(r"\n[ \t]*\n\s*")
# What WordPress and newspapers' systems put after the text of every entry.
_APPEARED_FIRST = re.compile(
    r"\s*\b(?:the post|the article|la entrada|el artículo|el post|la publicación|la noticia|l['’]entrada|o post)\b"
    r"[^\n]{1,400}?\b(?:(?:appeared|was published) first (?:on|in)|first appeared (?:on|in)"
    r"|(?:se publicó|aparece|apareció|fue publicad[oa]|ha aparecido|se ha publicado|ha aparegut|apareceu)"
    r" (?:primero|por primera vez|primer|primeiro) (?:en|a|em|no|na))\b[^\n]{0,200}$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Fragment:
    """A piece of HTML as blocks; `is_teaser` says that it ends before its article does."""

    blocks: list[Block]
    is_teaser: bool


def fragment_of(text: str) -> Fragment:
    """A piece of HTML or of plain text, however often it was escaped.

    Scripts, styles, images and forms are left out, and at the end what publishing systems add: `The post … appeared
    first on …`, `Seguir leyendo`. Two line breaks part paragraphs; single ones do unless they wrap lines.
    """
    text, _ = clean_text(text)
    for _ in range(_TIMES_ESCAPED):
        if _TAG.search(text):
            blocks = _html_blocks(text)
            escaped = "\n\n".join(block.text for block in blocks)
            if not (_TAG.search(escaped) and len(_TAG.findall(escaped)) > 1):
                return _fragment(blocks)
            text = escaped
        else:
            unescaped = _unescape(text)
            if unescaped == text:
                break
            text = unescaped
    return _fragment(list(_lines(text, ParagraphKind.BODY, "")))


def line_of_fragment(text: str) -> str:
    """A title or a name that may hold markup or be escaped, as one line of plain text."""
    for _ in range(_TIMES_ESCAPED):
        unescaped = _unescape(_TAG.sub("", text))
        if unescaped == text:
            break
        text = unescaped
    return " ".join(clean_text(text)[0].split())


def _unescape(text: str) -> str:
    return _CHARACTER_REFERENCE.sub(lambda match: html.unescape(match.group()), text)


def _html_blocks(text: str) -> list[Block]:
    from lxml import etree

    try:
        root = parse_html(text.encode("utf-8"), "utf-8")
    except BadXmlError:
        return list(_lines(_TAG.sub(" ", text), ParagraphKind.BODY, ""))
    walk = _Walk()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            walk.enter(local_name(element), element.text or "")
        else:
            walk.leave(local_name(element), element.tail or "")
    walk.flush()
    return walk.blocks


class _Walk:
    """Gathers the text between the beginnings and ends of block elements."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._pieces: list[str] = []
        self._open: list[str] = []
        self._counters: list[int] = []
        self._mark, self._unseen, self._literal = "", 0, 0

    def enter(self, tag: str, text: str) -> None:
        self._unseen += tag in _UNSEEN
        self._literal += tag == "pre"
        if tag == "br":
            self._pieces.append("\n")
        elif tag in ("td", "th"):
            self._pieces.append(" | " if "".join(self._pieces[-1:]).strip() else " ")
        elif tag not in _INLINE:
            self.flush()
            self._open.append(tag)
            if tag in ("ol", "ul"):
                self._counters.append(0)
            elif tag == "li":
                self._mark = self._list_mark()
        self._add(text)

    def leave(self, tag: str, tail: str) -> None:
        if tag not in _INLINE and tag not in ("br", "td", "th"):
            self.flush()
            self._open.pop()
            if tag in ("ol", "ul"):
                self._counters.pop()
            elif tag == "li":
                self._mark = ""
        self._unseen -= tag in _UNSEEN
        self._literal -= tag == "pre"
        self._add(tail)

    def flush(self) -> None:
        """Ends the block that is being gathered."""
        text = "".join(self._pieces)
        self._pieces.clear()
        if not text.strip():
            return
        if self._open[-1:] == ["tr"]:
            self.blocks.append(row(text.split(" | ")))
            return
        level = next((int(tag[1]) for tag in self._open if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()), 0)
        if level:
            self.blocks.append(heading(text, level))
            return
        mark = self._mark or ("> " if "blockquote" in self._open else "")
        self._mark = ""
        self.blocks += _lines(text, ParagraphKind.BODY, mark)

    def _list_mark(self) -> str:
        if not self._counters or self._nearest_list() != "ol":
            return "- "
        self._counters[-1] += 1
        return f"{self._counters[-1]}. "

    def _nearest_list(self) -> str:
        return next(tag for tag in reversed(self._open) if tag in ("ol", "ul"))

    def _add(self, text: str) -> None:
        if text and not self._unseen:
            self._pieces.append(text if self._literal else re.sub(r"\s+", " ", text))


def _lines(text: str, kind: ParagraphKind, mark: str) -> list[Block]:
    paragraphs = (unwrap(paragraph.strip()) for paragraph in _PARAGRAPH_BREAK.split(_unescape(text)))
    lines = [line for paragraph in paragraphs for line in paragraph.split("\n") if line.strip()]
    return [Block(line, kind, mark if not place or mark == "> " else "") for place, line in enumerate(lines)]


def _fragment(blocks: list[Block]) -> Fragment:
    """What is left without the additions at its end."""
    removed = ""
    while blocks:
        last = blocks[-1]
        text = " ".join(last.text.split())
        kept = (text[:-_ADDITION] + _APPEARED_FIRST.sub("", text[-_ADDITION:])).strip()
        if kept and not is_link_to_read_on(kept):
            whole = " ".join(block.text for block in blocks[:-1]) + f" {kept} {removed}"
            shown = replace(last, text=without_link_to_read_on(kept))
            return Fragment([*blocks[:-1], shown], is_teaser(whole))
        removed = kept or removed
        blocks = blocks[:-1]
    return Fragment([], False)
