"""Entries whose source is a Spanish verb, of which only the form that is written there is found."""

from __future__ import annotations

from translate_pipeline.glossary.compiled import is_inflected
from translate_pipeline.glossary.entry import GlossaryEntry

_ENDINGS = {"ar": ("ando", "ó"), "er": ("iendo", "ió"), "ir": ("iendo", "ió")}
# Nouns and adjectives first, although there is a verb of the same letters, or simplemma works one out.
_NOUNS = frozenset(
    "amanecer anochecer atardecer auxiliar bienestar cantar circular deber ejemplar escolar haber malestar militar "
    "modular muscular nuclear olivar parecer pesar pilar placer poder preliminar regular saber ser solar titular "
    "tutelar yugular".split()
)


def is_uninflected_verb(entry: GlossaryEntry) -> bool:
    """Whether an entry has a verb as its only form: its infinitive, by the rules and simplemma's table of forms."""
    word = entry.source.removesuffix("se") if entry.source.endswith(("arse", "erse", "irse")) else entry.source
    endings = _ENDINGS.get(word[-2:])
    if endings is None or entry.aliases or not is_inflected(entry) or not word.isalpha() or word in _NOUNS:
        return False
    from translate_pipeline.glossary.inflection import lemma

    return all(lemma(word[:-2] + ending) == word for ending in endings)
