from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from translate_pipeline.readers.markdown_writing import as_markdown


def shown(markdown: str) -> str:
    """The text that a reader of CommonMark sees."""
    tokens = MarkdownIt("commonmark").enable("strikethrough").parse(markdown)
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert all(child.type in ("text", "softbreak", "text_special") for child in tokens[1].children or [])
    return "".join(child.content for child in tokens[1].children or [])


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Costó 5 * 3 euros.", r"Costó 5 \* 3 euros."),
        ("La variable nombre_del_campo vale.", "La variable nombre_del_campo vale."),
        ("Dijo _no_, y `x_y_` es código.", r"Dijo \_no\_, y `x_y_` es código."),
        ("Vea https://a.example/_b_*c* ya.", "Vea https://a.example/_b_*c* ya."),
        ("- no es lista", r"\- no es lista"),
        ("2024. Un año", r"2024\. Un año"),
        ("# 1 del mundo", r"\# 1 del mundo"),
        ("<b> y &amp; [uno]", r"\<b> y \&amp; \[uno]"),
    ],
)
def test_marks_are_escaped_where_they_would_be_marks(text: str, markdown: str) -> None:
    assert as_markdown(text) == markdown


@given(st.text(alphabet=st.sampled_from("ab 1.)*_[]()<>#-+&;~\\|!"), min_size=1, max_size=30))
def test_any_text_shows_as_it_is(text: str) -> None:
    line = f"a{text.strip()}"
    assert shown(as_markdown(line)) == line
