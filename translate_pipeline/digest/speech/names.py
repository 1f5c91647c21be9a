"""The names in a sentence of which it may tell what they say."""

from __future__ import annotations

import re

from translate_pipeline.digest.speech.english_names import english_names
from translate_pipeline.digest.speech.grammar import media_names
from translate_pipeline.names import NameSpan, recognise

# Capitals make no names of these: Primer Ministro, Su Majestad.
_OFFICES = frozenset(
    "primer primera presidente presidenta vicepresidente vicepresidenta ministro ministra gobernador gobernadora "
    "secretario secretaria rey reina papa director directora jefe jefa fiscal juez jueza alcalde alcaldesa "
    "embajador embajadora canciller portavoz vocero vocera senador senadora diputado diputada sumo santo su majestad "
    "alteza santidad excelencia".split()
)
_COMMON_ACRONYMS = frozenset({"ONG", "ONGs", "CEO", "PIB", "ADN"})
# Inside a sentence a capital makes the article a part of the name.
_ARTICLE_OF_NAME = re.compile(r"(?<=[a-záéíóúñ,] )(?:La|El|Los|Las) $")
_LONGEST_ARTICLE = 6


def speaker_spans(text: str, language: str, known: frozenset[str]) -> list[tuple[int, int]]:
    """The offsets of the names that say which person or body is meant, each whole: `La Rue`.

    Args:
        text: one or several sentences.
        language: its code.
        known: words that are names elsewhere in the article; needed for English only.
    """
    if language[:2] == "en":
        return [(name.start, name.end) for name in english_names(text, known)]
    names: list[tuple[int, int]] = []
    for span in recognise(text):
        if not _is_concrete(span):
            continue
        start = span.start
        article = _ARTICLE_OF_NAME.search(text, max(0, start - _LONGEST_ARTICLE), start)
        if article:
            start = article.start()
        elif names and names[-1][1] + 1 == start and (length := _length_of_agency(text[slice(*names[-1])])):
            # `a la AFP Mona Abdel Moneim` names two.
            begin, _ = names.pop()
            names.append((begin, begin + length))
            start = begin + length + 1
        names.append((start, span.end))
    return names


def _is_concrete(span: NameSpan) -> bool:
    """Whether a name says which person or body is meant: `Ministerio de Defensa` does, `Gobierno` does not."""
    if span.text in _COMMON_ACRONYMS:
        return False
    if span.kind == "acronym" or span.distinctive:
        return True
    return len(span.words) > 1 and span.words[0].lower() not in _OFFICES


def _length_of_agency(name: str) -> int:
    """The length of an agency's name where other words of a name follow it; else 0."""
    first, _, rest = name.partition(" ")
    return len(first) if rest and first.lower() in media_names() else 0
