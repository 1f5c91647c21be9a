"""Spellings of one name, and the surnames that stand for a full name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from translate_pipeline.glossary.suggestion.candidate import Candidate
from translate_pipeline.names.vocabulary import begins_place

_PLURAL = re.compile(r"(?<=[A-Z]{2})s$")
_NO_LETTER = re.compile(r"[\W_]+")


def spelling_key(candidate: Candidate) -> str:
    """What the spellings of one name share: their letters without accents, capitals, hyphens and dots."""
    plain = unicodedata.normalize("NFD", _PLURAL.sub("", candidate.form))
    letters = "".join(ch for ch in plain if not unicodedata.combining(ch)).casefold()
    return _NO_LETTER.sub("", letters)


def group_spellings(candidates: Iterable[Candidate]) -> list[list[Candidate]]:
    """The candidates by name, the most frequent spelling of each first."""
    groups: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        groups.setdefault(spelling_key(candidate), []).append(candidate)
    return [sorted(group, key=_preference) for group in groups.values()]


def _preference(candidate: Candidate) -> tuple[int, bool, bool, str]:
    return -candidate.count, is_plural(candidate.form), candidate.form.isupper(), candidate.form


def is_plural(form: str) -> bool:
    """Whether a form is the plural of an acronym, as in `PPVs`."""
    return _PLURAL.search(form) is not None


def full_name_of(surname: Candidate, names: Sequence[Candidate]) -> Candidate | None:
    """The full name whose last words are `surname`; None if there is none, or if there are two in one document.

    Args:
        surname: a name that may be the end of another.
        names: names of two words and more.
    """
    length = len(surname.words)
    if begins_place(surname.words):
        return None
    longer = [
        name
        for name in names
        if len(name.words) > length
        and name.words[-length:] == surname.words
        and name.distinctive[:1] == name.words[:1]
        and name.words[-length - 1] not in ("de", "del")
        and name.documents.keys() & surname.documents.keys()
    ]
    return max(longer, key=lambda name: name.count) if longer else None
