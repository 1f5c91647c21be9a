"""Spanish words and their English translations, with the probabilities of the links that were counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from training.word_lexicon.counting import ALIGNED_PREFIXES, TranslationCounts
from translate_pipeline.lexicon.english_stem import english_stem

# A Spanish word in lower case less often is a name; an English word in lower case as often is none.
_LEAST_LOWER_CASE = 0.05
_LEAST_ENGLISH_LOWER_CASE = 0.2


@dataclass(frozen=True)
class Translation:
    """An English word or phrase, all its forms taken as one, that is linked with a Spanish word.

    Attributes:
        form: its most frequent form.
        forms: how often each form is linked.
        stem: what the forms have in common.
        links: how many links there are, a half for one that only one of two alignments has.
        probability: p(English | Spanish): their share in the links of the Spanish word.
        reverse: p(Spanish | English): their share in the links of the English word.
    """

    form: str
    forms: Mapping[str, float]
    stem: str
    links: float
    probability: float
    reverse: float


@dataclass(frozen=True)
class WordEntry:
    """A Spanish word in lower case with all its translations, the likeliest first; there is one at least."""

    word: str
    is_name: bool
    occurrences: int
    translations: Sequence[Translation]

    @property
    def best(self) -> Translation:
        """The likeliest translation."""
        return self.translations[0]

    @property
    def linked(self) -> float:
        """The share of the word's occurrences that have a link."""
        return sum(translation.links for translation in self.translations) / self.occurrences


def word_entries(counts: TranslationCounts) -> Iterator[WordEntry]:
    """The entries of the words of two letters and more that have a translation.

    A word that is also a name has only the translations that it has in lower case: `torres` are towers.
    """
    cased: defaultdict[str, list[str]] = defaultdict(list)
    for word in counts.occurrences:
        if word.isalpha() and len(word) > 1:
            cased[word.lower()].append(word)
    links_of_stem = Counter[str]()
    for linked in counts.links.values():
        for target, number in linked.items():
            links_of_stem[_stem(target)] += number
    for word, cases in cased.items():
        total = sum(counts.occurrences[case] for case in cases)
        is_name = counts.occurrences[word] < _LEAST_LOWER_CASE * total
        used = cases if is_name else [word]
        targets = Counter[str]()
        for case in used:
            targets.update(counts.links.get(case, {}))
        if translations := _translations(word, targets, links_of_stem):
            yield WordEntry(word, is_name, sum(counts.occurrences[case] for case in used), translations)


def _stem(phrase: str) -> str:
    return " ".join(map(english_stem, phrase.lower().split()))


def _translations(word: str, targets: Mapping[str, int], links_of_stem: Mapping[str, int]) -> list[Translation]:
    by_stem: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for target, number in targets.items():
        if len(target) > 1 and target.replace(" ", "").replace("-", "").isalpha():
            by_stem[_stem(target)][target] += number
    total = sum(sum(forms.values()) for forms in by_stem.values())
    translations = []
    for stem, forms in by_stem.items():
        number = sum(forms.values())
        translations.append(
            Translation(
                _most_frequent(forms),
                {form: of_form / len(ALIGNED_PREFIXES) for form, of_form in forms.items()},
                stem,
                number / len(ALIGNED_PREFIXES),
                number / total,
                number / links_of_stem[stem],
            )
        )
    return sorted(translations, key=lambda translation: (-translation.probability, translation.form))


def _most_frequent(forms: Mapping[str, int]) -> str:
    """The most frequent form, in capitals only if it nearly always is."""
    lower = Counter[str]()
    for form, number in forms.items():
        lower[form.lower()] += number
    best = max(lower, key=lambda form: (lower[form], form))
    if forms.get(best, 0) >= _LEAST_ENGLISH_LOWER_CASE * lower[best]:
        return best
    return max((form for form in forms if form.lower() == best), key=lambda form: (forms[form], form))
