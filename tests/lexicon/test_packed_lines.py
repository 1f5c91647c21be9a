from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.lexicon.packed_lines import PackedLines


@given(st.text(st.sampled_from("aé敗\n")), st.slices(6))
def test_they_are_the_lines_of_the_text(text: str, part: slice) -> None:
    lines = PackedLines(text.encode())
    expected = text.encode().split(b"\n")
    assert list(lines) == expected
    assert lines[part] == expected[part]
    assert lines[-1] == expected[-1]


@given(st.lists(st.text(st.sampled_from("aé敗")), unique=True), st.text(st.sampled_from("aé敗")))
def test_a_line_is_found_where_it_stands(words: list[str], wanted: str) -> None:
    ordered = sorted(words) or [""]
    lines = PackedLines("\n".join(ordered).encode())
    assert lines.index_of(wanted.encode()) == (ordered.index(wanted) if wanted in ordered else None)
