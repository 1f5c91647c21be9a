"""The vocabulary map of a package: which target pieces the decoder considers for a source sentence."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from training.lexicon import Lexicon
from training.subword import PADDING, SubwordModel

_TARGETS = 60
_COMMONEST = 400
_LEAST_PROBABILITY = 1e-4


def _always(model: SubwordModel, frequencies: NDArray[np.int64]) -> Iterator[str]:
    for piece in np.argsort(-frequencies, kind="stable")[:_COMMONEST]:
        yield model.pieces[piece]
    for number, piece in enumerate(model.pieces):
        bare = piece.strip("▁")
        if piece.startswith("⟦") or model.is_byte(number) or (len(bare) == 1 and bare.isascii()):
            yield piece


def vocabulary_map(lexicon: Lexicon, model: SubwordModel, target_frequencies: NDArray[np.int64]) -> str:
    """The text of CTranslate2's `vmap.txt`: a source piece, a tab, and the target pieces it allows, on each line.

    A source piece allows itself and its likeliest translations; the empty source on the first line allows, for
    every sentence, the commonest target pieces, single characters, bytes and slots. CTranslate2 takes the union
    over a batch. Format: https://opennmt.net/CTranslate2/python/ctranslate2.Translator.html (`use_vmap`).

    Args:
        target_frequencies: how often each piece stands in the target sentences.
    """
    lines = ["\t" + " ".join(dict.fromkeys(_always(model, target_frequencies)))]
    for source in range(PADDING + 1, len(model)):
        likely = lexicon.targets[source][lexicon.probabilities[source] > _LEAST_PROBABILITY][:_TARGETS]
        pieces = [model.pieces[source], *(model.pieces[target] for target in likely)]
        lines.append(f"{model.pieces[source]}\t{' '.join(dict.fromkeys(pieces))}")
    return "\n".join(lines) + "\n"
