"""Numbers: each number of the source must stand in the translation with the same value."""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from fractions import Fraction

from translate_pipeline.checks.base import Finding, Severity, Translated
from translate_pipeline.checks.exchange import Aligned, exchanged
from translate_pipeline.checks.figure import Figure
from translate_pipeline.checks.figures import english_form, figures
from translate_pipeline.checks.halves import lost_halves
from translate_pipeline.checks.number_words import english_number_words
from translate_pipeline.checks.ordinal_figures import count_made_ordinal
from translate_pipeline.checks.ranges import lost_range
from translate_pipeline.checks.roman_numerals import roman_values
from translate_pipeline.checks.source_numbers import other_numbers, source_numbers
from translate_pipeline.checks.spanish_number_words import idiom_values
from translate_pipeline.checks.time_units import changed_unit, plural
from translate_pipeline.checks.units import lost_units

_CAPITALISED = re.compile(r"\s+[A-ZÁÉÍÓÚÑ]\w+")
_FIRST = re.compile(r"\bprimer(?:[oa]s?)?\b(?!\s+(?:ministr|dama))", re.IGNORECASE)
_FIRST_IN_ENGLISH = re.compile(
    r"\b(?:first\w*|1st|one|once|initial\w*|early|earli\w+|main|top|opening|maiden|debut\w*|original\w*|lead\w*|prime|"
    r"premier\w*|primar\w*|before|beginning|start\w*|inaugural|previous\w*|new|front|No\.)\b",
    re.IGNORECASE,
)

_THOUSAND = re.compile(r"\bthousand", re.IGNORECASE)
_ROMAN_NUMERAL = re.compile(r"[IVXLC]$")


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


class NumbersCheck:
    """Finds numbers, currencies and per cent signs that were lost, changed or made up, from Spanish to English."""

    name = "numbers"

    def findings(self, pair: Translated) -> list[Finding]:
        """One finding for each number of the source that is missing, one for each that was made up."""
        if (pair.source_language, pair.target_language) != ("es", "en"):
            return []
        wanted, words = source_numbers(pair.source)
        given, spelled = figures(pair.translation, "en"), english_number_words(pair.translation)
        halves = [
            Finding(self.name, "error", f"the half of {half} is missing", half, "")
            for half in lost_halves(pair.source, pair.translation)
        ]
        if not (wanted or words or given or spelled):
            return halves
        in_figures, in_words, found = _Given(given), _Given(spelled), []
        roman = roman_values(pair.translation) if words else frozenset()
        for figure in (*wanted, *words):
            if not in_figures.take(figure) and not in_words.take(figure):
                if figure.english and (figure.values & roman or _is_kept(pair.source, figure, pair.translation)):
                    continue
                if _ROMAN_NUMERAL.search(figure.text) and any(figure.values & other.values for other in given):
                    continue  # the 1830s are both a decade and a century
                if figure.text.lower() == "mil" and _THOUSAND.search(pair.translation):
                    continue  # one in every thousand
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
            + (lost_units(pair.source, pair.translation) if wanted or words else [])
            + halves
            + self._altered(pair, wanted, (*wanted, *words), (*given, *spelled))
            + self._exchanged(pair, (*wanted, *words), (*given, *spelled))
        )

    def _altered(
        self, pair: Translated, figures_wanted: Sequence[Figure], wanted: Sequence[Figure], given: Sequence[Figure]
    ) -> list[Finding]:
        """Numbers that came through as something else: with another unit of time, as an ordinal, out of a range."""
        found = []
        unit = changed_unit(pair.source, pair.translation, wanted, given)
        if unit is not None:
            figure, spanish, english = unit
            message = f"{figure.text} is a number of {plural(spanish)}, not of {plural(english)}"
            found.append(Finding(self.name, "warning", message, figure.text, english))
        ordinal = count_made_ordinal(pair.source, pair.translation, figures_wanted)
        if ordinal is not None:
            found.append(Finding(self.name, "warning", f"{ordinal} is a count in the source", "", ordinal))
        lost = lost_range(pair.source, pair.translation)
        if lost is not None:
            found.append(Finding(self.name, "warning", f"“{lost}” is no range in the translation", lost, ""))
        return found

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
        others = other_numbers(pair.source)
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
