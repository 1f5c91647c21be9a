from __future__ import annotations

import pytest
from hypothesis import given, settings

from tests.readers.hostile_bytes import arbitrary, damaged, read_or_refuse
from translate_pipeline.document import Document, ParagraphKind
from translate_pipeline.errors import EmptyInputError
from translate_pipeline.readers import read_bytes
from translate_pipeline.readers.rtf import RtfReader

READER = RtfReader()
HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fcharset204{\*\falt Sans}Times Cyr;}}"
    r"{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\*\cs9 Fuerte;}}"
)


def rtf(body: str, head: str = HEAD) -> bytes:
    return f"{head}{body}}}".encode("ascii")


def read(data: bytes) -> Document:
    return READER.read(data, "nota.rtf")


def text(body: str) -> str:
    return read(rtf(body)).source_text


def test_paragraphs_letters_and_quotation_marks() -> None:
    body = (
        r"\f0 El presidente no acudi\'f3.\par Dijo: \ldblquote S\u237\'ed\rdblquote\~y\line se fue \emdash  solo.\par"
    )
    assert text(body) == "El presidente no acudió.\n\nDijo: “Sí” y se fue — solo.\n"


def test_letters_of_other_alphabets_and_emoji() -> None:
    assert text(r"\f1\'cc\'ee\f0  \u-10179?\u-8704? \uc0\u1050 \uc2\u1080\'a8\'b9!\par") == "Мо 😀 Ки!\n"


def test_headings_by_style_and_by_bold() -> None:
    document = read(
        rtf(r"\pard\s1 Sin elecciones\par\pard\s0 El presidente calla.\par{\b Las razones}\par Son dos.\par")
    )
    assert [(p.prefix, p.text, p.kind) for p in document.paragraphs] == [
        ("# ", "Sin elecciones", ParagraphKind.HEADING),
        ("", "El presidente calla.", ParagraphKind.BODY),
        ("## ", "Las razones", ParagraphKind.HEADING),
        ("", "Son dos.", ParagraphKind.BODY),
    ]


def test_items_of_lists() -> None:
    body = (
        r"{\listtext\f0 \'b7\tab}Una ayuda.\par{\listtext \'b7\tab}Un cr\'e9dito.\par"
        r"{\pntext 2.\tab}Una ley.\par\pard Fin.\par"
    )
    assert text(body) == "- Una ayuda.\n- Un crédito.\n2. Una ley.\n\nFin.\n"


def test_rows_of_tables_are_lines() -> None:
    row = r"\trowd\cellx1\cellx2\pard\intbl {\b A\'f1o}\cell\pard\intbl Muertos\cell\row\pard"
    layout = r"\trowd\cellx1\pard\intbl Uno\par Dos\cell\row\pard"
    assert text(rf"{row}\trowd\pard\intbl 2021\cell 316\cell\row{layout} Fin.\par") == (
        "Año | Muertos\n2021 | 316\n\nUno\n\nDos\n\nFin.\n"
    )


def test_notes_stand_at_the_end() -> None:
    body = (
        r"La final{\super\chftn}{\*\footnote{\super\chftn} En Breslavia.\par} no es hoy"
        r"{\footnote\ftnalt\pard Seg\'fan la UEFA.}.\par Nada.\par"
    )
    assert text(body) == "La final no es hoy.\n\nNada.\n\n[1] En Breslavia.\n[2] Según la UEFA.\n"


def test_links_and_text_boxes_are_read() -> None:
    body = (
        r'Lo dice {\field{\*\fldinst HYPERLINK "https://x.example"}{\fldrslt El Diario}}.\par'
        r"{\shp{\*\shpinst{\sp{\sn fill}{\sv 1}}{\shptxt\pard Recuadro.\par}}{\shprslt Recuadro.}}"
    )
    assert text(body) == "Lo dice El Diario.\n\nRecuadro.\n"


def test_what_no_reader_sees_is_left_out() -> None:
    body = (
        r"{\header Cabecera\par}{\footer\'a1P\'e1g. 1!\par}{\*\generator Word 1;}{\pict\wmetafile8 0123abcd}"
        r"El presidente{\v oculto}{\deleted borrado}{\*\atnid X}{\*\annotation nota} ca\-lla.\par"
    )
    assert text(body) == "El presidente calla.\n"


def test_a_picture_in_binary_form_is_passed_over() -> None:
    data = rtf(r"Antes.\par")[:-1] + rb"{\pict\bin7 }{\par }}" + rb" Despu\'e9s.\par}"
    assert read(data).source_text == "Antes.\n\nDespués.\n"


def test_the_title_and_author_that_are_stated() -> None:
    document = read(
        rtf(r"{\info{\title Sin elecciones}{\author Ana P\'e9rez}{\creatim\yr2019\mo1\dy2}}El presidente calla.\par")
    )
    assert document.metadata.title == "Sin elecciones"
    assert document.metadata.author == "Ana Pérez"
    assert document.metadata.date is None


def test_rtf_is_recognised_by_its_beginning() -> None:
    assert READER.recognises(b"\xef\xbb\xbf{\\rtf1 a}", "nota.doc")
    assert not READER.recognises(b"El formato {\\rtf1} es viejo.", "nota.rtf")
    assert read_bytes(rtf(r"El presidente calla.\par"), "nota.doc").source_text == "El presidente calla.\n"


@pytest.mark.parametrize("data", [b"{\\rtf1", b"{\\rtf1\\ansi\\par}", b"{\\rtf1 {\\pict 00}}"])
def test_a_file_without_text_says_so(data: bytes) -> None:
    with pytest.raises(EmptyInputError):
        read(data)


def test_groups_without_end_and_braces_without_beginning_are_read() -> None:
    assert read(b"{\\rtf1 Uno.\\par}}} Dos." + b"{" * 100_000).source_text == "Uno.\n\nDos.\n"


WHOLE = rtf(
    r"\pard\s1 T\'edtulo\par{\listtext 1.}a{\footnote b}\cell c\cell\row{\*\shpinst{\shptxt d}}\u-10179?\u-8704?\par"
)


@settings(deadline=None)
@given(arbitrary(b"{\\rtf1") | damaged(WHOLE))
def test_no_bytes_raise_anything_but_our_errors(data: bytes) -> None:
    read_or_refuse(READER, data, "nota.rtf")
