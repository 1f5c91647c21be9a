from __future__ import annotations

import logging
import time
import warnings

import pytest
from hypothesis import given, settings

from tests.readers.hostile_bytes import arbitrary, damaged, read_or_refuse
from tests.readers.html_pages import BOILERPLATE, LAST, LEAD, SECOND, THIRD, article, page
from translate_pipeline.document import Document, ParagraphKind
from translate_pipeline.errors import EmptyInputError, UnreadableFormatError
from translate_pipeline.readers.html import HtmlReader

WHOLE = page(
    article("<h2>Uno</h2><table><tr><td>a<td>b</table><ul><li>c</ul><p>a <time>b</time> <q>c</q></p>"),
    '<meta charset=utf-8><link rel=canonical href="https://a.example/2024/10/16/x">'
    '<meta name="date" content="2024-10-16">'
    '<script type="application/ld+json">{"@type": "NewsArticle", "author": [{"name": "Ana P"}]}</script>',
)


def _read(markup: str, name: str = "noticia.html") -> Document:
    return HtmlReader().read(markup.encode(), name)


def _lines(markup: str) -> list[str]:
    return [paragraph.prefix + paragraph.text for paragraph in _read(markup).paragraphs]


# What is a page


@pytest.mark.parametrize(
    "start",
    [
        "<!DOCTYPE html><html><head><title>x</title>",
        "<!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>\n<HTML>",
        "\n\n <html lang='es'><body>",
        "<head><meta charset=utf-8>",
        "<body class='x'><p>Hola",
        "<!-- guardada de la red --><!doctype html><title>x</title>",
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">\n<html>',
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_page_is_recognised_by_its_beginning(start: str, encoding: str) -> None:
    assert HtmlReader().recognises(start.encode(encoding), "descarga")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Hola.",
        b"El elemento <html> abre una p\xc3\xa1gina y <body> su cuerpo.",
        b"<html> es el elemento que abre una p\xc3\xa1gina.",
        b"# T\xc3\xadtulo\n\n<p>Markdown con <b>HTML</b></p>",
        b"<div align=center>README</div>",
        b'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>',
        b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>',
        b'<opml version="2.0"><head><title>x</title></head><body>',
        b"<header>x</header>",
        b"%PDF-1.4 <html><head>",
        b"<!doctype htmlx><p>",
        b"\x89PNG",
    ],
)
def test_what_is_no_page_is_not_recognised(data: bytes) -> None:
    assert not HtmlReader().recognises(data, "descarga.txt")


def test_a_name_settles_what_the_beginning_does_not() -> None:
    fragment = b"<div><p>Hola a todos.</p></div>"
    assert HtmlReader().recognises(fragment, "a/noticia.HTML")
    assert HtmlReader().recognises(fragment, "https://diario.example/noticia.html?x=1")
    assert HtmlReader().recognises(b"Warning: php\n<html><body>", "noticia.htm")
    assert not HtmlReader().recognises(fragment, "noticia.txt")
    assert not HtmlReader().recognises(b"Hola.", "noticia.html")


# The article


def test_an_article_is_read_without_what_is_around_it() -> None:
    lines = _lines(page(article()))
    assert lines == ["# El titular de la noticia", LEAD, SECOND, THIRD, LAST]


def test_headings_lists_and_quotations_keep_their_marks() -> None:
    inside = """<h2>Un ladillo</h2><ul><li>Primer punto de la lista.</li><li>Segundo punto.</li></ul>
    <ol><li>Primero va esto.</li><li>Luego va lo otro.</li></ol>
    <blockquote><p>Esto es una cita larga.</p><p>Con dos párrafos enteros.</p></blockquote>"""
    lines = _lines(page(article(inside)))
    assert lines[3:-2] == [
        "## Un ladillo",
        "- Primer punto de la lista.",
        "- Segundo punto.",
        "1. Primero va esto.",
        "2. Luego va lo otro.",
        "> Esto es una cita larga.",
        "> Con dos párrafos enteros.",
    ]


def test_a_row_of_a_table_is_a_line_and_takes_no_part_in_summaries() -> None:
    table = """<table><tr><th>Partido</th><th>Votos</th></tr><tr><td>PSOE</td><td>7.760.970</td></tr>
    <tr><td>Nota</td><td>El recuento acabó a las doce de la noche.</td></tr></table>"""
    paragraphs = _read(page(article(table))).paragraphs[3:6]
    assert [(p.text, p.kind) for p in paragraphs] == [
        ("Partido | Votos", ParagraphKind.ASIDE),
        ("PSOE | 7.760.970", ParagraphKind.ASIDE),
        ("Nota | El recuento acabó a las doce de la noche.", ParagraphKind.ASIDE),
    ]


def test_a_table_that_lays_out_the_page_gives_paragraphs() -> None:
    cells = f"<table><tr><td><p>{LEAD}</p><p>{SECOND}</p></td><td><p>{THIRD}</p><p>{LAST}</p></td></tr></table>"
    assert _lines(page(cells)) == [LEAD, SECOND, THIRD, LAST]


def test_no_word_of_a_sentence_is_lost_or_joined() -> None:
    sentence = (
        'El <time datetime="1936-07-18">18 de julio</time> de <b>1936</b> dijo <q>no pasarán</q> la'
        ' <a href="/x">líder</a>'
        " <em>comu</em>nista de 41 años en los 20 m<sup>2</sup> de la sede, donde había <del>10</del> 12 personas."
    )
    assert (
        "El 18 de julio de 1936 dijo “no pasarán” la líder comunista de 41 años en los 20 m2 de la sede,"
        " donde había 12 personas."
    ) in _lines(page(article(f"<p>{sentence}</p>")))


def test_text_beside_paragraphs_is_not_lost() -> None:
    loose = f'<div>{LEAD} Y <a href="/x">más</a>.<p>{SECOND}</p>{THIRD}<p>{LAST}</p></div>'
    assert _lines(f"<html><body>{loose}</body></html>") == [f"{LEAD} Y más.", SECOND, THIRD, LAST]


def test_line_breaks_end_paragraphs_where_they_end_sentences() -> None:
    old = f"<div>{LEAD}<br><br>{SECOND}<br>\n<br />{THIRD}<br>{LAST} Un verso<br>partido en dos.</div>"
    assert _lines(f"<html><body>{old}</body></html>") == [LEAD, SECOND, THIRD, f"{LAST} Un verso partido en dos."]


@pytest.mark.parametrize(
    "pointer",
    [
        'Lee también: <a href="/x">Otra cosa que pasó</a>',
        '<a href="/x">Te puede interesar</a>',
        "Publicidad",
        "Síguenos en <a href='https://x.example'>Facebook</a>",
        "Etiquetas: vivienda, Gobierno",
        "Más información:",
    ],
)
def test_pointers_to_other_pages_are_left_out(pointer: str) -> None:
    assert _lines(page(article(f"<p>{pointer}</p>"))) == ["# El titular de la noticia", LEAD, SECOND, THIRD, LAST]


@pytest.mark.parametrize(
    "text",
    [
        "Ver más allá de las cifras es difícil, dice el informe.",
        "Publicidad y propaganda son dos cosas distintas.",
        "Compartir es vivir, decía el lema de la campaña.",
    ],
)
def test_sentences_that_begin_like_pointers_stay(text: str) -> None:
    assert text in _lines(page(article(f"<p>{text}</p>")))


def test_a_caption_stands_in_its_place_and_takes_no_part_in_summaries() -> None:
    figure = '<figure><img src="a.jpg"><figcaption>El ministro, ayer. <i>EFE</i></figcaption></figure>'
    paragraphs = _read(page(article(figure))).paragraphs
    assert [p.text for p in paragraphs[2:5]] == [SECOND, "El ministro, ayer. EFE", THIRD]
    assert paragraphs[3].kind is ParagraphKind.ASIDE


def test_captions_of_other_articles_are_left_out() -> None:
    figure = "<figure><figcaption>El ministro, ayer.</figcaption></figure>"
    aside = f"<aside>{figure}</aside><div class=related><p>Otra</p>{figure}</div>"
    assert not any("ministro" in line for line in _lines(page(article() + aside)))


@pytest.mark.parametrize(
    "tag", ['h2 class="subtitle"', 'p class="article-subtitulo"', 'h2 itemprop="alternativeHeadline standfirst"']
)
def test_a_standfirst_follows_the_headline(tag: str) -> None:
    standfirst = f"<{tag}>Hacienda prorrogará las cuentas de 2023</{tag.split()[0]}>"
    body = f"<p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p><p>{LAST}</p>"
    lines = _lines(
        page(f"<article><header><h1>El titular de la noticia</h1>{standfirst}</header><div>{body}</div></article>")
    )
    assert [line.lstrip("# ") for line in lines[:3]] == [
        "El titular de la noticia",
        "Hacienda prorrogará las cuentas de 2023",
        LEAD,
    ]
    assert len([line for line in lines if "Hacienda" in line]) == 1


@pytest.mark.parametrize("name", ["ad advertisement", "publicidad-interior", "sponsored", "adsbygoogle"])
def test_an_advertisement_within_the_article_is_left_out(name: str) -> None:
    advertisement = f'<div class="{name}"><p>¡Compra ya tu coche nuevo desde 199 € al mes!</p></div>'
    assert _lines(page(article(advertisement)))[1:] == [LEAD, SECOND, THIRD, LAST]


def test_an_article_that_is_named_after_the_advertisements_beside_it_stays() -> None:
    assert _lines(page(f'<div class="has-ad">{article()}</div>'))[1:] == [LEAD, SECOND, THIRD, LAST]


# Paywalls

NOTICE = "<h3>Contenido exclusivo para suscriptores</h3><p>Para seguir leyendo este artículo, suscríbete desde 1 €.</p>"
NOT_FREE_DATA = (
    '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "isAccessibleForFree": "False"}]}</script>'
)


@pytest.mark.parametrize("notice", [f'<div class="paywall">{NOTICE}</div>', NOTICE])
def test_the_note_of_a_paywall_is_no_text_but_a_note(notice: str) -> None:
    document = _read(page(article(notice)))
    assert [p.text for p in document.paragraphs[1:]] == [LEAD, SECOND, THIRD, LAST]
    assert document.notes == ["the article is behind a paywall: this page holds only its beginning"]


def test_what_only_subscribers_can_read_is_text() -> None:
    document = _read(page(article(f'<div class="paywall"><p>{LEAD[::-1]}</p></div>'), NOT_FREE_DATA))
    assert LEAD[::-1] in [p.text for p in document.paragraphs]
    assert document.notes == ["the page says that the article is for subscribers: its text may end early"]


def test_a_page_with_nothing_but_the_note_says_so() -> None:
    with pytest.raises(UnreadableFormatError, match="behind a paywall: open it in a browser as a subscriber"):
        _read(page(f"<article><h1>El titular</h1>{NOTICE}</article>"))


def test_news_about_subscribers_are_news() -> None:
    news = "<p>El diario superó los 100.000 suscriptores, que pagan para leer noticias exclusivas.</p>"
    assert not _read(page(article(news))).notes


def test_a_byline_is_one() -> None:
    document = _read(page(article().replace("</h1>", '</h1><p>Por <a href="/ana">Ana Pérez</a></p>')))
    assert [(p.text, p.kind) for p in document.paragraphs][1] == ("Por Ana Pérez", ParagraphKind.BYLINE)


def test_a_short_note_is_read_without_menus() -> None:
    note = "<h1>Dimite el ministro</h1><p>El ministro de Hacienda ha dimitido esta tarde.</p><p>Habrá relevo hoy.</p>"
    lines = _lines(page(note))
    assert lines == [
        "# Dimite el ministro",
        "El ministro de Hacienda ha dimitido esta tarde.",
        "Habrá relevo hoy.",
    ]
    assert not any(word in line for word in BOILERPLATE for line in lines)


def test_metadata_travels_with_the_document() -> None:
    head = '<meta property="og:site_name" content="El Diario"><meta name="date" content="2024-10-16">'
    metadata = _read(page(article(), head), "https://diario.example/n.html").metadata
    assert metadata.known() == {
        "title": "El titular de la noticia",
        "date": "2024-10-16",
        "source": "El Diario",
        "url": "https://diario.example/n.html",
    }


def test_the_title_of_the_metadata_heads_a_text_without_one() -> None:
    body = article().replace("<h1>El titular de la noticia</h1>", "")
    lines = _lines(page(body, '<meta property="og:title" content="Otro titular para la red">'))
    assert lines[:2] == ["# Otro titular para la red", LEAD]


def test_a_document_does_not_depend_on_those_before_it() -> None:
    markup = page(article())
    first = _read(markup)
    for _ in range(5):
        again = _read(markup)
        assert (again.source_text, again.metadata) == (first.source_text, first.metadata)


@pytest.mark.parametrize("charset", [None, "iso-8859-1"])
def test_the_encoding_is_found_and_told(charset: str | None) -> None:
    document = HtmlReader(charset=charset).read(page(article()).encode("cp1252"), "n.html")
    assert document.encoding == "cp1252"
    assert THIRD in document.source_text


# What is no article


def test_nothing_is_empty() -> None:
    for data in (b"", b" \n", b"\xef\xbb\xbf"):
        with pytest.raises(EmptyInputError):
            HtmlReader().read(data, "n.html")


@pytest.mark.parametrize(
    "body",
    [
        "",
        '<div id="root"></div><noscript>Activa JavaScript para ver esta página de noticias.</noscript>',
        "<form><label>Usuario</label><input><button>Entrar</button></form>",
        '<div><a href="/">Inicio</a> <a href="/d">Deportes</a> <a href="/e">Economía</a></div>',
        "<script>document.write('<p>Una noticia que solo existe en un programa y en ningún párrafo.</p>')</script>",
        "<frameset><frame src='a.html'></frameset>",
        "<h1>404</h1>",
    ],
)
def test_a_page_without_an_article_is_said_to_have_none(body: str) -> None:
    with pytest.raises(UnreadableFormatError) as caught:
        _read(page(body))
    assert str(caught.value) == (
        "noticia.html: an HTML page that cannot be read: there is no article text in it:"
        " open it in a browser and save its text"
    )


# Damaged and hostile pages


def test_a_script_of_ten_megabytes_is_passed_over_in_two_seconds() -> None:
    _read(page(article()))
    script = "<script>" + "var a = '<p>No es texto del artículo.</p>';" * 250_000 + "</script>"
    assert len(script) > 10_000_000
    started = time.process_time()
    lines = _lines(page(article(script), script))
    assert time.process_time() - started < 2
    assert lines == ["# El titular de la noticia", LEAD, SECOND, THIRD, LAST]


@pytest.mark.parametrize("tag", ["div", "span", "b", "blockquote", "ul><li", "table><tr><td", "p"])
@pytest.mark.parametrize("depth", [300, 3000, 50_000])
def test_deep_nesting_hides_no_text(tag: str, depth: int) -> None:
    started = time.process_time()
    text = " ".join(_lines(f"<html><body>{f'<{tag}>' * depth}<p>{LEAD}</p><p>{SECOND}</p></body></html>"))
    assert LEAD in text
    assert SECOND in text
    assert time.process_time() - started < 10


def test_nesting_that_cannot_be_undone_is_said_to_hold_no_article() -> None:
    with pytest.raises(UnreadableFormatError):
        _read("<html><body>" + "<unknown>" * 5000 + f"<p>{LEAD}</p>")


@pytest.mark.parametrize(
    "many",
    [
        "<tr><td>Uno</td><td>2</td></tr>",
        "<li>Punto de la lista que dice algo.",
        "<b>Algo</b> que decir. ",
        "<sup>Algo</sup> que decir. ",
        '<a href="/x">Algo</a> que decir. ',
        '<time datetime="2020-01-01">x</time>',
        '<div class="date">x',
        "<h2>Algo</h2><p>que decir.</p>",
    ],
)
def test_time_does_not_grow_with_the_square_of_the_elements(many: str) -> None:
    started = time.process_time()
    assert LEAD in _read(page(f"{article()}<div>{many * 8000}</div>")).source_text
    assert time.process_time() - started < 15


def test_broken_markup_and_nul_bytes_do_no_harm() -> None:
    broken = f'<!DOCTYPE html><html><body><article><h1>El titular</p><p>{LEAD}<p class=">{SECOND}</b></i><p>{THIRD}<p'
    assert LEAD in _read(broken).source_text
    data = page(article()).replace("<p>", "<p>\0").replace("vivienda", "vivi\0enda").encode()
    text = HtmlReader().read(data, "n.html").source_text
    assert LEAD in text
    assert "\0" not in text


def test_an_xml_declaration_of_another_encoding_does_no_harm() -> None:
    markup = '<?xml version="1.0" encoding="utf-16"?>' + page(article())
    assert LEAD in _read(markup).source_text


def test_characters_that_are_none_do_no_harm() -> None:
    inside = "<p title='&#1;'>Las cuentas&#x1;de&#0;la&#xFFFF;villa&#99999999;no cuadran.\f\ufffe</p>"
    head = '<meta name="date" content="2024-10-16&#1;"><meta a="x" 1<2="y" name="x&#2;" content="&#3;">'
    assert "Las cuentas de la villa no cuadran." in _lines(page(article(inside), head))


@settings(max_examples=60)
@given(arbitrary(b"<!doctype html><html><body>") | damaged(WHOLE.encode()))
def test_no_bytes_are_stumbled_over(data: bytes) -> None:
    read_or_refuse(HtmlReader(), data, "n.html")


def test_an_unknown_zone_is_no_matter_for_the_user() -> None:
    head = '<meta name="date" content="2024-10-16 08:30:00 XYZT">'
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        _read(page(article(), head))
    assert caught == []


def test_nothing_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    _read(page(article()))
    with pytest.raises(UnreadableFormatError):
        _read(page(""))
    assert [record for record in caplog.records if not record.name.startswith("charset")] == []
