"""Real Argos packages of a few hundred kilobytes, whose behaviour is built in by hand.

The model is a CTranslate2 transformer with one layer on each side and one piece a character. Cross-attention
looks at the source piece of the same position, and the output layer maps each piece to another one, so each
behaviour (a cipher, an echo, a loop, silence) is exact and the same for every text of up to 400 characters.
"""

from __future__ import annotations

import functools
import io
import json
import os
import tempfile
import zipfile
from pathlib import Path
from typing import Any, Literal

import numpy as np

Behaviour = Literal["cipher", "echo", "loop", "silence"]

_LETTERS = "abcdefghijklmnopqrstuvwxyzáéíóúüñàâçèêëîïôûœãõ"
_ALPHABET = _LETTERS + _LETTERS.upper() + "0123456789.,;:!?¡¿'\"()-–—«»“”%/"
_VOWELS = dict(zip("aeiouAEIOU", "eiouaEIOUA", strict=True))
_LONGEST = 900
_PLACE = 64


def cipher(text: str) -> str:
    """What a package with the behaviour `cipher` makes of a text: each vowel becomes the next one."""
    return "".join(_VOWELS.get(letter, letter) for letter in text)


@functools.cache
def _sentencepiece_model() -> bytes:
    import sentencepiece

    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([" ".join(_ALPHABET)]),
        model_writer=model,
        model_type="char",
        vocab_size=1000,
        hard_vocab_limit=False,
        character_coverage=1.0,
        normalization_rule_name="identity",
        minloglevel=2,
    )
    return model.getvalue()


def _outcome(piece: str, behaviour: Behaviour) -> str:
    if behaviour == "loop":
        return "x"
    if behaviour == "silence":
        return "</s>"
    return _VOWELS.get(piece, piece) if behaviour == "cipher" else piece


@functools.cache
def _model_files(behaviour: Behaviour) -> dict[str, bytes]:
    import sentencepiece
    from ctranslate2.specs import common_spec, transformer_spec

    processor: Any = sentencepiece.SentencePieceProcessor(model_proto=_sentencepiece_model())
    pieces = [processor.id_to_piece(number) for number in range(processor.get_piece_size())]
    size = len(pieces)
    # The stream: which piece it is, which piece is to come out, where it stands.
    width = 2 * size + _PLACE
    width += -width % 8
    place = slice(2 * size, 2 * size + _PLACE)

    spec = transformer_spec.TransformerSpec.from_config((1, 1), 1, activation=common_spec.Activation.RELU)
    embeddings = np.zeros((size, width), np.float32)
    embeddings[:, :size] = 8 / np.sqrt(width) * np.eye(size)  # CTranslate2 multiplies by the root of the width
    places = np.zeros((_LONGEST, width), np.float32)
    places[:, place] = np.random.default_rng(1).choice([-1.0, 1.0], (_LONGEST, _PLACE))
    for side, table in ((spec.encoder, spec.encoder.embeddings[0]), (spec.decoder, spec.decoder.embeddings)):
        table.weight = embeddings
        side.position_encodings.encodings = places
        layer = side.layer[0]
        attentions = [layer.self_attention] + ([layer.attention] if side is spec.decoder else [])
        for norm in [side.layer_norm, layer.ffn.layer_norm, *(attention.layer_norm for attention in attentions)]:
            norm.gamma, norm.beta = np.ones(width, np.float32), np.zeros(width, np.float32)
        for linear, shape in (
            (layer.self_attention.linear[0], (3 * width, width)),
            (layer.self_attention.linear[1], (width, width)),
            (layer.ffn.linear_0, (8, width)),
            (layer.ffn.linear_1, (width, 8)),
        ):
            linear.weight, linear.bias = np.zeros(shape, np.float32), np.zeros(shape[0], np.float32)
    cross = spec.decoder.layer[0].attention
    by_place = np.zeros((width, width), np.float32)
    by_place[place, place] = 3 * np.eye(_PLACE)
    keep_piece = np.zeros((width, width), np.float32)
    keep_piece[size : 2 * size, :size] = 20 * np.eye(size)
    cross.linear[0].weight = by_place
    cross.linear[1].weight = np.concatenate([by_place, keep_piece])
    cross.linear[2].weight = np.eye(width, dtype=np.float32)
    for linear in cross.linear:
        linear.bias = np.zeros(linear.weight.shape[0], np.float32)
    project = np.zeros((size, width), np.float32)
    for number, piece in enumerate(pieces):
        project[pieces.index(_outcome(piece, behaviour)), size + number] += 5
    spec.decoder.projection.weight = project
    spec.decoder.projection.bias = np.zeros(size, np.float32)

    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary(pieces)
    spec.config.unk_token, spec.config.bos_token, spec.config.eos_token = pieces[:3]
    spec.config.decoder_start_token = pieces[1]
    spec.config.add_source_eos = True
    spec.validate()
    spec.optimize(quantization="int8")
    with tempfile.TemporaryDirectory() as folder:
        spec.save(folder)
        return {path.name: path.read_bytes() for path in sorted(Path(folder).iterdir())}


def metadata(source: str, target: str, version: str = "1.0", **fields: object) -> bytes:
    """A `metadata.json` as Argos packages have it."""
    known = {"from_code": source, "to_code": target, "from_name": source.upper(), "to_name": target.upper()}
    return json.dumps({"package_version": version, "argos_version": "1.9", **known, **fields}).encode()


def make_package(
    parent: Path, source: str = "es", target: str = "fr", behaviour: Behaviour = "cipher", version: str = "1.0"
) -> Path:
    """A package folder, named as Argos names them."""
    folder = parent / f"translate-{source}_{target}-{version.replace('.', '_')}"
    (folder / "model").mkdir(parents=True)
    (folder / "metadata.json").write_bytes(metadata(source, target, version))
    (folder / "sentencepiece.model").write_bytes(_sentencepiece_model())
    for name, data in _model_files(behaviour).items():
        (folder / "model" / name).write_bytes(data)
    return folder


def pack(folder: Path, archive: Path | None = None) -> Path:
    """A package folder as an `.argosmodel` archive beside it."""
    archive = archive or folder.with_name(folder.name + ".argosmodel")
    with zipfile.ZipFile(archive, "w") as file:
        for path in sorted(folder.rglob("*")):
            file.write(path, path.relative_to(folder.parent).as_posix())
    return archive


def installed(home: Path) -> Path:
    """The folder of installed packages in a test's home; made if missing."""
    folder = home / ".local" / "share" / "argos-translate" / "packages"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def everything_below(folder: Path) -> list[str]:
    """All files and folders below a folder, hidden ones too, by their relative names."""
    return sorted(
        os.path.relpath(os.path.join(where, name), folder)  # noqa: PTH118
        for where, folders, files in os.walk(folder)
        for name in [*folders, *files]
    )
