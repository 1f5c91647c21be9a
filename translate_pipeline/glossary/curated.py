"""Where the curated glossaries are."""

from __future__ import annotations

from pathlib import Path


def curated_folder() -> Path:
    """Where the curated glossaries are: inside an installed package, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "glossaries"
    return inside if inside.is_dir() else package.parent / "glossaries"


def curated_files(source: str, target: str) -> list[Path]:
    """The curated glossary files for a language pair."""
    return sorted((curated_folder() / f"{source}-{target}").glob("*.csv"))


def curated_inflections() -> Path:
    """The inflected forms of the words in the curated glossaries, worked out beforehand."""
    return curated_folder() / "es-en" / "inflections.json"
