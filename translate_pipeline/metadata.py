"""What a document says of itself beside its text."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace


@dataclass(frozen=True)
class Metadata:
    """Where a document comes from; what is not known is None.

    Args:
        title: its headline.
        date: day or moment of publication in ISO 8601, such as `2024-10-16` or `2024-10-16T08:30:00+02:00`.
        author: one or several names, as the document gives them.
        source: the site, newspaper or agency that published it.
        url: its address.
    """

    title: str | None = None
    date: str | None = None
    author: str | None = None
    source: str | None = None
    url: str | None = None

    def completed_by(self, other: Metadata) -> Metadata:
        """These metadata, with what they lack taken from `other`."""
        lacking = {f.name: getattr(other, f.name) for f in fields(self) if getattr(self, f.name) is None}
        return replace(self, **lacking)

    def known(self) -> dict[str, str]:
        """What is known, in the order of the fields."""
        return {f.name: value for f in fields(self) if (value := getattr(self, f.name))}
