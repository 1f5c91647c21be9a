from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.readers.hostile_bytes import arbitrary, damaged, read_or_refuse
from tests.readers.office_files import BILLION_LAUGHS, archive_of
from translate_pipeline.document import Document
from translate_pipeline.errors import EmptyInputError, UnreadableFormatError
from translate_pipeline.readers.odt import OdtReader

ODF = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = " ".join(
    [
        *(f'xmlns:{name}="{ODF}:{name}:1.0"' for name in ("office", "text", "table", "style", "meta")),
        f'xmlns:draw="{ODF}:drawing:1.0"',
        f'xmlns:svg="{ODF}:svg-compatible:1.0"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ]
)
MIMETYPE = "application/vnd.oasis.opendocument.text"
READER = OdtReader()
META = (
    "<dc:title>Sin elecciones este año</dc:title><meta:initial-creator>Ana Pérez</meta:initial-creator>"
    "<dc:creator>Usuario</dc:creator><meta:creation-date>2024-10-15T09:00:00.123456789</meta:creation-date>"
    "<dc:date>2024-10-16T10:00:00</dc:date>"
)
STYLES = (
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1"/>'
    '<text:list-level-style-bullet text:level="2"/></text:list-style>'
)


def made(body: str, meta: str = "", **parts: str) -> bytes:
    return archive_of(
        {
            "mimetype": MIMETYPE,
            "content.xml": f"<office:document-content {NAMESPACES}><office:automatic-styles>{STYLES}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
            "meta.xml": f"<office:document-meta {NAMESPACES}><office:meta>{meta}</office:meta></office:document-meta>",
            **parts,
        }
    )


def read(data: bytes) -> Document:
    return READER.read(data, "nota.odt")


def test_titles_headings_paragraphs_and_metadata() -> None:
    document = read(
        made(
            '<text:p text:style-name="P1">Sin elecciones este año</text:p>'
            '<text:h text:outline-level="2">Las <text:span>razones</text:span></text:h>'
            "<text:p>El presidente <text:a>calla</text:a>.</text:p>",
            META,
        )
    )
    assert document.source_text == "# Sin elecciones este año\n\n## Las razones\n\nEl presidente calla.\n"
    assert document.metadata.known() == {
        "title": "Sin elecciones este año",
        "date": "2024-10-16",
        "author": "Ana Pérez",
    }


def test_blanks_tabs_and_breaks() -> None:
    body = '<text:p>Uno<text:s text:c="3"/>dos<text:tab/>tres<text:line-break/>cuatro.<text:line-break/>Cinco.</text:p>'
    assert [p.text for p in read(made(body)).paragraphs] == ["Uno dos tres cuatro.", "Cinco."]


def test_an_absurd_number_of_blanks_is_harmless() -> None:
    body = '<text:p>Uno<text:s text:c="999999999"/>dos<text:s text:c="-4"/>tres</text:p>'
    assert read(made(body)).paragraphs[0].text == "Uno dos tres"


def test_lists_and_their_levels() -> None:
    inner = "<text:list><text:list-item><text:p>Uno de uno</text:p></text:list-item></text:list>"
    body = (
        '<text:list text:style-name="L1"><text:list-header><text:p>Antes de todo.</text:p></text:list-header>'
        f"<text:list-item><text:p>Uno</text:p><text:p>Sigue uno.</text:p>{inner}</text:list-item>"
        "<text:list-item><text:h>Dos</text:h></text:list-item>"
        "<text:list-item><text:p>Tres</text:p></text:list-item></text:list><text:p>Fin.</text:p>"
    )
    assert read(made(body)).source_text == (
        "Antes de todo.\n\n1. Uno\n\nSigue uno.\n\n   - Uno de uno\n\n# Dos\n\n3. Tres\n\nFin.\n"
    )


def test_tables_and_text_boxes() -> None:
    cells = "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in ("Escaños", "Votos"))
    body = (
        f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
        "<text:p>Antes<draw:frame><draw:text-box><text:p>Recuadro</text:p></draw:text-box>"
        "<svg:title>foto</svg:title><svg:desc>Una foto</svg:desc></draw:frame>, después.</text:p>"
    )
    assert [p.text for p in read(made(body)).paragraphs] == ["Escaños | Votos", "Recuadro", "Antes, después."]


def test_tables_in_cells_and_rows_in_groups() -> None:
    inner = (
        "<table:table><table:table-row><table:table-cell><text:p>Dentro</text:p></table:table-cell></table:table-row>"
        "</table:table>"
    )
    rows = "".join(
        f"<table:table-row><table:table-cell><text:p>{a}</text:p></table:table-cell>"
        f"<table:table-cell>{b}</table:table-cell></table:table-row>"
        for a, b in (("Partido", "<text:p>Votos</text:p>"), ("PSOE", inner))
    )
    body = f"<table:table><table:table-header-rows>{rows}</table:table-header-rows></table:table><text:p>Fin.</text:p>"
    assert read(made(body)).source_text == "Partido | Votos\nPSOE | Dentro\n\nFin.\n"


def test_notes_stand_at_the_end() -> None:
    def note(kind: str, text: str) -> str:
        return (
            f'<text:note text:note-class="{kind}"><text:note-citation>1</text:note-citation>'
            f"<text:note-body><text:p>{text}</text:p></text:note-body></text:note>"
        )

    body = f"<text:p>La final{note('footnote', 'En Breslavia.')} no es{note('endnote', 'Fuente: UEFA.')} hoy.</text:p>"
    body += f"<text:p>Nada{note('footnote', 'Ni ayer.')} más.</text:p>"
    assert read(made(body)).source_text == (
        "La final no es hoy.\n\nNada más.\n\n[1] En Breslavia.\n[2] Ni ayer.\n[1] Fuente: UEFA.\n"
    )


def test_comments_deletions_and_indexes_are_left_out() -> None:
    gone = "<text:p>sobra</text:p>"
    body = (
        f"<text:tracked-changes><text:changed-region><text:deletion>{gone}</text:deletion></text:changed-region>"
        f"</text:tracked-changes><text:table-of-content><text:index-body>{gone}</text:index-body></text:table-of-content>"
        f"<text:p>El presidente calla<office:annotation>{gone}</office:annotation>"
        "<text:change-start/> hoy<text:change-end/>.</text:p>"
    )
    assert [p.text for p in read(made(body)).paragraphs] == ["El presidente calla hoy."]


def test_only_opendocument_texts_are_recognised() -> None:
    assert READER.recognises(made("<text:p>Hola</text:p>"), "sin ending")
    assert READER.recognises(made("<text:p>Hola</text:p>")[:200], "nota.odt")
    for kind in ("spreadsheet", "presentation"):
        data = archive_of({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": ""})
        assert not READER.recognises(data, "nota.odt")
    assert not READER.recognises(archive_of({"mimetype": "application/epub+zip"}), "nota.odt")
    assert not READER.recognises(b"hola", "nota.odt")


def test_a_password_damage_and_emptiness_are_told_apart() -> None:
    manifest = '<m:manifest xmlns:m="m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    with pytest.raises(UnreadableFormatError, match="password"):
        read(made("<text:p>Hola</text:p>", **{"META-INF/manifest.xml": manifest}))
    with pytest.raises(UnreadableFormatError, match="damaged"):
        read(archive_of({"mimetype": MIMETYPE, "content.xml": "<a"}))
    with pytest.raises(EmptyInputError):
        read(made("<text:p/>"))
    with pytest.raises(UnreadableFormatError, match=r"content\.xml"):
        read(archive_of({"mimetype": MIMETYPE}))


def test_hostile_files_are_refused() -> None:
    with pytest.raises(UnreadableFormatError, match="entit"):
        read(archive_of({"mimetype": MIMETYPE, "content.xml": BILLION_LAUGHS + "<x>&j;</x>"}))
    with pytest.raises(UnreadableFormatError, match="zip bomb"):
        read(archive_of({"mimetype": MIMETYPE, "content.xml": b" " * (60 << 20)}))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(arbitrary(b"PK\x03\x04"), damaged(made("<text:p>El presidente calla.</text:p>", META))))
def test_no_bytes_raise_anything_but_our_errors(data: bytes) -> None:
    read_or_refuse(READER, data, "nota.odt")
