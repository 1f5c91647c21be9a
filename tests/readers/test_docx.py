from __future__ import annotations

import io
from datetime import datetime, timezone

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.readers.hostile_bytes import arbitrary, damaged, read_or_refuse
from tests.readers.office_files import BILLION_LAUGHS, EXTERNAL_ENTITY, archive_of
from translate_pipeline.document import Document, ParagraphKind
from translate_pipeline.errors import EmptyInputError, UnreadableFormatError
from translate_pipeline.readers.docx import DocxReader

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
READER = DocxReader()


def written() -> bytes:
    """A document as python-docx writes it."""
    document = docx.Document()
    document.core_properties.author = "Ana Pérez"
    document.core_properties.title = "Plantilla de 2019"
    document.core_properties.created = datetime(2024, 10, 14, tzinfo=timezone.utc)
    document.core_properties.modified = datetime(2024, 10, 16, tzinfo=timezone.utc)
    document.add_heading("Sin elecciones este año", 0)
    document.add_paragraph("El presidente ").add_run("calla").bold = True
    document.add_heading("Las razones", 2)
    for item in ("Primera razón.", "Segunda razón."):
        document.add_paragraph(item, style="List Bullet")
    for item in ("Primer paso.", "Segundo paso."):
        document.add_paragraph(item, style="List Number")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Escaños del partido", "Votos del partido"
    document.add_paragraph("Fin de la nota.")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def by_hand(body: str, **parts: str) -> bytes:
    """A document of WordprocessingML; other parts of the folder `word` by their names."""
    return archive_of(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
            **{f"word/{name}.xml": f"<w:{name} {NAMESPACES}>{part}</w:{name}>" for name, part in parts.items()},
        }
    )


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def read(data: bytes) -> Document:
    return READER.read(data, "nota.docx")


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in read(data).paragraphs]


def test_a_document_of_python_docx() -> None:
    document = read(written())
    assert document.source_text == (
        "# Sin elecciones este año\n\nEl presidente calla\n\n## Las razones\n\n- Primera razón.\n- Segunda razón.\n"
        "1. Primer paso.\n2. Segundo paso.\n\nEscaños del partido | Votos del partido\n\nFin de la nota.\n"
    )
    assert document.metadata.known() == {
        "title": "Sin elecciones este año",
        "date": "2024-10-16",
        "author": "Ana Pérez",
    }


def test_the_defaults_of_the_template_are_no_metadata() -> None:
    document = docx.Document()
    document.add_paragraph("El presidente calla.")
    out = io.BytesIO()
    document.save(out)
    assert read(out.getvalue()).metadata.known() == {}


def test_tracked_changes_as_if_accepted() -> None:
    body = (
        "<w:p><w:r><w:t>Hubo </w:t></w:r>"
        "<w:del><w:r><w:delText>diez</w:delText></w:r></w:del><w:ins><w:r><w:t>doce</w:t></w:r></w:ins>"
        "<w:moveFrom><w:r><w:t> ayer</w:t></w:r></w:moveFrom><w:r><w:t> muertos</w:t></w:r>"
        "<w:moveTo><w:r><w:t> ayer</w:t></w:r></w:moveTo><w:r><w:t>.</w:t></w:r></w:p>"
    )
    assert texts(by_hand(body)) == ["Hubo doce muertos ayer."]


def test_links_fields_and_content_controls_keep_their_text() -> None:
    body = (
        '<w:p><w:hyperlink><w:r><w:t xml:space="preserve">Lea la </w:t></w:r></w:hyperlink>'
        "<w:r><w:fldChar/></w:r><w:r><w:instrText>HYPERLINK x</w:instrText></w:r><w:sdt><w:sdtContent><w:r><w:t>nota"
        "</w:t></w:r></w:sdtContent></w:sdt><w:r><w:tab/><w:t>entera</w:t><w:noBreakHyphen/><w:t>ya.</w:t></w:r></w:p>"
    )
    assert texts(by_hand(body)) == ["Lea la nota entera\u2011ya."]


def test_text_boxes_once_and_hidden_text_never() -> None:
    box = f"<w:txbxContent>{paragraph('Texto del recuadro.')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Antes.</w:t></w:r><w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><wps:txbx>{box}</wps:txbx></mc:Choice><mc:Fallback>{box}</mc:Fallback>'
        "</mc:AlternateContent></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Secreto</w:t></w:r></w:p>"
    )
    assert texts(by_hand(body)) == ["Texto del recuadro.", "Antes."]


def test_headings_of_styles_in_any_language_and_by_outline() -> None:
    styles = (
        '<w:style w:styleId="Ttulo1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="Mio"><w:name w:val="Mío"/><w:basedOn w:val="Ttulo1"/></w:style>'
        '<w:style w:styleId="Bucle"><w:name w:val="Bucle"/><w:basedOn w:val="Bucle"/></w:style>'
        '<w:style w:styleId="TDC1"><w:name w:val="toc 1"/></w:style>'
    )
    body = (
        paragraph("Uno", '<w:pStyle w:val="Mio"/>')
        + paragraph("Índice 3", '<w:pStyle w:val="TDC1"/>')
        + paragraph("Dos", '<w:outlineLvl w:val="2"/>')
        + paragraph("El presidente calla.", '<w:pStyle w:val="Bucle"/>')
    )
    assert read(by_hand(body, styles=styles)).source_text == "# Uno\n\n### Dos\n\nEl presidente calla.\n"


def test_a_bold_line_is_a_heading_but_a_bold_sentence_is_not() -> None:
    def bold(text: str) -> str:
        return f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r></w:p>"

    document = read(by_hand(bold("Sin elecciones este año") + bold("El presidente calla.") + paragraph("Y nada más.")))
    assert [p.kind for p in document.paragraphs] == [ParagraphKind.HEADING, ParagraphKind.BODY, ParagraphKind.BODY]
    assert document.metadata.title == "Sin elecciones este año"


def test_nested_lists_are_counted_and_indented() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    )
    levels = [0, 1, 1, 0]
    body = "".join(
        paragraph(f"Punto {n}", f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')
        for n, level in enumerate(levels)
    )
    assert read(by_hand(body, numbering=numbering)).source_text == (
        "3. Punto 0\n   - Punto 1\n   - Punto 2\n4. Punto 3\n"
    )


def test_notes_stand_at_the_end_and_separators_nowhere() -> None:
    notes = (
        f'<w:footnote w:id="0" w:type="separator">{paragraph("sobra")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("Según el Gobierno.")}</w:footnote>'
        f'<w:footnote w:id="3">{paragraph("Nadie la llama.")}</w:footnote>'
    )
    body = '<w:p><w:r><w:t>Hubo diez.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>' + paragraph("Fin.")
    assert read(by_hand(body, footnotes=notes)).source_text == "Hubo diez.\n\nFin.\n\n[1] Según el Gobierno.\n"


def test_the_strict_form_of_the_format() -> None:
    data = archive_of(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document2.xml": f'<w:document xmlns:w="{STRICT}">{paragraph("Hola a todos.")}</w:document>',
        }
    )
    assert READER.recognises(data, "x")
    assert texts(data) == ["Hola a todos."]


def test_only_word_documents_are_recognised() -> None:
    assert READER.recognises(written(), "sin ending")
    assert READER.recognises(written()[:2000], "nota.docx")
    assert not READER.recognises(written()[:2000], "nota.zip")
    for parts in (
        {"[Content_Types].xml": "", "xl/workbook.xml": ""},
        {"[Content_Types].xml": "", "ppt/presentation.xml": ""},
        {"word/document.xml": ""},
        {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ""},
    ):
        assert not READER.recognises(archive_of(parts), "nota.docx")
    assert not READER.recognises(b"El presidente calla.", "nota.docx")


def test_a_document_with_a_password_says_so() -> None:
    data = b"\xd0\xcf\x11\xe0" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le")
    assert READER.recognises(data, "nota.docx")
    assert not READER.recognises(b"\xd0\xcf\x11\xe0" + b"\0" * 500, "nota.docx")
    with pytest.raises(UnreadableFormatError, match="password"):
        read(data)


def test_no_text_and_damaged_xml() -> None:
    with pytest.raises(EmptyInputError):
        read(by_hand(paragraph("")))
    with pytest.raises(UnreadableFormatError, match=r"word/document\.xml in it is damaged: line 1"):
        read(archive_of({"word/document.xml": "<w:document"}))
    with pytest.raises(UnreadableFormatError, match="missing"):
        read(archive_of({"a": "b"}))


def test_a_zip_bomb_is_refused() -> None:
    with pytest.raises(UnreadableFormatError, match="zip bomb"):
        read(archive_of({"[Content_Types].xml": "", "word/document.xml": b" " * (60 << 20)}))


@pytest.mark.parametrize("prolog", [BILLION_LAUGHS, EXTERNAL_ENTITY.format(path="/etc/hostname")])
def test_hostile_entities_are_refused(prolog: str) -> None:
    entity = "j" if prolog is BILLION_LAUGHS else "secret"
    body = f"{prolog}<w:document {NAMESPACES}><w:body>{paragraph(f'&{entity};')}</w:body></w:document>"
    with pytest.raises(UnreadableFormatError, match="entit"):
        read(archive_of({"word/document.xml": body}))


REAL = written()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(arbitrary(b"PK\x03\x04"), damaged(REAL), damaged(by_hand(paragraph("Hola.")))))
def test_no_bytes_raise_anything_but_our_errors(data: bytes) -> None:
    read_or_refuse(READER, data, "nota.docx")
