"""A defect of tsum that a document brings to light: the document fails, and the others go on."""

from __future__ import annotations

import os

from translate_pipeline.errors import TsumError


class DefectError(TsumError):
    """A document at which tsum itself failed; another version may not."""

    def __init__(self, name: str, defect: Exception) -> None:
        said = str(defect).splitlines()[0][:200] if str(defect) else ""
        super().__init__(
            f"{name}: a defect in tsum ({type(defect).__name__}: {said}): "
            "run it on this document with TSUM_DEBUG=1 and report what it prints"
        )


def as_failure(name: str, defect: Exception) -> DefectError:
    """The failure of a document; the defect itself is raised where memory ran out, or with TSUM_DEBUG."""
    if isinstance(defect, MemoryError) or os.environ.get("TSUM_DEBUG"):
        raise defect
    return DefectError(name, defect)
