"""The forms of the editors' words, with their translations in the same form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from training.word_lexicon.english_inflection import english_verb
from training.word_lexicon.lines import MOST_TRANSLATIONS
from training.word_lexicon.spanish_inflection import feminine, plural, regular_forms, tense
from training.word_lexicon.vocabulary import VocabularyWord, WordClass
from translate_pipeline.glossary.inflection import compute_english_plural
from translate_pipeline.lexicon.english_stem import english_stem

MASCULINE, FEMININE = "masculine", "feminine"
_GENDERS = {
    WordClass.MASCULINE: (MASCULINE,),
    WordClass.FEMININE: (FEMININE,),
    WordClass.PERSON: (MASCULINE,),
    WordClass.COMMON_GENDER: (MASCULINE, FEMININE),
}


@dataclass(frozen=True)
class InflectedForm:
    """A form of a word.

    Attributes:
        text: the form.
        lemma: the word in its dictionary form.
        word_class: of the word.
        genders: of a noun, both if articles tell it; none of other words.
        is_plural: whether it is the plural of a noun.
        translations: of the word, in the same form, the most frequent in news first.
        is_main: whether it is the dictionary form, or any form of a noun.
        is_ambiguous: whether no translation can be written without knowing the sentence.
    """

    text: str
    lemma: str
    word_class: WordClass
    genders: tuple[str, ...]
    is_plural: bool
    translations: tuple[str, ...]
    is_main: bool
    is_ambiguous: bool


def inflected_forms(words: Sequence[VocabularyWord], forms: Mapping[str, Sequence[str]]) -> dict[str, InflectedForm]:
    """The forms of a vocabulary by their texts; one that several words have has the translations of all.

    A form that is a word by itself is not taken for an inflected one: `funeraria` is no feminine of funerary.

    Args:
        words: the editors' vocabulary.
        forms: the forms of each lemma that text has.
    """
    by_text: defaultdict[str, list[InflectedForm]] = defaultdict(list)
    for word in words:
        for form in _forms(word, forms.get(word.lemma, ())):
            by_text[form.text].append(form)
    return {text: _merged([form for form in alike if form.is_main] or alike) for text, alike in by_text.items()}


def _forms(word: VocabularyWord, known: Sequence[str]) -> Iterator[InflectedForm]:
    lemma, english = word.lemma, word.translations
    form = InflectedForm(
        lemma, lemma, word.word_class, _GENDERS.get(word.word_class, ()), False, english, True, word.is_ambiguous
    )
    singulars = [form]
    if word.word_class in (WordClass.PERSON, WordClass.ADJECTIVE) and (other := feminine(lemma)):
        is_noun = word.word_class is WordClass.PERSON
        singulars.append(replace(form, text=other, genders=(FEMININE,) if is_noun else (), is_main=is_noun))
    if word.word_class is WordClass.VERB:
        for text in dict.fromkeys([lemma, *known, *regular_forms(lemma)]):
            inflected = tuple(english_verb(verb, tense(text, lemma)) for verb in english)
            yield replace(form, text=text, translations=inflected, is_main=text == lemma)
    elif word.word_class.is_noun:
        plurals = tuple(map(compute_english_plural, english))
        for singular in singulars:
            yield singular
            yield replace(singular, text=plural(singular.text, known), is_plural=True, translations=plurals)
    elif word.word_class is WordClass.ADJECTIVE:
        for singular in singulars:
            yield singular
            yield replace(singular, text=plural(singular.text, known), is_main=False)
    else:
        yield form


def _merged(alike: Sequence[InflectedForm]) -> InflectedForm:
    """One form of those that several words have, unsure if they differ."""
    translations = tuple(dict.fromkeys(english for form in alike for english in form.translations))
    differ = len({english_stem(form.translations[0].lower()) for form in alike}) > 1
    unsure = differ or any(form.is_ambiguous for form in alike)
    return replace(alike[0], translations=translations[:MOST_TRANSLATIONS], is_ambiguous=unsure)
