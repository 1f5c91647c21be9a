"""Argos packages: a folder with model, tokenizer and metadata, and the archive of it."""

from __future__ import annotations

import json
import shutil
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from training.ctranslate2_model import save_ctranslate2_model
from training.files import replaced
from training.shape import ModelShape
from training.weights import Weights
from translate_pipeline.atomic import write_atomically
from translate_pipeline.errors import OutputError
from translate_pipeline.translation.package import SLOTS

# The version of argostranslate that packages say they are for.
_ARGOS_VERSION = "1.9"
# So that the same package gives the same archive, byte for byte.
_ARCHIVE_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class PackageDescription:
    """What `metadata.json` says of a package beside its languages.

    Args:
        version: numbers with points, for instance `0.3`.
        seen: target pieces that the model was trained on.
        made: the day it was exported.
    """

    version: str
    seen: int
    made: date

    @property
    def folder_name(self) -> str:
        """The package's folder, named as Argos does."""
        return f"translate-es_en-{self.version.replace('.', '_')}"

    def metadata(self, shape: ModelShape) -> dict[str, Any]:
        """The fields of `metadata.json`: Argos' own first, then facts about the model."""
        return {
            "package_version": self.version,
            "argos_version": _ARGOS_VERSION,
            "from_code": "es",
            "from_name": "Spanish",
            "to_code": "en",
            "to_name": "English",
            "date": self.made.isoformat(),
            "parameters": shape.parameter_count,
            "target_pieces_seen": self.seen,
            "slots": list(SLOTS),
        }


def export_package(
    parent: Path,
    description: PackageDescription,
    shape: ModelShape,
    weights: Weights,
    pieces: list[str],
    subword_model: bytes,
    vocabulary_map: str | None,
) -> Path:
    """Writes a package folder in `parent`, in place of one of the same name, and gives its path.

    Args:
        pieces: the vocabulary, in the order of ids.
        subword_model: the bytes of the SentencePiece model.
        vocabulary_map: the text of CTranslate2's `vmap.txt`.

    Raises:
        OutputError: the folder cannot be written.
    """
    folder = parent / description.folder_name
    try:
        parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".export-", dir=parent) as scratch:
            made = Path(scratch) / folder.name
            save_ctranslate2_model(made / "model", shape, weights, pieces)
            if vocabulary_map is not None:
                (made / "model" / "vmap.txt").write_text(vocabulary_map, encoding="utf-8")
            (made / "sentencepiece.model").write_bytes(subword_model)
            _write_metadata(made, description.metadata(shape))
            shutil.rmtree(folder, ignore_errors=True)
            made.rename(folder)
    except OSError as error:
        raise OutputError.from_os_error(folder, error) from None
    return folder


def record_scores(folder: Path, scores: Mapping[str, object]) -> None:
    """Adds scores to a package's `metadata.json`."""
    metadata = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
    _write_metadata(folder, {**metadata, "scores": {**metadata.get("scores", {}), **scores}})


def _write_metadata(folder: Path, metadata: Mapping[str, Any]) -> None:
    write_atomically(folder / "metadata.json", json.dumps(metadata, indent=2, ensure_ascii=False) + "\n")


def archive(folder: Path) -> Path:
    """Packs a package folder into the `.argosmodel` file beside it, and gives its path. Raises `OutputError`."""
    path = folder.with_name(folder.name + ".argosmodel")
    with replaced(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for member in sorted(member for member in folder.rglob("*") if member.is_file()):
            name = zipfile.ZipInfo(member.relative_to(folder.parent).as_posix(), _ARCHIVE_DATE)
            name.compress_type, name.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            packed.writestr(name, member.read_bytes())
    return path
