from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.readers.plain_text import document_from_text
from translate_pipeline.readers.wrapped_lines import unwrap

BODY = "El presidente dijo el martes que no habrá elecciones este año, según fuentes del Gobierno."
LONG = " ".join([BODY] * 3)
OTHER = (
    "La oposición, encabezada por el Centro Democrático, criticó la decisión y pidió explicaciones al Gobierno en la"
    " emisora Caracol Radio, que la entrevistó en Bogotá."
)


def wrapped(text: str, width: int = 72, first: str = "", rest: str = "") -> str:
    return textwrap.fill(text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_wrapped_paragraphs_are_joined(width: int) -> None:
    assert unwrap(f"\n{wrapped(LONG, width)}\n\n{wrapped(OTHER, width)}\n") == f"\n{LONG}\n\n{OTHER}\n"


def test_an_indented_line_begins_a_paragraph() -> None:
    text = f"{wrapped(LONG, first='    ')}\n{wrapped(OTHER, first='    ')}"
    assert unwrap(text) == f"    {LONG}\n    {OTHER}"


def test_a_text_that_is_indented_as_a_whole_keeps_its_indent() -> None:
    text = f"{wrapped(LONG, first='  ', rest='  ')}\n  \n{wrapped(OTHER, first='  ', rest='  ')}"
    assert unwrap(text) == f"  {LONG}\n  \n  {OTHER}"


def test_paragraphs_whose_first_line_hangs_out_are_told_apart() -> None:
    text = f"{wrapped(LONG, rest='    ')}\n{wrapped(OTHER, rest='    ')}"
    assert unwrap(text) == f"{LONG}\n{OTHER}"


def test_a_short_line_that_ends_a_sentence_ends_a_paragraph() -> None:
    assert unwrap(f"{wrapped(LONG)}\n{wrapped(OTHER)}") == f"{LONG}\n{OTHER}"


def test_lines_wrapped_by_their_bytes_are_joined() -> None:
    # As `fold -s -w 70` does, which counts quotation marks as three.
    text = "El ministro, Armando Benedetti, denunció un “fraude” y acusó al\n"
    text += "secretario del Senado, Diego González, de haber cerrado la votación\nantes de tiempo."
    assert "\n" not in unwrap(text)


def test_a_wire_story_keeps_its_slug_headline_and_signature() -> None:
    story = (
        "COLOMBIA ELECCIONES\n"
        "Petro no asistirá a la cumbre de la CELAC y enviará a la canciller Sarabia\n"
        "\n"
        "Bogotá, 14 may (EFE).- El presidente de Colombia, Gustavo Petro, no asistirá\n"
        "a la cumbre de la CELAC que se celebrará en Tegucigalpa el próximo 9 de abril\n"
        "y enviará en su lugar a la canciller, Laura Sarabia.\n"
        '    "No tengo por qué ir a donde no me invitan", dijo el mandatario en una en-\n'
        "trevista con la emisora Caracol Radio.\n"
        "    La oposición, encabezada por el Centro Democrático, criticó la decisión y\n"
        "pidió explicaciones al Gobierno. EFE\n"
        "jac/gpv\n"
        "(foto) (vídeo) (audio)\n"
    )
    assert unwrap(story) == (
        "COLOMBIA ELECCIONES\n"
        "Petro no asistirá a la cumbre de la CELAC y enviará a la canciller Sarabia\n"
        "\n"
        "Bogotá, 14 may (EFE).- El presidente de Colombia, Gustavo Petro, no asistirá a la cumbre de la CELAC que se"
        " celebrará en Tegucigalpa el próximo 9 de abril y enviará en su lugar a la canciller, Laura Sarabia.\n"
        '    "No tengo por qué ir a donde no me invitan", dijo el mandatario en una entrevista con la emisora Caracol'
        " Radio.\n"
        "    La oposición, encabezada por el Centro Democrático, criticó la decisión y pidió explicaciones al Gobierno."
        " EFE\n"
        "jac/gpv\n"
        "(foto) (vídeo) (audio)\n"
    )


def test_hyphens_that_belong_to_a_word_stay() -> None:
    text = (
        "La cumbre terminó el martes sin un acuerdo en el consejo cívico-\n"
        "militar, según la agencia que lo contó, y de la exministra Ana Muñoz-\n"
        "Ledesma, que recordó el decreto de 2019-\n"
        "2020 y no quiso hacer declaraciones a la prensa en su comparecen-\n"
        "cia."
    )
    joined = unwrap(text)
    assert "cívico-militar" in joined and "Muñoz-Ledesma" in joined and "2019-2020" in joined
    assert "comparecencia." in joined


def test_a_headline_of_two_lines_is_joined_where_the_rest_of_the_text_shows_the_width() -> None:
    headline = "El Senado de Colombia hunde la reforma laboral del presidente Gustavo\nPetro por 49 votos contra 47"
    assert unwrap(f"{headline}\n\n{wrapped(LONG)}") == f"{headline.replace(chr(10), ' ')}\n\n{LONG}"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{BODY}\n{BODY}\n", id="paragraphs of one line"),
        pytest.param("Compras:\n- pan\n- leche y una docena de huevos\n", id="a list"),
        pytest.param(
            "Estas son las medidas:\n- una ayuda de mil euros por hectárea de olivar en toda España\n"
            "- un crédito blando para las cooperativas de la provincia de Jaén\n- una ley",
            id="a list of long items",
        ),
        pytest.param("Uno\nDos\nTres", id="words"),
        pytest.param(
            "Volverán las oscuras golondrinas en tu balcón\nsus nidos a colgar,\ny otra vez con el ala a sus cristales"
            "\njugando llamarán;\npero aquellas que el vuelo refrenaban\ntu hermosura y mi dicha al contemplar,"
            "\naquellas que aprendieron nuestros nombres,\nesas… ¡no volverán!",
            id="a poem",
        ),
        pytest.param(
            "Ministerio de Hacienda y de la Función Pública\nSecretaría de Estado de Presupuestos y Gastos\n"
            "Calle de Alcalá, 9\n28014 Madrid\nEspaña",
            id="an address",
        ),
        pytest.param(
            "Provincia              Muertos     Heridos      Desaparecidos\n"
            "Castellón de la Plana  12          34           5\n"
            "Valencia y su comarca  123         345          67",
            id="a table",
        ),
        pytest.param(
            "id;titular;cuerpo de la noticia que se ha publicado\n1;Petro no viaja;El presidente no viajará a Madrid\n"
            "2;Boric gana;Gabriel Boric ganó con el 55,9 % de los votos",
            id="rows of data",
        ),
        pytest.param(
            "Corea del Norte lanza un misil hacia el mar de Japón hoy\nPor Juan Pérez de la Cruz\n\n" + BODY,
            id="a headline and a byline",
        ),
        pytest.param(
            "—¿Sabía usted que el ministro había pedido ese informe?\n—No, señoría. Nadie me dijo nada de ese informe,"
            "\n—¿Y el secretario de Estado, lo sabía él, o tampoco?",
            id="a dialogue",
        ),
    ],
)
def test_lines_that_were_not_wrapped_stay_as_they_are(text: str) -> None:
    assert unwrap(text) == text


def test_items_of_a_list_are_joined_each_by_itself() -> None:
    items = [f"- {OTHER}", f"- {BODY}"]
    text = "\n".join(wrapped(item, rest="  ") for item in items)
    assert unwrap(text) == "\n".join(items)


def test_an_insertion_and_a_number_at_the_beginning_of_a_line_begin_no_paragraph() -> None:
    text = (
        "El portavoz recordó en la rueda de prensa —la última que dio, y la\n"
        "—dijo— más breve, que la reunión del Consejo fue el pasado día\n"
        "16. Nadie quiso decir en qué lugar de la capital será la próxima ni a\n"
        "80."
    )
    assert "\n" not in unwrap(text)


def test_each_paragraph_of_a_document_is_one_line() -> None:
    document = document_from_text(f"{wrapped(LONG, first='    ')}\n{wrapped(OTHER, first='    ')}\n", "nota.txt")
    assert [(p.prefix, p.text) for p in document.paragraphs] == [("    ", LONG), ("    ", OTHER)]


@given(st.text(alphabet=st.sampled_from("ab .\n\t-*1#—¿«»\u00a0é;,"), max_size=400))
def test_no_letter_is_lost_but_hyphens_at_the_end_of_a_line(text: str) -> None:
    def letters(of: str) -> str:
        return "".join(letter for letter in of if not letter.isspace() and letter != "-")

    assert letters(unwrap(text)) == letters(text)
