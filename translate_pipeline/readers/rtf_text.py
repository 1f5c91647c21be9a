"""The paragraphs, rows of tables and notes of Rich Text Format.

Source: Rich Text Format Specification 1.9.1, Microsoft 2008.
"""

from __future__ import annotations

import codecs
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from translate_pipeline.readers.rtf_flow import Flow
from translate_pipeline.readers.rtf_tokens import Token
from translate_pipeline.readers.rtf_words import (
    CHARACTER_SETS,
    CHARACTERS,
    CODE_PAGES,
    GATHERED,
    LEFT_OUT,
    PARAGRAPH_ENDS,
    READ,
)

_HEADING_STYLE = re.compile(r"(?:heading|título|titulo|encabezado) ?(\d)$", re.IGNORECASE)
_TITLE_STYLE = re.compile(r"(?:title|título|titulo|puesto)$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…:;,][\"'»”’)\]]*$")
_HEADING_WORDS = 25
_BODY_OUTLINE = 9


@dataclass(frozen=True)
class _Group:
    """What holds within a pair of braces."""

    destination: str = ""
    is_left_out: bool = False
    is_hidden: bool = False
    is_bold: bool = False
    fallback_bytes: int = 1
    font: int | None = None
    style: int | None = None


class RtfText:
    """What a file of RTF holds.

    Args:
        tokens: those of the file.
    """

    def __init__(self, tokens: Iterable[Token]) -> None:
        self.footnotes: list[str] = []
        self.title = self.author = ""
        self._groups = [_Group()]
        # A note interrupts the text around it.
        self._flows = [Flow()]
        self._code_page = "cp1252"
        self._font_sets: dict[int, str] = {}
        self._styles: dict[int, str] = {}
        self._gathered: defaultdict[str, list[str]] = defaultdict(list)
        self._bytes = bytearray()
        self._passed_over = 0
        self._is_optional = False
        self._actions: dict[str, Callable[[Token], None]] = {"{": self._open, "}": self._close, "u": self._unicode}
        for token in tokens:
            self._read(token)
        self._flush()
        while len(self._flows) > 1:
            self._end_note()
        self._end_paragraph()
        self._flow.end_row()
        self.blocks = self._flow.blocks

    @property
    def _flow(self) -> Flow:
        return self._flows[-1]

    def _read(self, token: Token) -> None:
        if not token.word:
            skipped = min(self._passed_over, len(token.data))
            self._passed_over -= skipped
            self._bytes += token.data[skipped:]
            self._is_optional = False
            return
        self._flush()
        if token.word != "u":
            self._passed_over = 0
        action = self._actions.get(token.word, self._control)
        action(token)

    def _flush(self) -> None:
        """Decodes the bytes that were read."""
        if self._bytes:
            encoding = self._font_sets.get(self._groups[-1].font or 0, self._code_page)
            text = bytes(self._bytes).decode(encoding, errors="replace")
            self._bytes.clear()
            self._add(text)

    def _add(self, text: str) -> None:
        group = self._groups[-1]
        if group.destination in GATHERED:
            self._gathered[group.destination].append(text)
            if group.destination == "stylesheet" and text.endswith(";"):
                self._end_style()
        elif not group.is_left_out and not group.is_hidden:
            self._flow.text.append(text)
            self._flow.all_bold &= group.is_bold or not text.strip()

    def _open(self, _: Token) -> None:
        self._groups.append(self._groups[-1])

    def _close(self, _: Token) -> None:
        if len(self._groups) == 1:
            return
        closed, outer = self._groups.pop(), self._groups[-1]
        self._is_optional = False
        if closed.destination == outer.destination:
            return
        text = "".join(self._gathered.pop(closed.destination, []))
        if closed.destination in ("listtext", "pntext"):
            number = re.match(r"\W*(\d{1,4})", text)
            self._flow.mark = f"{number[1]}. " if number else "- "
        elif closed.destination == "title":
            self.title = text
        elif closed.destination == "author":
            self.author = text
        elif closed.destination == "footnote":
            self._end_note()

    def _unicode(self, token: Token) -> None:
        code = (token.number or 0) % 0x10000
        self._add(chr(code))
        self._passed_over = self._groups[-1].fallback_bytes

    def _control(self, token: Token) -> None:
        word, number, group = token.word, token.number, self._groups[-1]
        if word == "*":
            self._is_optional = True
            return
        is_optional, self._is_optional = self._is_optional, False
        if group.is_left_out:
            return
        if word in LEFT_OUT or (is_optional and word not in READ):
            self._groups[-1] = replace(group, destination="", is_left_out=True)
        elif word in GATHERED:
            self._groups[-1] = replace(group, destination=word)
        elif word == "footnote":
            self._begin_note()
        elif word in CHARACTERS:
            self._add(CHARACTERS[word])
        elif group.destination == "fonttbl":
            self._define_font(word, number)
        elif word in PARAGRAPH_ENDS:
            self._end_paragraph()
        elif word in ("cell", "nestcell"):
            self._flow.in_table = True
            self._end_paragraph()
            self._flow.end_cell()
        elif word in ("row", "nestrow"):
            self._flow.end_row()
        else:
            self._format(word, number)

    def _format(self, word: str, number: int | None) -> None:
        group, is_on = self._groups[-1], number != 0
        if word == "plain":
            self._groups[-1] = replace(group, is_bold=False, is_hidden=False)
        elif word == "pard":
            self._groups[-1] = replace(group, style=None)
            self._flow.outline, self._flow.in_table = None, False
        elif word == "intbl":
            self._flow.in_table = True
        elif word == "b":
            self._groups[-1] = replace(group, is_bold=is_on)
        elif word in ("v", "deleted"):
            self._groups[-1] = replace(group, is_hidden=is_on)
        elif word == "f":
            self._groups[-1] = replace(group, font=number)
        elif word == "s":
            self._groups[-1] = replace(group, style=number)
        elif word == "uc":
            self._groups[-1] = replace(group, fallback_bytes=min(max(number or 0, 0), 8))
        elif word == "outlinelevel" and group.destination not in GATHERED:
            self._flow.outline = number
        elif word in CODE_PAGES:
            self._code_page = CODE_PAGES[word]
        elif word == "ansicpg":
            self._code_page = _known_encoding(f"cp{number}") or ("utf-8" if number == 65001 else self._code_page)

    def _define_font(self, word: str, number: int | None) -> None:
        if word == "f":
            self._groups[-1] = replace(self._groups[-1], font=number)
        elif word == "fcharset" and number in CHARACTER_SETS:
            self._font_sets[self._groups[-1].font or 0] = CHARACTER_SETS[number]

    def _end_style(self) -> None:
        name = "".join(self._gathered.pop("stylesheet", [])).strip(" ;")
        style = self._groups[-1].style
        if style is not None:
            self._styles[style] = name

    def _begin_note(self) -> None:
        self._groups[-1] = replace(self._groups[-1], destination="footnote")
        self._flows.append(Flow())

    def _end_note(self) -> None:
        if len(self._flows) > 1:
            self._end_paragraph()
            note = self._flows.pop()
            note.end_row()
            self.footnotes.append(" ".join(block.text for block in note.blocks))

    def _end_paragraph(self) -> None:
        self._flow.end_paragraph(self._level())

    def _level(self) -> int | None:
        """The level of the open paragraph, if it is a heading."""
        flow, name = self._flow, self._styles.get(self._groups[-1].style or 0, "")
        named = _HEADING_STYLE.search(name)
        if named:
            return int(named[1])
        if _TITLE_STYLE.match(name):
            return 1
        if flow.outline is not None and 0 <= flow.outline < _BODY_OUTLINE:
            return flow.outline + 1
        text = "".join(flow.text).strip()
        is_short = len(text.split()) <= _HEADING_WORDS and not _SENTENCE_END.search(text)
        return 2 if flow.all_bold and is_short and not flow.mark and not flow.in_table else None


def _known_encoding(name: str) -> str | None:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None
