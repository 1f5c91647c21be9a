"""The sentences that tell a story: the best from across its articles, none that says again what another one says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from translate_pipeline.briefing.model import SentencePair
from translate_pipeline.digest.model import Article, Citation
from translate_pipeline.summarization.algorithms import centrality, rank_sentences, share_of_best
from translate_pipeline.summarization.content_words import content_words, share_within
from translate_pipeline.summarization.leaning import leans_on_the_sentence_before

# sumy's LexRank is quadratic: a story's best candidates are enough.
_CANDIDATES_OF_ARTICLE = 5
_CANDIDATES = 60
# The share of a sentence's content words that a chosen one has too, from which on it is redundant.
_SAME = 0.5
_FEWEST_WORDS = 6


@dataclass(frozen=True)
class _Candidate:
    """A sentence with its score in its own article, in the range 0 to 1."""

    citation: Citation
    order: tuple[int, int]
    score: float
    words: frozenset[str]


def story_summary(articles: Sequence[Article], sentences: int) -> tuple[Citation, ...]:
    """The summary of a story: that of its only article, or sentences from across its articles, in their order.

    Args:
        articles: the most typical first.
        sentences: at most so many.
    """
    if len(articles) == 1:
        return tuple(Citation(articles[0].id, pair) for pair in articles[0].briefing.summary)
    found = list(chain.from_iterable(_candidates(article, place) for place, article in enumerate(articles)))
    found = sorted(found, key=lambda c: (c.order[1], c.order[0]))[:_CANDIDATES]
    language = articles[0].briefing.target_language
    central = centrality([c.citation.pair.target for c in found], None, language)
    worth = {c.order: c.score + each for c, each in zip(found, central, strict=True)}
    chosen: list[_Candidate] = []
    for candidate in sorted(found, key=lambda c: (-worth[c.order], c.order)):
        if len(chosen) == sentences:
            break
        if not any(_says_the_same(candidate, other) for other in chosen):
            chosen.append(candidate)
    return tuple(c.citation for c in sorted(chosen, key=lambda c: c.order))


def _says_the_same(one: _Candidate, other: _Candidate) -> bool:
    return max(share_within(one.words, other.words), share_within(other.words, one.words)) >= _SAME


def _candidates(article: Article, place: int) -> list[_Candidate]:
    """The best sentences of an article that can stand alone."""
    briefing = article.briefing
    pairs = [s for p in briefing.paragraphs if p.kind == "body" for s in p.sentences] or list(briefing.summary)
    source, target = briefing.source_language, briefing.target_language
    title = briefing.title.source if briefing.title else None
    scores = share_of_best(rank_sentences([pair.source for pair in pairs], title, "news", source))
    able = [
        _Candidate(Citation(article.id, pair), (place, number), score, content_words(pair.target, target))
        for number, (pair, score) in enumerate(zip(pairs, scores, strict=True))
        if not _leans(pair, source, target, number) and len(pair.source.split()) >= _FEWEST_WORDS
    ]
    return sorted(able, key=lambda c: (-c.score, c.order))[:_CANDIDATES_OF_ARTICLE]


def _leans(pair: SentencePair, source: str, target: str, number: int) -> bool:
    """Whether a sentence needs the one before it; the first of an article has none."""
    return number > 0 and (
        leans_on_the_sentence_before(pair.source, source) or leans_on_the_sentence_before(pair.target, target)
    )
