"""Which form of an English word translates a form of a Spanish word: `denounced` for `denunció`."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from training.word_lexicon.entries import WordEntry
from training.word_lexicon.families import WordFamilies

_ENDING_LETTERS = (2, 3, 4, 5)
_LEAST_SEEN = 20
_INFLECTION = re.compile(r"(?:ing|ed|(?<!s)s)$")
_LEAST_LINKS = 3
_PRIOR_LINKS = 1.5


class EnglishForms:
    """Weighs the links of a word against the English endings that its Spanish ending usually translates as.

    The ending counts as some links would (a Dirichlet prior), so that it decides for rare words only. English words
    that have a form in `-ed` are told from those that have none, whose past is another word.
    """

    def __init__(self, entries: Sequence[WordEntry], families: WordFamilies) -> None:
        self._families = families
        self._regular = {
            translation.stem
            for entry in entries
            for translation in entry.translations
            if any(_inflection(form) == "ed" for form in translation.forms)
        }
        self._inflections: defaultdict[tuple[str, bool], Counter[str]] = defaultdict(Counter)
        for entry in entries:
            if entry.best.links >= _LEAST_LINKS:
                for counted in self._like(entry):
                    counted[_inflection(entry.best.form)] += 1

    def likeliest(self, entry: WordEntry) -> str:
        """The form of the best translation, of those linked with the word and with other forms of it."""
        best = entry.best
        if not best.form.islower():
            return best.form
        links = {best.form: 0.0} | {form: number for form, number in best.forms.items() if form.islower()}
        for translation in self._families.translations(entry.word, best.stem):
            for form in translation.forms:
                if form.islower():
                    links.setdefault(form, 0.0)
        seen = [counted for counted in self._like(entry) if counted.total() >= _LEAST_SEEN]

        def weight(form: str) -> float:
            inflection = _inflection(form)
            shares = [counted[inflection] / counted.total() for counted in seen]
            return links[form] + _PRIOR_LINKS * sum(shares) / max(1, len(shares))

        return max(links, key=lambda form: (weight(form), form))

    def _like(self, entry: WordEntry) -> list[Counter[str]]:
        """The English endings counted for words that end as this one does, by ever more letters."""
        is_regular = entry.best.stem in self._regular
        return [self._inflections[entry.word[-letters:], is_regular] for letters in _ENDING_LETTERS]


def _inflection(form: str) -> str:
    match = _INFLECTION.search(form)
    return match[0] if match else ""
