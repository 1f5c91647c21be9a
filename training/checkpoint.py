"""A training run on disk: weights, their average, optimiser state, and what was seen."""

from __future__ import annotations

import pickle
import zipfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch

from training.files import replaced
from training.shape import ModelShape
from training.weights import Weights
from translate_pipeline.errors import InputError


@dataclass(frozen=True)
class Checkpoint:
    """What a run needs to go on.

    Args:
        shape: of the model.
        weights: the model's parameters by name.
        average: their moving average, which is what is exported.
        optimizers: state of the optimisers.
        step: steps made.
        seen: target pieces seen.
    """

    shape: ModelShape
    weights: dict[str, Any]
    average: dict[str, Any]
    optimizers: list[Any]
    step: int
    seen: int

    def save(self, path: Path) -> None:
        """Writes the checkpoint, whole or not at all. Raises `OutputError`."""
        content = {
            "shape": asdict(self.shape), "weights": self.weights, "average": self.average,
            "optimizers": self.optimizers, "step": self.step, "seen": self.seen,
        }  # fmt: skip
        with replaced(path) as file:
            torch.save(content, file)

    @classmethod
    def load(cls, path: Path, device: str = "cpu") -> Checkpoint:
        """Reads what `save` wrote; no code in the file is run. Raises `InputError`."""
        try:
            content = torch.load(path, map_location=device, weights_only=True)
            return cls(**{**content, "shape": ModelShape(**content["shape"])})
        except OSError as error:
            raise InputError.from_os_error(path, error) from None
        except (RuntimeError, ValueError, TypeError, KeyError, EOFError, pickle.UnpicklingError, zipfile.BadZipFile):
            raise InputError(f"{path}: no checkpoint of this program, or damaged: train again") from None

    def exported_weights(self) -> Weights:
        """The averaged parameters as NumPy arrays."""
        return {name: value.float().numpy().astype(np.float32) for name, value in self.average.items()}
