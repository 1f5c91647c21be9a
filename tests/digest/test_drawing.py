"""The drawings of a digest."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from translate_pipeline.digest.drawing.bar import bar
from translate_pipeline.digest.drawing.timeline import timeline


def places(svg: str) -> list[float]:
    """Where the dots are, in per cent of the width."""
    return sorted(float(dot.attrib["cx"].rstrip("%")) for dot in ET.fromstring(svg).iter("circle"))


def words(svg: str, css_class: str) -> list[str | None]:
    return [text.text for text in ET.fromstring(svg).iter("text") if text.attrib["class"] == css_class]


class TestTimeline:
    def test_a_screen_reader_is_told_what_is_drawn(self) -> None:
        drawn = ET.fromstring(timeline(["2024-10-31", "2024-10-29", "2024-10-29"], "2024-11-29"))
        assert drawn.get("role") == "img"
        title, description = (drawn.find(tag) for tag in ("title", "desc"))
        assert title is not None and description is not None
        assert drawn.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
        assert title.text == "3 dated events, 29 October 2024 to 31 October 2024"
        assert description.text == "29 October 2024: 2; 31 October 2024: 1. Long gaps are drawn short."

    def test_days_stand_in_their_order_and_a_longer_gap_is_wider(self) -> None:
        first, second, third = places(timeline(["2024-03-01", "2024-01-01", "2024-01-02"], "2024-11-29"))
        assert first < second < third
        assert second - first < third - second

    def test_a_year_among_days_leaves_the_days_apart(self) -> None:
        dots = places(timeline(["1945-05-08", "2024-01-01", "2024-01-02", "2024-01-03"], "2024-11-29"))
        assert dots[3] - dots[2] > 4

    def test_a_day_on_which_more_happened_has_a_larger_dot_with_the_count(self) -> None:
        svg = timeline(["2024-10-29", "2024-10-31", "2024-10-31"], "2024-11-29")
        dots = sorted(ET.fromstring(svg).iter("circle"), key=lambda dot: float(dot.attrib["cx"].rstrip("%")))
        one, two = (float(dot.attrib["r"]) for dot in dots)
        assert one < two
        assert words(svg, "count") == ["2"]

    def test_what_is_to_come_is_dashed(self) -> None:
        drawn = ET.fromstring(timeline(["2024-10-29", "2024-10-31"], "2024-10-30"))
        turns = {line.attrib["class"]: (line.attrib["x1"], line.attrib["x2"]) for line in drawn.iter("line")}
        assert turns == {"past": ("0.00%", "5.00%"), "future": ("5.00%", "100.00%")}

    def test_a_year_is_written_where_it_begins(self) -> None:
        svg = timeline(["2023-10-29", "2023-12-30", "2024-02-02"], "2024-11-29")
        assert words(svg, "day") == ["29 Oct", "30 Dec", "2 Feb"]
        assert words(svg, "year") == ["2023", "2024"]

    def test_labels_that_would_overlap_are_left_out(self) -> None:
        svg = timeline([f"2024-01-{day:02}" for day in range(1, 32)], "2024-11-29")
        assert len(places(svg)) == 31
        labels = words(svg, "day") + words(svg, "day wide")
        assert 5 <= len(labels) <= 14
        assert 3 <= len(words(svg, "day")) <= 6

    def test_what_is_no_day_is_not_drawn_and_one_day_makes_no_line(self) -> None:
        assert timeline(["2024-10-29", "2024-10-29", "soon"], "2024-11-29") == ""


class TestBar:
    def test_the_most_frequent_fills_the_width_and_half_as_many_half_of_it(self) -> None:
        lengths = [
            rect.attrib["width"]
            for svg in (bar(8, 8), bar(4, 8))
            for rect in ET.fromstring(svg).iter("rect")
            if rect.attrib["class"] == "bar-length"
        ]
        assert lengths == ["100.0%", "50.0%"]

    def test_a_screen_reader_reads_the_number_instead(self) -> None:
        assert ET.fromstring(bar(1, 2)).get("aria-hidden") == "true"
