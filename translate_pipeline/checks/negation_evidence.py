"""How much speaks for it that a negation without a partner was lost or made up, and not said in another way."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from translate_pipeline.checks.negation_alignment import ENGLISH, SPANISH, NegationAlignment
from translate_pipeline.checks.negation_cues import Cue
from translate_pipeline.checks.negation_standins import Likelihood, english_standin, spanish_standin

# The distance in words from which on a word has nothing to do with a negation.
_FAR = 8.0
# By how many words the counterpart of a word may be off its share of the text.
_SLACK = 3.0
_STANDIN = {SPANISH: spanish_standin, ENGLISH: english_standin}
_CLEARLY_NEGATIVE = ("sure", "likely")
# These two translate each other, but for `sin embargo` and `sin duda`.
_WITHOUT = {SPANISH: "sin", ENGLISH: "without"}
_AFTER_EMPTY_SIN = frozenset({"embargo", "duda", "dudas"})


class Literalness(NamedTuple):
    """How literally the text is translated around a negation.

    Attributes:
        first_word, second_word: whether these words that it denies are translated; 0.5 if it has none.
        scope: how many words it denies, in thirds.
        word_before: whether the word before it is translated; 0.5 if there is none.
        text: the share of words of the text that are translated.
    """

    first_word: float
    second_word: float
    scope: float
    word_before: float
    text: float


class Standins(NamedTuple):
    """How near a negation's place the other text has a word that stands for it, of each likelihood; 1 is there."""

    sure: float
    likely: float
    possible: float


class Evidence(NamedTuple):
    """What is known about a negation that has no partner in the other text.

    Attributes:
        length: of its text, in words, by 30.
    """

    literalness: Literalness
    standins: Standins
    length: float

    @property
    def explanation(self) -> float:
        """How well another word explains where the negation is, from 0 to 1."""
        return max(self.standins.sure, self.standins.likely)


def gather(alignment: NegationAlignment, language: int, cue: Cue, idioms: Sequence[Cue]) -> Evidence:
    """The evidence about a negation.

    Args:
        language: the language of the negation.
        idioms: negations of the other text without a partner that may stand for this one.
    """
    own, other = alignment.texts[language], alignment.texts[1 - language]
    scope, before, distances = own.scope(cue), own.before(cue), alignment.distances(language, cue)
    nearest: dict[Likelihood, float] = {"sure": _FAR, "likely": _FAR, "possible": _FAR}
    for idiom in idioms:
        nearest["sure"] = min(nearest["sure"], distances.to(other.index(idiom.start)))
    standin, taken = _STANDIN[1 - language], _places_of_standins(alignment, language)
    for index, (word, following) in enumerate(_with_next(other.words)):
        likelihood = standin(word, following)
        if likelihood is None or _is_translation(alignment, language, index, scope):
            continue
        if all(abs(index - place) > _SLACK for place in taken):
            nearest[likelihood] = min(nearest[likelihood], distances.to(index))
    translated = [float(own.is_translated(index)) for index in scope] + [0.5, 0.5]
    literalness = Literalness(
        first_word=translated[0],
        second_word=translated[1],
        scope=len(scope) / 3,
        word_before=0.5 if before is None else float(own.is_translated(before)),
        text=own.literalness(),
    )
    standins = Standins(*(max(0.0, 1 - nearest[likelihood] / _FAR) for likelihood in ("sure", "likely", "possible")))
    return Evidence(literalness, standins, len(own.words) / 30)


def _with_next(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    return itertools.zip_longest(words, words[1:], fillvalue="")


def _places_of_standins(alignment: NegationAlignment, language: int) -> Sequence[float]:
    """Where the other text should have counterparts of those negative words that the lexicon does not translate.

    `unintended` at the place of `involuntario` stands for that word and for no negation.
    """
    own, other = alignment.texts[language], alignment.texts[1 - language]
    standin, ratio = _STANDIN[language], len(other.words) / max(1, len(own.words))
    return [
        index * ratio
        for index, (word, following) in enumerate(_with_next(own.words))
        if not own.is_translated(index) and standin(word, following) in _CLEARLY_NEGATIVE
    ]


def _is_translation(alignment: NegationAlignment, language: int, index: int, scope: Sequence[int]) -> bool:
    """Whether a negative word of the other text translates a word of this one, and so stands for no negation.

    The lexicon has `unlikely` for `probable`, learnt from `no es probable`: what the negation denies is no proof.
    """
    own, other = alignment.texts[language], alignment.texts[1 - language]
    word, following = other.words[index], "".join(other.words[index + 1 : index + 2])
    if word == _WITHOUT[1 - language]:
        return _WITHOUT[language] in own.words or following in _AFTER_EMPTY_SIN
    # The lexicon has `yet` for `aún`, but `yet to` is `aún no`.
    if word == "yet" and following == "to":
        return False
    counterpart = other.counterparts[index]
    return counterpart is not None and not (language == SPANISH and counterpart in scope)


class _Weights(NamedTuple):
    bias: float
    of: Evidence


# Logistic regression on 65,000 pairs of news and parliament, as they are and with one negation more or less.
_WEIGHTS = {
    SPANISH: _Weights(-0.65, Evidence(Literalness(1.6, 1.2, 0.6, 0.5, 0.0), Standins(-2.75, -0.3, -1.45), -0.5)),
    ENGLISH: _Weights(-3.2, Evidence(Literalness(0.85, 0.0, 1.95, 0.8, 2.7), Standins(-0.9, 0.0, -1.7), -0.6)),
}


def _product(weights: Iterable[float], values: Iterable[float]) -> float:
    return sum(weight * value for weight, value in zip(weights, values, strict=True))


def suspicion(language: int, evidence: Evidence) -> float:
    """The log-odds that a negation was lost (if Spanish) or made up (if English), where each is as frequent as not.

    That the rest is translated literally counts only if no other word explains where the negation is.
    """
    bias, weights = _WEIGHTS[language]
    literalness = _product(weights.literalness, evidence.literalness) * (1 - evidence.explanation)
    return bias + literalness + _product(weights.standins, evidence.standins) + weights.length * evidence.length
