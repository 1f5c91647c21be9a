from __future__ import annotations

import gzip
import io
import tracemalloc
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.document import Document
from translate_pipeline.errors import FetchError, TsumError, UnreadableFormatError
from translate_pipeline.metadata import Metadata
from translate_pipeline.readers import document_from_text
from translate_pipeline.readers.collections.base import CollectionOptions, Entry
from translate_pipeline.readers.collections.sitemap import SitemapCollection

NAMESPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
)


def urlset(urls: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?><urlset {NAMESPACES}>{urls}</urlset>'.encode()


def index(*addresses: str) -> bytes:
    listed = "".join(f"<sitemap><loc>{address}</loc></sitemap>" for address in addresses)
    return f"<sitemapindex {NAMESPACES}>{listed}</sitemapindex>".encode()


def load() -> Document:
    return document_from_text("Texto.", "x")


def entry_at(address: str) -> Entry:
    return Entry(address, address, load)


def entries(data: bytes, web: dict[str, bytes] | None = None, name: str = "sitemap.xml") -> Iterator[Entry]:
    def entries_at(address: str) -> Iterator[Entry]:
        if not web or address not in web:
            raise FetchError(f"{address}: status 404")
        return entries(web[address], web, address)

    options = CollectionOptions(entry_at=entry_at, entries_at=entries_at)
    return SitemapCollection().entries(io.BytesIO(data), name, options)


def test_recognises_its_roots_gzip_or_not() -> None:
    known = SitemapCollection().recognises
    assert known(urlset(""), "x")
    assert known(index(), "x")
    assert known(gzip.compress(urlset("<url/>" * 50_000))[: 1 << 16], "x.gz")
    assert not known(b"<html><urlset></html>", "sitemap.xml")
    assert not known(b"\x1f\x8b\x08broken", "sitemap.xml.gz")
    assert not known(gzip.compress(b"Un texto sobre <urlset>."), "x.gz")


def test_pages_with_their_dates_and_what_the_news_extension_says() -> None:
    data = urlset(
        "<url><loc> https://a.example/1?a=1&amp;b=2\n</loc><lastmod>2024-10-17</lastmod><news:news><news:publication>"
        "<news:name>El Diario</news:name><news:language>es</news:language></news:publication>"
        "<news:publication_date>2024-10-16T08:30:00+02:00</news:publication_date>"
        "<news:title>Título &amp;quot;uno&amp;quot;</news:title></news:news></url>"
        "<url><loc>https://a.example/2</loc><lastmod>2024-10-18</lastmod></url>"
    )
    first, second = entries(data)
    assert (first.name, first.date) == ("https://a.example/1?a=1&b=2", "2024-10-16T08:30:00+02:00")
    assert first.load().metadata == Metadata('Título "uno"', first.date, None, "El Diario", first.name)
    # The day of the last change is not the day of publication.
    assert (second.date, second.load().metadata.date) == ("2024-10-18", None)


def test_gzip_is_read() -> None:
    assert [e.name for e in entries(gzip.compress(urlset("<url><loc>https://a.example/1</loc></url>")))] == [
        "https://a.example/1"
    ]


def test_an_index_is_followed_and_a_sitemap_that_fails_does_not_stop_the_others() -> None:
    web = {"https://a.example/b.xml": urlset("<url><loc>https://a.example/1</loc></url>")}
    failed, page = entries(index("https://a.example/none.xml", "https://a.example/b.xml"), web)
    with pytest.raises(FetchError, match="404"):
        failed.load()
    assert page.load().source_text == "Texto."


def test_indexes_are_followed_two_levels_deep_and_loops_end() -> None:
    web = {f"https://a.example/{n}.xml": index(f"https://a.example/{n + 1}.xml") for n in range(9)}
    [deep] = entries(index("https://a.example/0.xml"), web)
    with pytest.raises(UnreadableFormatError, match=r"https://a\.example/2\.xml: .*2 levels deep"):
        deep.load()
    web = {"https://a.example/i.xml": index("https://a.example/i.xml")}
    [loop] = entries(web["https://a.example/i.xml"], web, "https://a.example/i.xml")
    with pytest.raises(UnreadableFormatError, match="lists itself"):
        loop.load()


@pytest.mark.parametrize("address", ["", "/etc/passwd", "file:///etc/passwd", "javascript:x"])
def test_what_is_no_web_address_fails_alone(address: str) -> None:
    data = urlset(f"<url><loc>{address}</loc></url><url><loc>https://a.example/1</loc></url>")
    failed, page = entries(data)
    with pytest.raises(UnreadableFormatError, match=r"its address 1, .* is no web address"):
        failed.load()
    assert page.name == "https://a.example/1"


def test_a_sitemap_that_breaks_off_gives_what_it_has() -> None:
    data = urlset("<url><loc>https://a.example/1</loc></url>" * 3)[:-20]
    *pages, failed = entries(data)
    assert len(pages) == 2
    with pytest.raises(UnreadableFormatError, match=r"sitemap\.xml: .*line 1"):
        failed.load()


@pytest.mark.parametrize("data", [b"", b"<urlset", b"\x1f\x8b\x08broken", gzip.compress(urlset(""), mtime=0)[:40]])
def test_a_broken_sitemap_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFormatError, match=r"sitemap\.xml: a sitemap that cannot be read"):
        list(entries(data))


def test_entities_are_refused() -> None:
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    data = b'<!DOCTYPE urlset [<!ENTITY a0 "aaa">' + bomb.encode() + b"]>" + urlset("<url><loc>&a11;</loc></url>")[38:]
    with pytest.raises(UnreadableFormatError, match="declares entities"):
        list(entries(data))


def test_addresses_over_the_protocols_limit_are_left_out_and_memory_stays_small() -> None:
    data = urlset("".join(f"<url><loc>https://a.example/{n}</loc></url>" for n in range(50_010)))
    tracemalloc.start()
    count, last = 0, None
    for entry in entries(data):
        count, last = count + 1, entry
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 50_001
    assert peak < 2_000_000
    assert last is not None
    with pytest.raises(UnreadableFormatError, match="more than 50000 addresses"):
        last.load()


def test_a_bomb_is_refused() -> None:
    with pytest.raises(UnreadableFormatError, match="expand more than"):
        list(entries(gzip.compress(urlset(("<!--" + " " * (1 << 20) + "-->") * 60))))
    with pytest.raises(UnreadableFormatError, match="larger than 50 MB"):
        list(entries(urlset(("<!--" + " " * (1 << 20) + "-->") * 60)))
    with pytest.raises(UnreadableFormatError, match="holds more than 10000 others"):
        list(entries(urlset("<url>" + "<a/>" * 20_000 + "</url>")))


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for whole in (data, urlset("")[:-9] + data, gzip.compress(urlset(""))[:50] + data):
        try:
            assert all(entry.name for entry in entries(whole))
        except TsumError as error:
            assert "sitemap.xml" in str(error)
