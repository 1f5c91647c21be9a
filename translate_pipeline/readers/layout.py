"""The layout of plain text: where paragraphs, list marks, headings and bylines are."""

from __future__ import annotations

import re

from translate_pipeline.document import Paragraph, ParagraphKind
from translate_pipeline.translation.prose import is_prose

_LIST_MARK = re.compile(r"[ \t\f]*(?:(?:[-*+•·‣▪–]|\d{1,3}[.)]|#{1,6}|>)[ \t]+|[—–](?=\S))?[ \t]*")
_LINE = re.compile(r"([^\n]*)(\n[\s]*\Z|\n(?:[ \t\f]*\n)*|\Z)")
_SENTENCE_END = re.compile(r"[.!?…:;,][\"'»”’)\]]*$")
_NAME = r"(?:[A-ZÁÉÍÓÚÑÜ][\w.'’-]*|de|del|la|las|los|y|e|and|van|von|bin|al|da|dos|of|the)"
_NAMES = rf"{_NAME}(?:,? {_NAME}){{0,8}}"
_AGENCY = r"(?:Agencias?|EFE|Efe|AFP|Afp|AP|Reuters|Europa Press|Redacción|REDACCIÓN|ANSA|DPA|dpa|Xinhua)"
# By whom and where from: "Por Ana Pérez", "EFE", "Agencias | Madrid", "Ana Pérez | AFP | Manama".
_BYLINE = re.compile(
    rf"(?:(?:Por|POR|By|Textos?|Fotos?|Fotografías?|Corresponsal|Enviad[oa] especial):? {_NAMES}"
    rf"|{_AGENCY}(?:[ ,/(]+{_NAMES}\)?)?"
    rf"|[\w.]+(?: {_NAME}){{0,4}}(?: ?[|/] ?[\w.]+(?: {_NAME}){{0,4}})+)$"
)
_HEADING_WORDS = 25
_BYLINE_WORDS = 14


def is_byline(text: str) -> bool:
    """Whether a line of the lead says by whom a text is or where it comes from."""
    return len(text.split()) <= _BYLINE_WORDS and not _SENTENCE_END.search(text) and bool(_BYLINE.match(text))


def _kind(prefix: str, text: str, is_first: bool, in_lead: bool, alone: bool) -> ParagraphKind:
    if not is_prose(text):
        return ParagraphKind.VERBATIM
    if "#" in prefix:
        return ParagraphKind.HEADING
    unfinished = not _SENTENCE_END.search(text)
    words = len(text.split())
    if in_lead and not is_first and is_byline(text):
        return ParagraphKind.BYLINE
    if is_first and not alone and words <= _HEADING_WORDS and text[-1] in "?!" and not re.search(r"[.?!] ", text):
        return ParagraphKind.HEADING
    if unfinished and words <= _HEADING_WORDS and not prefix.strip() and not alone:
        return ParagraphKind.HEADING
    return ParagraphKind.BODY


def paragraphs_of(text: str) -> tuple[str, list[Paragraph]]:
    """Cuts text into paragraphs, one a line.

    A short line without closing punctuation is a heading; among the first lines of a text, `Por NAME` and
    agency lines are bylines; a line without words (URL, number, separator) is verbatim.

    Returns:
        The white space before the first paragraph, and the paragraphs with the marks before them and the
        line breaks after them.
    """
    body = text.lstrip("\n \t\f\u00a0") if text.strip() else ""
    leading = text[: len(text) - len(body)]
    # Indentation of the first line belongs to that line.
    cut = leading.rfind("\n") + 1
    leading, body = leading[:cut], leading[cut:] + body
    found: list[tuple[str, str, str]] = []
    for match in _LINE.finditer(body):
        line, ending = match.groups()
        if not line and not ending:
            continue
        mark = _LIST_MARK.match(line)
        prefix = mark.group() if mark else ""
        content = line[len(prefix) :]
        stripped = content.rstrip()
        if not stripped:
            prefix, stripped, content = line, "", ""
        found.append((prefix, stripped, content[len(stripped) :] + ending))
    paragraphs, lead = [], True
    for index, (prefix, content, suffix) in enumerate(found):
        kind = _kind(prefix, content, index == 0, lead and index < 5, len(found) == 1)
        if kind is ParagraphKind.BODY and len(content.split()) > 14:
            lead = False
        paragraphs.append(Paragraph(prefix, content, suffix, kind))
    return leading, paragraphs
