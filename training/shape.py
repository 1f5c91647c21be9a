"""The shape of a Transformer, and the names and sizes of its parameters; no PyTorch needed."""

from __future__ import annotations

from dataclasses import astuple, dataclass

import numpy as np
from numpy.typing import NDArray

from translate_pipeline.errors import UsageError

LONGEST_SEQUENCE = 512


@dataclass(frozen=True)
class ModelShape:
    """Sizes of a pre-norm Transformer whose three embeddings are one.

    Args:
        vocabulary: pieces.
        width: of embeddings and hidden states.
        feed_forward: width of the feed-forward layers.
        heads: attention heads; they divide `width`.
        encoder_layers: layers of the encoder.
        decoder_layers: layers of the decoder.

    Raises:
        UsageError: the width does not divide into the heads.
    """

    vocabulary: int
    width: int = 256
    feed_forward: int = 1024
    heads: int = 4
    encoder_layers: int = 6
    decoder_layers: int = 2

    def __post_init__(self) -> None:
        if min(astuple(self)) < 1 or self.width % (2 * self.heads):
            raise UsageError(f"{self}: no such shape: take positive sizes, and a width of an even number for each head")

    @property
    def parameters(self) -> dict[str, tuple[int, ...]]:
        """Every parameter's array shape by its name."""
        width = self.width
        sizes: dict[str, tuple[int, ...]] = {"output_bias": (self.vocabulary,)}
        sizes["embedding.weight"] = (self.vocabulary, width)

        def linear(name: str, inputs: int, outputs: int) -> None:
            sizes[f"{name}.weight"], sizes[f"{name}.bias"] = (outputs, inputs), (outputs,)

        def norm(name: str) -> None:
            sizes[f"{name}.weight"] = sizes[f"{name}.bias"] = (width,)

        for side, layers in (("encoder", self.encoder_layers), ("decoder", self.decoder_layers)):
            for layer in range(layers):
                place = f"{side}.{layer}"
                norm(f"{place}.self_attention.norm")
                linear(f"{place}.self_attention.query_key_value", width, 3 * width)
                linear(f"{place}.self_attention.output", width, width)
                if side == "decoder":
                    norm(f"{place}.cross_attention.norm")
                    linear(f"{place}.cross_attention.query", width, width)
                    linear(f"{place}.cross_attention.key_value", width, 2 * width)
                    linear(f"{place}.cross_attention.output", width, width)
                norm(f"{place}.feed_forward.norm")
                linear(f"{place}.feed_forward.expand", width, self.feed_forward)
                linear(f"{place}.feed_forward.contract", self.feed_forward, width)
        norm("encoder_norm")
        norm("decoder_norm")
        return sizes

    @property
    def parameter_count(self) -> int:
        """The number of trained numbers."""
        return sum(int(np.prod(size)) for size in self.parameters.values())


def position_encodings(width: int, length: int = LONGEST_SEQUENCE) -> NDArray[np.float32]:
    """Sinusoids of positions 1 to `length`, sines before cosines, as CTranslate2 has them.

    Source: Vaswani et al. 2017, https://arxiv.org/abs/1706.03762.
    """
    rates = np.exp(-np.log(10_000) * np.arange(width // 2) / (width // 2 - 1))
    angles = np.arange(1, length + 1)[:, None] * rates
    return np.concatenate([np.sin(angles), np.cos(angles)], axis=1).astype(np.float32)
