from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.digest.renderers.column_width import column_width
from translate_pipeline.digest.renderers.line_wrapping import wrapped


def test_wide_letters_break_between_them_but_not_before_closing_punctuation() -> None:
    assert wrapped("北京电视台，报道。", 10) == ["北京电视", "台，报道。"]


def test_a_combining_mark_stays_on_its_letter() -> None:
    assert wrapped("q\u0323" * 5, 3) == ["q\u0323" * 3, "q\u0323" * 2]


def test_a_figure_is_not_torn_from_its_unit_at_a_hard_blank() -> None:
    assert wrapped("se trata de 10\u00a0000\u00a0euros", 14) == ["se trata de", "10\u00a0000\u00a0euros"]


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs")) | st.just(" ")), st.integers(2, 80))
def test_wrapping_loses_nothing_and_keeps_the_width(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(column_width(line) <= width for line in lines)
