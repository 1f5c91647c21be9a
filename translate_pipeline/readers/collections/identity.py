"""What a later run knows an input by."""

from __future__ import annotations

from pathlib import Path


def is_web_address(text: str) -> bool:
    """Whether it is an `http` or `https` address."""
    return text.lower().startswith(("http://", "https://"))


def input_identity(name: str) -> str:
    """The absolute path of a file; an address, or a name that is no file's, as it is."""
    if "://" in name:
        return name
    try:
        path = Path(name)
        return str(path.absolute()) if path.exists() else name
    except (OSError, ValueError):
        return name
