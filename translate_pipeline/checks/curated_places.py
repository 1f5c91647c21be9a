"""English names and adjectives of places, from the curated glossaries; a run may have these glossaries or not."""

from __future__ import annotations

import csv
import functools
from collections.abc import Mapping, Sequence

from translate_pipeline.checks.name_forms import folded
from translate_pipeline.glossary.curated import curated_folder

# Names and adjectives of one state that do not begin alike.
_SAME = (
    frozenset({"US", "USA", "United States", "American", "Americans"}),
    frozenset({"UK", "United Kingdom", "Britain", "British"}),
    frozenset({"EU", "European Union", "European", "Union"}),
)
_LEAST_ALIKE = 4


def _rows(name: str) -> list[dict[str, str]]:
    """The rows of a curated glossary; none if the installation lacks it."""
    path = curated_folder() / "es-en" / f"{name}.csv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@functools.cache
def _english_of() -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for row in [*_rows("places"), *_rows("organisations")]:
        for form in (row["source"], *filter(None, row["aliases"].split("|"))):
            found.setdefault(folded(form), []).append(row["target"])
    return found


@functools.cache
def _nationalities() -> Sequence[tuple[str, str]]:
    return [(folded(row["source"]), row["target"]) for row in _rows("nationalities")]


@functools.cache
def nationality_forms() -> Sequence[tuple[str, str]]:
    """The Spanish words for peoples, in each form that the curated glossaries list, with the English ones."""
    return [
        (form, row["target"])
        for row in _rows("nationalities")
        for form in (row["source"], *filter(None, row["aliases"].split("|")))
    ]


def english_places(name: str) -> Sequence[str]:
    """What the curated glossaries call a place or body in English, and other common names of it."""
    listed = _english_of().get(folded(name), ())
    same = [other for names in _SAME if not names.isdisjoint(listed) for other in names]
    return [*listed, *same]


def _alike(first: str, second: str) -> int:
    return next(
        (i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second))
    )


@functools.lru_cache(maxsize=1024)
def nationalities(place: str) -> Sequence[str]:
    """The English adjectives whose Spanish ones begin most like the name of a place: `French` for `Francia`."""
    name = folded(place)
    if name not in _english_of():
        return ()
    most = max((_alike(name, spanish) for spanish, _ in _nationalities()), default=0)
    if most < min(_LEAST_ALIKE, len(name) - 1):
        return ()
    return [english for spanish, english in _nationalities() if _alike(name, spanish) == most]
