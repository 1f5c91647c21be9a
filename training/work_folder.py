"""The folder in which a training run keeps its data, checkpoints, log and packages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from translate_pipeline.errors import OutputError


@dataclass(frozen=True)
class WorkFolder:
    """Where each step finds what the step before it made."""

    path: Path

    @property
    def train(self) -> Path:
        """Training pairs, tokenised."""
        return self.path / "train.npz"

    @property
    def valid(self) -> Path:
        """Pairs held out for the validation loss, tokenised."""
        return self.path / "valid.npz"

    @property
    def subword_model(self) -> Path:
        """The SentencePiece model."""
        return self.path / "sentencepiece.model"

    @property
    def counts(self) -> Path:
        """How many pairs each origin gave."""
        return self.path / "counts.json"

    @property
    def lexicon(self) -> Path:
        """Piece translation probabilities."""
        return self.path / "lexicon.npz"

    @property
    def flat(self) -> Path:
        """The checkpoint of training at the full learning rate."""
        return self.path / "flat.pt"

    @property
    def annealed(self) -> Path:
        """The checkpoint of training at a falling learning rate."""
        return self.path / "annealed.pt"

    @property
    def lock(self) -> Path:
        """Locked, and with its process id, while a process trains here."""
        return self.path / "lock"

    @property
    def log(self) -> Path:
        """What training in the background prints."""
        return self.path / "train.log"

    @property
    def packages(self) -> Path:
        """Exported packages."""
        return self.path / "packages"

    def make(self) -> None:
        """Makes the folder. Raises `OutputError`."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError.from_os_error(self.path, error) from None
