from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from tests.readers.html_pages import LEAD, SECOND, article, page
from translate_pipeline.readers.html_date import publication_date

MOMENT = "2024-10-16T08:30:00+02:00"


def _date(body: str, head: str = "", url: str | None = None) -> str | None:
    return publication_date(document_fromstring(page(body, head)), url)


@pytest.mark.parametrize(
    "head",
    [
        f'<meta property="article:published_time" content="{MOMENT}">',
        f'<meta name="date" content="{MOMENT}">',
        f'<meta itemprop="datePublished" content="{MOMENT}">',
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "dateModified": "2024-10-18T01:00:00Z",'
        f' "datePublished": "{MOMENT}"}}</script>',
        f'<meta property="article:modified_time" content="2024-10-18T01:00:00Z">'
        f'<meta property="article:published_time" content="{MOMENT}">',
    ],
)
def test_the_moment_of_publication_is_read_from_metadata(head: str) -> None:
    assert _date(article(), head) == MOMENT


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f'<header><time datetime="{MOMENT}">hace 2 horas</time></header>', MOMENT),
        ('<time datetime="2024-10-16">16 oct 2024</time>', "2024-10-16"),
        ('<span class="fecha">16 de octubre de 2024</span>', "2024-10-16"),
        ('<p class="article-date">Publicado el 3 de setiembre del 2023, 09:15 h</p>', "2023-09-03"),
        ('<div class="published">16/10/2024</div>', "2024-10-16"),
    ],
)
def test_the_day_is_read_from_elements_that_are_marked_as_the_date(body: str, expected: str) -> None:
    assert _date(body + article()) == expected


def test_the_day_is_read_from_the_address() -> None:
    assert _date(article(), url="https://diario.example/2024/10/16/noticia.html") == "2024-10-16"


def test_metadata_counts_more_than_the_address() -> None:
    head = '<meta property="article:published_time" content="2024-10-17">'
    assert _date(article(), head, "https://diario.example/2024/10/16/noticia.html") == "2024-10-17"


@pytest.mark.parametrize(
    "inside",
    [
        "",
        "<p>El 18 de julio de 1936 empezó; el 2019-03-04 y el 04/05/2018 siguió, y en 2020 acabó.</p>",
        f'<p>{LEAD} El <time datetime="2011-05-15">15 de mayo</time> hubo protestas. {SECOND}</p>',
        '<figure><img src="/2015/03/04/foto.jpg"><figcaption>Foto del 4 de marzo de 2015</figcaption></figure>',
        '<aside><time datetime="2020-01-01">Otra noticia</time></aside>',
        '<div class="related-news"><span class="date">01/02/2020</span></div>',
        '<ul><li><time datetime="2020-01-01">1 ene</time> Otra noticia</li></ul>',
        '<span class="date-modified">18/10/2024</span>',
        '<span class="date">Actualizado el 18/10/2024</span>',
    ],
)
def test_a_page_without_a_date_of_publication_has_none(inside: str) -> None:
    assert _date(article(inside)) is None


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:modified_time" content="2024-10-18T01:00:00Z">',
        '<meta name="last-modified" content="2024-10-18">',
        '<meta name="date" content="2190-01-01">',
        '<meta name="date" content="0000-00-00">',
        '<script type="application/ld+json">{"dateModified": "2024-10-18"}</script>',
    ],
)
def test_days_of_changes_and_impossible_days_are_none(head: str) -> None:
    assert _date(article(), head) is None
