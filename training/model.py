"""The Transformer: pre-norm, one embedding for source, target and output; laid out as CTranslate2 reads it.

Source: Vaswani et al. 2017, https://arxiv.org/abs/1706.03762; norm before each layer as in Xiong et al. 2020,
https://arxiv.org/abs/2002.04745. Shapes below: B sentences, S source pieces, T target pieces, W width, H heads.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import nn
from torch.nn import functional

from training.embeddings import Matrix
from training.shape import ModelShape, position_encodings
from training.subword import PADDING


class Attention(nn.Module):
    """Multi-head attention with its norm and its residual connection.

    Args:
        cross: whether keys and values come from the encoder's output.
    """

    def __init__(self, width: int, heads: int, cross: bool) -> None:
        super().__init__()
        self.heads, self.cross = heads, cross
        self.norm = nn.LayerNorm(width)
        if cross:
            self.query, self.key_value = nn.Linear(width, width), nn.Linear(width, 2 * width)
        else:
            self.query_key_value = nn.Linear(width, 3 * width)
        self.output = nn.Linear(width, width)

    def forward(self, states: Any, memory: Any, mask: Any, dropout: float) -> Any:
        """B×T×W from B×T×W.

        Args:
            memory: encoder output, B×S×W, for cross-attention.
            mask: true where a key may be looked at, B×1×1×S; None for causal attention.
        """
        normed = self.norm(states)
        if self.cross:
            query, (key, value) = self.query(normed), self.key_value(memory).chunk(2, -1)
        else:
            query, key, value = self.query_key_value(normed).chunk(3, -1)
        query, key, value = (self._by_head(part) for part in (query, key, value))
        if states.is_cuda:
            mixed = functional.scaled_dot_product_attention(
                query, key, value, mask, dropout if self.training else 0.0, is_causal=mask is None
            )
        else:
            mixed = self._plain_attention(query, key, value, mask)
        mixed = self.output(mixed.transpose(1, 2).flatten(2))
        # On CPU, adding numbers of two types is slow.
        return states + functional.dropout(mixed, dropout, self.training).to(states.dtype)

    def _by_head(self, states: Any) -> Any:
        return states.unflatten(-1, (self.heads, -1)).transpose(1, 2)

    @staticmethod
    def _plain_attention(query: Any, key: Any, value: Any, mask: Any) -> Any:
        """On CPU faster than PyTorch's fused attention, for sentences."""
        weights = (query * query.shape[-1] ** -0.5) @ key.transpose(-1, -2)
        if mask is None:
            length = weights.shape[-1]
            weights = weights + torch.full((length, length), float("-inf"), dtype=weights.dtype).triu(1)
        else:
            weights = weights.masked_fill(~mask, float("-inf"))
        return torch.softmax(weights, -1, dtype=weights.dtype) @ value


class FeedForward(nn.Module):
    """Two linear layers with ReLU between them, their norm and their residual connection."""

    def __init__(self, width: int, inner: int) -> None:
        super().__init__()
        self.norm, self.expand, self.contract = nn.LayerNorm(width), nn.Linear(width, inner), nn.Linear(inner, width)

    def forward(self, states: Any, dropout: float) -> Any:
        """B×T×W from B×T×W."""
        change = self.contract(functional.relu(self.expand(self.norm(states))))
        return states + functional.dropout(change, dropout, self.training).to(states.dtype)


class Layer(nn.Module):
    """Attention over the own side, attention over the source in the decoder, feed-forward."""

    def __init__(self, shape: ModelShape, decoder: bool) -> None:
        super().__init__()
        self.decoder = decoder
        self.self_attention = Attention(shape.width, shape.heads, cross=False)
        if decoder:
            self.cross_attention = Attention(shape.width, shape.heads, cross=True)
        self.feed_forward = FeedForward(shape.width, shape.feed_forward)

    def forward(self, states: Any, memory: Any, mask: Any, dropout: float) -> Any:
        """B×T×W from B×T×W; `memory` and `mask` as in `Attention`."""
        states = self.self_attention(states, None, None if self.decoder else mask, dropout)
        if self.decoder:
            states = self.cross_attention(states, memory, mask, dropout)
        return self.feed_forward(states, dropout)


class Transformer(nn.Module):
    """Predicts the next target piece from source pieces and the target pieces before it."""

    def __init__(self, shape: ModelShape) -> None:
        super().__init__()
        self.shape = shape
        self.output_bias = nn.Parameter(torch.zeros(shape.vocabulary))
        self.embedding = nn.Embedding(shape.vocabulary, shape.width)
        self.encoder = nn.ModuleList(Layer(shape, decoder=False) for _ in range(shape.encoder_layers))
        self.decoder = nn.ModuleList(Layer(shape, decoder=True) for _ in range(shape.decoder_layers))
        self.encoder_norm, self.decoder_norm = nn.LayerNorm(shape.width), nn.LayerNorm(shape.width)
        self.register_buffer("positions", torch.from_numpy(position_encodings(shape.width)), persistent=False)
        self._initialise()

    def _initialise(self) -> None:
        layers = self.shape.encoder_layers + self.shape.decoder_layers
        nn.init.normal_(self.embedding.weight, std=self.shape.width**-0.5)
        for name, parameter in self.named_parameters():
            if parameter.dim() == 2 and not name.startswith("embedding"):
                nn.init.xavier_uniform_(parameter)
            if name.endswith(("output.weight", "contract.weight")):  # what is added to the residual stream
                parameter.data.mul_((2 * layers) ** -0.5)

    def start_from_lexicon(self, embeddings: Matrix) -> None:
        """Takes bilingual embeddings, and lets cross-attention begin by copying the source's."""
        with torch.no_grad():
            self.embedding.weight.copy_(torch.from_numpy(embeddings))
            for layer in self.decoder:
                width = self.shape.width
                layer.cross_attention.key_value.weight[width:].copy_(torch.eye(width))
                layer.cross_attention.output.weight.copy_(torch.eye(width))

    def _embed(self, pieces: Any, dropout: float) -> Any:
        states = self.embedding(pieces) * self.shape.width**0.5 + self.positions[: pieces.shape[1]]
        return functional.dropout(states, dropout, self.training)

    def forward(self, source: Any, target: Any, dropout: float = 0.0) -> Any:
        """Hidden states B×T×W from source ids B×S and target ids B×T; `logits` makes scores of them."""
        mask = (source != PADDING)[:, None, None, :]
        memory = self._embed(source, dropout)
        for layer in self.encoder:
            memory = layer(memory, None, mask, dropout)
        memory = self.encoder_norm(memory)
        states = self._embed(target, dropout)
        for layer in self.decoder:
            states = layer(states, memory, mask, dropout)
        return self.decoder_norm(states)
