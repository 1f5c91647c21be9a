from __future__ import annotations

import numpy as np

from training.embeddings import lexical_embeddings
from training.lexicon import Lexicon, estimate_lexicon
from training.subword import SubwordModel
from training.token_arrays import TokenPairs, TokenSequences
from training.work_folder import WorkFolder


def test_words_lie_nearest_to_their_translations() -> None:
    """Spanish words 10 to 29 translate to English words 40 to 59, in sentences of neighbouring words."""
    rng = np.random.default_rng(1)
    starts = rng.integers(0, 17, 600)
    sources = [[10 + start + step for step in range(4)] for start in starts]
    targets = [[piece + 30 for piece in source] for source in sources]
    pairs = TokenPairs(TokenSequences.of(sources), TokenSequences.of(targets))
    vectors = lexical_embeddings(pairs, estimate_lexicon(pairs, 60, 8), 24)
    nearest = (vectors[10:30] @ vectors[40:60].T).argmax(axis=1)
    assert (nearest == np.arange(20)).sum() >= 16


def test_every_piece_has_a_finite_vector(prepared: WorkFolder, toy_model: SubwordModel) -> None:
    pairs, lexicon = TokenPairs.load(prepared.train), Lexicon.load(prepared.lexicon)
    vectors = lexical_embeddings(pairs, lexicon, 32)
    assert vectors.shape == (len(toy_model), 32)
    assert np.isfinite(vectors).all()
    assert (np.linalg.norm(vectors, axis=1) > 0.3).all()
    assert (vectors == lexical_embeddings(pairs, lexicon, 32)).all()
