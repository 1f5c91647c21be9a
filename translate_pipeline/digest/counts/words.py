"""The words by which Spanish and English count; the lists are in `counted_words`."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from translate_pipeline.digest.counts.interval import Bound
from translate_pipeline.digest.word_sections import lines, word_sections

COUNTED_LANGUAGES = ("es", "en")
# What happens to people, told by nouns (`17 muertos`) and by verbs (`17 personas murieron`).
FATES = ("dead", "injured", "missing", "detained", "evacuated", "displaced")

_BOUNDS: tuple[Bound, ...] = ("at_least", "at_most", "about")
_WORDS = (
    "articles", "people", "auxiliaries", "rising", "until", "part", "part_behind", "rate_behind",
    "of", "place_prepositions", "since", "at_large", "clause", "joining", "uncertain", "another_time", "unspecific",
    "not_counted",
)  # fmt: skip


@dataclass(frozen=True)
class CountWords:
    """The words of a language; all in lower case.

    Args:
        fate_of: the fate that a noun tells: `muertos`.
        dead_phrases: phrases for the dead, each as its words: `víctimas mortales`.
        fate_by_verb: the fate that a verb or participle tells of people: `murieron`.
        fate_before: the fate that a word tells before a number of people: `mató a 17 personas`.
        articles: what may stand between a number and a fate: `son once los fallecidos`.
        people: nouns for people of any kind.
        auxiliaries: what stands between people and their fate.
        rising, until: what stands between a noun and its number: `los muertos suben a 17`.
        bounds: phrases before a number, each as its words, and what they leave open.
        part, part_behind: words before and behind a number or its noun that make it a part or a rate.
        rate_behind: words that make a noun a rate where a span of time follows: `al` of `al día`.
        of: prepositions of whose something is.
        place_prepositions: prepositions of where something is.
        since: words of a sentence that tells of a span of time.
        at_large: what stands behind those and is no place: `en total`.
        clause: words with which a clause begins.
        joining: conjunctions.
        uncertain: words of a sentence that tells of what may be, of a rate, or of one of several events.
        uncertain_phrases: the same in several words: `pide que`.
        another_time: words of a sentence that tells of another event.
        unspecific: words that tell nothing of what an event is.
        not_counted: nouns of time, measure and sport.
    """

    fate_of: dict[str, str]
    dead_phrases: frozenset[tuple[str, ...]]
    fate_by_verb: dict[str, str]
    fate_before: dict[str, str]
    articles: frozenset[str]
    people: frozenset[str]
    auxiliaries: frozenset[str]
    rising: frozenset[str]
    until: frozenset[str]
    bounds: dict[tuple[str, ...], Bound]
    part: frozenset[str]
    part_behind: frozenset[str]
    rate_behind: frozenset[str]
    of: frozenset[str]
    place_prepositions: frozenset[str]
    since: frozenset[str]
    at_large: frozenset[str]
    clause: frozenset[str]
    joining: frozenset[str]
    uncertain: frozenset[str]
    uncertain_phrases: tuple[str, ...]
    another_time: frozenset[str]
    unspecific: frozenset[str]
    not_counted: frozenset[str]


@functools.cache
def count_words(language: str) -> CountWords:
    """The words of a language of `COUNTED_LANGUAGES`."""
    sections = word_sections("counted_words", language[:2])
    words = {name: frozenset(text.split()) for name, text in sections.items()}
    phrases = {name: [tuple(line.split()) for line in lines(text)] for name, text in sections.items()}
    return CountWords(
        fate_of={word: fate for fate in FATES for word in words[fate]},
        fate_by_verb={word: fate for fate in FATES for word in words[f"{fate}_verbs"]},
        fate_before={word: fate for fate in ("dead", "injured") for word in words[f"{fate}_before"]},
        dead_phrases=frozenset(phrases["dead_phrases"]),
        bounds={phrase: bound for bound in _BOUNDS for phrase in phrases[bound]},
        uncertain_phrases=tuple(" ".join(phrase) for phrase in phrases["uncertain_phrases"]),
        **{name: words[name] for name in _WORDS},
    )
