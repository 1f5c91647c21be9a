from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from tests.readers.html_pages import article, page
from translate_pipeline.metadata import Metadata
from translate_pipeline.readers.html_metadata import page_metadata

ADDRESS = "https://www.diario.example/politica/noticia.html"


def _metadata(head: str, body: str = "", address: str | None = None) -> Metadata:
    return page_metadata(document_fromstring(page(body or article(), head)), address)


def test_open_graph_and_meta_tags_are_read() -> None:
    head = f"""<title>El titular de la noticia | El Diario</title>
    <meta property="og:site_name" content="El Diario"><meta name="author" content="Por Ana Pérez">
    <meta property="og:title" content="El titular de la noticia | El Diario">
    <meta property="og:url" content="{ADDRESS}"><meta name="date" content="2024-10-16">"""
    assert _metadata(head) == Metadata("El titular de la noticia", "2024-10-16", "Ana Pérez", "El Diario", ADDRESS)


def test_linked_data_is_read() -> None:
    head = """<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
    "headline": "El titular",
    "author": [{"@type": "Person", "name": "Ana Pérez"}, {"@type": "Person", "name": "Luis Gil"}],
    "publisher": {"@type": "Organization", "name": "El Diario"},
    "datePublished": "2024-10-16T08:30:00+02:00"}</script>"""
    found = _metadata(head)
    assert (found.title, found.author, found.source) == ("El titular", "Ana Pérez, Luis Gil", "El Diario")
    assert found.date == "2024-10-16T08:30:00+02:00"


def test_the_headline_is_the_title_where_nothing_else_says_it() -> None:
    assert _metadata("").title == "El titular de la noticia"


def test_a_page_that_says_nothing_has_only_its_headline() -> None:
    assert _metadata("").known() == {"title": "El titular de la noticia"}


def test_the_address_it_was_fetched_from_is_the_last_to_count() -> None:
    found = _metadata("", address=ADDRESS + "?utm=1")
    assert (found.url, found.source) == (ADDRESS + "?utm=1", "diario.example")
    assert _metadata(f'<link rel="canonical" href="{ADDRESS}">', address=ADDRESS + "?utm=1").url == ADDRESS


def test_a_relative_canonical_link_is_joined() -> None:
    head = '<link rel="canonical" href="/politica/otra.html#x">'
    assert _metadata(head, address=ADDRESS).url == "https://www.diario.example/politica/otra.html"
    assert _metadata(head).url is None


@pytest.mark.parametrize(
    "href",
    [
        "https://www.diario.example/",
        "https://www.diario.example",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "http://localhost/n",
        "http://127.0.0.1/n",
        "http://10.0.0.7/n",
        "http://ana:secreto@diario.example/n",
        "https://diario.example/%s" % ("x" * 3000),
        "https://diario.example/a b",
        "http://[",
        "{{ url }}",
        "",
    ],
)
def test_an_address_that_no_article_has_is_not_believed(href: str) -> None:
    head = f'<link rel="canonical" href="{href}"><meta property="og:url" content="{href}">'
    assert _metadata(head).url is None
    assert _metadata(head, address=ADDRESS).url == ADDRESS


def test_the_base_of_a_page_is_not_its_address() -> None:
    assert _metadata('<base href="https://www.diario.example/seccion/">').url is None


@pytest.mark.parametrize("author", ["https://facebook.com/ana", "redaccion@diario.example", "x " * 200, "1 2"])
def test_what_is_no_name_is_no_author(author: str) -> None:
    assert _metadata(f'<meta name="author" content="{author}">').author is None
