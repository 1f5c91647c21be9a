"""The Spanish forms that tsum's lexicon is sure of and that parallel text hardly has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from training.rare_words.agreement import Agreement, agreements_of, has_number
from training.rare_words.determiners import agreements_by_determiners
from training.rare_words.words import WORD
from training.word_lexicon.inflected_forms import inflected_forms
from training.word_lexicon.spanish_words import forms_by_lemma
from training.word_lexicon.vocabulary import WordClass, read_vocabulary
from translate_pipeline.lexicon.word_list import all_words, find_entry

_SHORTEST = 3
_FREQUENT = 150


@dataclass(frozen=True)
class RareForm:
    """A form with its English.

    Attributes:
        text: the Spanish form, in lower case.
        english: what it means.
        agreements: what it has in common with the words that may stand in its place; none if that is not known.
        is_infinitive: whether English may put `to` before it.
    """

    text: str
    english: str
    agreements: tuple[Agreement, ...] = ()
    is_infinitive: bool = False


def rare_forms(real: Sequence[str], synthetic: Sequence[str] = ()) -> list[RareForm]:
    """All forms of the editors' words, and the words of the lexicon that real sentences have fewer than 150 times.

    Args:
        real: Spanish sentences, which tell what is rare.
        synthetic: others, which help to tell which words are nouns.

    Raises:
        ImportError: lemminflect is not installed.
    """
    curated = dict(_curated_forms())
    counts = Counter(word for sentence in real for word in WORD.findall(sentence.lower()))
    counted = dict(_counted_words(counts, curated))
    nouns = agreements_by_determiners(chain(real, synthetic), counted)
    forms = list(curated.values())
    for word, english in counted.items():
        agreement = nouns.get(word)
        is_noun = agreement is not None and has_number(agreement.plural, word, english)
        forms.append(RareForm(word, english, (agreement,) if agreement and is_noun else ()))
    return forms


def _curated_forms() -> Iterator[tuple[str, RareForm]]:
    for text, form in inflected_forms(read_vocabulary(), forms_by_lemma(all_words())).items():
        if len(text) >= _SHORTEST and not form.is_ambiguous:
            is_infinitive = text == form.lemma and form.word_class is WordClass.VERB
            yield text, RareForm(text, form.translations[0], agreements_of(form), is_infinitive)


def _counted_words(counts: Counter[str], known: Container[str]) -> Iterator[tuple[str, str]]:
    for word in all_words():
        if word in known or len(word) < _SHORTEST or counts[word] >= _FREQUENT:
            continue
        entry = find_entry(word)
        if entry is not None and entry.is_sure and entry.best.islower() and entry.best != word:
            yield word, entry.best
