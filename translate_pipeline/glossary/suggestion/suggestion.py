"""One proposed glossary entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["name", "acronym"]


@dataclass(frozen=True)
class Suggestion:
    """A name that no glossary has yet.

    Args:
        source: its most frequent form.
        target: the form to put into translations: what the package makes of it, or the source form.
        kind: `acronym` or `name`.
        mentions: how often each of its forms stands in each document, by document and form.
        aliases: its other spellings.
        renderings: what the package made of it, with how often; empty if nothing was translated.
        unsteady_in: documents in which the package renders it in two ways or more.
        expansion: what an acronym is short for.
        acronym: what the name is shortened to.
        full_name: the full name, if this is the surname alone.
        known_as: the target of a glossary entry that has another spelling of the name.
    """

    source: str
    target: str
    kind: Kind
    mentions: Mapping[str, Mapping[str, int]]
    aliases: tuple[str, ...] = ()
    renderings: Mapping[str, int] = field(default_factory=dict)
    unsteady_in: tuple[str, ...] = ()
    expansion: str = ""
    acronym: str = ""
    full_name: str = ""
    known_as: str = ""

    @property
    def count(self) -> int:
        """How often it stands in all documents."""
        return sum(sum(forms.values()) for forms in self.mentions.values())

    @property
    def steadiness(self) -> float:
        """The share of its most frequent rendering in all its renderings; 1 if nothing was translated."""
        return max(self.renderings.values()) / sum(self.renderings.values()) if self.renderings else 1.0

    @property
    def weight(self) -> float:
        """Frequency, up to doubled for a name that the package renders unsteadily."""
        return self.count * (2.0 - self.steadiness)
