"""What a planted error is: a good pair of sentences, and the same pair with one error in its translation."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

from translate_pipeline.checks import Translated


@dataclass(frozen=True)
class Planted:
    """A pair without the error and the same pair with it."""

    clean: Translated
    wrong: Translated


Plant = Callable[[Translated, Random], Planted | None]


@dataclass(frozen=True)
class Kind:
    """A kind of error: the name of the check that has to find it, what it is, and how it is planted.

    `plant` gives None for a pair in which the error cannot be planted.
    """

    check: str
    error: str
    plant: Plant


def planted(pair: Translated, translation: str) -> Planted | None:
    """`pair` with a wrong translation; None if that is no other than its own."""
    if translation == pair.translation:
        return None
    return Planted(pair, replace(pair, translation=translation))


def spliced(text: str, start: int, end: int, replacement: str) -> str:
    """`text` with `replacement` from `start` to `end`; where that is empty, white space and brackets close up."""
    if replacement:
        return text[:start] + replacement + text[end:]
    before, after = text[:start], text[end:]
    if before.endswith("(") and after.startswith(")"):
        before, after = before[:-1], after[1:]
    if not before or before.endswith((" ", "(")):
        after = after.lstrip()
    if re.match(r"[.,;:!?)]|$", after):
        before = before.rstrip()
    return before + after


def in_case_of(model: str, word: str) -> str:
    """`word` with a capital letter where `model` has one."""
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def either(rng: Random, ways: Sequence[str]) -> str | None:
    """One of the texts at random; None if there are none."""
    return rng.choice(ways) if ways else None
