"""What a later run knows an input by."""

from __future__ import annotations

import os
from pathlib import Path


def is_web_address(text: str) -> bool:
    """Whether it is an `http` or `https` address."""
    return text.lower().startswith(("http://", "https://"))


def input_identity(name: str) -> str:
    """The absolute path of a file; an address, or a name that is no file's, as it is."""
    if "://" in name:
        return name
    try:
        # Path.absolute keeps `..`.
        return os.path.abspath(name) if Path(name).exists() else name  # noqa: PTH100
    except (OSError, ValueError):
        return name
