"""The curated half of the lexicon: the forms of the editors' words, and forms of counted words that were never seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from training.word_lexicon.english_inflection import english_verb, is_noun, is_verb
from training.word_lexicon.lines import MOST_TRANSLATIONS, line_of
from training.word_lexicon.spanish_inflection import feminine, plural, regular_forms, tense
from training.word_lexicon.vocabulary import VocabularyWord, WordClass
from translate_pipeline.glossary.inflection import compute_english_plural
from translate_pipeline.lexicon.english_stem import english_stem
from translate_pipeline.lexicon.word_list import LexiconEntry

# Of one, two and three translations in the order of their frequency; and where none is sure.
_PROBABILITIES = {1: (0.9,), 2: (0.6, 0.3), 3: (0.5, 0.2, 0.2)}
_PROBABILITIES_OF_AMBIGUOUS = {1: (0.4,), 2: (0.5, 0.4), 3: (0.4, 0.3, 0.2)}

FindEntry = Callable[[str], LexiconEntry | None]


@dataclass(frozen=True)
class _Form:
    """A form of a word with its translations in the same form; `is_main` if it is in the singular, or a plural noun."""

    text: str
    translations: tuple[str, ...]
    is_main: bool
    is_ambiguous: bool


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
    by_text: defaultdict[str, list[_Form]] = defaultdict(list)
    for word in words:
        for form in _forms(word, forms):
            by_text[form.text].append(form)
    lines = {}
    for text, alike in by_text.items():
        # A form that is a word by itself is not taken for an inflected one: `funeraria` is no feminine of funerary.
        alike = [form for form in alike if form.is_main] or alike
        merged = _merged(alike)
        if not _is_counted_better(merged, find_counted(text)) and merged.translations != (text,):
            lines[text] = _line(merged)
    derived = _derived_lines(forms, lambda form: form in lines, find_counted)
    return dict(sorted((derived | lines).items()))


def _forms(word: VocabularyWord, forms: Mapping[str, Sequence[str]]) -> Iterator[_Form]:
    lemma, english, unsure = word.lemma, word.translations, word.is_ambiguous
    known = forms.get(lemma, ())
    genders = [lemma]
    if word.word_class in (WordClass.PERSON, WordClass.ADJECTIVE) and (other := feminine(lemma)):
        genders.append(other)
    if word.word_class is WordClass.VERB:
        for form in dict.fromkeys([lemma, *known, *regular_forms(lemma)]):
            inflected = tuple(english_verb(verb, tense(form, lemma)) for verb in english)
            yield _Form(form, inflected, form == lemma, unsure)
    elif word.word_class.is_noun:
        plurals = tuple(map(compute_english_plural, english))
        for singular in genders:
            yield _Form(singular, english, True, unsure)
            yield _Form(plural(singular, known), plurals, True, unsure)
    elif word.word_class is WordClass.ADJECTIVE:
        for singular in genders:
            yield _Form(singular, english, singular == lemma, unsure)
            yield _Form(plural(singular, known), english, False, unsure)
    else:
        yield _Form(lemma, english, True, unsure)


def _merged(alike: Sequence[_Form]) -> _Form:
    """One form of those that several words have, unsure if they differ."""
    translations = tuple(dict.fromkeys(english for form in alike for english in form.translations))
    differ = len({english_stem(form.translations[0].lower()) for form in alike}) > 1
    unsure = differ or any(form.is_ambiguous for form in alike)
    return _Form(alike[0].text, translations[:MOST_TRANSLATIONS], alike[0].is_main, unsure)


def _is_counted_better(form: _Form, counted: LexiconEntry | None) -> bool:
    if counted is None or not counted.is_sure:
        return False
    return not form.is_main or english_stem(counted.best.lower()) in {
        english_stem(english.lower()) for english in form.translations
    }


def _line(form: _Form) -> str:
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
