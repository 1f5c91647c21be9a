"""Word lists with sections that lie beside the code: `[name]`, and below it what belongs to it."""

from __future__ import annotations

import importlib.resources
import re

_SECTION = re.compile(r"^\[(\w+)\]$", re.MULTILINE)


def word_sections(folder: str, name: str) -> dict[str, str]:
    """The text of each section of a list.

    Args:
        folder: a folder of `translate_pipeline/digest`.
        name: the list's file without its ending.
    """
    file = importlib.resources.files("translate_pipeline") / "digest" / folder / f"{name}.txt"
    _, *parts = _SECTION.split(file.read_text(encoding="utf-8"))
    return dict(zip(parts[::2], parts[1::2], strict=True))


def lines(section: str) -> list[str]:
    """The lines of a section, each one phrase."""
    return section.strip().splitlines()
