"""Names of output files: the same for the same document in every run, and safe on every file system."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from translate_pipeline.readers.collections.identity import is_web_address

_LONGEST = 80
_FLAT_OUTPUT = re.compile(r"[a-z0-9.-]+-[0-9a-f]{12}(?:\.v\d+)?\.[a-z]+")
_RESERVED = frozenset({"con", "prn", "aux", "nul", "index", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))})


def slug(text: str) -> str:
    """A text in letters from a to z, digits, full stops and hyphens; at most 80 characters, never empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    name = re.sub(r"[^a-z0-9.]+", "-", plain).strip("-.")[: _LONGEST - 1].strip("-.")
    first, dot, rest = name.partition(".")
    # Windows knows a device by its name before the first full stop.
    return f"{first}-{dot}{rest}" if first in _RESERVED else name or "document"


def flat_stem(name: str, identity: str) -> str:
    """A file name without ending for a document, in one folder with all others.

    Args:
        name: what the document is called: a path, an address, `archive.jsonl:12`.
        identity: what it is known by; twelve hexadecimal digits of its hash keep equal names apart.
    """
    last = _last_part(name) if is_web_address(name) else Path(name).name
    plain = slug(re.sub(r"[.](?:html?|txt|md|docx|odt|pdf|epub|eml)$", "", last, flags=re.IGNORECASE))
    return f"{plain}-{_digest(identity, 6)}"


def _last_part(address: str) -> str:
    try:
        parts = urlsplit(address)
        return PurePosixPath(unquote(parts.path)).name or parts.hostname or ""
    except ValueError:
        return address


def is_flat_output(name: str) -> bool:
    """Whether a file is called as the output of `flat_stem` is."""
    return _FLAT_OUTPUT.fullmatch(name) is not None


def tree_stem(path: Path, root: Path) -> str:
    """A relative path without ending for a document, in folders as it lies below `root`; the file name stays whole.

    A name that is not safe as it is gets digits of its hash, since `A.txt` and `a.txt` must not meet.
    """
    *folders, name = path.relative_to(root).parts
    return "/".join([*map(_folder_name, folders), _safe_part(name)])


def _safe_part(part: str) -> str:
    plain = slug(part)
    return plain if plain == part else f"{plain}-{_digest(part, 4)}"


def _folder_name(part: str) -> str:
    """A folder's name, which no output file has: those end in full stop and format."""
    plain = _safe_part(part)
    return plain if "." not in plain else f"{plain}-{_digest(part, 4)}"


def _digest(text: str, size: int) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()
