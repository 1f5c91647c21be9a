"""Rows of rare words with their translations: `las zanjas, un féretro y la motosierra`."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from itertools import islice

from training.rare_words.agreement import NounAgreement
from training.rare_words.rare_forms import RareForm
from training.word_lexicon.inflected_forms import FEMININE, MASCULINE
from translate_pipeline.glossary.article import with_fitting_indefinite

_MOST_WORDS = 6
_WITH_AND, _AS_SENTENCE, _WITH_TO = 0.5, 0.3, 0.5
# El agua, la casa: the article of what begins with a stressed a is left out.
_MAYBE_STRESSED_A = re.compile(r"h?[aá]")
_SOUNDS_LIKE_Y = re.compile(r"h?[ií]")
# What stands before a noun, with its weight; the rest are nouns alone.
_ARTICLES = {
    (MASCULINE, False): (("el ", "the ", 4), ("un ", "a ", 2), ("del ", "of the ", 1), ("", "", 3)),
    (FEMININE, False): (("la ", "the ", 4), ("una ", "a ", 2), ("de la ", "of the ", 1), ("", "", 3)),
    (MASCULINE, True): (("los ", "the ", 4), ("de los ", "of the ", 1), ("", "", 5)),
    (FEMININE, True): (("las ", "the ", 4), ("de las ", "of the ", 1), ("", "", 5)),
}


def rows(forms: Sequence[RareForm], passes: int, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Rows of one to six forms, Spanish and English, in which each form stands as many times as there are passes."""
    for _ in range(passes):
        order = iter(rng.sample(forms, len(forms)))
        while together := list(islice(order, rng.randint(1, _MOST_WORDS))):
            yield _row([_phrase(form, rng) for form in together], rng)


def _row(phrases: Sequence[tuple[str, str]], rng: random.Random) -> tuple[str, str]:
    spanish, english = ([phrase[side] for phrase in phrases] for side in (0, 1))
    with_and = len(phrases) > 1 and rng.random() < _WITH_AND
    y = " e " if _SOUNDS_LIKE_Y.match(spanish[-1]) else " y "
    source, target = _joined(spanish, y if with_and else ", "), _joined(english, " and " if with_and else ", ")
    if rng.random() < _AS_SENTENCE:
        return source[0].upper() + source[1:] + ".", target[0].upper() + target[1:] + "."
    return source, target


def _joined(phrases: Sequence[str], last: str) -> str:
    return last.join([", ".join(phrases[:-1]), phrases[-1]] if len(phrases) > 1 else phrases)


def _phrase(form: RareForm, rng: random.Random) -> tuple[str, str]:
    if form.is_infinitive and rng.random() < _WITH_TO:
        return form.text, f"to {form.english}"
    nouns = [agreement for agreement in form.agreements if isinstance(agreement, NounAgreement)]
    return _noun_phrase(form, rng.choice(nouns), rng) if nouns else (form.text, form.english)


def _noun_phrase(form: RareForm, agreement: NounAgreement, rng: random.Random) -> tuple[str, str]:
    choices = _ARTICLES[agreement.gender, agreement.plural]
    spanish, english, _ = rng.choices(choices, [weight for _, _, weight in choices])[0]
    if agreement == NounAgreement(FEMININE, plural=False) and _MAYBE_STRESSED_A.match(form.text):
        spanish = english = ""
    if english == "a ":
        english = "" if form.english.endswith("s") else with_fitting_indefinite(english, form.english)
    return spanish + form.text, english + form.english
