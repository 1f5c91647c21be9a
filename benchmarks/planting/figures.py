"""Wrong figures: the same number stands in digits in both sentences, and the translation loses or changes it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import combinations
from random import Random

from benchmarks.planting.base import Planted, planted, spliced
from benchmarks.planting.magnitudes import has_wrong_magnitude
from benchmarks.planting.readings import english_reading, spanish_readings
from translate_pipeline.checks import Translated

_FIGURE = re.compile(r"(?<![\w.,:/-])\d+(?:[.,]\d+)*(?!\w|[/–-]\d|[.,:]\d)")
_SPACED_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}\b)")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
PER_CENT = re.compile(r"\s?(?:%|per ?cent\b)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_WORDS_OF_RANGES = frozenset(
    ["and", "or", "to", "per", "cent", "percent", "thousand", "million", "billion", "trillion"]
)
_FEWEST_WORDS_BETWEEN = 2


def digits_of(figure: str) -> str:
    """The digits without separators, by which a figure is the same in Spanish and in English."""
    return re.sub(r"\D", "", figure)


def source_figures(pair: Translated) -> list[str]:
    """The figures of the Spanish sentence, thousands with points."""
    return _FIGURE.findall(_SPACED_THOUSANDS.sub(".", pair.source))


def shared_figures(pair: Translated) -> list[re.Match[str]]:
    """The figures of the translation that stand once in it and once in the source, and mean the same there."""
    given = list(_FIGURE.finditer(pair.translation))
    in_target = Counter(digits_of(match.group()) for match in given)
    in_source: dict[str, list[str]] = {}
    for figure in source_figures(pair):
        in_source.setdefault(digits_of(figure), []).append(figure)
    found = []
    for match in given:
        digits = digits_of(match.group())
        same = in_source.get(digits, [])
        if in_target[digits] == len(same) == 1 and english_reading(match.group()) in spanish_readings(same[0]):
            found.append(match)
    return [match for match in found if not has_wrong_magnitude(pair, match)]


def _changed(pair: Translated, rng: Random, change: Callable[[str], str | None]) -> Planted | None:
    """A shared figure replaced by what `change` makes of it, where that number is not in the source."""
    shared = shared_figures(pair)
    known = set(map(digits_of, source_figures(pair)))
    for match in rng.sample(shared, len(shared)):
        other = change(match.group())
        if other is not None and digits_of(other) not in known:
            return planted(pair, spliced(pair.translation, *match.span(), other))
    return None


def plant_dropped_zero(pair: Translated, rng: Random) -> Planted | None:
    """10,000 as 1,000."""

    def tenth(figure: str) -> str | None:
        value = int(digits_of(figure))
        if not (figure.isdigit() or _GROUPED.fullmatch(figure)) or value == 0 or value % 10:
            return None
        return f"{value // 10:,}" if "," in figure else str(value // 10)

    return _changed(pair, rng, tenth)


def plant_changed_group(pair: Translated, rng: Random) -> Planted | None:
    """12,345 as 12,745, or as 345."""

    def with_other_group(figure: str) -> str | None:
        if not _GROUPED.fullmatch(figure):
            return None
        groups = figure.split(",")
        place = rng.randrange(len(groups))
        if place == 0 or rng.random() < 0.3:
            return ",".join(groups[1:]).lstrip("0,") or None
        groups[place] = f"{(int(groups[place]) + rng.randrange(1, 1000)) % 1000:03}"
        return ",".join(groups)

    return _changed(pair, rng, with_other_group)


def plant_changed_digit(pair: Translated, rng: Random) -> Planted | None:
    """47 as 41."""

    def with_other_digit(figure: str) -> str:
        place = rng.choice([index for index, character in enumerate(figure) if character.isdigit()])
        others = [digit for digit in ("0123456789" if place else "123456789") if digit != figure[place]]
        return figure[:place] + rng.choice(others) + figure[place + 1 :]

    return _changed(pair, rng, with_other_digit)


def plant_lost_figure(pair: Translated, rng: Random) -> Planted | None:
    """A figure is left out, and with it its currency or per cent sign."""
    shared = shared_figures(pair)
    if not shared:
        return None
    match = rng.choice(shared)
    text, (start, end) = pair.translation, match.span()
    unit = PER_CENT.match(text, end)
    end = unit.end() if unit else end
    while start and text[start - 1] in "$€£":
        start -= 1
    return planted(pair, spliced(text, start, end, ""))


def plant_wrong_separator(pair: Translated, rng: Random) -> Planted | None:
    """10.000 stays 10.000, which is ten in English, or becomes 10,00; 2,5 stays 2,5 or becomes 25."""
    source = source_figures(pair)
    for match in shared_figures(pair):
        figure = match.group()
        spanish = next(given for given in source if digits_of(given) == digits_of(figure))
        if _GROUPED.fullmatch(figure) and spanish == figure.replace(",", "."):
            other = rng.choice([spanish, figure[:-1], f"{figure[:-4]}.{figure[-3:]}"])
        elif re.fullmatch(r"\d+\.\d{1,2}", figure) and spanish == figure.replace(".", ","):
            other = rng.choice([spanish, figure.replace(".", "")])
        else:
            continue
        return planted(pair, spliced(pair.translation, *match.span(), other))
    return None


def plant_swapped_figures(pair: Translated, rng: Random) -> Planted | None:
    """Two figures stand in each other's place; not in ranges, lists and dates, where that may mean the same."""
    text = pair.translation
    apart = [
        (first, second)
        for first, second in combinations(shared_figures(pair), 2)
        if len(set(_WORD.findall(text[first.end() : second.start()])) - _WORDS_OF_RANGES) >= _FEWEST_WORDS_BETWEEN
    ]
    if not apart:
        return None
    first, second = rng.choice(apart)
    swapped = spliced(text, *second.span(), first.group())
    return planted(pair, spliced(swapped, *first.span(), second.group()))
