"""Compiled glossaries kept between runs, under the user's cache folder."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
from pathlib import Path

from translate_pipeline.atomic import write_atomically
from translate_pipeline.glossary.compiled import CompiledGlossary, FormTable
from translate_pipeline.glossary.curated import curated_inflections
from translate_pipeline.storage import folders

_KEPT_FILES = 24


def cache_folder() -> Path:
    """Where compiled glossaries are kept."""
    return folders.cache_folder() / "glossaries"


@functools.cache
def _origin() -> str:
    """What else than the glossaries decides how they are compiled: tsum's version, and the inflections it has."""
    import importlib.metadata

    inflections = hashlib.blake2b(curated_inflections().read_bytes(), digest_size=8).hexdigest()
    return f"{importlib.metadata.version('tsum')} {inflections}"


def _counts(compiled: CompiledGlossary) -> list[int]:
    """How much is in each table, by which a file that lacks something is known."""
    tables = (compiled.exact, compiled.inflected)
    return [
        *(len(part) for table in tables for part in (table.lengths, table.forms)),
        *(len(part) for name, part in vars(compiled).items() if name not in ("exact", "inflected")),
    ]


def load_compiled(key: str) -> CompiledGlossary | None:
    """The compiled glossary of a key; None if it is not there, damaged, or made by another version of tsum."""
    try:
        path = cache_folder() / f"{key}.json"
        fields = json.loads(path.read_bytes())
        origin, counts = fields.pop("origin"), fields.pop("counts")
        exact, inflected = FormTable(**fields.pop("exact")), FormTable(**fields.pop("inflected"))
        compiled = CompiledGlossary(exact=exact, inflected=inflected, **fields)
        return compiled if origin == _origin() and counts == _counts(compiled) else None
    except (OSError, ValueError, TypeError, KeyError, AttributeError, ImportError, RuntimeError):
        return None


def keep_compiled(key: str, compiled: CompiledGlossary) -> None:
    """Keeps a compiled glossary for the next run, where that is possible; the oldest files go."""
    with contextlib.suppress(Exception):
        folder = cache_folder()
        folder.mkdir(parents=True, exist_ok=True)
        fields = vars(compiled) | {
            "exact": vars(compiled.exact),
            "inflected": vars(compiled.inflected),
            "origin": _origin(),
            "counts": _counts(compiled),
        }
        write_atomically(folder / f"{key}.json", json.dumps(fields, ensure_ascii=False, separators=(",", ":")))
        files = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
        for old in files[_KEPT_FILES:]:
            old.unlink()
