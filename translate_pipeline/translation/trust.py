"""Which packages are trusted: each is verified once, and the outcome remembered."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from translate_pipeline.atomic import write_atomically
from translate_pipeline.errors import OutputError
from translate_pipeline.storage.folders import cache_folder
from translate_pipeline.storage.private import private_file, private_folder
from translate_pipeline.translation.package import TranslationPackage
from translate_pipeline.translation.verification import verify


def _remembered(file: Path) -> dict[str, str | None]:
    try:
        known = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(known, dict):
        return {}
    return {key: problem for key, problem in known.items() if problem is None or isinstance(problem, str)}


def _state(package: TranslationPackage) -> str:
    """A short text that changes whenever a file of the package does."""
    import ctranslate2

    digest = hashlib.blake2b(ctranslate2.__version__.encode(), digest_size=8)
    for file in sorted(path for path in package.path.rglob("*") if path.is_file()):
        stat = file.stat()
        digest.update(f"{file.relative_to(package.path)}|{stat.st_size}|{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def problem_of(package: TranslationPackage) -> str | None:
    """Why a package is not to be used, or None. The bundled package is verified by tsum's own tests.

    The outcome is remembered for this model file and this CTranslate2; where it cannot be written, the
    package is verified again the next time.
    """
    if package.bundled:
        return None
    file = cache_folder() / "verified.json"
    key = f"{package.path.resolve()}|{_state(package)}"
    known = _remembered(file)
    if key not in known:
        known[key] = verify(package).problem
        try:
            private_folder(file.parent)
            private_file(file)
            write_atomically(file, json.dumps(known, indent=1, sort_keys=True) + "\n")
        except (OSError, OutputError):
            pass
    return known[key]
