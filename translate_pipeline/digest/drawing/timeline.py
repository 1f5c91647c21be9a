"""Days on a line, with how much happened on each."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree as ET

from translate_pipeline.digest.page.readable_dates import parsed, readable_day, short_day

_HEIGHT = 96
_AXIS = 50
_MARGIN = 5.0  # per cent of the width
# What a label needs of the width, in per cent, on a screen and on a phone.
_LABEL_WIDE = 7.0
_LABEL_NARROW = 17.0


def timeline(days: Sequence[str], today: str) -> str:
    """A line with a dot for each day, larger where more happened, as SVG; empty for fewer than two days.

    Args:
        days: a day in ISO 8601 for each event, in any order; what is no day is not drawn.
        today: the day in ISO 8601 up to which the line is drawn through, and after which it is dashed.

    Places are in per cent of the width, so that its letters keep their size on a phone. Its title and description say
    in words what it shows.
    """
    counts = Counter(moment.date() for day in days if (moment := parsed(day)))
    if len(counts) < 2:
        return ""
    ordered = sorted(counts)
    places = _places(ordered)
    svg = ET.Element("svg", {"class": "timeline", "role": "img", "width": "100%", "height": str(_HEIGHT)})
    svg.set("aria-labelledby", "timeline-title timeline-description")
    first, last = (readable_day(day.isoformat()) for day in (ordered[0], ordered[-1]))
    ET.SubElement(svg, "title", {"id": "timeline-title"}).text = f"{counts.total()} dated events, {first} to {last}"
    told = "; ".join(f"{readable_day(day.isoformat())}: {counts[day]}" for day in ordered)
    ET.SubElement(svg, "desc", {"id": "timeline-description"}).text = f"{told}. Long gaps are drawn short."
    now = parsed(today)
    past = [place for day, place in zip(ordered, places, strict=True) if now is None or day <= now.date()]
    svg.extend(_axis(past[-1] if past else 0.0))
    dots = [(counts[day], place) for day, place in zip(ordered, places, strict=True)]
    # Where dots are close, a small one lies upon a large one, and numbers upon all.
    svg.extend(_dot(place, count) for count, place in sorted(dots, key=lambda dot: (-dot[0], dot[1])))
    svg.extend(_text(place, _AXIS + 4, str(count), "count") for count, place in dots if count > 1)
    svg.extend(_labels(ordered, places))
    return ET.tostring(svg, encoding="unicode", short_empty_elements=False)


def _places(days: Sequence[date]) -> list[float]:
    """Where the days lie, in per cent of the width: a gap twice as long is one step wider, so that years fit too."""
    steps = [0.0]
    for before, after in pairwise(days):
        steps.append(steps[-1] + math.log2(1 + (after - before).days))
    return [_MARGIN + (100 - 2 * _MARGIN) * step / steps[-1] for step in steps]


def _axis(turn: float) -> Iterator[ET.Element]:
    """The line up to `turn`, in per cent of the width, and what is to come after it."""
    for begin, end, css_class in ((0.0, turn, "past"), (turn, 100.0, "future")):
        if begin < end:
            ends = {"x1": f"{begin:.2f}%", "x2": f"{end:.2f}%", "y1": str(_AXIS), "y2": str(_AXIS)}
            yield ET.Element("line", {**ends, "class": css_class})


def _dot(place: float, count: int) -> ET.Element:
    """A day's dot, whose area grows with the count; a count of two or more has room in it."""
    radius = 5.0 if count == 1 else min(max(9.0, 5 * math.sqrt(count)), 18.0)
    return ET.Element("circle", {"cx": f"{place:.2f}%", "cy": str(_AXIS), "r": f"{radius:.1f}"})


def _labels(days: Sequence[date], places: Sequence[float]) -> Iterator[ET.Element]:
    """The day above each place that has room for it, and below it the year where it is another one than before.

    What has room on a screen only is of the class `wide`; a year that only a phone has to be told again, `narrow`.
    """
    wide = _with_room(range(len(days)), places, _LABEL_WIDE)
    narrow = _with_room(wide, places, _LABEL_NARROW)
    wide_year = narrow_year = 0
    for index in wide:
        day, place, on_phones = days[index], places[index], index in narrow
        yield _text(place, _AXIS - 26, short_day(day), "day" if on_phones else "day wide")
        if day.year != wide_year:
            yield _text(place, _AXIS + 38, str(day.year), "year" if on_phones else "year wide")
        elif on_phones and day.year != narrow_year:
            yield _text(place, _AXIS + 38, str(day.year), "year narrow")
        wide_year = day.year
        narrow_year = day.year if on_phones else narrow_year


def _with_room(candidates: Sequence[int], places: Sequence[float], room: float) -> list[int]:
    """Which places have room for a label: the first, and each that is far enough from the last with one."""
    chosen = [candidates[0]]
    for index in candidates[1:]:
        if places[index] - places[chosen[-1]] >= room:
            chosen.append(index)
    return chosen


def _text(place: float, y: int, text: str, css_class: str) -> ET.Element:
    element = ET.Element("text", {"x": f"{place:.2f}%", "y": str(y), "class": css_class})
    element.text = text
    return element
