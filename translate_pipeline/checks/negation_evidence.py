"""How much speaks for it that a negation without a partner was lost or made up, and not said in another way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from translate_pipeline.checks.negation_alignment import ENGLISH, SPANISH, NegationAlignment
from translate_pipeline.checks.negation_cues import Cue, Standin, standin_in_english, standin_in_spanish

_NEAR = 8.0
_STANDIN = {SPANISH: standin_in_spanish, ENGLISH: standin_in_english}
# These two translate each other and nothing else here.
_ONLY_IN_FORM = (["embargo"], ["duda"], ["dudas"])
_WITHOUT = {SPANISH: "sin", ENGLISH: "without"}


class Evidence(NamedTuple):
    """What is known about a negation that has no partner in the other text; all but the length lie in 0 to 1.

    Attributes:
        first_word, second_word: whether the words that it denies are translated; 0.5 if there is none.
        scope: how many words it denies, in thirds.
        word_before: whether the word before it is translated.
        literalness: the share of words of its text that are translated.
        sure, likely, possible: how near its place the other text has a word that stands for it: `failed` for `no`.
        length: of its text, in words, by 30.
    """

    first_word: float
    second_word: float
    scope: float
    word_before: float
    literalness: float
    sure: float
    likely: float
    possible: float
    length: float


def gather(alignment: NegationAlignment, language: int, cue: Cue, idioms: Sequence[Cue]) -> Evidence:
    """The evidence about a negation.

    Args:
        language: the language of the negation.
        idioms: negations of the other text without a partner, which may or may not stand for this one.
    """
    other = alignment.texts[1 - language]
    scope, before = alignment.scope(language, cue), alignment.word_before(language, cue)
    distances = alignment.distances(language, cue)
    nearest: dict[Standin, float] = {"sure": _NEAR, "likely": _NEAR, "possible": _NEAR}
    for idiom in idioms:
        nearest["sure"] = min(nearest["sure"], distances.to(other.index(idiom.start)))
    standin_of = _STANDIN[1 - language]
    for index, word in enumerate(other.words):
        standin = standin_of(word)
        if standin and not _is_translation(alignment, language, index, scope):
            nearest[standin] = min(nearest[standin], distances.to(index))
    translated = [float(alignment.is_translated(language, index)) for index in scope] + [0.5, 0.5]
    return Evidence(
        first_word=translated[0],
        second_word=translated[1],
        scope=len(scope) / 3,
        word_before=0.5 if before is None else float(alignment.is_translated(language, before)),
        literalness=alignment.literalness(language),
        sure=1 - nearest["sure"] / _NEAR,
        likely=1 - nearest["likely"] / _NEAR,
        possible=1 - nearest["possible"] / _NEAR,
        length=len(alignment.texts[language].words) / 30,
    )


def _is_translation(alignment: NegationAlignment, language: int, index: int, scope: Sequence[int]) -> bool:
    """Whether a negative word of the other text translates a word of this one, and so not the negation.

    The lexicon has `unlikely` for `probable`, learnt from `no es probable`: what the negation denies is no proof.
    """
    own, other = alignment.texts[language], alignment.texts[1 - language]
    if other.words[index] == _WITHOUT[1 - language]:
        return _WITHOUT[language] in own.words or other.words[index + 1 : index + 2] in _ONLY_IN_FORM
    counterpart = other.counterparts[index]
    return counterpart is not None and not (language == SPANISH and counterpart in scope)


class _Weights(NamedTuple):
    bias: float
    of: Evidence


# Logistic regression on 65,000 pairs of news and parliament, as they are and with one negation more or less.
_WEIGHTS = {
    SPANISH: _Weights(-0.25, Evidence(1.35, 0.85, 0.65, 0.5, 0.0, -4.75, -4.75, -1.8, -0.65)),
    ENGLISH: _Weights(-2.75, Evidence(0.8, 0.0, 1.85, 0.85, 2.35, -4.85, -4.85, -1.8, -0.6)),
}


def suspicion(language: int, evidence: Evidence) -> float:
    """The log-odds that the negation was lost (if Spanish) or made up (if English), among as many as were not."""
    bias, weights = _WEIGHTS[language]
    return bias + sum(weight * value for weight, value in zip(weights, evidence, strict=True))
