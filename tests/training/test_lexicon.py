from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from training.lexicon import Lexicon, estimate_lexicon
from training.subword import PADDING, SubwordModel
from training.token_arrays import TokenPairs, TokenSequences
from training.work_folder import WorkFolder
from translate_pipeline.errors import InputError

# Brown et al.'s way to show it: das Haus, das Buch, ein Buch.
DAS, HAUS, BUCH, EIN = 10, 11, 12, 13
THE, HOUSE, BOOK, A = 20, 21, 22, 23
SMALL = TokenPairs(
    TokenSequences.of([[DAS, HAUS], [DAS, BUCH], [EIN, BUCH]]),
    TokenSequences.of([[THE, HOUSE], [THE, BOOK], [A, BOOK]]),
)


def test_cooccurrence_tells_translations_apart() -> None:
    lexicon = estimate_lexicon(SMALL, 30, iterations=20)
    for source, target in ((DAS, THE), (HAUS, HOUSE), (BUCH, BOOK), (EIN, A)):
        assert lexicon.targets[source, 0] == target
    assert lexicon.probabilities[DAS, 0] > 0.9


def test_the_first_iteration_counts_as_model_1_says() -> None:
    """With a null word every pair of two and two words shares each target word among three."""
    lexicon = estimate_lexicon(SMALL, 30, iterations=1)
    found = dict(zip(lexicon.targets[DAS].tolist(), lexicon.probabilities[DAS].tolist(), strict=True))
    assert found[THE] == pytest.approx(1 / 2)
    assert found[HOUSE] == found[BOOK] == pytest.approx(1 / 4)
    assert found[A] == found[PADDING] == 0


def test_probabilities_fall_and_sum_to_one_at_most(prepared: WorkFolder) -> None:
    lexicon = Lexicon.load(prepared.lexicon)
    assert (np.diff(lexicon.probabilities, axis=1) <= 0).all()
    assert (lexicon.probabilities.sum(axis=1) <= 1 + 1e-4).all()


def test_slots_translate_themselves(prepared: WorkFolder, toy_model: SubwordModel) -> None:
    lexicon = Lexicon.load(prepared.lexicon)
    for slot in ("⟦0⟧", "⟦7⟧"):
        number = toy_model.pieces.index(slot)
        assert lexicon.targets[number, 0] == number


def test_a_damaged_lexicon_is_named(tmp_path: Path) -> None:
    (tmp_path / "lexicon.npz").write_bytes(b"no archive")
    with pytest.raises(InputError, match=r"lexicon.npz: damaged: run `lexicon` again"):
        Lexicon.load(tmp_path / "lexicon.npz")
    with pytest.raises(InputError, match="no such file"):
        Lexicon.load(tmp_path / "nowhere.npz")
