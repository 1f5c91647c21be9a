"""Compiled glossaries kept between runs, under the user's cache folder."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path

from translate_pipeline.atomic import write_atomically
from translate_pipeline.glossary.compiled import CompiledGlossary, FormTable

_KEPT_FILES = 24


def cache_folder() -> Path:
    """Where compiled glossaries are kept (XDG Base Directory Specification)."""
    base = os.environ.get("XDG_CACHE_HOME") or ""
    root = Path(base) if Path(base).is_absolute() else Path.home() / ".cache"
    return root / "tsum" / "glossaries"


def load_compiled(key: str) -> CompiledGlossary | None:
    """The compiled glossary of a key; None if it is not there, or damaged."""
    try:
        path = cache_folder() / f"{key}.json"
        fields = json.loads(path.read_bytes())
        return CompiledGlossary(
            exact=FormTable(**fields.pop("exact")), inflected=FormTable(**fields.pop("inflected")), **fields
        )
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RuntimeError):
        return None


def keep_compiled(key: str, compiled: CompiledGlossary) -> None:
    """Keeps a compiled glossary for the next run, where that is possible; the oldest files go."""
    with contextlib.suppress(Exception):
        folder = cache_folder()
        folder.mkdir(parents=True, exist_ok=True)
        fields = vars(compiled) | {"exact": vars(compiled.exact), "inflected": vars(compiled.inflected)}
        write_atomically(folder / f"{key}.json", json.dumps(fields, ensure_ascii=False, separators=(",", ":")))
        files = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
        for old in files[_KEPT_FILES:]:
            old.unlink()
