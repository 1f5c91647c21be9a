"""sumy's summarizers by name, set up for a language."""

from __future__ import annotations

import functools
import importlib
import math
import threading
from collections.abc import Sequence
from typing import Any

from translate_pipeline.errors import UsageError
from translate_pipeline.language import function_words
from translate_pipeline.summarization.news import news_scores
from translate_pipeline.summarization.stemming import stemmer
from translate_pipeline.summarization.tokenizer import WordTokenizer
from translate_pipeline.summarization.word_lists import two_lists

# Module and class in sumy.summarizers; https://github.com/miso-belica/sumy names the paper of each.
_SUMY = {
    "lexrank": ("lex_rank", "LexRankSummarizer"),
    "textrank": ("text_rank", "TextRankSummarizer"),
    "lsa": ("lsa", "LsaSummarizer"),
    "luhn": ("luhn", "LuhnSummarizer"),
    "kl": ("kl", "KLSummarizer"),
    "sumbasic": ("sum_basic", "SumBasicSummarizer"),
    "edmundson": ("edmundson", "EdmundsonSummarizer"),
}
ALGORITHMS = (*_SUMY, "lead", "news")
# sumy is quadratic in pure Python, and KL worse: 9 s at 1,000 and at 200 sentences.
MOST_SENTENCES = 400
_MOST_SENTENCES_OF = {"kl": 100}
# Digits of a score that count: sumy sums over sets, whose order differs from run to run.
_DIGITS = 9


@functools.cache
def _cue_words(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Words that speak for a sentence and words that speak against it (Edmundson 1969), for es and en."""
    bonus, stigma = two_lists("cue_words", language)
    return frozenset(bonus.split()), frozenset(stigma.split())


def preload(algorithm: str) -> None:
    """Begins to import sumy, which takes as long as translating an article, beside whatever runs next."""
    if algorithm in _SUMY or algorithm == "news":
        module = f"sumy.summarizers.{_SUMY['lexrank' if algorithm == 'news' else algorithm][0]}"
        threading.Thread(target=importlib.import_module, args=(module,), daemon=True).start()


def _summarizer(algorithm: str, language: str) -> Any:
    module, name = _SUMY[algorithm]
    kind = getattr(importlib.import_module(f"sumy.summarizers.{module}"), name)
    stops = function_words(language)
    if algorithm == "edmundson":
        bonus, stigma = _cue_words(language)
        summarizer = kind(stemmer(language), cue_weight=1.0 if bonus else 0.0)
        summarizer.bonus_words, summarizer.stigma_words = bonus, stigma
        # sumy refuses an empty set; no word is empty.
        summarizer.null_words = stops or frozenset({""})
    else:
        summarizer = kind(stemmer(language))
        summarizer.stop_words = stops
    return summarizer


def share_of_best(scores: Sequence[float]) -> list[float]:
    """Scores brought to the range 0 to 1, so that they can be added to others."""
    low, high = min(scores, default=0.0), max(scores, default=0.0)
    return [(score - low) / (high - low) if high > low else 0.0 for score in scores]


def centrality(sentences: Sequence[str], title: str | None, language: str) -> list[float]:
    """LexRank of each sentence in the range 0 to 1, and 0 for those after the first `MOST_SENTENCES`."""
    head = share_of_best(rank_sentences(sentences[:MOST_SENTENCES], title, "lexrank", language))
    return head + [0.0] * (len(sentences) - len(head))


def rank_sentences(sentences: Sequence[str], title: str | None, algorithm: str, language: str) -> list[float]:
    """A score for each sentence, the higher the better; `lead` scores by place, `news` by a model.

    Args:
        sentences: the sentences of a document in order.
        title: its heading, which Edmundson's method and `news` use.
        algorithm: a name in `ALGORITHMS`.
        language: language code, for stop words and stemming.

    Raises:
        UsageError: there is no such algorithm.
    """
    if algorithm not in ALGORITHMS:
        raise UsageError(f"--algorithm {algorithm!r} is unknown: use one of {', '.join(ALGORITHMS)}")
    if algorithm == "news":
        scores = news_scores(sentences, title, centrality(sentences, title, language), language)
        return [round(score, _DIGITS) for score in scores]
    by_place = [-float(place) for place in range(len(sentences))]
    head = sentences[: _MOST_SENTENCES_OF.get(algorithm, MOST_SENTENCES)]
    tokenizer = WordTokenizer()
    if algorithm == "lead" or not any(tokenizer.to_words(sentence) for sentence in head):
        return by_place
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    heading = [Sentence(title, tokenizer, is_heading=True)] if title else []
    body = [Sentence(text, tokenizer) for text in head]
    document = ObjectDocumentModel([Paragraph([*heading, *body])])
    ratings: dict[int, float] = {}

    def keep_ratings(infos: Sequence[Any]) -> Sequence[Any]:
        ratings.update((info.order, float(info.rating) if math.isfinite(info.rating) else 0.0) for info in infos)
        return infos

    import numpy

    # Two sentences without a common word make LexRank divide by zero.
    with numpy.errstate(all="ignore"):
        _summarizer(algorithm, language)(document, keep_ratings)
    scale = max((abs(rating) for rating in ratings.values()), default=0.0) or 1.0
    lowest = min(ratings.values(), default=0.0) / scale - 1
    scores = [round(ratings[place] / scale, _DIGITS) if place in ratings else lowest for place in range(len(head))]
    return scores + [lowest - 1] * (len(sentences) - len(head))
