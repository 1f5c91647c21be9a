"""Training pairs that teach words which parallel text hardly has: rows of them, and sentences with them in it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from training.corpus import SentencePair
from training.rare_words.rare_forms import rare_forms
from training.rare_words.rows import rows
from training.rare_words.substitution import Substitution
from translate_pipeline.errors import UsageError

_SHORTEST, _LONGEST = 30, 200


@dataclass(frozen=True)
class RareWordSettings:
    """How much is made.

    Args:
        sentences: pairs of parallel text in which rare words take the places of others, at most.
        passes: times that each rare form stands in a row.
    """

    sentences: int = 0
    passes: int = 0


def rare_word_pairs(
    pairs: Sequence[SentencePair], synthetic: Sequence[str], settings: RareWordSettings, rng: random.Random
) -> Iterator[tuple[str, str]]:
    """Spanish and English texts with the rare words of tsum's lexicon in them.

    Args:
        pairs: parallel text, which also tells which words are rare.
        synthetic: Spanish that was written by a machine, which helps to tell which words are nouns.
        settings: how much is made.
        rng: of the choices.

    Raises:
        UsageError: lemminflect is not installed.
    """
    if not settings.sentences and not settings.passes:
        return
    try:
        forms = rare_forms([pair.source for pair in pairs], synthetic)
    except ImportError as error:
        raise UsageError(f"{error.name} is not installed: pip install -r training/requirements.txt") from None
    yield from _sentences(pairs, Substitution(forms, rng), settings.sentences, rng)
    yield from rows(forms, settings.passes, rng)


def _sentences(
    pairs: Sequence[SentencePair], substitution: Substitution, most: int, rng: random.Random
) -> Iterator[tuple[str, str]]:
    usable = [pair for pair in pairs if _SHORTEST < len(pair.source) < _LONGEST]
    made = 0
    for pair in rng.sample(usable, len(usable)) * 2:
        if made >= most:
            return
        if changed := substitution.apply(pair.source, pair.target):
            made += 1
            yield changed
