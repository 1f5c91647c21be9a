"""From what a user names to entries."""

from __future__ import annotations

import io
import json
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.local_web import Answer, serve
from translate_pipeline.errors import FetchError, InputError, TsumError
from translate_pipeline.readers.sources import Sources

TEXT = "El alcalde habló el martes con los vecinos de la ciudad.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with texts in it."""
    for name in ("a.txt", "b.txt", "sub/c.txt", ".hidden.txt", "d.part", "[1] nota.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(*inputs: str) -> list[str]:
    return [entry.name for entry in Sources().entries(inputs)]


def test_files_folders_and_patterns(folder: Path) -> None:
    assert names("a.txt", "sub") == ["a.txt", "sub/c.txt"]
    assert names(".") == ["[1] nota.txt", "a.txt", "b.txt", "sub/c.txt"]
    assert names("?.txt") == ["a.txt", "b.txt"]
    assert names("**/*.txt") == ["[1] nota.txt", "a.txt", "b.txt", "sub/c.txt"]
    assert names("[1] nota.txt") == ["[1] nota.txt"]


def test_identities_are_absolute_however_paths_are_written(folder: Path) -> None:
    written = ("a.txt", "./a.txt", "sub/../a.txt", str(folder / "a.txt"), f"../{folder.name}/a.txt")
    assert {entry.identity for entry in Sources().entries(written)} == {str(folder / "a.txt")}


def test_a_file_is_read_and_fingerprinted_when_it_is_asked_for(folder: Path) -> None:
    (entry,) = Sources().entries(["a.txt"])
    assert entry.fingerprint is not None
    before = entry.fingerprint()
    (folder / "a.txt").write_text("Otra cosa.\n", encoding="utf-8")
    assert entry.fingerprint() != before
    assert entry.load().source_text == "Otra cosa.\n"
    (folder / "a.txt").unlink()
    for ask in (entry.fingerprint, entry.load):
        with pytest.raises(InputError, match="no such file"):
            ask()


@pytest.mark.parametrize("text", ["missing.txt", "*.docx", "a\0b", "x" * 5000, "sub/[", "a.txt/b"])
def test_what_is_not_there_is_an_entry_that_fails(folder: Path, text: str) -> None:
    found = list(Sources().entries([text, "a.txt"]))
    assert [entry.name for entry in found] == [text, "a.txt"]
    with pytest.raises(TsumError) as caught:
        found[0].load()
    assert int(caught.value.exit_code) == 8
    assert "\n" not in str(caught.value)


def test_the_rows_of_an_archive(folder: Path) -> None:
    rows = [{"id": "x", "text": TEXT, "titular": "Uno"}, {"text": TEXT}]
    (folder / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    first, second = Sources().entries(["a.jsonl"])
    assert (first.name, first.identity) == ("a.jsonl:1", f"{folder}/a.jsonl#x")
    assert (second.name, second.identity) == ("a.jsonl:2", f"{folder}/a.jsonl#2")
    (other,) = [entry for entry in Sources(text_column="titular").entries(["a.jsonl"]) if entry.identity.endswith("x")]
    assert other.load().source_text.startswith("Uno")


def test_standard_input(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def given(data: bytes) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))

    given(TEXT.encode())
    (entry,) = Sources().entries(["-"])
    assert (entry.name, entry.load().source_text) == ("standard input", TEXT)
    given(json.dumps({"text": TEXT}).encode() * 1)
    assert [entry.name for entry in Sources().entries(["-"])] == ["standard input:1"]


def test_a_pipe(folder: Path) -> None:
    os.mkfifo("pipe")
    assert Sources().count(["pipe", "a.txt"]) is None
    writer = threading.Thread(target=lambda: (folder / "pipe").write_text(TEXT * 4000, encoding="utf-8"))
    writer.start()
    (entry,) = Sources().entries(["pipe"])
    writer.join()
    assert entry.load().source_text == TEXT * 4000


def test_an_address_is_fetched_once(folder: Path) -> None:
    with serve(
        {"/a.txt": Answer(TEXT.encode("latin-1"), headers={"Content-Type": "text/plain", "ETag": '"1"'})}
    ) as site:
        sources = Sources(allow_private=True)
        (entry,) = sources.entries([f"{site.address}a.txt"])
        document = entry.load()
        assert (document.source_text, document.metadata.url) == (TEXT, f"{site.address}a.txt")
        assert site.asked.count("/a.txt") == 1
        assert {url: given.etag for url, given in sources.new_validators.items()} == {f"{site.address}a.txt": '"1"'}
        site.answers["/a.txt"] = Answer(status=304)
        again = Sources(allow_private=True, validators=sources.new_validators)
        assert list(again.entries([f"{site.address}a.txt"])) == []
        assert again.new_validators == sources.new_validators


def test_an_address_that_fails(folder: Path) -> None:
    with serve() as site:
        for sources in (Sources(), Sources(allow_private=True)):
            (entry,) = sources.entries([f"{site.address}nowhere"])
            with pytest.raises(FetchError):
                entry.load()
            assert sources.new_validators == {}


def _opml(folder: Path) -> str:
    (folder / "list.opml").write_text(
        '<opml version="2.0"><body><outline xmlUrl="http://127.0.0.1:9/"/></body></opml>', encoding="utf-8"
    )
    return "list.opml"


def _sitemap(folder: Path) -> str:
    (folder / "map.xml").write_text(
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://a.example/</loc></url></urlset>",
        encoding="utf-8",
    )
    return "map.xml"


@pytest.mark.parametrize("make", [_opml, _sitemap])
def test_nothing_is_fetched_to_count(folder: Path, make: Callable[[Path], str]) -> None:
    assert Sources(allow_private=True).count([make(folder)]) is None


def test_counting(folder: Path) -> None:
    (folder / "a.jsonl").write_text("{}\n{}\n", encoding="utf-8")
    assert Sources().count(["a.jsonl", "sub", "?.txt", "missing.txt"]) == 6
    assert Sources().count(["a.txt", "https://a.example/"]) is None
    assert Sources().count(["-"]) is None
