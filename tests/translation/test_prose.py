from __future__ import annotations

import pytest

from translate_pipeline.translation.prose import VERBATIM_SPAN, is_prose


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
