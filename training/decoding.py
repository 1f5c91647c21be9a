"""A package's model under CTranslate2 with any search settings, in the batches that tsum's engine uses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from translate_pipeline.translation.engine import usable_threads
from translate_pipeline.translation.package import TranslationPackage

_BATCH_PIECES, _BATCH_PIECES_WITH_MAP = 1024, 400
# The model has positions for 512 pieces.
_MOST_DECODED = 400


@dataclass(frozen=True)
class Search:
    """How the decoder searches.

    Args:
        beam: hypotheses kept at each step.
        length_penalty: exponent of the length by which a hypothesis's score is divided.
        vocabulary_map: whether the package's map bounds the pieces considered.
    """

    beam: int
    length_penalty: float = 1.0
    vocabulary_map: bool = True


class Decoder:
    """A loaded package, one thread a batch and as many batches at once as there are processors."""

    def __init__(self, package: Path) -> None:
        import ctranslate2

        self.package = TranslationPackage(package)
        self._translator: Any = ctranslate2.Translator(
            str(package / "model"), inter_threads=usable_threads(), intra_threads=1
        )

    def translate(self, texts: Sequence[str], search: Search) -> list[str]:
        """The likeliest translation of each text."""
        tokenizer = self.package.tokenizer
        return [tokenizer.decode(pieces) for pieces in self.decode([tokenizer.encode(t) for t in texts], search)]

    def decode(
        self, sources: Sequence[list[str]], search: Search, lengths: Sequence[int] | None = None
    ) -> list[list[str]]:
        """The pieces of the likeliest translation of each source.

        Args:
            lengths: numbers of pieces that the translations shall have, kept on average over a batch; None
                leaves the length to the model.
        """
        mapped = search.vocabulary_map and self.package.has_vocabulary_map
        order = sorted(range(len(sources)), key=lambda number: -len(sources[number]))
        running: list[tuple[int, Any]] = []
        for batch in _batches(order, sources, _BATCH_PIECES_WITH_MAP if mapped else _BATCH_PIECES):
            most, least = min(2 * len(sources[batch[0]]) + 20, _MOST_DECODED), 1
            if lengths is not None:
                most = least = max(1, round(sum(lengths[number] for number in batch) / len(batch)))
            results = self._translator.translate_batch(
                [sources[number] for number in batch],
                asynchronous=True,
                beam_size=search.beam,
                length_penalty=search.length_penalty,
                use_vmap=mapped,
                max_input_length=0,
                max_decoding_length=most,
                min_decoding_length=least,
                replace_unknowns=True,
            )
            running += zip(batch, results, strict=True)
        found = {number: result.result().hypotheses[0] for number, result in running}
        return [found[number] for number in range(len(sources))]


def _batches(order: Sequence[int], sources: Sequence[list[str]], most: int) -> list[list[int]]:
    batches: list[list[int]] = []
    for number in order:
        if batches and max(1, len(sources[batches[-1][0]])) * (len(batches[-1]) + 1) <= most:
            batches[-1].append(number)
        else:
            batches.append([number])
    return batches
