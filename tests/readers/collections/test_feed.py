from __future__ import annotations

import io
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate_pipeline.document import Document, ParagraphKind
from translate_pipeline.errors import FetchError, MissingLibraryError, TsumError, UnreadableFormatError
from translate_pipeline.metadata import Metadata
from translate_pipeline.readers import document_from_text
from translate_pipeline.readers.collections.base import CollectionOptions, Entry
from translate_pipeline.readers.collections.feed import FeedCollection
from translate_pipeline.readers.collections.feed_parser import parsed_feed
from translate_pipeline.readers.collections.feed_process import records_of_feed
from translate_pipeline.readers.collections.html_fragment import fragment_of, line_of_fragment

ADDRESS = "https://diario.example/rss"
HTML = """<p>El presidente visitó <b>Córdoba</b>.</p><h2>La visita</h2><ul><li>Habló con vecinos.</li></ul>
<script>alert(1)</script><img src="https://t.example/p.gif" width="1" alt="pixel">
<p>The post <a href="/1">Visita</a> appeared first on <a href="/">Diario</a>.</p>"""


def rss(items: str, channel: str = "<title>El Diario</title><link>https://diario.example/</link>") -> bytes:
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>{channel}{items}</channel></rss>'.encode()
    )


def item(**parts: str) -> str:
    return "<item>" + "".join(f"<{tag}>{text}</{tag}>" for tag, text in parts.items()) + "</item>"


def entries(data: bytes, options: CollectionOptions | None = None, name: str = ADDRESS) -> list[Entry]:
    return list(FeedCollection().entries(io.BytesIO(data), name, options or CollectionOptions()))


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def web(pages: dict[str, Callable[[], Document]]) -> CollectionOptions:
    return CollectionOptions(entry_at=lambda address: Entry(address, address, pages[address]))


def page(text: str, metadata: Metadata) -> Callable[[], Document]:
    def load() -> Document:
        document = document_from_text(text, "page")
        document.metadata = metadata
        return document

    return load


def unreachable() -> Document:
    raise FetchError("https://diario.example/1: status 403")


@pytest.mark.parametrize(
    ("head", "known"),
    [
        (b'<?xml version="1.0"?>\n<!-- a > b -->\n<rss version="2.0">', True),
        (b'\xef\xbb\xbf \n<feed xmlns="http://www.w3.org/2005/Atom">', True),
        (b'<a:feed xmlns:a="http://www.w3.org/2005/Atom">', True),
        ('<?xml version="1.0" encoding="utf-16"?><rss version="2.0">'.encode("utf-16"), True),
        (b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">', True),
        (b'<!DOCTYPE rss PUBLIC "-//x//DTD>//EN" "x" [<!ENTITY a "b>">]><rss version="0.91">', True),
        (b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">', False),
        (b"<feed><entry/></feed>", False),
        (b"<html><body><rss></rss></body></html>", False),
        ("El formato <rss version='2.0'> cumple años.".encode(), False),
        (b"<!-- <rss version='2.0'> -->", False),
        (b"", False),
    ],
)
def test_recognises_feeds_by_their_root(head: bytes, known: bool) -> None:
    assert FeedCollection().recognises(head, "x") is known


def test_an_entry_of_rss() -> None:
    [entry] = entries(
        rss(
            item(
                title="Visita a C&amp;oacute;rdoba",
                link="/n/1?a=1&amp;b=2",
                author="ana@diario.example (Ana Pérez)",
                guid="n-1",
                pubDate="Wed, 16 Oct 2024 08:30:00 +0200",
                description=f"<![CDATA[{HTML}]]>",
            ).replace("<guid>", '<guid isPermaLink="false">')
        )
    )
    assert entry.identity == f"{ADDRESS} n-1"
    assert entry.name == "https://diario.example/n/1?a=1&b=2"
    assert entry.date == "2024-10-16T08:30:00+02:00"
    document = entry.load()
    assert document.metadata == Metadata(
        "Visita a Córdoba", entry.date, "Ana Pérez", "El Diario", "https://diario.example/n/1?a=1&b=2"
    )
    assert texts(document) == [
        "Visita a Córdoba", "El presidente visitó Córdoba.", "La visita", "Habló con vecinos."
    ]  # fmt: skip
    assert [p.kind for p in document.paragraphs[::2]] == [ParagraphKind.HEADING] * 2
    assert document.paragraphs[3].prefix == "- "


def test_an_entry_of_atom() -> None:
    data = b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://b.example/blog/"><title>Blog</title>
    <id>tag:b.example,2024:f</id><entry><id>tag:b.example,2024:1</id><title type="html">Uno &amp;amp; dos</title>
    <link rel="enclosure" href="a.mp3"/><link href="uno.html"/><updated>2024-10-16T08:30:00Z</updated>
    <author><name>Ana</name></author><author><name>Luis</name></author>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Texto largo.</p><p>Otro.</p></div></content>
    <summary>Corto.</summary></entry></feed>"""
    [entry] = entries(data)
    assert entry.identity == "tag:b.example,2024:f tag:b.example,2024:1"
    assert entry.name == "https://b.example/blog/uno.html"
    assert entry.date == "2024-10-16T08:30:00+00:00"
    document = entry.load()
    assert (document.metadata.title, document.metadata.author) == ("Uno & dos", "Ana, Luis")
    assert texts(document) == ["Uno & dos", "Texto largo.", "Otro."]


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        ("Texto plano, con 1 &lt; 2 y AT&amp;T.", ["Texto plano, con 1 < 2 y AT&T."]),
        ("Primera línea.\n\nSegunda línea.", ["Primera línea.", "Segunda línea."]),
        ("&amp;lt;p&amp;gt;Dos veces.&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;Escapado.&amp;lt;/p&amp;gt;",
         ["Dos veces.", "Escapado."]),
        ("<![CDATA[Espa&ntilde;a&amp;nbsp;hoy.]]>", ["España hoy."]),
        ("<![CDATA[Uno largo.<br><br/>Dos.<br>Tres.]]>", ["Uno largo.", "Dos.", "Tres."]),
        ("<![CDATA[<div>Uno.<div>Dos <span>y</span><!-- no --> medio.</div>Tres.</div>]]>",
         ["Uno.", "Dos y medio.", "Tres."]),
        ("<![CDATA[<ol><li>Primero va.<li>Segundo va.</ol><blockquote>Cita fiel.</blockquote>]]>",
         ["Primero va.", "Segundo va.", "Cita fiel."]),
        ("<![CDATA[<p>Un resumen.</p><a href='x'>Seguir leyendo</a>]]>", ["Un resumen."]),
        ("<![CDATA[<p>Hecho. La entrada <a>Uno</a> se publicó primero en <a>Diario</a>.</p>]]>", ["Hecho."]),
        ("&lt;p&gt;Emoji &amp;#x1F600; aquí.&lt;/p&gt;", ["Emoji 😀 aquí."]),
    ],
)  # fmt: skip
def test_text_of_entries(description: str, expected: list[str]) -> None:
    [entry] = entries(rss(item(link="https://d.example/1", description=description)))
    assert texts(entry.load()) == expected


def test_the_fuller_text_is_taken() -> None:
    data = rss(item(link="https://d.example/1", description="Resumen breve.") + "").replace(
        b"</item>", b"<content:encoded><![CDATA[<p>El texto entero, que es largo.</p>]]></content:encoded></item>"
    ).replace(b"<rss ", b'<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" ')  # fmt: skip
    assert texts(entries(data)[0].load()) == ["El texto entero, que es largo."]


def test_an_entry_without_text_is_read_from_its_page() -> None:
    options = web({"https://d.example/1": page("Todo el texto.", Metadata(title="De la página"))})
    [entry] = entries(rss(item(title="Del canal", link="https://d.example/1", pubDate="2024-10-16")), options)
    document = entry.load()
    assert texts(document) == ["Todo el texto."]
    assert document.metadata == Metadata("De la página", "2024-10-16", None, "El Diario", "https://d.example/1")
    assert any("linked page" in note for note in document.notes)


def test_follow_takes_the_page_or_says_why_not() -> None:
    data = rss(item(link="https://d.example/1", description="Resumen.") + item(guid="2", description="Sin enlace."))
    options = web({"https://d.example/1": page("Todo el texto.", Metadata())})
    followed = CollectionOptions(follow=True, entry_at=options.entry_at)
    first, second = entries(data.replace(b"<guid>", b'<guid isPermaLink="false">'), followed)
    assert texts(first.load()) == ["Todo el texto."]
    assert any("no link" in note for note in second.load().notes)
    refused = CollectionOptions(follow=True, entry_at=web({"https://d.example/1": unreachable}).entry_at)
    document = entries(data, refused)[0].load()
    assert texts(document) == ["Resumen."]
    assert any("status 403" in note for note in document.notes)


def test_an_entry_with_nothing_to_read_fails_alone() -> None:
    data = rss(
        item(title="Nada") + item(title="Página", link="https://d.example/2") + item(guid="3", description="Texto.")
    )
    nothing, unread, good = entries(data)
    with pytest.raises(UnreadableFormatError, match="neither a text nor a link"):
        nothing.load()
    with pytest.raises(UnreadableFormatError, match=r"only a link to https://d\.example/2"):
        unread.load()
    assert texts(good.load()) == ["Texto."]
    with pytest.raises(FetchError):
        entries(data, web({"https://d.example/2": unreachable}))[1].load()


@pytest.mark.parametrize(
    "link", ["/etc/passwd", "file:///etc/passwd", "javascript:alert(1)", "http://[bad", "ftp://a/b"]
)
def test_only_web_pages_are_followed(link: str) -> None:
    data = rss(item(title="T", link=link), "<title>x</title>")
    [entry] = entries(data, web({}), name="feed.xml")
    with pytest.raises(UnreadableFormatError, match="neither a text nor a link"):
        entry.load()


def test_a_changed_entry_keeps_its_identity() -> None:
    [old] = entries(rss(item(guid="https://d.example/1", title="Antes", description="Uno.")))
    [new] = entries(rss(item(guid="https://d.example/1", title="Después", description="Dos.", pubDate="2024-10-16")))
    assert old.identity == new.identity
    assert texts(old.load()) != texts(new.load())


def test_identity_without_id_is_the_link_else_title_and_date() -> None:
    first, second, third = entries(
        rss(
            item(title="Uno", link="https://d.example/1", description="a b")
            + item(title="Dos", pubDate="2024-10-16", description="c d")
            + item(title="Dos", pubDate="2024-10-17", description="e f")
        )
    )
    assert first.identity == f"{ADDRESS} https://d.example/1"
    assert len({first.identity, second.identity, third.identity}) == 3
    assert entries(rss(item(title="Dos", pubDate="2024-10-16", description="g")))[0].identity == second.identity


def test_ids_that_several_articles_share_are_told_apart_by_their_links() -> None:
    same = (
        '<item><guid isPermaLink="false">0</guid><link>https://d.example/{0}</link>'
        "<description>Número {0}.</description></item>"
    )
    found = entries(rss(same.format(1) + same.format(2) + same.format(2)))
    assert [entry.identity for entry in found] == [f"{ADDRESS} 0 https://d.example/{n}" for n in (1, 2)]


def test_of_two_versions_the_newer_is_read() -> None:
    form = (
        "<entry><id>a:1</id><title>{0}</title><updated>2024-10-1{0}T00:00:00Z</updated>"
        "<summary>Versión {0}.</summary></entry>"
    )
    data = f'<feed xmlns="http://www.w3.org/2005/Atom"><id>f</id>{form.format(1)}{form.format(2)}</feed>'.encode()
    [entry] = entries(data)
    assert "Versión 2." in texts(entry.load())


@pytest.mark.parametrize(
    ("written", "declared"),
    [
        ("utf-8", "iso-8859-1"),
        ("utf-8", "windows-1252"),
        ("cp1252", "utf-8"),
        ("latin-1", "iso-8859-1"),
        ("utf-16", "utf-16"),
    ],
)
def test_encodings_that_are_declared_wrongly(written: str, declared: str) -> None:
    title = "España, año ñandú" if written == "latin-1" else "España, “año” ñandú"
    text = rss(item(title=title, description="El niño.")).decode().replace("utf-8", declared, 1)
    assert entries(text.encode(written))[0].load().metadata.title == title


def test_one_bad_byte_does_not_turn_the_rest_into_noise() -> None:
    data = rss(item(title="España, “año” ñandú", description="El ni\x00ño á é í.")).replace(b"\x00", b"\xff\x07")
    document = entries(data)[0].load()
    assert document.metadata.title == "España, “año” ñandú"


def test_emoji_as_halves_and_unknown_entities_do_not_lose_entries() -> None:
    found = entries(rss(item(title="A&#55357;&#56832;B&#0;", description="Uno.") + item(title="Espa&ntilde;a")))
    assert [entry.load().metadata.title for entry in found[:1]] == ["A😀B"]
    assert len(found) == 2


def test_a_feed_that_breaks_off_gives_what_it_has() -> None:
    data = rss("".join(item(guid=f"a:{n}", description=f"Texto número {n}.") for n in range(5)))
    with pytest.raises(UnreadableFormatError, match="breaks off within it"):
        entries(data[:-45])[-1].load()
    found = entries(data[: data.rindex(b"</item>")])
    assert len(found) == 5
    assert not found[0].load().notes
    assert any("breaks off" in note for note in found[-1].load().notes)


@pytest.mark.parametrize("data", [b"", b"<rss", b"<rss version='2.0'><channel><title>x", b"hola", b"<rss>" + bytes(50)])
def test_a_broken_feed_without_entries_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFormatError, match="an RSS or Atom feed that cannot be read"):
        entries(data)


def test_an_empty_feed_is_no_error() -> None:
    assert entries(rss("")) == []


def test_entities_do_not_grow_and_no_file_is_read() -> None:
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    doctype = f'<!DOCTYPE rss [<!ENTITY a0 "aaaaaaaaaa">{bomb}<!ENTITY file SYSTEM "file:///etc/passwd">]>\n'.encode()
    data = rss(item(guid="x:1", description="&a11;Texto. &file;")).replace(b"<rss", doctype + b"<rss", 1)
    [entry] = entries(data)
    text = entry.load().source_text
    assert len(text) < 1000
    assert "root:" not in text


def test_the_parser_never_fetches(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was made")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert [record["is_feed"] for record in parsed_feed(b"http://127.0.0.1:9/feed", "")] == [False]
    assert len(list(parsed_feed(rss(item(title="x")), "http://127.0.0.1:9/"))) == 2


def test_without_feedparser_the_what_to_install_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "feedparser", None)
    with pytest.raises(MissingLibraryError, match=r"pip install feedparser"):
        entries(rss(""))


def test_a_module_in_the_users_folder_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "feedparser.py").write_text("raise SystemExit('run')")
    monkeypatch.chdir(tmp_path)
    assert len(entries(rss(item(guid="a:1", description="Texto.")))) == 1


def test_a_large_feed_is_read_in_seconds() -> None:
    body = "<p>El presidente visitó la ciudad y habló con los vecinos.</p>" * 40
    data = rss("".join(item(guid=f"a:{n}", description=f"<![CDATA[{body}{n}]]>") for n in range(2000)))
    begun = time.monotonic()
    assert len(entries(data)) == 2000
    assert time.monotonic() - begun < 30


def test_a_feed_over_the_limit_is_refused() -> None:
    with pytest.raises(UnreadableFormatError, match="larger than 50 MB"):
        entries(b"<rss>" + b" " * (50 << 20))


def test_a_feed_that_takes_too_long_is_stopped() -> None:
    hostile = rss(item(author="a" * 300_000))
    begun = time.monotonic()
    with pytest.raises(UnreadableFormatError, match="stopped after 1 seconds"):
        list(records_of_feed(hostile, "", "x.xml", "a feed", seconds=1))
    assert time.monotonic() - begun < 20


@given(st.binary(max_size=300), st.sampled_from([b"", b"<rss>", b"<rss><channel><item><title>"]))
def test_the_parser_takes_any_bytes(data: bytes, before: bytes) -> None:
    records = list(parsed_feed(before + data, ""))
    assert records[0]["is_feed"] or len(records) == 1


@settings(max_examples=15)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        for entry in entries(b"<rss><channel><item><title>T</title><description>" + data):
            entry.load()
    except TsumError as error:
        assert str(error)


@given(st.text(max_size=300))
def test_any_text_in_an_entry_is_read(text: str) -> None:
    for fragment in (text, f"<p>{text}", f"<ul><li>{text}</p></ol><td>"):
        assert all(block.text.strip() for block in fragment_of(fragment).blocks)
    assert "\n" not in line_of_fragment(text)


def test_a_teaser_is_told_of_with_what_to_do() -> None:
    description = "El Senado rechazó la consulta con la que el preside… Leer más"
    linked, bare = entries(
        rss(
            item(title="Uno", link="https://diario.example/1", description=description)
            + item(title="Dos", description=description)
        )
    )
    assert linked.load().notes == ["the feed gives only the beginning of this entry: --follow fetches its page"]
    assert bare.load().notes == ["the feed gives only the beginning of this entry, and no link to the rest"]


@pytest.mark.parametrize("name", [ADDRESS, "noticias/feed.xml"])
def test_an_entry_without_a_link_is_called_by_its_feed_and_its_title(name: str) -> None:
    (entry,) = entries(rss(item(title="Uno")), name=name)
    assert entry.name == f"{name}: Uno"
    with pytest.raises(UnreadableFormatError) as error:
        entry.load()
    assert str(error.value).startswith(f"{name}: Uno: an entry of a feed that cannot be read")
