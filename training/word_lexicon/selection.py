"""Which translations the lexicon has, and which of them are sure enough to be written."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher

from training.word_lexicon.counting import FUNCTION_WORDS, TranslationCounts
from training.word_lexicon.english_forms import EnglishForms
from training.word_lexicon.entries import WordEntry, word_entries
from training.word_lexicon.families import WordFamilies
from training.word_lexicon.lines import line_of

_LEAST_PROBABILITY = 0.1
_LEAST_LINKS = 2
# Names, and words that are the same in English, take room that more useful words should have.
_LEAST_OCCURRENCES_OF_NAME = 5
_LEAST_OCCURRENCES_OF_SAME = 10
_COGNATE = 0.65


def lexicon_lines(counts: TranslationCounts) -> dict[str, str]:
    """The Spanish words of the lexicon, in order, and the lines of their English words."""
    entries = sorted(word_entries(counts), key=lambda entry: entry.word)
    families = WordFamilies(entries)
    forms = EnglishForms(entries, families)
    return {entry.word: line for entry in entries if (line := _line(entry, families, forms))}


def _line(entry: WordEntry, families: WordFamilies, forms: EnglishForms) -> str | None:
    """The line of an entry, or None if it is a name that stays as it is, or if its links may be chance."""
    if entry.is_name and entry.occurrences < _LEAST_OCCURRENCES_OF_NAME:
        return None
    is_sure = _is_sure(entry, families)
    likely = [translation for translation in entry.translations if translation.probability >= _LEAST_PROBABILITY]
    listed = {
        forms.likeliest(entry) if translation is entry.best else translation.form: translation.probability
        for translation in likely
        if translation.links >= _LEAST_LINKS or (is_sure and translation is entry.best)
    }
    stays = [form.lower() for form in listed] == [entry.word]
    if not listed or (stays and (entry.is_name or entry.occurrences < _LEAST_OCCURRENCES_OF_SAME)):
        return None
    return line_of(listed, is_sure=is_sure)


def _is_sure(entry: WordEntry, families: WordFamilies) -> bool:
    """Whether the best translation can be written for the word without knowing its sentence.

    The bounds were set by reading samples: the fewer links there are, the more of them must agree.
    """
    best = entry.best
    # Such a word is taken over as it is at times, and may be one there: `tornado` is also a form of a verb.
    if any(t.form == entry.word and t.links >= 2 and t.probability >= 0.02 for t in entry.translations[1:]):
        return False
    parts = set(best.stem.split())
    share = sum(t.probability for t in entry.translations if parts <= set(t.stem.split()))
    if best.form in FUNCTION_WORDS and (share < 0.6 or best.reverse < 0.02):
        return False
    is_likely = share >= 0.5 or (best.probability >= 0.4 and best.reverse >= 0.04)
    if best.links >= 10:
        return is_likely and entry.linked >= 0.4
    if best.links >= 3:
        return is_likely and entry.linked >= 0.5 and (best.reverse >= 0.01 or _is_confirmed(entry, families))
    if share < 0.66 or entry.linked < 0.66 or best.links < 1:
        return False
    return (best.links >= 2 and best.reverse >= 0.05) or _is_confirmed(entry, families)


def _is_confirmed(entry: WordEntry, families: WordFamilies) -> bool:
    """Whether other forms of the word have its translation, or it looks like it as cognates do.

    After Melamed 1995, https://aclanthology.org/W95-0115.
    """
    if families.translations(entry.word, entry.best.stem):
        return True
    return SequenceMatcher(None, _plain(entry.word), _plain(entry.best.form)).ratio() >= _COGNATE


def _plain(word: str) -> str:
    """A word in lower case without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))
