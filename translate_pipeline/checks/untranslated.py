"""Untranslated words: Spanish that was left in the English text, and what is copied and in no English vocabulary."""

from __future__ import annotations

import functools
import importlib.resources
import re
from collections.abc import Sequence

from translate_pipeline.checks.base import Finding, Translated
from translate_pipeline.checks.english_vocabulary import is_english_word
from translate_pipeline.checks.words import held_words, words_of
from translate_pipeline.document import TermMatch
from translate_pipeline.names import is_common_word
from translate_pipeline.names.vocabulary import builds_names, is_given_name
from translate_pipeline.translation.prose import without_verbatim_spans

_WORD = re.compile(r"(?<![\w'’&.-])[^\W\d_]{2,}(?![\w'’&-])")
_LOAN_PHRASE = re.compile(
    r"\b(?:en\s+(?:route|masse|bloc|garde)|de\s+(?:facto|jure|rigueur)|et\s+al|a\s+la\s+carte|al\s+(?:dente|fresco|pastor)|la\s+la)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:^|(?<=[.:;!?…])(?<![A-Z]\.)\s)[\s\"'“”«»‘’(¡¿—–-]*(?P<word>[^\W\d_][^\W\d_A-Z]{2,})(?![\w'’&-])"
)
_NAME_FOLLOWS = re.compile(r"[\s\"“”'’]+(?:(?:de|del|la|las|los|el|y|of|the|and)\s+)*[A-ZÁÉÍÓÚÑ]")
# Shorter ones are units, and words of many languages.
_SHORTEST_COPIED = 4
# They stand inside names: Partido de los Trabajadores, El País, Ortega y Gasset.
_PARTICLES = frozenset("de del la las los el al en y e da do dos das lo van ben bin un una por para sin con".split())


@functools.cache
def _homographs() -> frozenset[str]:
    """Spanish words that English has too."""
    file = importlib.resources.files("translate_pipeline.checks") / "homographs" / "es-en.txt"
    return frozenset(file.read_text(encoding="utf-8").split())


@functools.lru_cache(maxsize=65536)
def _is_spanish(word: str) -> bool:
    return is_common_word(word) and word not in _homographs()


def _joins_names(text: str, start: int, end: int) -> bool:
    """Whether a particle stands beside a capitalised word, as in a name."""
    before, after = text[:start].rstrip().rpartition(" ")[2], text[end:].lstrip().partition(" ")[0]
    return (
        before[:1].isupper() or after[:1].isupper() or before.casefold() in _PARTICLES or after.casefold() in _PARTICLES
    )


def spanish_words(text: str, terms: Sequence[TermMatch] = ()) -> list[re.Match[str]]:
    """The Spanish words in lower case in an English text, without those that stand in names or in glossary terms."""
    text = _LOAN_PHRASE.sub(lambda match: " " * len(match.group()), without_verbatim_spans(text))
    found = [match for match in _WORD.finditer(text) if match.group().islower() and _is_spanish(match.group())]
    held = held_words(terms)
    return [
        match
        for match in found
        if match.group() not in held
        and (match.group() not in _PARTICLES or not _joins_names(text, match.start(), match.end()))
    ]


def opening_spanish_words(text: str, source: str, terms: Sequence[TermMatch] = ()) -> list[re.Match[str]]:
    """The Spanish words that open a sentence, in the translation as in the source, and have their capital from that.

    Words of names are left out, and those with a capital behind them, which makes both a name: Podemos Euskadi.

    Returns:
        Matches with a group `word`; what stands before it are marks.
    """
    found = []
    for match in _OPENING.finditer(without_verbatim_spans(text)):
        word = match["word"]
        if (
            not word[0].isupper()
            or not _is_spanish(word.lower())
            or is_english_word(word.lower())
            or _NAME_FOLLOWS.match(text, match.end())
        ):
            continue
        if (
            builds_names(word)
            or is_given_name(word)
            or any(word in term.target or term.text.startswith(word) for term in terms)
        ):
            continue
        if any(match["word"] == word for match in _OPENING.finditer(source)):
            found.append(match)
    return found


def copied_words(text: str, source: str, terms: Sequence[TermMatch] = ()) -> list[re.Match[str]]:
    """The words in lower case that a translation has from its source as they are, and that English has not."""
    source_words = words_of(source)
    held = held_words(terms)
    return [
        match
        for match in _WORD.finditer(without_verbatim_spans(text))
        if (word := match.group()).islower()
        and len(word) >= _SHORTEST_COPIED
        and word in source_words
        and word not in held
        and not is_english_word(word)
    ]


class UntranslatedCheck:
    """Finds Spanish words in an English translation, from Spanish to English."""

    name = "untranslated"

    def findings(self, pair: Translated) -> list[Finding]:
        """At most one finding, with all the words."""
        if (pair.source_language, pair.target_language) != ("es", "en"):
            return []
        # Hay is fodder, where the source has no `hay`.
        left = [
            match
            for match in spanish_words(pair.translation, pair.terms)
            if match.group() in words_of(pair.source) or not is_english_word(match.group())
        ]
        left += copied_words(pair.translation, pair.source, pair.terms)
        words = [match.group() for match in left]
        words += [match["word"] for match in opening_spanish_words(pair.translation, pair.source, pair.terms)]
        if not words:
            return []
        shown = ", ".join(dict.fromkeys(words))[:80]
        return [Finding(self.name, "error", f"left untranslated: {shown}", "", words[0])]
