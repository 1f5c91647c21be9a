"""What a renderer of digests is: a digest in, the bytes of a file out."""

from __future__ import annotations

from typing import Protocol

from translate_pipeline.digest.model import Digest


class DigestRenderer(Protocol):
    """Shows digests in one format; `endings` are the file endings that choose it."""

    name: str
    endings: tuple[str, ...]

    def render(self, digest: Digest) -> bytes:
        """The digest as a file of this format.

        Raises:
            UsageError: the format needs a program or a library that is not installed.
        """
        ...
