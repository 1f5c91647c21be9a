"""CTranslate2 by itself: text to text, in one sorted call of `translate_batch`."""

from __future__ import annotations

import functools
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.bundled import BEAM, package
from translate_pipeline.translation.engine import usable_threads

_BATCH_TOKENS = (64, 128, 256, 400, 1024)
# Several threads on one batch need large ones: with small ones they do little but wait for each other.
_SHARED_BATCH_TOKENS = (400, 1024, 4096)
_MOST_DECODED = 320


@dataclass(frozen=True)
class RawSettings:
    """Threads and batch size of a call; None is CTranslate2's default."""

    inter_threads: int | None
    intra_threads: int | None
    batch_tokens: int

    def __str__(self) -> str:
        threads = f"{self.inter_threads} x {self.intra_threads} threads" if self.inter_threads else "default threads"
        return f"{threads}, batches of {self.batch_tokens} tokens"


class RawCTranslate2:
    """The bundled model with SentencePiece before and after it, and nothing else.

    Args:
        settings: threads and batch size.
    """

    def __init__(self, settings: RawSettings) -> None:
        import ctranslate2

        threads = {"inter_threads": settings.inter_threads, "intra_threads": settings.intra_threads}
        given = {name: number for name, number in threads.items() if number is not None}
        self._settings = settings
        self._translator = ctranslate2.Translator(str(package().path / "model"), **given)
        self.translate(["Buenos días."])

    def translate(self, sentences: Sequence[str]) -> list[str]:
        """The translations, in the order of the sentences."""
        pieces: list[list[str]] = _processor().encode(list(sentences), out_type=str)
        order = sorted(range(len(pieces)), key=lambda place: -len(pieces[place]))
        results = self._translator.translate_batch(
            [pieces[place] for place in order],
            beam_size=BEAM,
            max_batch_size=self._settings.batch_tokens,
            batch_type="tokens",
            use_vmap=package().has_vocabulary_map,
            max_input_length=0,
            max_decoding_length=_MOST_DECODED,
        )
        decoded: list[str] = _processor().decode([result.hypotheses[0] for result in results])
        return [text for _, text in sorted(zip(order, decoded, strict=True))]


def count_pieces(sentences: Sequence[str]) -> list[int]:
    """How many pieces SentencePiece makes of each sentence."""
    return [len(pieces) for pieces in _processor().encode(list(sentences), out_type=str)]


def fastest_settings(sample: Sequence[str]) -> RawSettings:
    """The threads and batch size that translate a sample fastest: one thread a batch, or CTranslate2's default."""
    seconds = {}
    own = [RawSettings(usable_threads(), 1, batch_tokens) for batch_tokens in _BATCH_TOKENS]
    shared = [RawSettings(None, None, batch_tokens) for batch_tokens in _SHARED_BATCH_TOKENS]
    for settings in (*own, *shared):
        raw = RawCTranslate2(settings)
        began = time.perf_counter()
        raw.translate(sample)
        seconds[settings] = time.perf_counter() - began
    return min(seconds, key=seconds.__getitem__)


@functools.cache
def _processor() -> Any:
    import sentencepiece

    return sentencepiece.SentencePieceProcessor(model_file=str(package().path / "sentencepiece.model"))
