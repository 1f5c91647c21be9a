"""Marks in a sentence, which may overlap."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.briefing.model import FindingReport, SentencePair
from translate_pipeline.digest.page.marked_text import Mark, finding_marks, marked_text, places_of


def mark(start: int, end: int, tag: str) -> Mark:
    return Mark(start, end, tag, ())


def test_text_without_marks_is_escaped() -> None:
    assert marked_text("<b> & 'c'", []) == "&lt;b&gt; &amp; &#39;c&#39;"


def test_a_mark_in_a_mark_is_nested() -> None:
    assert marked_text("abcd", [mark(0, 4, "mark"), mark(1, 2, "em")]) == "<mark>a<em>b</em>cd</mark>"


def test_of_two_marks_that_overlap_the_second_is_closed_and_opened_again() -> None:
    marked = marked_text("abcdef", [mark(1, 4, "mark"), mark(2, 6, "em")])
    assert marked == "a<mark>b<em>cd</em></mark><em>ef</em>"


def test_the_title_of_a_mark_is_escaped() -> None:
    titled = Mark(0, 1, "mark", (("title", 'a"><script>'),))
    assert marked_text("x", [titled]) == '<mark title="a&#34;&gt;&lt;script&gt;">x</mark>'


def test_words_are_found_as_whole_words_and_only_else_as_parts() -> None:
    assert list(places_of("15", "15 of 215, then 15")) == [(0, 2), (16, 18)]
    assert list(places_of("sol", "resolved")) == [(2, 5)]
    assert list(places_of("", "anything")) == []


def test_a_finding_marks_its_words_on_either_side() -> None:
    finding = FindingReport("numbers", "error", "15 became 50", "15", "50")
    pair = SentencePair("p1s1", "Hay 15.", "There are 50.", findings=(finding,))
    assert [(m.start, m.end) for m in finding_marks(pair, of_source=True)] == [(4, 6)]
    assert [(m.start, m.end) for m in finding_marks(pair, of_source=False)] == [(10, 12)]


spans = st.tuples(st.integers(0, 12), st.integers(0, 12), st.sampled_from(["mark", "em", "span"]))


@given(st.text(max_size=12), st.lists(spans, max_size=5))
def test_however_marks_overlap_the_text_stays_and_the_elements_are_nested(
    text: str, places: list[tuple[int, int, str]]
) -> None:
    marks = [mark(min(a, b), max(a, b), tag) for a, b, tag in places]
    marked = marked_text(text, marks)
    assert unescape(re.sub(r"</?(mark|em|span)>", "", marked)) == unescape(str(marked_text(text, [])))
    opened: list[str] = []
    for closing, tag in re.findall(r"<(/?)(\w+)>", marked):
        if closing:
            assert opened.pop() == tag
        else:
            opened.append(tag)
    assert not opened
