"""The metadata of an Argos package, checked."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from translate_pipeline.errors import PackageError

_CODE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?")
_VERSION = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9}){0,9}")


@dataclass(frozen=True)
class PackageMetadata:
    """What `metadata.json` says: the language pair, the version, and a target prefix if the model needs one.

    `scores` has a BLEU score for each test set that whoever made the package names.
    """

    from_code: str
    to_code: str
    from_name: str
    to_name: str
    version: str
    target_prefix: str
    scores: tuple[tuple[str, float], ...] = ()

    @property
    def pair(self) -> str:
        """The language pair as commands name it, for instance `es-en`."""
        return f"{self.from_code}-{self.to_code}"


def parse_metadata(data: bytes, where: str) -> PackageMetadata:
    """Reads `metadata.json` of an Argos package (https://github.com/argosopentech/argos-translate).

    Raises:
        PackageError: it is no JSON object, or a field is missing or wrong.
    """
    try:
        fields = json.loads(data)
    except (ValueError, RecursionError):
        raise PackageError(f"{where}: metadata.json is no JSON: the package is damaged, get it again") from None
    if not isinstance(fields, dict):
        raise PackageError(f"{where}: metadata.json is no JSON object: the package is damaged, get it again")
    if fields.get("type", "translate") != "translate":
        raise PackageError(f"{where}: a package of type {fields['type']!r}, not a translation package")
    for field in ("from_code", "to_code"):
        if not isinstance(fields.get(field), str) or not _CODE.fullmatch(fields[field]):
            raise PackageError(f"{where}: metadata.json has no valid {field}: it is no Argos translation package")
    version = fields.get("package_version")
    if not isinstance(version, str) or not _VERSION.fullmatch(version):
        raise PackageError(f"{where}: metadata.json has no valid package_version: it is no Argos translation package")
    text = {name: str(fields.get(name) or "")[:100] for name in ("from_name", "to_name", "target_prefix")}
    return PackageMetadata(fields["from_code"], fields["to_code"], text["from_name"], text["to_name"], version,
                           text["target_prefix"], _bleu_scores(fields.get("scores")))  # fmt: skip


def _bleu_scores(scores: object) -> tuple[tuple[str, float], ...]:
    """The BLEU scores that are stated as `training/` states them; others are passed over."""
    if not isinstance(scores, dict):
        return ()
    stated = ((name, score.get("bleu")) for name, score in scores.items() if isinstance(score, dict))
    return tuple((str(name)[:50], float(bleu)) for name, bleu in stated if isinstance(bleu, int | float))
