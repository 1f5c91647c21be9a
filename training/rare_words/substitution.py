"""Rare words in the places of others, in a sentence and in its translation.

After Fadaee et al., Data Augmentation for Low-Resource Neural Machine Translation (ACL 2017,
https://doi.org/10.18653/v1/P17-2090); the places are found by tsum's lexicon and by what words agree in, not by an
aligner and a language model: the sentences need not be true, only well formed.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Sequence

from training.rare_words.agreement import Agreement, agreement_of_adjective, agreement_of_verb, has_number
from training.rare_words.determiners import agreement_after
from training.rare_words.rare_forms import RareForm
from training.rare_words.words import WORD
from translate_pipeline.glossary.article import with_fitting_indefinite
from translate_pipeline.lexicon.word_list import find_entry

_SHORTEST_REPLACED = 4
# Of so many characters a sentence gets three rare words, and one with one alone is not worth the reading.
_LONG = 90
_ENGLISH_WORD = re.compile(r"[a-z]+")
_NO_NOUN = re.compile(r".*(?:[ai]d[oa]s?|mente)")


class _Deck:
    """Forms that are drawn in a random order, each as often as any other."""

    def __init__(self, rng: random.Random) -> None:
        self._forms: list[RareForm] = []
        self._left: list[RareForm] = []
        self._rng = rng

    def add(self, form: RareForm) -> None:
        self._forms.append(form)

    def draw(self) -> RareForm:
        if not self._left:
            self._left = self._rng.sample(self._forms, len(self._forms))
        return self._left.pop()


class Substitution:
    """Puts rare words into sentences, each as often as the others that agree with it.

    Args:
        forms: the rare words.
        rng: of the choices.
    """

    def __init__(self, forms: Sequence[RareForm], rng: random.Random) -> None:
        self._rng = rng
        self._decks: defaultdict[Agreement, _Deck] = defaultdict(lambda: _Deck(rng))
        for form in forms:
            for agreement in form.agreements:
                self._decks[agreement].add(form)

    def apply(self, source: str, target: str) -> tuple[str, str] | None:
        """A Spanish sentence and its translation with two rare words in them, or three if it is long.

        A short sentence may have one. None if not enough places are found.
        """
        is_long = len(source) >= _LONG
        used: set[str] = set()
        for _ in range(3 if is_long else 2):
            changed = self._replaced(source, target, used)
            if changed is None:
                break
            source, target = changed
        return (source, target) if len(used) > is_long else None

    def _replaced(self, source: str, target: str, used: set[str]) -> tuple[str, str] | None:
        words = list(WORD.finditer(source))
        for place in self._rng.sample(range(1, len(words)), max(0, len(words) - 1)):
            before, word = words[place - 1], words[place]
            if source[before.end() : word.start()] != " " or word.group() in used:
                continue
            translation = _translation(word.group(), source, target)
            if translation is None:
                continue
            agreement = _agreement(before.group(), word.group(), translation.group())
            if agreement is None or agreement not in self._decks:
                continue
            form = self._decks[agreement].draw()
            if form.text != word.group():
                used.add(form.text)
                article = with_fitting_indefinite(target[: translation.start()], form.english)
                return (
                    source[: word.start()] + form.text + source[word.end() :],
                    article + form.english + target[translation.end() :],
                )
        return None


def _translation(word: str, source: str, target: str) -> re.Match[str] | None:
    """Where the lexicon's translation of a word stands in the target, if each stands once."""
    entry = find_entry(word) if word.islower() and len(word) >= _SHORTEST_REPLACED else None
    if entry is None or not entry.is_sure or not _ENGLISH_WORD.fullmatch(entry.best):
        return None
    found = list(re.finditer(rf"(?<![\w-]){entry.best}(?![\w-])", target))
    return found[0] if len(found) == 1 == len(re.findall(rf"\b{word}\b", source)) else None


def _agreement(before: str, word: str, english: str) -> Agreement | None:
    noun = agreement_after(before.lower())
    if noun and not _NO_NOUN.fullmatch(word):
        return noun if has_number(noun.plural, word, english) else None
    return (before.islower() and agreement_of_adjective(word, english)) or agreement_of_verb(word, english)
