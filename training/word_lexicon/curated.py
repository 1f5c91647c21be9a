"""The curated half of the lexicon: the forms of the editors' words, and forms of counted words that were never seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from training.word_lexicon.english_inflection import english_verb, is_noun, is_verb
from training.word_lexicon.inflected_forms import InflectedForm, inflected_forms
from training.word_lexicon.lines import line_of
from training.word_lexicon.spanish_inflection import feminine, plural, tense
from training.word_lexicon.vocabulary import VocabularyWord
from translate_pipeline.glossary.inflection import compute_english_plural
from translate_pipeline.lexicon.english_stem import english_stem
from translate_pipeline.lexicon.word_list import LexiconEntry

# Of one, two and three translations in the order of their frequency; and where none is sure.
_PROBABILITIES = {1: (0.9,), 2: (0.6, 0.3), 3: (0.5, 0.2, 0.2)}
_PROBABILITIES_OF_AMBIGUOUS = {1: (0.4,), 2: (0.5, 0.4), 3: (0.4, 0.3, 0.2)}

FindEntry = Callable[[str], LexiconEntry | None]


def curated_lines(
    words: Sequence[VocabularyWord], forms: Mapping[str, Sequence[str]], find_counted: FindEntry
) -> dict[str, str]:
    """The Spanish forms of the curated lexicon, in order, and the lines of their English words.

    What was counted in parallel text stays where it is sure of an inflected form, which may belong to another word:
    `parejas` are couples more often than even.

    Args:
        words: the editors' vocabulary.
        forms: the forms of each lemma that text has.
        find_counted: looks a form up in what was counted.
    """
    lines = {}
    for text, form in inflected_forms(words, forms).items():
        if not _is_counted_better(form, find_counted(text)) and form.translations != (text,):
            lines[text] = _line(form)
    derived = _derived_lines(forms, lambda form: form in lines, find_counted)
    return dict(sorted((derived | lines).items()))


def _is_counted_better(form: InflectedForm, counted: LexiconEntry | None) -> bool:
    if counted is None or not counted.is_sure:
        return False
    return not form.is_main or english_stem(counted.best.lower()) in {
        english_stem(english.lower()) for english in form.translations
    }


def _line(form: InflectedForm) -> str:
    probabilities = (_PROBABILITIES_OF_AMBIGUOUS if form.is_ambiguous else _PROBABILITIES)[len(form.translations)]
    return line_of(dict(zip(form.translations, probabilities, strict=True)), is_sure=not form.is_ambiguous)


def _derived_lines(
    forms: Mapping[str, Sequence[str]], is_curated: Callable[[str], bool], find_counted: FindEntry
) -> dict[str, str]:
    """Forms that were never counted of words that were: `circulaba`."""
    lines = {}
    for lemma, inflected in forms.items():
        entry = find_counted(lemma)
        if entry is None or not entry.best.islower():
            continue
        for form in inflected:
            if find_counted(form) is not None or is_curated(form):
                continue
            written = {
                english: probability
                for best, probability in entry.probabilities.items()
                if (english := _derived(form, lemma, best, inflected)) is not None and english != form
            }
            if written:
                best_is_written = _derived(form, lemma, entry.best, inflected) in written
                lines[form] = line_of(written, is_sure=entry.is_sure and best_is_written)
    return lines


def _derived(form: str, lemma: str, english: str, known: Sequence[str]) -> str | None:
    """The English of a form by that of its lemma; None if it is not clear what the form is."""
    if lemma.endswith(("ar", "er", "ir", "ír")):
        return english_verb(english, tense(form, lemma)) if is_verb(english) else None
    female = feminine(lemma)
    plurals = {plural(lemma, known)} | ({plural(female, known)} if female else set())
    if form in plurals and is_noun(english):
        return compute_english_plural(english)
    return english if not is_noun(english) and form in plurals | {female} else None
