"""A CTranslate2 model folder from weights; no PyTorch needed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from training.shape import ModelShape, position_encodings
from training.subword import END, START, UNKNOWN
from training.weights import Weights


def _set_norm(spec: Any, weights: Weights, name: str) -> None:
    spec.gamma, spec.beta = weights[f"{name}.weight"], weights[f"{name}.bias"]


def _set_linear(spec: Any, weights: Weights, name: str) -> None:
    spec.weight, spec.bias = weights[f"{name}.weight"], weights[f"{name}.bias"]


def _set_layer(spec: Any, weights: Weights, name: str, decoder: bool) -> None:
    _set_norm(spec.self_attention.layer_norm, weights, f"{name}.self_attention.norm")
    for part, linear in zip(spec.self_attention.linear, ("query_key_value", "output"), strict=True):
        _set_linear(part, weights, f"{name}.self_attention.{linear}")
    if decoder:
        _set_norm(spec.attention.layer_norm, weights, f"{name}.cross_attention.norm")
        for part, linear in zip(spec.attention.linear, ("query", "key_value", "output"), strict=True):
            _set_linear(part, weights, f"{name}.cross_attention.{linear}")
    _set_norm(spec.ffn.layer_norm, weights, f"{name}.feed_forward.norm")
    _set_linear(spec.ffn.linear_0, weights, f"{name}.feed_forward.expand")
    _set_linear(spec.ffn.linear_1, weights, f"{name}.feed_forward.contract")


def save_ctranslate2_model(
    folder: Path, shape: ModelShape, weights: Weights, pieces: list[str], quantization: str = "int8"
) -> None:
    """Writes a model folder as CTranslate2 loads it (https://opennmt.net/CTranslate2/conversion.html).

    Args:
        folder: made if missing.
        pieces: the vocabulary, in the order of ids.
        quantization: type of the stored weights.

    Raises:
        ValueError: the weights are not those of the shape.
    """
    from ctranslate2.specs import common_spec, transformer_spec

    wrong = [name for name, size in shape.parameters.items() if name not in weights or weights[name].shape != size]
    if wrong or len(pieces) != shape.vocabulary:
        raise ValueError(f"the weights are not those of the shape: {', '.join(wrong) or 'vocabulary'}")
    spec: Any = transformer_spec.TransformerSpec.from_config(
        (shape.encoder_layers, shape.decoder_layers),
        shape.heads,
        pre_norm=True,
        activation=common_spec.Activation.RELU,
    )
    embedding, positions = weights["embedding.weight"], position_encodings(shape.width)
    spec.encoder.embeddings[0].weight = spec.decoder.embeddings.weight = embedding
    spec.encoder.position_encodings.encodings = spec.decoder.position_encodings.encodings = positions
    spec.decoder.projection.weight, spec.decoder.projection.bias = embedding, weights["output_bias"]
    for name, side in (("encoder", spec.encoder), ("decoder", spec.decoder)):
        _set_norm(side.layer_norm, weights, f"{name}_norm")
        for number, layer in enumerate(side.layer):
            _set_layer(layer, weights, f"{name}.{number}", decoder=side is spec.decoder)
    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary(pieces)
    config = spec.config
    config.unk_token, config.bos_token, config.eos_token = pieces[UNKNOWN], pieces[START], pieces[END]
    config.decoder_start_token = pieces[START]
    config.add_source_bos, config.add_source_eos = False, True
    spec.validate()
    spec.optimize(quantization=quantization)
    folder.mkdir(parents=True, exist_ok=True)
    spec.save(str(folder))
