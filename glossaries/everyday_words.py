"""Names that a Spanish everyday word would match at the start of a sentence or in a headline."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from translate_pipeline.glossary.entry import GlossaryEntry

WORD_LIST = Path(__file__).with_name("everyday_words.txt")


def everyday_words() -> frozenset[str]:
    """The common Spanish words in lower case of `everyday_words.txt`."""
    return frozenset(WORD_LIST.read_text(encoding="utf-8").split())


def everyday_names(entries: Iterable[GlossaryEntry]) -> dict[str, GlossaryEntry]:
    """One-word names that are everyday words but for their capital, with their entries.

    `Paz` would be found in `Paz y pan`. A name whose everyday twin is an entry too (`China` and the adjective
    `china`) is none, nor is an acronym in capitals.
    """
    known = list(entries)
    words = everyday_words() - {form for entry in known for form in entry.forms if form.islower()}
    return {form: entry for entry in known for form in entry.forms if form.istitle() and form.casefold() in words}
