from __future__ import annotations

import time

import pytest

from translate_pipeline.readers.html_markup import flat_markup, lean_markup


def _words(markup: str) -> list[str]:
    return lean_markup(markup).split()


@pytest.mark.parametrize(
    "unwanted",
    [
        "<script>if (a < b) document.write('<p>no</p>')</script>",
        "<SCRIPT type='text/javascript'>no</SCRIPT >",
        "<style>p { color: red }</style>",
        "<!-- <p>no</p> -->",
        "<!-->",
        "<!-- <script> -->",
        "<script><!-- no </script>",
        "<svg viewBox='0 0 1 1'><title>no</title></svg>",
        "<noscript>Activa JavaScript</noscript>",
        "<template><p>no</p></template>",
        "<script></script>",
    ],
)
def test_what_holds_no_text_is_taken_out(unwanted: str) -> None:
    assert _words(f"uno{unwanted}dos") == ["uno", "dos"]


def test_what_is_never_closed_ends_with_the_page() -> None:
    assert _words("uno<script>var a = 1; <p>dos</p>") == ["uno"]
    assert _words("uno<!-- dos <p>tres</p>") == ["uno"]


def test_linked_data_stays_if_it_is_not_too_long() -> None:
    data = '<script type="application/ld+json">{"@type": "NewsArticle"}</script>'
    assert data in lean_markup(f"uno{data}dos")
    assert _words(f'uno<script type="application/ld+json">{"x" * 600_000}</script>dos') == ["uno", "dos"]


def test_elements_with_longer_names_stay() -> None:
    assert "<stylex>" in lean_markup("<stylex>uno</stylex>")
    assert "<base>" in lean_markup("<base>uno")
    assert "<ins>" in lean_markup("<ins>uno</ins>")


def test_formatting_is_taken_out_within_words() -> None:
    assert lean_markup("des<b class='x'>de</b><i>n</i> m<sup>2</sup>") == "desden m2"


def test_numbers_that_point_to_notes_are_taken_out() -> None:
    assert lean_markup('Madrid<sup id="c1"><a href="#n1">[1]</a></sup>.') == "Madrid."


def test_numbers_of_characters_stay_unless_they_are_of_none() -> None:
    assert lean_markup("a&#241;o &#xF1; &amp;") == "a&#241;o &#xF1; &amp;"
    assert lean_markup("a&#1;b&#x0b;c\0d\fe&#xD800;f") == "a b cd e f"


def test_two_line_breaks_begin_a_paragraph() -> None:
    assert lean_markup("uno<br><BR />\n<br/>dos<br>tres") == "uno<p>dos<br>tres"


def test_embedded_files_are_taken_out() -> None:
    assert lean_markup(f'<img src="data:image/png;base64,{"A" * 1_000_000}" alt="x">') == '<img src="" alt="x">'


def test_wrappers_become_breaks_between_paragraphs() -> None:
    assert flat_markup("<div><div class='a'>uno</div></div>\n<div>dos</div>") == " <p>uno <p>dos <p>"


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>",
        "<script ",
        "<!--",
        "<!-- -->",
        "<script></script>",
        "<svg ",
        "</script",
        "<br ",
        "<br>",
        "<",
        "<sup>",
    ],
)
def test_time_grows_only_with_length(hostile: str) -> None:
    markup = "uno" + hostile * (4_000_000 // len(hostile))
    started = time.process_time()
    lean_markup(markup)
    flat_markup(markup)
    assert time.process_time() - started < 5
