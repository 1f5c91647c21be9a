"""The subword model: SentencePiece pieces of both languages, with the slots and the mark of synthetic text."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from translate_pipeline.errors import InputError
from translate_pipeline.translation.package import SLOTS

UNKNOWN, START, END, PADDING = 0, 1, 2, 3
SYNTHETIC_MARK = "⟦bt⟧"


class SubwordModel:
    """A SentencePiece model with the ids that training counts on.

    Source: Kudo 2018, https://aclanthology.org/P18-1007.

    Args:
        data: the bytes of a `sentencepiece.model`.

    Raises:
        ValueError: it is no such model, or has no slots.
    """

    def __init__(self, data: bytes) -> None:
        import sentencepiece

        self.data = data
        self.processor: Any = sentencepiece.SentencePieceProcessor()
        try:
            self.processor.LoadFromSerializedProto(data)
        except RuntimeError:
            raise ValueError("it is no SentencePiece model") from None
        self.pieces: list[str] = [self.processor.id_to_piece(number) for number in range(len(self.processor))]
        if any(self.processor.piece_to_id(slot) == UNKNOWN for slot in (*SLOTS, SYNTHETIC_MARK)):
            raise ValueError("it lacks the slots")

    def __len__(self) -> int:
        return len(self.pieces)

    def encode(self, texts: list[str]) -> list[list[int]]:
        """The piece ids of each text, without start and end."""
        ids: list[list[int]] = self.processor.encode(texts)
        return ids

    def is_byte(self, piece: int) -> bool:
        """Whether a piece stands for a byte of a character that has no piece."""
        return bool(self.processor.is_byte(piece))


def read_subword_model(path: Path) -> SubwordModel:
    """Raises `InputError` if there is no usable model at `path`."""
    try:
        return SubwordModel(path.read_bytes())
    except ValueError as error:
        raise InputError(f"{path}: {error}: leave --subword-model out and one is trained") from None
    except OSError as error:
        raise InputError.from_os_error(path, error) from None


def train_subword_model(texts: Iterable[str], size: int, threads: int) -> SubwordModel:
    """Trains a unigram model of `size` pieces.

    Raises:
        InputError: the texts are too few for so many pieces.
    """
    import sentencepiece

    model = io.BytesIO()
    try:
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(texts),
            model_writer=model,
            model_type="unigram",
            vocab_size=size,
            character_coverage=0.9999,
            byte_fallback=True,
            split_digits=True,
            unk_id=UNKNOWN,
            bos_id=START,
            eos_id=END,
            pad_id=PADDING,
            user_defined_symbols=[*SLOTS, SYNTHETIC_MARK],
            input_sentence_size=1_200_000,
            shuffle_input_sentence=True,
            max_sentence_length=4000,
            num_threads=threads,
            minloglevel=2,
        )
    except RuntimeError as error:
        reason = str(error).splitlines()[-1].rsplit("] ", 1)[-1].rstrip(". ")
        raise InputError(f"no subword model of {size} pieces can be trained ({reason}): choose --pieces") from None
    return SubwordModel(model.getvalue())
