"""Which names are names of places, as far as lists and their first words tell."""

from __future__ import annotations

from translate_pipeline.names.vocabulary import begins_place

_FIRST_WORDS = frozenset(
    "san santa santo los las el la nueva nuevo puerto costa ciudad villa río isla islas monte new saint st fort north "
    "south east west mount lake port cape".split()
)


def is_place(name: str) -> bool:
    """Whether a name is, or may well be, the name of a place."""
    words = name.split()
    return words[0].lower() in _FIRST_WORDS or begins_place(words)
