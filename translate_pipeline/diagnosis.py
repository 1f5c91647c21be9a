"""What tsum has to work with on this machine."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import sys
from pathlib import Path
from typing import Any

from translate_pipeline.glossary.curated import curated_files, curated_folder
from translate_pipeline.pipeline import version
from translate_pipeline.storage.folders import cache_folder
from translate_pipeline.translation.engine import usable_threads
from translate_pipeline.translation.store import argos_folders, bundled_packages, installed_packages
from translate_pipeline.translation.trust import problem_of

_LIBRARIES = (
    "argostranslate", "ctranslate2", "sentencepiece", "sumy", "nltk", "numpy", "langdetect", "sentencex",
    "charset-normalizer", "typer", "rich", "requests",
)  # fmt: skip
_CPU_FEATURES = (
    "avx",
    "avx2",
    "avx512f",
    "avx512_vnni",
    "avx_vnni",
    "amx_int8",
    "fma",
    "sse4_1",
    "asimd",
    "asimddp",
)


def _installed_version(library: str) -> str | None:
    try:
        return importlib.metadata.version(library)
    except importlib.metadata.PackageNotFoundError:
        return None


def _cpu() -> dict[str, Any]:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    fields = {line.partition(":")[0].strip(): line.partition(":")[2].strip() for line in reversed(lines)}
    flags = set((fields.get("flags") or fields.get("Features") or "").split())
    return {
        "model": fields.get("model name") or platform.processor() or platform.machine(),
        "threads": usable_threads(),
        "features": " ".join(feature for feature in _CPU_FEATURES if feature in flags) or "unknown",
    }


def _accelerators() -> dict[str, Any]:
    import ctranslate2

    gpus = ctranslate2.get_cuda_device_count()
    return {
        "cuda_devices": gpus,
        "compute_types_cpu": " ".join(sorted(ctranslate2.get_supported_compute_types("cpu"))),
        "compute_types_cuda": " ".join(sorted(ctranslate2.get_supported_compute_types("cuda"))) if gpus else "",
    }


def diagnose() -> dict[str, Any]:
    """Versions, packages and their health, places, processor features, and a list of problems."""
    libraries = {library: _installed_version(library) for library in _LIBRARIES}
    installed, broken = installed_packages()
    packages, problems = (
        [],
        [f"{library} is not installed" for library, found in libraries.items() if found is None],
    )
    for package in [*installed, *bundled_packages()]:
        problem = problem_of(package)
        where = "bundled" if package.bundled else str(package.path)
        abilities = (
            []
            if problem
            else [
                name
                for name, has in (("slots", package.knows_slots), ("vocabulary map", package.has_vocabulary_map))
                if has
            ]
        )
        packages.append(f"{package.name} ({where}; {', '.join(abilities) or 'plain'}): {problem or 'good'}")
        problems += [f"package {package.name} is not used: {problem}"] if problem else []
    problems += [f"{folder.path} is no usable package: {folder.problem}" for folder in broken]
    if not bundled_packages():
        problems.append("the bundled es-en package is missing: install tsum again")
    if not curated_files("es", "en"):
        problems.append("the curated glossaries are missing: install tsum again")
    encoding = sys.stdout.encoding or "unknown"
    return {
        "tsum": version(),
        "python": f"{platform.python_version()} ({sys.executable})",
        "system": platform.platform(),
        "libraries": {library: found or "missing" for library, found in libraries.items()},
        "packages": packages,
        "places": {
            "program": str(Path(__file__).resolve().parent),
            "curated_glossaries": str(curated_folder()),
            "installed_packages": ", ".join(map(str, argos_folders())) or "none yet",
            "cache": str(cache_folder()),
            "output_encoding": encoding,
            "locale": os.environ.get("LC_ALL") or os.environ.get("LANG") or "not set",
        },
        "processor": _cpu(),
        "ctranslate2": _accelerators(),
        "problems": problems,
    }
