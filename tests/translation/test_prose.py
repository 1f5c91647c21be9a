from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.translation.prose import VERBATIM_SPAN, is_prose, verbatim_spans, without_verbatim_spans


@pytest.mark.parametrize(
    "text",
    [
        "",
        "https://example.org/una-noticia_de.hoy?x=1",
        "www.example.org",
        "ana.perez@example.org",
        "@ana_perez #Gaza",
        "12.345,67 €",
        "* * *",
        "—",
        "Calle Mayor 12, 28013 Madrid",
        "a" * 200,
    ],
)
def test_no_prose(text: str) -> None:
    assert not is_prose(text)


@pytest.mark.parametrize(
    "text",
    ["Hola", "La calle Mayor 12 está cerrada.", "Calle Mayor 12 fue su casa durante años.", "Ver https://example.org"],
)
def test_prose(text: str) -> None:
    assert is_prose(text)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Ver https://example.org/a_b.", ["https://example.org/a_b"]),
        ("(www.example.org)", ["www.example.org"]),
        ("de @ana_perez, en #Gaza", ["@ana_perez", "#Gaza"]),
        ("escriba a ana@example.org.", ["ana@example.org"]),
        ("el n.º 1 # 2 @", []),
    ],
)
def test_spans_that_come_through_unchanged(text: str, spans: list[str]) -> None:
    assert [match.group() for match in VERBATIM_SPAN.finditer(text)] == spans


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("http://example.org/?q=a&b=%20#c", ["http://example.org/?q=a&b=%20#c"]),
        ("ftp://example.org, https://example.org!", ["ftp://example.org", "https://example.org"]),
        ("“https://example.org”", ["https://example.org"]),
        ("<https://example.org>", ["https://example.org"]),
        ("(https://example.org)", ["https://example.org"]),
        ("https://example.org/niño…", ["https://example.org/niño…"]),
        ("(ana@example.org; bob-2@sub.example.org)", ["ana@example.org", "bob-2@sub.example.org"]),
        ("#Perú2024, #8M y #ÑuÑoa", ["#Perú2024", "#8M", "#ÑuÑoa"]),
        ("@ana_pérez: @b", ["@ana_pérez"]),
        ("n.º #1, C# y a#b", []),
        ("example.org, ana at example.org", []),
        ("Está en C:\\ruta\\archivo, no en D:\\otra.", ["C:\\ruta\\archivo", "D:\\otra"]),
        ("\\\\servidor\\prensa\\nota.docx no se abre", ["\\\\servidor\\prensa\\nota.docx"]),
        ("La energía es $E = mc^2$, con $c$ constante.", ["$E = mc^2$", "$c$"]),
        ("Vale $$\\int_0^1 x$$ o \\(a_1\\).", ["$$\\int_0^1 x$$", "\\(a_1\\)"]),
        ("Costó $5 y no $10, ni US$5 y US$10, ni $5 millones de US$ y más", []),
        ("Se paga $1 = US$ 0,05 en A: B", []),
        ("مرحبا #سلام @ana", ["#سلام", "@ana"]),
        ("", []),
    ],
)
def test_spans_are_found_in_order(text: str, spans: list[str]) -> None:
    assert [match.group() for match in verbatim_spans(text)] == spans


@pytest.mark.parametrize(
    ("text", "blotted"),
    [
        ("Ver www.example.org hoy", "Ver                 hoy"),
        ("de @ana, en #Gaza", "de     , en      "),
        ("sin nada", "sin nada"),
        ("5 @ 3 # 2", "5 @ 3 # 2"),
        ("", ""),
    ],
)
def test_spans_are_blotted_out(text: str, blotted: str) -> None:
    assert without_verbatim_spans(text) == blotted


def test_what_blots_out_may_be_chosen() -> None:
    assert without_verbatim_spans("de @ana", "\n") == "de \n\n\n\n"


pieces = st.sampled_from(
    [
        "@ana",
        "#Gaza",
        "C:\\a",
        "$x$",
        "$",
        "\\",
        "https://example.org/a",
        "www.",
        "a@b.co",
        "@",
        "#",
        "Ñ",
        "\u0301",
        " ",
        ".",
    ]
)


@given(st.text() | st.lists(pieces).map("".join))
def test_blotting_keeps_every_offset_and_everything_else(text: str) -> None:
    blotted, position = without_verbatim_spans(text, "\0"), 0
    assert len(blotted) == len(text)
    for match in verbatim_spans(text):
        assert blotted[position : match.start()] == text[position : match.start()]
        assert blotted[match.start() : match.end()] == "\0" * len(match.group())
        position = match.end()
    assert blotted[position:] == text[position:]


@given(st.text() | st.lists(pieces).map("".join))
def test_the_short_way_finds_all_that_the_pattern_finds(text: str) -> None:
    assert [match.span() for match in verbatim_spans(text)] == [m.span() for m in VERBATIM_SPAN.finditer(text)]


@pytest.mark.parametrize(
    "unit",
    [
        "http://",
        "www.",
        "@",
        "@a",
        "#",
        "#1",
        "a@",
        "a@b.",
        "a.",
        "-",
        "://.",
        "Calle 1 a ",
        "$",
        "$a",
        "$a_",
        "\\",
        "C:\\",
        "\\(",
        "\\[",
    ],
)
def test_long_runs_of_marks_are_searched_to_their_end(unit: str) -> None:
    text = unit * (20_000 // len(unit)) + " @fin"
    assert verbatim_spans(text)[-1].group() == "@fin"
