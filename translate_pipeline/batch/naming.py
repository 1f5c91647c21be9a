"""Names of output files: the same for the same document in every run, and safe on every file system."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from translate_pipeline.readers.collections.identity import is_web_address

_LONGEST = 80
_RESERVED = frozenset({"con", "prn", "aux", "nul", "index", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))})


def slug(text: str) -> str:
    """A text in letters from a to z, digits, full stops and hyphens; at most 80 characters, never empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    name = re.sub(r"[^a-z0-9.]+", "-", plain).strip("-.")[:_LONGEST].strip("-.")
    return f"{name}-" if name in _RESERVED else name or "document"


def flat_stem(name: str, identity: str) -> str:
    """A file name without ending for a document, in one folder with all others.

    Args:
        name: what the document is called: a path, an address, `archive.jsonl:12`.
        identity: what it is known by; eight hexadecimal digits of its hash keep equal names apart.
    """
    if is_web_address(name):
        parts = urlsplit(name)
        last = PurePosixPath(unquote(parts.path)).name or parts.hostname or ""
    else:
        last = Path(name).name
    digest = hashlib.blake2b(identity.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return f"{slug(re.sub(r'[.](?:html?|txt|md|docx|odt|pdf|epub|eml)$', '', last, flags=re.IGNORECASE))}-{digest}"


def tree_stem(path: Path, root: Path) -> str:
    """A relative path without ending for a document, in folders as it lies below `root`; the file name stays whole."""
    inner = path.relative_to(root)
    return "/".join([*(slug(part) for part in inner.parts[:-1]), slug(inner.name)])
