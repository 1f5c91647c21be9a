"""Forms in which English has Spanish names of places and bodies: adjectives, abbreviations, acronyms of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translate_pipeline.checks.curated_places import english_places, nationalities
from translate_pipeline.checks.english_vocabulary import is_english_word
from translate_pipeline.checks.name_forms import folded
from translate_pipeline.checks.translated_names import TranslatedNames
from translate_pipeline.lexicon import may_translate, translations
from translate_pipeline.names import NameSpan, is_common_word
from translate_pipeline.names.vocabulary import builds_names

# Va., N.Y., Ariz., D-Mass.: behind a comma, a bracket or a party, and no full stop that ends the sentence.
_ABBREVIATION = re.compile(r"(?:(?<=[-,(])|(?<=[,(] ))((?:[A-Z]\.){2,}|[A-Z][a-z]{1,4}\.(?=[\s,;)]*[^\s,;)A-Z]|[,;)]))")
_LONGEST_ABBREVIATION = 5
# English may write carbon dioxide.
_FORMULA = re.compile(r"(?=.*\d)(?:(?:[CHNOSF]|Cl|Na)\d?){2,}")
# What English makes of a place, behind its name without the last two letters at most.
_OF_A_PLACE = re.compile(r"\w{0,2}(?:ns?|ese|ish|i[cs]?|ers?|ites?)")
_SAINTS = frozenset({"San", "Santa", "Santo"})
_LEAST_STEM = 4
_REACH = 2
_WORD = re.compile(r"\w+")


def is_customary(source: str, span: NameSpan, lost: Sequence[str], translated: TranslatedNames) -> bool:
    """Whether a name that does not stand in a translation word by word stands there in another customary form.

    Args:
        source: the sentence.
        span: the name.
        lost: the words of it that do not stand in the translation.
        translated: the translation.
    """
    if lost[0] in _SAINTS and len(lost) == 1 and len(span.words) > 1:
        return True
    if is_acronym(span, lost) and _is_acronym_rendered(source, span, lost[0], translated):
        return True
    if translated.has_joined(span.text):
        return True
    places = english_places(span.text) or (english_places(lost[0]) if len(lost) == 1 else ())
    if any(map(translated.has_joined, places)):
        return True
    known = [*places, *(translations(lost[0]) if len(lost) == 1 else ())]
    return (
        any(_has_derived(name, translated) for name in known)
        or any(translated.has_verbatim(nationality) for nationality in nationalities(span.text))
        or any(_has_abbreviated(place, translated) for place in (*places, span.text))
    )


def _has_derived(name: str, translated: TranslatedNames) -> bool:
    """Whether an adjective or inhabitant of a place stands in the translation: `Iranian`, `Sydneysider`."""
    stem = folded(name)[: max(_LEAST_STEM, len(folded(name)) - 2)]
    return len(stem) >= _LEAST_STEM and any(
        word.startswith(stem) and _OF_A_PLACE.fullmatch(word[len(stem) :]) for word in translated.known
    )


def _has_abbreviated(place: str, translated: TranslatedNames) -> bool:
    letters = folded(place)
    for match in _ABBREVIATION.finditer(translated.text):
        short = folded(match.group())
        rest = iter(letters)
        if short[0] == letters[0] and len(short) <= _LONGEST_ABBREVIATION and all(letter in rest for letter in short):
            return True
    return False


def is_acronym(span: NameSpan, lost: Sequence[str]) -> bool:
    """Whether what is lost of a name is an acronym: `OTAN`, `BoE`."""
    return span.kind == "acronym" or (len(lost) == 1 and sum(map(str.isupper, lost[0])) > 1)


def _is_acronym_rendered(source: str, span: NameSpan, acronym: str, translated: TranslatedNames) -> bool:
    """Whether English has the plural of an acronym, spells it out, or writes a substance or currency otherwise."""
    letters = folded(acronym)
    if letters + "s" in translated.known or source[span.end :].startswith("$") or _FORMULA.fullmatch(acronym):
        return True
    return _spelled_out(letters, [word for word in translated.words if not word[0].isupper() or word not in source])


def has_other_acronym(source: str, acronym: str, translated: TranslatedNames) -> bool:
    """Whether the translation has an acronym of its own with most letters of a Spanish one: `NIPH` for `INSP`."""
    letters = folded(acronym)
    for word in translated.words:
        if len(word) > 1 and word.isupper() and word not in source:
            other = folded(word)
            shared = len(set(other) & set(letters))
            if abs(len(other) - len(letters)) <= 1 and 2 * shared >= min(len(other), len(letters)):
                return True
    return False


def _spelled_out(letters: str, words: Sequence[str]) -> bool:
    """Whether words in a row begin with the letters of an acronym, the first and the last of them in capitals."""
    for start in range(len(words) - len(letters) + 1):
        row = words[start : start + len(letters)]
        if row[0][0].isupper() and row[-1][0].isupper() and "".join(word[0] for word in row).casefold() == letters:
            return True
    return False


def is_freely_translated(source: str, span: NameSpan, translated: TranslatedNames) -> bool:
    """Whether a body's common noun is translated and stands beside an English name that the source does not have."""
    heads = [word for word in span.words if builds_names(word) and is_common_word(word)]
    if not heads:
        return False
    source_words = _WORD.findall(source)
    for place, word in enumerate(translated.words):
        if not any(may_translate(head, word) for head in heads):
            continue
        for other in translated.words[max(0, place - _REACH) : place + _REACH + 1]:
            if (
                other[0].isupper()
                and other not in source
                and is_english_word(other.lower())
                and not any(may_translate(known, other) for known in source_words)
            ):
                return True
    return False
