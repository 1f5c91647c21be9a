"""The difference between two states of a file, as a person reads it before it is written."""

from __future__ import annotations

import difflib


def difference(name: str, before: bytes, after: bytes) -> str:
    """A unified diff; bytes that are no UTF-8 are shown as escapes."""
    now, then = (text.decode("utf-8", "backslashreplace").splitlines() for text in (before, after))
    shown = difflib.unified_diff(now, then, f"{name} (now)", f"{name} (then)", n=2, lineterm="")
    return "".join(f"{line}\n" for line in shown)
