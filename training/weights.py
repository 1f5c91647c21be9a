"""A model's parameters as NumPy arrays, by name."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from training.shape import ModelShape

Weights = dict[str, NDArray[np.float32]]


def random_weights(shape: ModelShape, seed: int = 0) -> Weights:
    """Weights of the size that training starts with; a package of them has the speed of a trained one."""
    rng = np.random.default_rng(seed)
    weights: Weights = {}
    for name, size in shape.parameters.items():
        if len(size) == 2:
            weights[name] = (rng.standard_normal(size) / np.sqrt(size[1])).astype(np.float32)
        else:
            weights[name] = np.full(size, name.endswith("norm.weight"), np.float32)
    return weights
