"""An Argos translation package on disk: metadata, tokenizer and model folder."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import io
from pathlib import Path
from typing import Any, Protocol

from translate_pipeline.errors import PackageError
from translate_pipeline.translation.metadata import PackageMetadata, parse_metadata

SLOTS = tuple(f"⟦{number}⟧" for number in range(10))
_HASHED_BYTES = 1 << 20


class Tokenizer(Protocol):
    """Cuts text into a model's pieces, and puts pieces together again."""

    def encode(self, text: str) -> list[str]:
        """The pieces of a text."""
        ...

    def decode(self, pieces: list[str]) -> str:
        """The text of pieces."""
        ...

    def unknown(self, pieces: list[str]) -> int:
        """How many of the pieces the vocabulary does not have."""
        ...


class SentencePieceTokenizer:
    """A package's `sentencepiece.model`.

    argostranslate's own class turns every underscore of the output into a space, which breaks handles and
    URLs, so its decoder is not used.
    """

    def __init__(self, path: Path) -> None:
        from argostranslate.tokenizer import SentencePieceTokenizer as ArgosTokenizer

        self._argos = ArgosTokenizer(path)
        self._processor: Any = self._argos.lazy_processor()

    def encode(self, text: str) -> list[str]:
        """The pieces of a text."""
        pieces: list[str] = self._argos.encode(text)
        return pieces

    def decode(self, pieces: list[str]) -> str:
        """The text of pieces, byte pieces put together."""
        return str(self._processor.decode_pieces(pieces)).replace("▁", " ").strip()

    def unknown(self, pieces: list[str]) -> int:
        """How many of the pieces are not in the vocabulary."""
        unk = self._processor.unk_id()
        return sum(self._processor.piece_to_id(piece) == unk for piece in pieces)


class BpeTokenizer:
    """A package's `bpe.model` with Moses' rules, by argostranslate."""

    def __init__(self, path: Path, metadata: PackageMetadata) -> None:
        from argostranslate.tokenizer import BPETokenizer

        self._argos = BPETokenizer(path, metadata.from_code, metadata.to_code)
        # Argos' reader of BPE files prints what it finds wrong, and ends the process.
        with contextlib.redirect_stderr(io.StringIO()):
            self._argos.lazy_load()

    def encode(self, text: str) -> list[str]:
        """The pieces of a text."""
        pieces: list[str] = self._argos.encode(text)
        return pieces

    def decode(self, pieces: list[str]) -> str:
        """The text of pieces."""
        return str(self._argos.decode(pieces))

    def unknown(self, pieces: list[str]) -> int:
        """Zero: byte pair encoding falls back to letters."""
        return 0


class TranslationPackage:
    """A package folder; nothing is loaded before it is used.

    Args:
        path: the folder that holds `metadata.json` and `model/`.
        bundled: whether it came with tsum.

    Raises:
        PackageError: the folder is no Argos translation package.
    """

    def __init__(self, path: Path, *, bundled: bool = False) -> None:
        self.path, self.bundled = path, bundled
        try:
            metadata = (path / "metadata.json").read_bytes()
        except OSError as error:
            raise PackageError(
                f"{path}: no Argos package there (metadata.json: {error.strerror}): "
                "give the folder or the .argosmodel file of a package"
            ) from None
        self.metadata = parse_metadata(metadata, str(path))
        if not (path / "model" / "model.bin").is_file():
            raise PackageError(f"{path}: model/model.bin is missing: the package is damaged, get it again")
        if not any((path / name).is_file() for name in ("sentencepiece.model", "bpe.model")):
            raise PackageError(f"{path}: no tokenizer (sentencepiece.model or bpe.model): the package is damaged")

    def __repr__(self) -> str:
        return f"TranslationPackage({self.name!r})"

    @property
    def name(self) -> str:
        """Pair and version, for instance `es-en 0.2`."""
        return f"{self.metadata.pair} {self.metadata.version}"

    @property
    def has_vocabulary_map(self) -> bool:
        """Whether the model has a map from source pieces to likely target pieces."""
        return (self.path / "model" / "vmap.txt").is_file()

    @functools.cached_property
    def tokenizer(self) -> Tokenizer:
        """The package's tokenizer. Raises `PackageError` if its file is damaged."""
        try:
            if (self.path / "sentencepiece.model").is_file():
                return SentencePieceTokenizer(self.path / "sentencepiece.model")
            return BpeTokenizer(self.path / "bpe.model", self.metadata)
        except (OSError, RuntimeError, ValueError, IndexError, SystemExit) as error:
            reason = str(error).splitlines()[0][:100] if str(error) else type(error).__name__
            raise PackageError(
                f"{self.path}: the tokenizer cannot be loaded ({reason}): get the package again"
            ) from None

    @functools.cached_property
    def knows_slots(self) -> bool:
        """Whether the model was trained to copy the slots ⟦0⟧ … ⟦9⟧, each a piece of its own."""
        if not isinstance(self.tokenizer, SentencePieceTokenizer):
            return False
        return self.tokenizer.unknown(list(SLOTS)) == 0

    @functools.cached_property
    def fingerprint(self) -> str:
        """Eight hexadecimal digits that tell this model from others of the same name."""
        model = self.path / "model" / "model.bin"
        digest = hashlib.blake2b(str(model.stat().st_size).encode(), digest_size=4)
        with model.open("rb") as file:
            digest.update(file.read(_HASHED_BYTES))
            file.seek(-min(_HASHED_BYTES, model.stat().st_size), 2)
            digest.update(file.read(_HASHED_BYTES))
        return digest.hexdigest()
