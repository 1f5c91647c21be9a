from __future__ import annotations

import io
import sys
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate, Paragraph, Spacer

from tests.readers.hostile_bytes import arbitrary, damaged, read_or_refuse
from translate_pipeline.document import Document, ParagraphKind
from translate_pipeline.errors import MissingLibraryError, TsumError, UnreadableFormatError
from translate_pipeline.readers.pdf import PdfReader

READER = PdfReader()
WIDTH, HEIGHT = A4
TITLE = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=20, leading=24)
SECTION = ParagraphStyle("section", fontName="Helvetica-Bold", fontSize=14, leading=17, spaceBefore=10, spaceAfter=4)
BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=10, leading=12, alignment=4)
INDENTED = ParagraphStyle("indented", parent=BODY, firstLineIndent=14)
RAGGED = ParagraphStyle("ragged", parent=BODY, alignment=0, spaceAfter=7)
FIRST = (
    "El presidente dijo el martes que no habrá elecciones este año, según fuentes del Gobierno que pidieron no ser"
    " nombradas. La oposición respondió con una manifestación ante el Congreso que reunió a miles de personas."
)
SECOND = (
    "Los sindicatos anunciaron una huelga general para el jueves en todo el país, mientras la patronal llamó a la calma"
    " y pidió una reunión urgente con el ministro de Trabajo. Nadie sabe si habrá acuerdo antes del fin de semana."
)
THIRD = (
    "El portavoz negó que se vaya a retirar la ley de aguas y recordó que el texto fue aprobado por amplia mayoría en"
    " la cámara. Las asociaciones de agricultores, por su parte, la llevarán a los tribunales de la Unión Europea."
)


def pdf(
    story: Sequence[Flowable], columns: int = 1, running: bool = False, encrypt: object = None, **stated: str
) -> bytes:
    """A PDF of flowing text in columns, with a running head and page numbers if asked for."""

    def margins(canvas: Canvas, template: BaseDocTemplate) -> None:
        canvas.setFont("Times-Italic", 9)
        canvas.drawString(60, HEIGHT - 40, "El Diario del Sur - 16 de octubre")
        canvas.drawCentredString(WIDTH / 2, 30, f"Página {template.page}")

    out = io.BytesIO()
    width = (WIDTH - 120 - 20 * (columns - 1)) / columns
    frames = [Frame(60 + n * (width + 20), 60, width, HEIGHT - 130, 0, 0, 0, 0) for n in range(columns)]
    template = BaseDocTemplate(out, pagesize=A4, encrypt=encrypt, **stated)
    template.addPageTemplates(PageTemplate(frames=frames, **({"onPage": margins} if running else {})))
    template.build(list(story))
    return out.getvalue()


def drawn(*lines: tuple[float, float, str], sizes: Sequence[float] = ()) -> bytes:
    """A page with lines: points from the left, points from the top, and text; 10 points high unless sizes are given."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    heights = [*sizes, *[10.0] * (len(lines) - len(sizes))]
    for (left, down, text), size in zip(lines, heights, strict=True):
        canvas.setFont("Times-Roman", size)
        canvas.drawString(left, HEIGHT - down, text)
    canvas.save()
    return out.getvalue()


def read(data: bytes) -> Document:
    return READER.read(data, "nota.pdf")


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in read(data).paragraphs]


def article(style: ParagraphStyle) -> list[Flowable]:
    return [
        Paragraph("Sin elecciones este año, anuncia el presidente tras la reunión del Consejo", TITLE),
        Spacer(1, 12),
        Paragraph(FIRST, style),
        Paragraph(SECOND, style),
        Paragraph("La ley de aguas", SECTION),
        Paragraph(THIRD, style),
    ]


@pytest.mark.parametrize("style", [BODY, INDENTED, RAGGED], ids=lambda style: style.name)
@pytest.mark.parametrize("columns", [1, 2, 3])
def test_paragraphs_are_joined_from_lines_and_headings_told_by_size(style: ParagraphStyle, columns: int) -> None:
    document = read(pdf(article(style), columns))
    assert [(p.prefix, p.text) for p in document.paragraphs] == [
        ("# ", "Sin elecciones este año, anuncia el presidente tras la reunión del Consejo"),
        ("", FIRST),
        ("", SECOND),
        ("## ", "La ley de aguas"),
        ("", THIRD),
    ]


@pytest.mark.parametrize("pages", [2, 7])
@pytest.mark.parametrize("columns", [1, 2])
def test_a_text_goes_on_over_columns_and_pages_without_heads_and_numbers(pages: int, columns: int) -> None:
    sentences = [f"En el capítulo número {n} de la larga crónica no ocurrió nada nuevo." for n in range(85 * pages)]
    document = read(pdf([Paragraph(" ".join(sentences), BODY)], columns, running=True))
    assert " ".join(p.text for p in document.paragraphs) == " ".join(sentences)


def test_words_divided_at_the_end_of_a_line_are_put_together() -> None:
    data = drawn(
        (60, 100, "El acuerdo franco-alemán fue firmado el martes por el presi-"),
        (60, 112, "dente, que elogió las relaciones entre ambos países, al fin franco-"),
        (60, 124, "alemanas, y la amistad de sus pueblos; el acuerdo franco-"),
        (60, 136, "alemán, dijo, es el más importante del año y del G-"),
        (60, 148, "20."),
    )
    assert texts(data) == [
        "El acuerdo franco-alemán fue firmado el martes por el presidente, que elogió las relaciones entre ambos"
        " países, al fin franco-alemanas, y la amistad de sus pueblos; el acuerdo franco-alemán, dijo, es el más"
        " importante del año y del G-20."
    ]


def test_items_of_lists() -> None:
    data = drawn(
        (60, 100, "El Gobierno anunció el martes estas tres medidas para el campo andaluz:"),
        (70, 112, "• Una ayuda de mil euros por hectárea para todos los olivares que"),
        (80, 124, "hayan perdido la cosecha."),
        (70, 136, "• Un crédito."),
        (70, 148, "3. Una ley."),
    )
    assert read(data).source_text == (
        "El Gobierno anunció el martes estas tres medidas para el campo andaluz:\n\n- Una ayuda de mil euros por"
        " hectárea para todos los olivares que hayan perdido la cosecha.\n- Un crédito.\n3. Una ley.\n"
    )


def test_a_number_that_ends_a_sentence_is_no_item() -> None:
    data = drawn(
        (60, 100, "El portavoz recordó que la última reunión del Consejo fue el pasado día"),
        (60, 112, "16. Nadie quiso decir cuándo será la próxima."),
    )
    assert len(texts(data)) == 1


def test_a_table_of_contents_is_left_out() -> None:
    data = drawn((60, 100, "La ley de aguas . . . . . . . . . . 12"), (60, 140, "El presidente calla."))
    assert texts(data) == ["El presidente calla."]


def test_a_bold_line_of_the_bodys_size_is_a_heading() -> None:
    bold = ParagraphStyle("bold", parent=BODY, fontName="Times-Bold")
    document = read(pdf([Paragraph(FIRST, BODY), Paragraph("La ley de aguas", bold), Paragraph(SECOND, BODY)]))
    assert [p.kind for p in document.paragraphs] == [ParagraphKind.BODY, ParagraphKind.HEADING, ParagraphKind.BODY]


def test_a_drop_cap_belongs_to_its_word() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setFont("Times-Roman", 30)
    canvas.drawString(60, HEIGHT - 120, "E")
    canvas.setFont("Times-Roman", 10)
    canvas.drawString(80, HEIGHT - 108, "l presidente dijo el martes que no habrá elecciones este año, según las")
    canvas.drawString(80, HEIGHT - 120, "fuentes del Gobierno que pidieron no ser nombradas en la crónica.")
    canvas.save()
    assert texts(out.getvalue())[0].startswith("El presidente dijo el martes")


def test_a_watermark_that_stands_askew_is_left_out() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setFont("Times-Roman", 10)
    canvas.drawString(60, HEIGHT - 100, "El presidente calla.")
    canvas.rotate(45)
    canvas.drawString(400, 100, "BORRADOR")
    canvas.save()
    assert texts(out.getvalue()) == ["El presidente calla."]


def test_metadata_that_makes_sense() -> None:
    story = [Paragraph(FIRST, BODY)]
    metadata = read(pdf(story, title="Sin elecciones", author="Ana Pérez")).metadata
    assert (metadata.title, metadata.author) == ("Sin elecciones", "Ana Pérez")
    assert not read(pdf(story, title="Microsoft Word - nota.doc", author="anonymous")).metadata.known()


def test_the_day_on_which_the_file_was_made_is_no_date_of_publication() -> None:
    data = pdf([Paragraph(FIRST, BODY)])
    assert b"/CreationDate" in data
    assert read(data).metadata.date is None


def test_a_line_of_a_column_below_a_wide_headline_ends_no_paragraph() -> None:
    data = drawn(
        (60, 100, "El Supremo confirma la condena al exalcalde por el caso Acuarela y otros"),
        (60, 140, "La Sala ha confirmado la condena al exalcalde Julián"),
        (60, 152, "Muñoz-Ledesma por cohecho, y el ministro denunció el"),
        (60, 164, "“fraude” de la empresa, según la nota que dio ayer la"),
        (60, 176, "Agencia Tributaria en Málaga."),
        (60, 188, "Los demás acusados callan."),
        sizes=(20,),
    )
    assert texts(data)[1:] == [
        "La Sala ha confirmado la condena al exalcalde Julián Muñoz-Ledesma por cohecho, y el ministro denunció el"
        " “fraude” de la empresa, según la nota que dio ayer la Agencia Tributaria en Málaga.",
        "Los demás acusados callan.",
    ]


def test_short_lines_that_begin_with_a_capital_stay_apart() -> None:
    data = drawn(
        (60, 100, "El Supremo ha confirmado la condena al exalcalde de la ciudad por cohecho y otros delitos,"),
        (60, 112, "y los demás acusados callan."),
        (60, 124, "Ana Pérez"),
        (60, 136, "Madrid"),
    )
    assert texts(data)[1:] == ["Ana Pérez", "Madrid"]


def test_the_head_and_foot_of_a_single_page_are_left_out() -> None:
    data = drawn(
        (60, 24, "EL DIARIO DE LA MESA — lunes 19 de mayo de 2025"),
        (290, 820, "1"),
        (60, 100, "El Supremo ha confirmado la condena al exalcalde de la ciudad por cohecho y por otros delitos."),
        (60, 700, "* La sentencia aún no es firme."),
        sizes=(8, 8, 10, 8),
    )
    assert [text[:20] for text in texts(data)] == ["El Supremo ha confir", "La sentencia aún no "]


def test_a_large_line_in_the_margin_is_text() -> None:
    data = drawn((60, 30, "Condena firme"), (60, 100, "El Supremo ha confirmado la condena."), sizes=(20, 10))
    assert len(texts(data)) == 2


def test_a_scan_without_a_text_layer_says_what_to_do() -> None:
    from PIL import Image

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for _ in range(2):
        canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, WIDTH, HEIGHT)
        canvas.drawString(10, 10, "CamScanner")
        canvas.showPage()
    canvas.save()
    with pytest.raises(UnreadableFormatError) as error:
        read(out.getvalue())
    assert str(error.value) == (
        "nota.pdf: a PDF document that cannot be read: it has no text layer (scanned pages?): run it through an OCR"
        " program such as OCRmyPDF first"
    )


def test_a_single_page_without_text_is_noted() -> None:
    document = read(pdf([Paragraph(FIRST, BODY), PageBreak(), Spacer(1, 1), PageBreak(), Paragraph(SECOND, BODY)]))
    assert document.notes == ["pages without a text layer, left out: 2"]


def test_a_password_says_so_unless_it_is_empty() -> None:
    story = [Paragraph(FIRST, BODY)]
    with pytest.raises(UnreadableFormatError, match="protected by a password"):
        read(pdf(story, encrypt=StandardEncryption("secreto")))
    assert texts(pdf(story, encrypt=StandardEncryption("", "dueño"))) == [FIRST]


def test_damage_says_so() -> None:
    with pytest.raises(UnreadableFormatError, match="damaged"):
        read(b"%PDF-1.7\nnada")


def test_without_the_library_the_what_to_install_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(MissingLibraryError, match=r"pip install pypdfium2"):
        read(b"%PDF-1.7")


def test_a_pdf_is_recognised_by_its_mark() -> None:
    assert READER.recognises(b"%PDF-1.4", "x")
    assert READER.recognises(b"\n" * 1000 + b"%PDF-1.4", "x")
    assert not READER.recognises(b"\n" * 1024 + b"%PDF-1.4", "nota.pdf")
    assert not READER.recognises(b"Un PDF", "nota.pdf")


REAL = pdf([Paragraph(FIRST, BODY)])


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(arbitrary(b"%PDF-1.4\n"), damaged(REAL)))
def test_no_bytes_raise_anything_but_our_errors(data: bytes) -> None:
    read_or_refuse(READER, data, "nota.pdf")


def test_a_file_cut_off_anywhere_is_read_or_refused() -> None:
    for length in range(0, len(REAL), 97):
        try:
            document = READER.read(REAL[:length], "nota.pdf")
        except TsumError as error:
            assert "\n" not in str(error)
        else:
            assert document.paragraphs
