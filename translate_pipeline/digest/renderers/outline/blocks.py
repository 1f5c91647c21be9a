"""What the outline of a digest is made of: the blocks that renderers lay out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class WebAddress:
    """An http or https address that may be a link."""

    url: str


Part = str | WebAddress


@dataclass(frozen=True)
class ShownPair:
    """The sides of a sentence that are shown.

    Args:
        target: the translation; None where the source is shown alone, or the sentence was left as it is.
        source: the sentence itself; None where the translation is shown alone.
        language: code of the source's language.
        findings: what the checks have found in the translation that is shown.
    """

    target: str | None
    source: str | None
    language: str
    findings: tuple[str, ...] = ()

    @property
    def sides(self) -> tuple[str, ...]:
        """The translation, if any, and the source, if it is shown."""
        return tuple(side for side in (self.target, self.source) if side is not None)


@dataclass(frozen=True)
class Heading:
    """A heading of a level from 1 to 4; `number` or an article's id stands before it."""

    level: int
    pair: ShownPair
    number: str = ""


@dataclass(frozen=True)
class Facts:
    """Facts on one line."""

    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Sentences:
    """Prose of tsum's own."""

    text: str


@dataclass(frozen=True)
class Bullets:
    """A list with a line of facts in each item, under a label of its own unless that is empty."""

    label: str
    items: tuple[tuple[Part, ...], ...]


@dataclass(frozen=True)
class Row:
    """Cells that say something by themselves, and a sentence that belongs to them."""

    cells: tuple[str, ...]
    pair: ShownPair | None = None


@dataclass(frozen=True)
class Table:
    """Rows under column names; `languages` are the names of the columns of the sentences, of one or two sides."""

    header: tuple[str, ...]
    languages: tuple[str, ...]
    rows: tuple[Row, ...]


Block = Heading | Facts | Sentences | Bullets | Table
