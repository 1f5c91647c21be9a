"""How much articles have in common."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from translate_pipeline.digest.stories.document_frequency import inverse_document_frequency
from translate_pipeline.digest.stories.words import word_stems

if TYPE_CHECKING:
    from numpy.typing import NDArray

# A short paragraph that stands in so many articles belongs to their site, not to them.
_FURNITURE = 3
_FURNITURE_WORDS = 30
# Days after which what two articles have in common counts half.
_HALF_LIFE = 20.0
# Articles without a day may be weeks apart.
_UNKNOWN_DAYS = 12.0


def without_furniture(texts: Sequence[Sequence[str]]) -> list[str]:
    """The text of each article without the short paragraphs that several others have too.

    Args:
        texts: the paragraphs of each article, none of which is a copy of another.
    """
    often = Counter(paragraph for paragraphs in texts for paragraph in set(paragraphs))
    furniture = {p for p, count in often.items() if count >= _FURNITURE and len(p.split()) <= _FURNITURE_WORDS}
    return ["\n".join(p for p in paragraphs if p not in furniture) for paragraphs in texts]


def similarities(texts: Sequence[str], days: Sequence[date | None], language: str) -> NDArray[Any]:
    """How similar each two articles are, from 0 to 1: the cosine of their words weighted by tf-idf, less with time.

    Source of the method: Salton & Buckley 1988, doi:10.1016/0306-4573(88)90021-0, with logarithmic term frequency.

    Args:
        texts: the articles.
        days: when each was published.
        language: language code of all texts.
    """
    import numpy

    stems = [word_stems(text, language) for text in texts]
    weight = inverse_document_frequency(stems, language)
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, words in enumerate(stems):
        vector = {stem: (1 + math.log(count)) * weight(stem) for stem, count in Counter(words).items()}
        length = math.sqrt(math.fsum(value * value for value in vector.values()))
        for stem, value in vector.items():
            postings[stem].append((place, value / length))
    cosines = numpy.zeros((len(texts), len(texts)))
    for holders in postings.values():
        if len(holders) > 1:
            places = numpy.array([place for place, _ in holders])
            values = numpy.array([value for _, value in holders])
            cosines[numpy.ix_(places, places)] += numpy.outer(values, values)
    similar: NDArray[Any] = cosines * _decay(days)
    return similar


def _decay(days: Sequence[date | None]) -> NDArray[Any]:
    import numpy

    ordinals = numpy.array([numpy.nan if day is None else day.toordinal() for day in days], dtype=float)
    apart = numpy.abs(ordinals[:, None] - ordinals[None, :])
    apart[numpy.isnan(apart)] = _UNKNOWN_DAYS
    decay: NDArray[Any] = 0.5 ** (apart / _HALF_LIFE)
    return decay
