from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.document import Document
from translate_pipeline.errors import FetchError, TsumError, UnreadableFormatError
from translate_pipeline.readers import document_from_text
from translate_pipeline.readers.collections.base import CollectionOptions, Entry
from translate_pipeline.readers.collections.opml import OpmlCollection


def opml(outlines: str) -> bytes:
    return f'<?xml version="1.0"?><opml version="2.0"><head/><body>{outlines}</body></opml>'.encode()


def load() -> Document:
    return document_from_text("Texto.", "x")


def entries_at(address: str) -> Iterator[Entry]:
    if "broken" in address:
        raise FetchError(f"{address}: status 500")
    yield Entry(address + "#1", address + "#1", load)
    yield Entry(address + "#2", address + "#2", load)


def entries(data: bytes, name: str = "feeds.opml") -> list[Entry]:
    return list(OpmlCollection().entries(io.BytesIO(data), name, CollectionOptions(entries_at=entries_at)))


def test_recognises_its_root_only() -> None:
    assert OpmlCollection().recognises(opml(""), "x")
    assert OpmlCollection().recognises(b'<!-- made by x -->\n<OPML version="1.1">', "x")
    assert not OpmlCollection().recognises(b"El formato <opml> sirve para listas.", "x.opml")


def test_feeds_nested_and_named_twice_are_read_once_in_order() -> None:
    data = opml(
        '<outline text="Diarios"><outline text="A" xmlUrl="https://a.example/rss"/><outline text="Grupo">'
        '<outline xmlURL="feed://b.example/rss"/></outline></outline><outline xmlUrl="https://a.example/rss"/>'
        '<outline text="nota"/>'
    )
    assert [entry.name for entry in entries(data)] == [
        "https://a.example/rss#1", "https://a.example/rss#2", "http://b.example/rss#1", "http://b.example/rss#2"
    ]  # fmt: skip


def test_a_bare_ampersand_in_an_address() -> None:
    data = opml('<outline xmlUrl="https://a.example/?a=1&b=2&amp;copy=3"/>')
    assert entries(data)[0].name == "https://a.example/?a=1&b=2&copy=3#1"


def test_a_feed_that_fails_does_not_stop_the_others() -> None:
    data = opml('<outline xmlUrl="https://broken.example/"/><outline xmlUrl="https://a.example/"/>')
    failed, good, _ = entries(data)
    assert failed.name == "https://broken.example/"
    with pytest.raises(FetchError, match="status 500"):
        failed.load()
    assert good.load().source_text == "Texto."


def test_files_beside_the_list_are_read_and_others_refused(tmp_path: Path) -> None:
    (tmp_path / "lists" / "sub").mkdir(parents=True)
    (tmp_path / "lists" / "sub" / "a.xml").write_text("x")
    (tmp_path / "secret.xml").write_text("x")
    (tmp_path / "lists" / "link.xml").symlink_to(tmp_path / "secret.xml")
    name = str(tmp_path / "lists" / "feeds.opml")
    data = opml('<outline xmlUrl="sub/a.xml"/>')
    assert entries(data, name)[0].name == str(tmp_path / "lists" / "sub" / "a.xml") + "#1"
    for address in ("../secret.xml", "link.xml", "/etc/passwd", "file:///etc/passwd", "sub", "none.xml", "ftp://a/b"):
        [refused] = entries(opml(f'<outline xmlUrl="{address}"/>'), name)
        with pytest.raises(UnreadableFormatError, match="neither a web address nor a file beside the list"):
            refused.load()


def test_a_list_from_the_web_names_no_files(tmp_path: Path) -> None:
    data = opml('<outline xmlUrl="/rss.xml"/><outline xmlUrl="file:///etc/passwd"/>')
    found = entries(data, "https://a.example/lists/feeds.opml")
    assert found[0].name == "https://a.example/rss.xml#1"
    with pytest.raises(UnreadableFormatError):
        found[2].load()


def test_lists_that_list_each_other_end() -> None:
    def lists(address: str) -> Iterator[Entry]:
        other = "https://b.example/" if address == "https://a.example/" else "https://a.example/"
        options = CollectionOptions(entries_at=lists)
        return OpmlCollection().entries(io.BytesIO(opml(f'<outline xmlUrl="{other}"/>')), address, options)

    [entry] = lists("https://a.example/")
    with pytest.raises(UnreadableFormatError, match="lists itself"):
        entry.load()


def test_entities_are_refused() -> None:
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    data = f'<!DOCTYPE opml [<!ENTITY a0 "aaa">{bomb}]><opml><body><outline text="x" xmlUrl="&a11;"/></body></opml>'
    with pytest.raises(UnreadableFormatError):
        entries(data.encode())


@pytest.mark.parametrize("data", [b"", opml(""), opml("<outline"), opml("")[:-9], opml("<outline>" * 5000)])
def test_a_list_that_cannot_be_read_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFormatError, match=r"feeds\.opml: an OPML list of feeds that cannot be read"):
        entries(data)


def test_a_list_over_the_limit_is_refused() -> None:
    with pytest.raises(UnreadableFormatError, match="larger than 10 MB"):
        entries(opml(" " * (10 << 20)))


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for whole in (data, opml("").replace(b"</body>", b'<outline xmlUrl="' + data + b'"/></body>')):
        try:
            assert entries(whole)
        except TsumError as error:
            assert "feeds.opml" in str(error)
