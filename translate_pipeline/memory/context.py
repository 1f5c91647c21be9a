"""What besides a sentence decides how it is translated."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

# Stands where the packages of a machine's translation would.
IMPORTED = "imported"


@dataclass(frozen=True)
class Context:
    """Translations are equal only within one context.

    Args:
        source, target: the language codes.
        packages: name and fingerprint of each package on the way.
        beam: beam size in hypotheses.
        glossary: the glossary's fingerprint.
        method: version of the way in which tsum translates and checks.
    """

    source: str
    target: str
    packages: tuple[str, ...]
    beam: int
    glossary: str
    method: str

    @classmethod
    def imported(cls, source: str, target: str) -> Context:
        """The context of a language pair's imported translations, which hold for every package and glossary."""
        return cls(source, target, (IMPORTED,), 0, "", "")

    @property
    def key(self) -> str:
        """A short text that is equal for equal contexts only."""
        parts = "\0".join([self.source, self.target, *self.packages, str(self.beam), self.glossary, self.method])
        return hashlib.blake2b(parts.encode(), digest_size=16).hexdigest()
