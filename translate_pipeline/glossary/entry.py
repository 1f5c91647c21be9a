"""One glossary entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Article = Literal["", "none", "the"]


@dataclass(frozen=True)
class GlossaryEntry:
    """A source term and the one form it has in the target language.

    Args:
        source: the term as it stands in source text.
        target: the exact target form, without an article.
        aliases: other source forms of the same term.
        article: `none` if the target form never takes an article, `the` if it always does, empty if the
            sentence decides.
        note: for people, not for tsum.
        origin: the file and line where the entry stands.
    """

    source: str
    target: str
    aliases: tuple[str, ...] = ()
    article: Article = ""
    note: str = ""
    origin: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        """All source forms, the main one first."""
        return (self.source, *self.aliases)
