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
