"""Teasers: entries of feeds whose text ends before that of their article does."""

from __future__ import annotations

import re

_WORDS = (
    r"(?:(?:seguir|continuar|continúa|sigue) leyendo|(?:leer|lee|leia|llegir) (?:más|mas|mais|més)"
    r"|(?:leer|ver) (?:la |el )?(?:noticia|nota|artículo)(?: completa| completo)?|(?:noticia|nota|artículo) complet[ao]"
    r"|ver más|más información|read (?:more|on)|continue reading|read the (?:rest|full (?:story|article)))"
)
_ARROWS = r"[\s.:…»›>→\]]*"
_READ_ON = re.compile(rf"[\[(]?(?:{_WORDS}|…|\.\.\.){_ARROWS}[)]?", re.IGNORECASE)
# In running text the words may be the writer's own: `No quiso leer más.`
_READ_ON_AT_END = re.compile(rf"(?:(?<=[.!?…»”\"')\]])|(?<=\.\.\.))\s*[\[(]?{_WORDS}{_ARROWS}$", re.IGNORECASE)
_BREAKS_OFF = re.compile(r"\s*(?:\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\))$")
_ELLIPSIS = re.compile(r"(?:…|\.\.\.)$")
_LONGEST_ENDING = 200
_LONGEST_TEASER = 150


def is_link_to_read_on(text: str) -> bool:
    """Whether a text is nothing but `Leer más »`, `[…]` or the like."""
    return _READ_ON.fullmatch(text.strip()) is not None


def without_link_to_read_on(text: str) -> str:
    """A text without `Leer más »` at its end; `[…]` becomes a mere ellipsis, so that one sees where it breaks off."""
    begin, ending = text[:-_LONGEST_ENDING], text[-_LONGEST_ENDING:]
    ending = _READ_ON_AT_END.sub("", ending).rstrip()
    return begin + _BREAKS_OFF.sub("…", ending)


def is_teaser(text: str) -> bool:
    """Whether the text of an entry says that it is not all: it breaks off, or is short and ends in `Leer más`."""
    ending = " ".join(text[-_LONGEST_ENDING:].split())
    if _BREAKS_OFF.search(ending) or _ELLIPSIS.search(_READ_ON_AT_END.sub("", ending).rstrip()):
        return True
    says_read_on = _READ_ON_AT_END.search(ending) is not None or is_link_to_read_on(ending)
    return says_read_on and len(text.split()) <= _LONGEST_TEASER
