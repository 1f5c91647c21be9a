"""The Transformer in plain NumPy, slow and simple, to hold the real ones against."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from training.shape import ModelShape, position_encodings
from training.weights import Weights

Matrix = NDArray[np.float64]


class ReferenceTransformer:
    """Log probabilities of one target sentence given one source sentence."""

    def __init__(self, shape: ModelShape, weights: Weights) -> None:
        self._shape, self._weights = shape, {name: value.astype(np.float64) for name, value in weights.items()}

    def log_probabilities(self, source: Sequence[int], target: Sequence[int]) -> Matrix:
        """Row n has the log probability of every piece after the first n + 1 pieces of the target."""
        memory = self._embed(source)
        for layer in range(self._shape.encoder_layers):
            memory += self._attention(f"encoder.{layer}.self_attention", memory, memory=None, causal=False)
            memory += self._feed_forward(f"encoder.{layer}.feed_forward", memory)
        memory = self._norm("encoder_norm", memory)
        states = self._embed(target)
        for layer in range(self._shape.decoder_layers):
            states += self._attention(f"decoder.{layer}.self_attention", states, memory=None, causal=True)
            states += self._attention(f"decoder.{layer}.cross_attention", states, memory, causal=False)
            states += self._feed_forward(f"decoder.{layer}.feed_forward", states)
        states = self._norm("decoder_norm", states)
        logits = states @ self._weights["embedding.weight"].T + self._weights["output_bias"]
        logits -= logits.max(axis=1, keepdims=True)
        found: Matrix = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
        return found

    def _embed(self, pieces: Sequence[int]) -> Matrix:
        width = self._shape.width
        found: Matrix = self._weights["embedding.weight"][list(pieces)] * np.sqrt(width)
        return found + position_encodings(width)[: len(pieces)]

    def _linear(self, name: str, states: Matrix) -> Matrix:
        found: Matrix = states @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]
        return found

    def _norm(self, name: str, states: Matrix) -> Matrix:
        centred = states - states.mean(axis=1, keepdims=True)
        scaled = centred / np.sqrt((centred**2).mean(axis=1, keepdims=True) + 1e-5)
        found: Matrix = scaled * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]
        return found

    def _attention(self, name: str, states: Matrix, memory: Matrix | None, causal: bool) -> Matrix:
        normed = self._norm(f"{name}.norm", states)
        if memory is None:
            query, key, value = np.split(self._linear(f"{name}.query_key_value", normed), 3, axis=1)
        else:
            query = self._linear(f"{name}.query", normed)
            key, value = np.split(self._linear(f"{name}.key_value", memory), 2, axis=1)
        heads = []
        for q, k, v in zip(*(np.split(part, self._shape.heads, axis=1) for part in (query, key, value)), strict=True):
            scores = q @ k.T / np.sqrt(q.shape[1])
            if causal:
                scores = np.where(np.tri(*scores.shape) > 0, scores, -np.inf)
            shares = np.exp(scores - scores.max(axis=1, keepdims=True))
            heads.append(shares / shares.sum(axis=1, keepdims=True) @ v)
        return self._linear(f"{name}.output", np.concatenate(heads, axis=1))

    def _feed_forward(self, name: str, states: Matrix) -> Matrix:
        inner = np.maximum(self._linear(f"{name}.expand", self._norm(f"{name}.norm", states)), 0)
        return self._linear(f"{name}.contract", inner)
