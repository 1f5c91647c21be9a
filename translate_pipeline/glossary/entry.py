"""One glossary entry."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Article = Literal["", "none", "the"]
Case = Literal["", "exact", "any"]
Accents = Literal["", "optional"]
Inflection = Literal["", "none"]
Direction = Literal["", "both"]


@dataclass(frozen=True)
class GlossaryEntry:
    """A source term and the one form it has in the target language.

    Args:
        source: the term as it stands in source text.
        target: the exact target form, without an article.
        aliases: other source forms of the same term.
        article: `none` if the target form never takes an article, `the` if it always does, empty if the
            sentence decides.
        case: `exact` if only text in the entry's own capitals matches, `any` if capitals do not matter; when
            empty, headlines in capitals and sentence-initial capitals match too.
        accents: `optional` if text without the accents matches too.
        inflection: `none` if a term that begins in lower case matches only as it is written; when empty, its
            inflected forms match too (`zonas aéreas` for `zona aérea`).
        direction: `both` if the entry may be turned round for the opposite language pair.
        do_not_translate: the source form is to be kept as it is; `target` equals `source`.
        domain: subject field, such as `military`.
        note: for people, not for tsum.
        attribution: who says so: a data source, or `editors`.
        date: when the entry was last reviewed, ISO 8601.
        origin: the file and line where the entry stands.
    """

    source: str
    target: str
    aliases: tuple[str, ...] = ()
    article: Article = ""
    note: str = ""
    origin: str = ""
    case: Case = ""
    accents: Accents = ""
    inflection: Inflection = ""
    direction: Direction = ""
    do_not_translate: bool = False
    domain: str = ""
    attribution: str = ""
    date: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        """All source forms, the main one first."""
        return (self.source, *self.aliases)

    def reversed(self) -> GlossaryEntry:
        """The entry for the opposite language pair; aliases and articles belong to one language and are left out."""
        return replace(self, source=self.target, target=self.source, aliases=(), article="")
