"""Keeps the particles in people's names: `Ana de la Peña` is no `Ana of the Peña`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translate_pipeline.checks.name_forms import folded
from translate_pipeline.names import NameSpan
from translate_pipeline.names.recognition import names_of_sentence
from translate_pipeline.names.vocabulary import is_given_name

_PARTICLE_BETWEEN_CAPITALS = re.compile(r"[^\W\d_] (?:de|del|i)(?: l[ao]s?)? [A-ZÁÉÍÓÚÑ]")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# What a model makes of `de la` and `i`; or it leaves them out.
_PARTICLES = frozenset("of the from in and i de del la las los el".split())
_MOST_PARTICLES = 3
_NO_MARKS = re.compile(r"[\w ]+")


def with_name_particles(translation: str, source: str) -> str:
    """An English translation in which people whose names have come through word by word have their particles too.

    A person is told by a given name in front. What stands behind one given name and a plain `de` may be a place, and
    what stands behind a surname an employer: `Manuel de Coburgo` stays Manuel of Coburg.

    Args:
        translation: of the source.
        source: the Spanish sentence.
    """
    if not _PARTICLE_BETWEEN_CAPITALS.search(source):
        return translation
    for span in names_of_sentence(source):
        if _is_person(span.words):
            translation = _restored(translation, span)
    return translation


def _is_person(words: Sequence[str]) -> bool:
    particle = next((place for place, word in enumerate(words) if word.islower()), 0)
    if not particle or not is_given_name(words[0]):
        return False
    is_plain_of = words[particle] == "de" and words[particle + 1][0].isupper()
    return not is_plain_of or (particle > 1 and all(map(is_given_name, words[:particle])))


def _restored(text: str, span: NameSpan) -> str:
    tokens = list(_WORD.finditer(text))
    wanted = [folded(word) for word in span.words if not word.islower()]
    for first in range(len(tokens)):
        last = _last_word(tokens, first, wanted)
        if last is not None:
            before, found, after = text[: tokens[first].start()], text[tokens[first].start() : last], text[last:]
            return text if folded(found) == folded(span.text) else f"{before}{span.text}{after}"
    return text


def _last_word(tokens: Sequence[re.Match[str]], first: int, wanted: Sequence[str]) -> int | None:
    """Where a name that begins with a word ends, if nothing but particles stands between its words."""
    if folded(tokens[first].group()) != wanted[0] or not tokens[first].group()[0].isupper():
        return None
    place = first
    for word in wanted[1:]:
        after = tokens[place].end()
        place += 1
        skipped = 0
        while place < len(tokens) and tokens[place].group() in _PARTICLES and skipped < _MOST_PARTICLES:
            place, skipped = place + 1, skipped + 1
        if place >= len(tokens) or folded(tokens[place].group()) != word:
            return None
        if not _NO_MARKS.fullmatch(tokens[place].string, after, tokens[place].start()):
            return None
    return tokens[place].end()
