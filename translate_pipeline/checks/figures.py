"""Numbers in digits, as Spanish and English newspapers write them, with the values they can have."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from translate_pipeline.checks.decimal_commas import is_decimal
from translate_pipeline.checks.figure import Figure
from translate_pipeline.translation.prose import without_verbatim_spans

_DIGIT = re.compile(r"\d")
# Not after a letter and a hyphen: covid-19 and G-20 are names. Runs of more than thirty digits are data.
_FIGURE = re.compile(
    r"(?<![\w.,])(?<![^\W\d_]-)"
    r"(?:\d{1,2}:\d{2}|\d{1,30}(?:[.,]\d{1,30}){0,6}(?:[ \u00a0\u202f]\d{3}(?!\d)){0,6})(?!\d)"
)
_PREFIX = re.compile(r"\b(mid|late|early)-(?=\d)", re.IGNORECASE)
_TIME = re.compile(r"([01]?\d|2[0-4])[.:]([0-5]\d)")
_MAGNITUDES = {
    language: [(re.compile(rf"[ \u00a0-]?(?:{words})\b", re.IGNORECASE), size) for words, size in magnitudes]
    for language, magnitudes in {
        "es": [
            (r"(?:mil|miles\s+de)\s+millones", 10**9), (r"millones|millón", 10**6), (r"billones|billón", 10**12),
            (r"mil", 1000),
        ],
        "en": [
            (r"trillions?|tn", 10**12), (r"billions?|bn|thousand\s+million", 10**9), (r"millions?|mn", 10**6),
            (r"thousands?", 1000),
        ],
    }.items()
}  # fmt: skip
# `$1.5M`, `3k`: letters right behind the digits; `m` may be metres too.
_ATTACHED = re.compile(r"(k|K|M|m|mn|bn)(?!\w)")
_ATTACHED_FACTORS = {"k": 1000, "K": 1000, "M": 10**6, "m": 10**6, "mn": 10**6, "bn": 10**9}
_HOURS = {
    "es": re.compile(r"\s?(?:(?P<unit>h|hs|horas)(?P<minute>\d{2})?(?!\w))?", re.IGNORECASE),
    "en": re.compile(r"(?P<unit>)(?P<minute>)", re.IGNORECASE),
}
_HALF_OF_DAY = {
    "es": re.compile(
        r"\s?(?:(?P<am>a\.?\s?m\b|(?:horas\s+)?de\s+la\s+(?:mañana|madrugada))"
        r"|(?P<pm>p\.?\s?m\b|(?:horas\s+)?de\s+la\s+(?:tarde|noche)))",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\s?(?:(?P<am>a\.?\s?m\b|in\s+the\s+morning)|(?P<pm>p\.?\s?m\b|in\s+the\s+(?:afternoon|evening)|at\s+night))",
        re.IGNORECASE,
    ),
}
_AND_A_HALF = {"es": re.compile(r"\s+y\s+medio\b"), "en": re.compile(r"[ -]and[ -]a[ -]half\b")}
_NOUN_AND_A_HALF = re.compile(r"\s+\w+\s+y\s+medi[oa]\b")
_RANGE = re.compile(r"\s*(?:y|a|o|e|u|ni|-|–|and|to|or|nor)\s*")


def time_of_day(hour: int, minute: int, half: str = "") -> set[Fraction]:
    """The times that a clock shows, below zero so that no number equals them.

    Args:
        hour, minute: what is written.
        half: `am` or `pm`; empty if the text does not say, which leaves both open up to twelve.
    """
    hours = {hour % 24} if hour > 12 or hour == 0 else {hour % 12, hour % 12 + 12}
    if half and hour <= 12:
        hours = {hour % 12 + (12 if half == "pm" else 0)}
    return {Fraction(-(100 * h + minute) - 1) for h in hours}


def _readings(text: str, decimal: str) -> set[Fraction]:
    """The values that digits with separators can have."""
    compact = re.sub(r"\s", "", text)
    time = _TIME.fullmatch(compact)
    if time and ":" in compact:
        hour, minute = map(int, time.groups())
        return time_of_day(hour, minute) | ({Fraction(hour)} if minute == 0 else set())
    if ":" in compact:  # a length of 26:00 minutes is no time of day
        return {Fraction(compact.partition(":")[0])}
    thousands = "," if decimal == "." else "."
    values = set()
    parts = compact.split(thousands)
    if all(len(part.split(decimal)[0]) == 3 for part in parts[1:]) and compact.count(decimal) <= 1:
        values.add(Fraction(compact.replace(thousands, "").replace(decimal, ".")))
    # Mexico and Central America write numbers as English does.
    if decimal == "," and re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.(?:\d{1,2}|\d{4,})", compact):
        values.add(Fraction(compact.replace(",", "")))
    if time:
        values |= time_of_day(int(time.group(1)), int(time.group(2)))
    if not values:  # a date such as 3.5.2024, or nothing known: its first part
        values.add(Fraction(re.split(r"[.,]", compact)[0]))
    return values


def _with_hours(text: str, values: set[Fraction], after: str, language: str) -> set[Fraction]:
    """The time of day that `20 horas`, `18h30` and `8 p.m.` mean."""
    if not re.fullmatch(r"\d{1,2}(?:[.:]\d{2})?", text):
        return values
    hour, _, minute = text.replace(":", ".").partition(".")
    half = _HALF_OF_DAY[language].match(after)
    hours = _HOURS[language].match(after)
    unit = hours is not None and hours["unit"]
    if half is None and not unit:
        return values
    minute = minute or (hours["minute"] if hours else "") or "0"
    times = time_of_day(int(hour), int(minute), half.lastgroup or "" if half else "")
    # A time with its half of the day is nothing else.
    return times if half else {value for value in values if value >= 0} | times


def _figure(match: re.Match[str], text: str, language: str) -> tuple[Figure, int]:
    """The figure at a match with what belongs to it, and the factor of its magnitude word."""
    digits, end, factor = match.group(), match.end(), 1
    values = _readings(digits, "." if language == "en" else ",")
    if language == "es" and is_decimal(digits, text, end):
        values = {Fraction(digits.replace(",", "."))}
    after = text[end : end + 40]
    attached = _ATTACHED.match(after)
    if attached:
        values |= {value * _ATTACHED_FACTORS[attached.group(1)] for value in values}
        end += attached.end()
    values = _with_hours(digits, values, after, language)
    if language == "en" and re.match(r"s(?!\w)", after):  # the 1990s are the 90s
        values |= {value % 100 for value in values}
    half = _AND_A_HALF[language].match(text, end)
    if half and language == "en":
        values, end = {value + Fraction(1, 2) for value in values}, half.end()
    for pattern, size in _MAGNITUDES[language]:
        magnitude = pattern.match(text, end)
        if magnitude:
            values, end, factor = {value * size for value in values}, magnitude.end(), size
            break
    half = _AND_A_HALF[language].match(text, end)
    if half and factor > 1:
        values, end = {value + Fraction(factor, 2) for value in values}, half.end()
    elif language == "es" and _NOUN_AND_A_HALF.match(text, end):
        values |= {value + Fraction(1, 2) for value in values if value >= 0}
    return Figure(text[match.start() : end], match.start(), end, frozenset(values)), factor


def _sums(found: list[tuple[Figure, int]], text: str) -> list[tuple[Figure, int]]:
    """Puts `5 millones 143 mil 312`, as Latin American papers write it, together into one figure."""
    joined: list[tuple[Figure, int]] = []
    for figure, factor in found:
        last, size = joined[-1] if joined else (figure, 1)
        below = max(figure.values)
        if size == 1000 and factor == 10**6 and below < 10**9 and text[last.end : figure.start] == " ":
            # `17 mil 280 millones` is 17,280 million.
            values = frozenset(value * factor + below for value in last.values)
            joined[-1] = Figure(text[last.start : figure.end], last.start, figure.end, values), factor
        elif size > 1 and factor < size and 0 < below < size and text[last.end : figure.start] in (" ", " con "):
            values = frozenset(value + below for value in last.values)
            joined[-1] = Figure(text[last.start : figure.end], last.start, figure.end, values), factor
        else:
            joined.append((figure, factor))
    return joined


def figures(text: str, language: str) -> list[Figure]:
    """The numbers in digits of a text in Spanish (`es`) or English (`en`), outside URLs and handles."""
    if not _DIGIT.search(text):
        return []
    plain = without_verbatim_spans(text)
    if language == "en":
        plain = _PREFIX.sub(r"\1 ", plain)
    found = [_figure(match, plain, language) for match in _FIGURE.finditer(plain)]
    found = _sums(found, plain)
    shared = []
    for place, (figure, factor) in enumerate(found):
        # In `entre 10 y 12 mil` the magnitude belongs to both.
        if factor == 1 and place + 1 < len(found):
            following, size = found[place + 1]
            if size > 1 and _RANGE.fullmatch(plain[figure.end : following.start]):
                figure = replace(figure, values=figure.values | {value * size for value in figure.values})
        shared.append(figure)
    return shared


_SUM = re.compile(r"(?:mil|millón|millones) (?:con )?\d")
# Models that learnt quotation marks and apostrophes as one write `the 1960 "s`.
_BROKEN_DECADE = re.compile(r"(?<![\w.,])(?:((?:1\d|20)?\d0) ?\" ?s|((?:1[5-9]|20)\d0) s)(?!\w)")
_ENGLISH_SUM = re.compile(r"(?<![\d.,])(\d{1,3}) thousand (\d{3})(?![\d.,]\d)")
_HOUR_OF_DAY = re.compile(r"(?<![\w.,:])(\d{1,2}(?:[.:]\d{2})?) of the (morning|afternoon|evening)\b")
_THOUSAND_WITH_ARTICLE = re.compile(r"(?<![\d.,])(\d{1,3}) a thousand\b")


def _is_spanish(digits: str, value: Fraction) -> bool:
    """True for `10.000`, `2,5` and `1.234,5`; false for `10,000`, `10.30` and `3.5.2024`."""
    if Fraction(value).denominator > 1 and re.fullmatch(r"\d+,\d+", digits):
        return True
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+", digits):
        return False
    return bool(re.fullmatch(r"\d+(?:,\d+)?|\d{1,3}(?:\.\d{3})+(?:,\d+)?", digits))


def _plain(value: Fraction) -> str:
    return f"{int(value):,}" if value.denominator == 1 else f"{float(value):,.10g}"


def in_figures(value: Fraction) -> str:
    """A number as English newspapers print it in figures: 2,500, 2.5 million."""
    for name, size in (("trillion", 10**12), ("billion", 10**9), ("million", 10**6)):
        if value >= size and (value * 1000 / size).denominator == 1:
            return f"{_plain(value / size)} {name}"
    return _plain(value)


def english_form(figure: Figure) -> str:
    """A Spanish figure as English newspapers print it: `10.000` as 10,000, `3.000 millones` as 3 billion."""
    if figure.english:
        return figure.english
    if _SUM.search(figure.text):
        return in_figures(max(figure.values)) if "millones" in figure.text[-8:] else _plain(max(figure.values))
    match = re.match(r"[\d.,\s]*\d", figure.text)
    if ":" in figure.text or match is None:
        return figure.text
    digits, rest = match.group(), figure.text[match.end() :].strip().casefold()
    rest = " ".join(rest.split()).removesuffix(" y medio")
    value = max(figure.values)
    if rest == "mil":
        return _plain(value)
    if rest in ("millón", "millones", "mil millones", "billón", "billones"):
        for name, size in (("trillion", 10**12), ("billion", 10**9), ("million", 10**6)):
            if value >= size:
                return f"{_plain(value / size)} {name}"
        return _plain(value)
    compact = re.sub(r"\s", "", digits)
    if re.search(r"\s", digits) and compact.isdigit():
        return f"{int(compact):,}"
    return (
        digits.translate(str.maketrans(".,", ",.")) + figure.text[match.end() :]
        if _is_spanish(digits, value)
        else figure.text
    )


def anglicise(source: str, translation: str) -> str:
    """Figures that a model copied from Spanish or wrote word by word (`9 thousand 200`), as English has them."""
    translation = _BROKEN_DECADE.sub(lambda match: f"{match[1] or match[2]}s", _ENGLISH_SUM.sub(r"\1,\2", translation))
    translation = _THOUSAND_WITH_ARTICLE.sub(r"\1,000", translation)
    translation = _HOUR_OF_DAY.sub(r"\1 in the \2", translation)
    for figure in figures(source, "es"):
        form = english_form(figure)
        if form != figure.text and not re.search(rf"(?<![\w.,]){re.escape(form)}(?![\w])", translation):
            translation = re.sub(rf"(?<![\w.,]){re.escape(figure.text)}(?![\d])(?![.,]\d)", form, translation)
    return translation
