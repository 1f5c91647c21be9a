"""Capitalised words of a translation that are neither English nor the source's: what became of names, or made up."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from translate_pipeline.checks.english_vocabulary import is_english_word
from translate_pipeline.checks.name_forms import folded, same_name
from translate_pipeline.checks.translated_names import TranslatedNames
from translate_pipeline.checks.words import words_of
from translate_pipeline.document import TermMatch

# Also with a particle before the capital: al-Assad.
CAPITALISED = re.compile(
    r"(?<![\w.@#/-])(?:[a-z]{2}-)?[^\W\d_a-záéíóúñü](?:[^\W\d_]|['’-](?!s\b)(?=\w))+(?![\w@]|-\w|\.\w)"
)
_JOINT = re.compile("[-'’]")
_NAME_BEHIND = re.compile(r" ([^\W\d_a-záéíóúñü][\w-]+)")
_NAME_BEFORE = re.compile(r"([^\W\d_a-záéíóúñü][\w-]+) $")
_SHORTEST = 3
_LONGEST = 60
# A sentence with more is in no language.
_MOST = 20
# The beginning that an adjective shares with its name.
_LEAST_STEM = 4


@functools.lru_cache(maxsize=16384)
def _is_known(word: str) -> bool:
    """Whether all parts of a word are English, or it is too short to tell."""
    return len(word) < _SHORTEST or all(map(is_english_word, _JOINT.split(word.lower())))


def unknown_words(source: str, translated: TranslatedNames, terms: Sequence[TermMatch] = ()) -> list[re.Match[str]]:
    """The capitalised words of a translation that are no English words and stand neither in the source nor in a term.

    Args:
        source: a Spanish sentence.
        translated: its English translation.
        terms: the glossary terms of the source.
    """
    # Most sentences have no such word; looking for it letter by letter costs more than all else here.
    if not any(word not in source and not word.islower() and not _is_known(word) for word in translated.words):
        return []
    found = [
        match
        for match in CAPITALISED.finditer(translated.text)
        if len(match.group()) >= _SHORTEST
        and match.group() not in source
        and not match.group().isupper()
        and not _is_known(match.group())
    ]
    if found and terms:
        held = {word.casefold() for term in terms for word in re.findall(r"[\w'’-]+", term.target)}
        found = [match for match in found if match.group().casefold() not in held]
    return found


def is_made_up_name(word: str, source: str) -> bool:
    """Whether a capitalised word is no English, no acronym, and like no word of the source."""
    return (
        len(word) >= _SHORTEST
        and any(map(str.isupper, word[:4]))
        and not word.isupper()
        and word not in source
        and not _is_known(word)
        and is_made_up(word, source)
    )


def is_made_up(word: str, source: str) -> bool:
    """Whether an unknown word is like no word of the source, in whatever letters or with whatever ending."""
    fold = folded(word)
    return "'" not in word and "’" not in word and not any(_is_alike(fold, folded(o)) for o in words_of(source))


def _is_alike(fold: str, other: str) -> bool:
    begins_alike = len(other) >= _LEAST_STEM and fold[:_LEAST_STEM] == other[:_LEAST_STEM]
    return begins_alike or same_name(other, fold)


def made_up_beside_name(source: str, unknown: Sequence[re.Match[str]]) -> tuple[str, str] | None:
    """A made-up word next to a name of the source, of which it seems to be a part, and that name; None if none is.

    Args:
        source: a Spanish sentence.
        unknown: the unknown words of its translation.
    """
    for match in unknown[:_MOST]:
        text, start = match.string, match.start()
        beside = _NAME_BEHIND.match(text, match.end()) or _NAME_BEFORE.search(text, max(0, start - _LONGEST), start)
        if beside is not None and beside.group(1) in source and is_made_up(match.group(), source):
            return match.group(), beside.group(1)
    return None
