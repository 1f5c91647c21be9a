"""Lists of words for es and en that lie beside the code, two in a file."""

from __future__ import annotations

import importlib.resources


def two_lists(folder: str, language: str) -> tuple[str, str]:
    """What stands before and after the empty line of a language's file; nothing where there is no file for it.

    Args:
        folder: the folder of the lists.
        language: language code.
    """
    file = importlib.resources.files("translate_pipeline") / "summarization" / folder / f"{language[:2]}.txt"
    if not file.is_file():
        return "", ""
    first, _, second = file.read_text(encoding="utf-8").partition("\n\n")
    return first, second
