"""Numbers: each figure of the source must stand in the translation with the same value."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from translate_pipeline.checks.base import Finding, Translated
from translate_pipeline.translation.prose import VERBATIM_SPAN

_FIGURE = re.compile(r"(?<![\w.,])(?:\d{1,2}:\d{2}(?!\d)|\d+(?:[.,]\d+)*(?:[ \u00a0\u202f]\d{3}(?!\d))*)")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[.:]([0-5]\d)")
_MAGNITUDES = {
    "es": [
        (r"mil\s+millones", 10**9), (r"millones|millón", 10**6), (r"billones|billón", 10**12), (r"mil", 1000),
    ],
    "en": [
        (r"trillions?|tn", 10**12), (r"billions?|bn", 10**9), (r"millions?|mn|m", 10**6), (r"thousands?", 1000),
    ],
}  # fmt: skip
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth"
_TENS = "ten twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBER_WORDS = {
    **{word: value for value, word in enumerate(_UNITS.split())},
    **{word: value for value, word in enumerate(_ORDINALS.split(), 1)},
    **{word: 10 * value for value, word in enumerate(_TENS.split(), 1)},
    "hundred": 100,
    "dozen": 12,
    "half": 50,
}
_WORD = re.compile(r"[a-z]+")
# Words from which a figure in the translation may come.
_SPANISH_NUMBER_WORDS = re.compile(
    r"\b(?:diez|once|doce|trece|catorce|quince|dieci\w+|veint\w+|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|"
    r"noventa|cien|ciento|\w*cient[oa]s|quinient[oa]s|mil|mill[oó]n(?:es)?|bill[oó]n(?:es)?|medi[oa]|docenas?|"
    r"siglo|años|[IVXLC]{2,})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Figure:
    """A number written in digits, with its magnitude word: where it stands and the values it can have."""

    text: str
    start: int
    end: int
    values: frozenset[Fraction]


def _readings(text: str, decimal: str) -> set[Fraction]:
    """The values a figure can have; a single separator before three digits may be of either kind."""
    compact = re.sub(r"\s", "", text)
    clock = _CLOCK.fullmatch(compact)
    if clock and ":" in compact:
        return _clock_readings(*map(int, clock.groups()))
    thousands = "," if decimal == "." else "."
    values = set()
    parts = compact.split(thousands)
    if all(len(part.split(decimal)[0]) == 3 for part in parts[1:]) and compact.count(decimal) <= 1:
        values.add(Fraction(compact.replace(thousands, "").replace(decimal, ".")))
    # Mexico and Central America write numbers as English does.
    if decimal == "," and re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.(?:\d{1,2}|\d{4,})", compact):
        values.add(Fraction(compact.replace(",", "")))
    if clock:
        values |= _clock_readings(*map(int, clock.groups()))
    if not values:  # a date such as 3.5.2024, or nothing known: its first part
        values.add(Fraction(re.split(r"[.,]", compact)[0]))
    return values


def _clock_readings(hour: int, minute: int) -> set[Fraction]:
    """A time of day on both clocks, below zero so that no number equals it."""
    return {Fraction(-(100 * h + minute) - 1) for h in (hour, hour % 12, hour % 12 or 12)}


def figures(text: str, language: str) -> list[Figure]:
    """The numbers in digits of a Spanish or English text, with `mil millones`, `billion` and the like taken in."""
    text_without = VERBATIM_SPAN.sub(lambda match: " " * len(match.group()), text)
    decimal = "." if language == "en" else ","
    found = []
    for match in _FIGURE.finditer(text_without):
        values, end = _readings(match.group(), decimal), match.end()
        for pattern, factor in _MAGNITUDES.get(language, []):
            magnitude = re.compile(rf"[ \u00a0-]?(?:{pattern})\b", re.IGNORECASE).match(text_without, end)
            if magnitude:
                values, end = {value * factor for value in values}, magnitude.end()
                break
        found.append(Figure(text[match.start() : end], match.start(), end, frozenset(values)))
    return found


def english_form(figure: Figure) -> str:
    """A Spanish figure as English newspapers print it: `10.000` as 10,000, `3.000 millones` as 3 billion."""
    if ":" in figure.text:
        return figure.text
    match = re.match(r"[\d.,\s]*\d", figure.text)
    digits = match.group() if match else figure.text
    rest = figure.text[len(digits) :].strip().casefold()
    value = max(figure.values)
    for names, name, factor in (
        (("mil millones",), "billion", 10**9),
        (("billones", "billón"), "trillion", 10**12),
    ):
        if rest in names:
            return f"{_plain(value / factor)} {name}"
    if rest in ("millones", "millón"):
        return f"{_plain(value / 10**9)} billion" if value >= 10**9 else f"{_plain(value / 10**6)} million"
    if rest == "mil":
        return _plain(value)
    return digits.translate(str.maketrans(".,", ",.")) if _is_plain(digits) else digits


def _is_plain(digits: str) -> bool:
    """True for `10.000`, `2,5` and `1.234,5`; false for `10,000`, `10.30` and `3.5.2024`."""
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+", digits):
        return False
    return bool(re.fullmatch(r"\d+(?:,\d+)?|\d{1,3}(?:\.\d{3})+(?:,\d+)?", digits))


def _plain(value: Fraction) -> str:
    return f"{int(value):,}" if value.denominator == 1 else f"{float(value):,.10g}"


class NumbersCheck:
    """Finds figures that were lost, changed or made up. It knows Spanish and English number formats."""

    name = "numbers"

    def findings(self, pair: Translated) -> list[Finding]:
        """One finding for each figure of the source that is missing, one for each that was made up."""
        if (pair.source_language, pair.target_language) != ("es", "en"):
            return []
        wanted = figures(pair.source, "es")
        given = figures(pair.translation, "en")
        spelled = Counter(
            Fraction(_NUMBER_WORDS[word])
            for word in _WORD.findall(pair.translation.casefold())
            if word in _NUMBER_WORDS
        )
        found, unused = [], list(given)
        for figure in wanted:
            same = next((g for g in unused if g.values & figure.values), None)
            if same:
                unused.remove(same)
                continue
            word = next((value for value in figure.values if spelled[value] > 0), None)
            if word is not None:
                spelled[word] -= 1
                continue
            message = f"the number {figure.text} is missing"
            found.append(Finding(self.name, "error", message, figure.text, english_form(figure)))
        source_values = {value for figure in wanted for value in figure.values}
        for figure in unused:
            spelled_in_source = bool(_SPANISH_NUMBER_WORDS.search(pair.source))
            invented = len(figure.text) >= 2 and not figure.values & source_values and not spelled_in_source
            if invented:
                message = f"the number {figure.text} is not in the source"
                found.append(Finding(self.name, "error" if not found else "note", message, "", figure.text))
        return found
