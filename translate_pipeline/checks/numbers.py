"""Numbers: each number of the source must stand in the translation with the same value."""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from fractions import Fraction

from translate_pipeline.checks.base import Finding, Severity, Translated
from translate_pipeline.checks.collective_numbers import collective_numbers
from translate_pipeline.checks.currencies import wrong_currency
from translate_pipeline.checks.decades import spelled_decades
from translate_pipeline.checks.exchange import Aligned, exchanged
from translate_pipeline.checks.figure import Figure
from translate_pipeline.checks.figures import english_form, figures
from translate_pipeline.checks.money import is_dollars_instead, is_lost, sums
from translate_pipeline.checks.number_words import english_number_words
from translate_pipeline.checks.roman_numerals import roman_values, spanish_roman_numerals
from translate_pipeline.checks.signs import lost_signs, says_less
from translate_pipeline.checks.spanish_number_words import idiom_values, spelled_numbers

# Spanish words from which English makes a number of its own.
_OTHER_NUMBERS = tuple((value, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for value, words in (
    (2, r"amb[oa]s|par|pareja|doble|dúo|bi\w+|segund\w+|mitad|medi[oa]|otr[oa]|gemel[oa]s|semestre|quince\w*"),
    (3, r"terc\w+|tripl\w+|trí\w+|tri\w+|trimestre"),
    (4, r"cuart\w+|cuádr\w+|cuatri\w+"),
    (5, r"quint\w+|lustro"),
    (6, r"sext\w+|semestre|medi[oa]"),
    (7, r"séptim\w+|semana\w*|once"),
    (8, r"octav\w+|octo\w+|ocho"),
    (9, r"noven\w+"),
    (10, r"decen\w+|decad\w+|déc\w+|diez"),
    (12, r"docen\w+|duodécim\w+|doce"),
    (20, r"veint\w+|XX"),
    (100, r"cien|cientos?|centen\w+|siglos?"),
    (1000, r"mil|miles|milen\w+"),
))  # fmt: skip
_ANY_NUMBER = re.compile(r"\b(?:[IVXLC]{1,6}|cient[oa]s|\w+avo)\b")
_CAPITALISED = re.compile(r"\s+[A-ZÁÉÍÓÚÑ]\w+")
_FIRST = re.compile(r"\bprimer(?:[oa]s?)?\b(?!\s+(?:ministr|dama))", re.IGNORECASE)
_FIRST_IN_ENGLISH = re.compile(
    r"\b(?:first\w*|1st|one|once|initial\w*|early|earli\w+|main|top|opening|maiden|debut\w*|original\w*|lead\w*|prime|"
    r"premier\w*|primar\w*|before|beginning|start\w*|inaugural|previous\w*|new|front|No\.)\b",
    re.IGNORECASE,
)
_PER_CENT = re.compile(r"%|\bpor\s+cien(?:to)?\b", re.IGNORECASE)
_PER_CENT_IN_ENGLISH = re.compile(r"%|\bper\s?cent(?:age)?\b|\bpct\b", re.IGNORECASE)
# `between 10 and 11 percent` says it once for two.
_SHARED_PER_CENT = re.compile(
    r"\d\s*(?:-|–|to|and|or)\s*(?:about\s+|over\s+)?[\d.,]*\d\s*(?:%|per\s?cent)|\b(?:half|thirds?|quarters?|all|whole|fully|"
    r"points?)\b",
    re.IGNORECASE,
)


@functools.lru_cache(maxsize=4096)
def _source_numbers(source: str) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """The figures of a Spanish source, and its numbers in words and Roman numerals."""
    decades = spelled_decades(source)
    romans = [
        numeral
        for numeral in spanish_roman_numerals(source)
        if not any(decade.start <= numeral.start < decade.end for decade in decades)
    ]
    words = (*spelled_numbers(source), *collective_numbers(source), *decades, *romans)
    return tuple(figures(source, "es")), words


def _other_numbers(source: str) -> frozenset[int] | None:
    """The values that other words of a Spanish source may become in English; None for any."""
    read = [(figure.start, figure.end) for figure in _source_numbers(source)[1]]
    unread = (match.start() for match in _ANY_NUMBER.finditer(source))
    if any(not any(start <= place < end for start, end in read) for place in unread):
        return None
    return frozenset(value for value, words in _OTHER_NUMBERS if words.search(source))


class _Given:
    """The numbers of a translation that no number of the source has taken yet."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self._left = dict(enumerate(figures))
        self._with_value: dict[Fraction, deque[int]] = defaultdict(deque)
        for index, figure in self._left.items():
            for value in figure.values:
                self._with_value[value].append(index)

    def take(self, figure: Figure) -> bool:
        """Takes the first number with the value of `figure`, if there is one."""
        first = []
        for value in figure.values:
            places = self._with_value.get(value)
            while places and places[0] not in self._left:
                places.popleft()
            first += [places[0]] if places else []
        return bool(first) and self._left.pop(min(first)) is not None

    def left(self) -> list[Figure]:
        """What no number took, in the order of the translation."""
        return list(self._left.values())


def _is_kept(source: str, figure: Figure, translation: str) -> bool:
    """Whether a word of a name that only looks like a number stands in the translation too: Eduardo dos Santos."""
    name = _CAPITALISED.match(source, figure.end)
    return name is not None and source[figure.start : name.end()] in translation


def _is_in_name(text: str, word: Figure) -> bool:
    """Whether a number word with a capital inside a sentence is part of a name, as in Thirty Years' War."""
    return text[word.start].isupper() and text[max(0, word.start - 20) : word.start].rstrip()[-1:] not in (
        "",
        ".",
        "!",
        "?",
        '"',
        "“",
        ":",
    )


def _faulty_sum(pair: Translated) -> str | None:
    """What is wrong with the first sum of money whose number is right and whose currency is not; None if nothing is."""
    for one in sums(pair.source, pair.translation):
        if is_dollars_instead(one, pair.source):
            return f"{one.currency} became dollar"
        if is_lost(one, pair.source, pair.translation):
            return f"the currency of {one.number.text} is missing ({one.currency})"
    return None


class NumbersCheck:
    """Finds numbers, currencies and per cent signs that were lost, changed or made up, from Spanish to English."""

    name = "numbers"

    def findings(self, pair: Translated) -> list[Finding]:
        """One finding for each number of the source that is missing, one for each that was made up."""
        if (pair.source_language, pair.target_language) != ("es", "en"):
            return []
        wanted, words = _source_numbers(pair.source)
        given, spelled = figures(pair.translation, "en"), english_number_words(pair.translation)
        if not (wanted or words or given or spelled):
            return []
        in_figures, in_words, found = _Given(given), _Given(spelled), []
        roman = roman_values(pair.translation) if words else frozenset()
        for figure in (*wanted, *words):
            if not in_figures.take(figure) and not in_words.take(figure):
                if figure.english and (figure.values & roman or _is_kept(pair.source, figure, pair.translation)):
                    continue
                message = f"the number {figure.text} is missing"
                severity: Severity = "warning" if figure.english else "error"
                found.append(Finding(self.name, severity, message, figure.text, english_form(figure)))
        known = {value for figure in (*wanted, *words) for value in figure.values} | idiom_values(pair.source)
        made_up = self._made_up(pair, known, in_figures.left(), in_words.left())
        if made_up:
            message = f"the number {made_up} is not in the source"
            found.append(Finding(self.name, "note" if found else "error", message, "", made_up))
        return (
            found
            + self._units(pair, bool(wanted or words))
            + (self._signs(pair) if wanted else [])
            + self._exchanged(pair, (*wanted, *words), (*given, *spelled))
        )

    def _exchanged(self, pair: Translated, wanted: Sequence[Figure], given: Sequence[Figure]) -> list[Finding]:
        """Two numbers that have changed places."""
        if len(wanted) < 2:
            return []
        times = Counter(value for figure in wanted for value in figure.values)
        with_value: dict[Fraction, set[Figure]] = defaultdict(set)
        for figure in given:
            for value in figure.values:
                with_value[value].add(figure)
        items = []
        for figure in sorted(wanted, key=lambda figure: figure.start):
            if any(times[value] > 1 for value in figure.values):
                continue
            same = set().union(*(with_value.get(value, ()) for value in figure.values))
            if len(same) == 1:
                (other,) = same
                items.append(Aligned((figure.start, figure.end), (other.start, other.end), figure.text))
        pairs = exchanged(pair.source, pair.translation, items, slack=0.3)
        if pairs is None:
            return []
        message = f"the numbers {pairs[0].text} and {pairs[1].text} have changed places"
        return [Finding(self.name, "error", message, "", "")]

    @staticmethod
    def _made_up(
        pair: Translated,
        known: set[Fraction],
        figures_left: list[Figure],
        words_left: list[Figure],
    ) -> str:
        """A number of the translation that nothing in the source accounts for; empty if there is none."""
        others = _other_numbers(pair.source)
        if others is None:
            return ""
        allowed = known | {Fraction(value) for value in others}
        for figure in figures_left:
            if len(figure.text) >= 2 and not figure.values & allowed and not (others & {100, 1000, 20, 10}):
                return figure.text
        least = 3
        if _FIRST.search(pair.source) and not _FIRST_IN_ENGLISH.search(pair.translation):
            least = 2
        for word in words_left:
            if _is_in_name(pair.translation, word):
                continue
            if all(value >= least and value not in allowed for value in word.values):
                return word.text
        return ""

    def _units(self, pair: Translated, has_figures: bool) -> list[Finding]:
        """Currencies and per cent signs that were lost."""
        found = []
        if not has_figures:
            return []
        signs_lost = len(_PER_CENT.findall(pair.source)) - len(_PER_CENT_IN_ENGLISH.findall(pair.translation))
        if signs_lost > 0 and not _SHARED_PER_CENT.search(pair.translation):
            found.append(Finding(self.name, "error", "a per cent sign is missing", "%", "%"))
        wrong = wrong_currency(pair.source, pair.translation)
        if wrong:
            lost, instead = wrong
            found.append(Finding(self.name, "error", f"{lost} became {instead}", "", ""))
        elif (message := _faulty_sum(pair)) is not None:
            found.append(Finding(self.name, "error", message, "", ""))
        return found

    def _signs(self, pair: Translated) -> list[Finding]:
        """Minus signs that were lost."""
        if says_less(pair.translation):
            return []
        return [
            Finding(
                self.name, "error", f"the sign of {one.text} is missing", one.text, one.sign + english_form(one.figure)
            )
            for one, _ in lost_signs(pair.source, pair.translation)
        ]
