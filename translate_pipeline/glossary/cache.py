"""Compiled glossaries kept between runs, under the user's cache folder, where no other user may read them."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import os
import time
from pathlib import Path

from translate_pipeline.atomic import write_atomically
from translate_pipeline.glossary.compiled import CompiledGlossary, FormTable
from translate_pipeline.glossary.curated import curated_inflections
from translate_pipeline.storage import folders
from translate_pipeline.storage.private import private_file, private_folder

# Each edit of a glossary makes a new file, of some megabytes with the curated entries.
_KEPT_FILES = 4
_KEPT_SECONDS = 30 * 86_400

# Raised when what is compiled changes.
_FORMAT = 2


def cache_folder() -> Path:
    """Where compiled glossaries are kept."""
    return folders.cache_folder() / "glossaries"


@functools.cache
def _origin() -> str:
    """What else than the glossaries decides how they are compiled: tsum's version, and the inflections it has."""
    import importlib.metadata

    inflections = hashlib.blake2b(curated_inflections().read_bytes(), digest_size=8).hexdigest()
    return f"{importlib.metadata.version('tsum')} {_FORMAT} {inflections}"


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
        if origin != _origin() or counts != _counts(compiled):
            return None
    except (OSError, ValueError, TypeError, KeyError, AttributeError, ImportError, RuntimeError):
        return None
    with contextlib.suppress(OSError):
        os.utime(path)  # its age counts from its last use
        _make_private(path)
    return compiled


def keep_compiled(key: str, compiled: CompiledGlossary) -> None:
    """Keeps a compiled glossary for the next run, where that is possible; what was not used for long goes."""
    with contextlib.suppress(Exception):
        path = cache_folder() / f"{key}.json"
        _make_private(path)
        fields = vars(compiled) | {
            "exact": vars(compiled.exact),
            "inflected": vars(compiled.inflected),
            "origin": _origin(),
            "counts": _counts(compiled),
        }
        write_atomically(path, json.dumps(fields, ensure_ascii=False, separators=(",", ":")))
        _prune(path.parent)


def _make_private(path: Path) -> None:
    """Makes a file and its folders, or narrows them, since names of sources may stand in it. Raises `OSError`."""
    private_folder(path.parent.parent)
    private_folder(path.parent)
    private_file(path)


def _prune(folder: Path) -> None:
    """Leaves the few files that were used last, and of those none that was not used for a month; narrows the rest."""
    last_used = {path: path.stat().st_mtime for path in folder.glob("*.json")}
    newest = sorted(last_used, key=last_used.__getitem__, reverse=True)
    for place, path in enumerate(newest):
        if place >= _KEPT_FILES or last_used[path] < time.time() - _KEPT_SECONDS:
            path.unlink()
        else:
            private_file(path)
