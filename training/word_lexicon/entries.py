"""Spanish words and their English translations, with the probabilities of the links that were counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from training.word_lexicon.counting import ALIGNED_PREFIXES, TranslationCounts
from translate_pipeline.lexicon.english_stem import english_stem

# A word in lower case less often is a name.
_LEAST_LOWER_CASE = 0.05
# So many links do not show whether an English word is one: whether it is elsewhere says more.
_FEW_LINKS = 10
_LEAST_LOWER_CASE_ELSEWHERE = 0.3
_LEAST_SHARE_OF_PHRASE, _LEAST_LINKS_OF_PHRASE = 0.6, 2


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
    linked = Counter[str]()
    for targets in counts.links.values():
        linked.update(targets)
    links_of_stem = Counter[str]()
    for target, number in linked.items():
        links_of_stem[_stem(target)] += number
    for word, cases in cased.items():
        total = sum(counts.occurrences[case] for case in cases)
        is_name = counts.occurrences[word] < _LEAST_LOWER_CASE * total
        used = cases if is_name else [word]
        of_word = Counter[str]()
        for case in used:
            of_word.update(counts.links.get(case, {}))
        if translations := _translations(of_word, Counter() if is_name else linked, links_of_stem):
            yield WordEntry(word, is_name, sum(counts.occurrences[case] for case in used), translations)


def _stem(phrase: str) -> str:
    return " ".join(map(english_stem, phrase.lower().split()))


def _translations(
    targets: Mapping[str, int], elsewhere: Mapping[str, int], links_of_stem: Mapping[str, int]
) -> list[Translation]:
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
                _most_frequent(forms, elsewhere),
                {form: of_form / len(ALIGNED_PREFIXES) for form, of_form in forms.items()},
                stem,
                number / len(ALIGNED_PREFIXES),
                number / total,
                number / links_of_stem[stem],
            )
        )
    translations.sort(key=lambda translation: (-translation.probability, translation.form))
    return _completed(translations)


def _completed(translations: list[Translation]) -> list[Translation]:
    """The translations with the best put together with a phrase that it begins: `taxi` and `taxi driver`.

    The aligner has cut many of them off, where the phrase is nearly as frequent as its first word alone.
    """
    for phrase in translations[1:]:
        best = translations[0]
        if phrase.probability < _LEAST_SHARE_OF_PHRASE * best.probability:
            break
        if phrase.links >= _LEAST_LINKS_OF_PHRASE and phrase.stem.startswith(best.stem + " "):
            both = replace(phrase, links=best.links + phrase.links, probability=best.probability + phrase.probability)
            return [both, *(other for other in translations if other not in (best, phrase))]
    return translations


def _most_frequent(forms: Mapping[str, int], elsewhere: Mapping[str, int]) -> str:
    """The most frequent form, in capitals only if it nearly always is, here or in all links."""
    by_lower_case: defaultdict[str, list[str]] = defaultdict(list)
    for form in forms:
        by_lower_case[form.lower()].append(form)
    best = max(by_lower_case, key=lambda lower: (sum(forms[case] for case in by_lower_case[lower]), lower))
    cases = by_lower_case[best]
    links = sum(forms[case] for case in cases)
    if forms.get(best, 0) >= _LEAST_LOWER_CASE * links:
        return best
    in_capitals = sum(elsewhere.get(case, 0) for case in cases)
    if links < _FEW_LINKS and elsewhere.get(best, 0) >= _LEAST_LOWER_CASE_ELSEWHERE * in_capitals > 0:
        return best
    return max(cases, key=lambda case: (forms[case], case))
