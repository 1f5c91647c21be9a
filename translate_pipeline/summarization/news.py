"""Ranks the sentences of a news article by a linear model of their features.

Source of the method: Edmundson 1969, doi:10.1145/321510.321519 (place, title and cues, added with weights), with
LexRank (Erkan & Radev 2004, doi:10.1613/jair.1523) in the place of his key words.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from translate_pipeline.summarization.content_words import content_words, share_within

# Both by `python -m training.summary_weights`, from 204 Spanish articles on world news with an editor's teaser.
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "first": 0.031,
        "second": 0.219,
        "third": 0.046,
        "fourth": -0.008,
        "fifth": 0.037,
        "place": 0.120,
        "centrality": 0.008,
        "title": -0.065,
        "title in first": -0.168,
        "names": -0.136,
        "number": 0.018,
        "length": -0.016,
        "long": -0.216,
        "quotation": -0.035,
        "question": -0.007,
    }
)
REDUNDANCY = 0.1

_LEADING = ("first", "second", "third", "fourth", "fifth")
_LONG = 40
_DIGIT = re.compile(r"\d")
_OPENING_QUOTES = tuple("\"'“«‘„—–")


def features(
    sentences: Sequence[str], title: str | None, centrality: Sequence[float], language: str
) -> list[dict[str, float]]:
    """What the model knows about each sentence.

    Args:
        sentences: the sentences of an article in order.
        title: its heading; without one, the first sentence stands in for it.
        centrality: each sentence's LexRank, in the range 0 to 1.
        language: language code, for stop words and stemming.
    """
    heading = content_words(title or (sentences[0] if sentences else ""), language)
    return [
        _features(sentence, place, heading, central, language)
        for place, (sentence, central) in enumerate(zip(sentences, centrality, strict=True))
    ]


def _features(sentence: str, place: int, heading: frozenset[str], central: float, language: str) -> dict[str, float]:
    words = sentence.split()
    length = max(1, len(words))
    told = share_within(content_words(sentence, language), heading)
    return {
        **{name: float(place == rank) for rank, name in enumerate(_LEADING)},
        "place": 1 / math.sqrt(1 + place),
        "centrality": central,
        "title": told,
        "title in first": told * (place == 0),
        "names": sum(word[:1].isupper() for word in words[1:]) / length,
        "number": float(_DIGIT.search(sentence) is not None),
        "length": length / _LONG,
        "long": max(0, length - _LONG) / _LONG,
        "quotation": float(sentence.startswith(_OPENING_QUOTES)),
        "question": float("?" in sentence),
    }


def news_scores(sentences: Sequence[str], title: str | None, centrality: Sequence[float], language: str) -> list[float]:
    """A score for each sentence, the higher the better; the arguments are those of `features`.

    A summary complements its title. Where there is none, the first sentence comes first.
    """
    scores = [
        math.fsum(WEIGHTS[name] * value for name, value in each.items())
        for each in features(sentences, title, centrality, language)
    ]
    return [max(scores), *scores[1:]] if scores and not title else scores
