"""The indexes: valid whatever documents say of themselves."""

from __future__ import annotations

import json
import tempfile
from html.parser import HTMLParser
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.batch.index import indexed_run, listed_outputs, write_indexes
from translate_pipeline.state import DocumentState

HOSTILE = "\"><script>alert('1')</script><a href=javascript:alert(2)>&amp;\ud800\0\n"


class Elements(HTMLParser):
    """Collects what a browser would find."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name == "href"]


def document(text: str, failed: bool = False) -> DocumentState:
    """A document of which everything that its author decides is one text."""
    facts = dict.fromkeys(("title", "original_title", "date", "source", "author", "url"), text)
    facts |= {"source_language": "es", "words": "3", "to_check": "1"}
    reason = text if failed else None
    return DocumentState(text, "c", "s", "failed" if failed else "done", text, ("a-1.md",), facts, reason)


def written(folder: Path, *documents: DocumentState) -> tuple[list[dict[str, object]], Elements]:
    write_indexes(folder, documents, "1.0", 7)
    page = Elements((folder / "index.html").read_text(encoding="utf-8"))
    found: list[dict[str, object]] = json.loads((folder / "index.json").read_text(encoding="utf-8"))["documents"]
    return found, page


def test_hostile_texts_are_inert(tmp_path: Path) -> None:
    _, plain = written(tmp_path, document("a"), document("b", failed=True))
    rows, page = written(tmp_path, document(HOSTILE), document(HOSTILE, failed=True))
    assert (page.tags, page.attributes) == (plain.tags, plain.attributes)
    assert page.links == ["./a-1.md", "./a-1.md"]
    assert [row["status"] for row in rows] == ["done", "failed"]
    assert rows[0]["title"] == HOSTILE.replace("\ud800", "?")


@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_any_text(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        rows, page = written(Path(folder), document(text), document(text, failed=True))
        assert len(rows) == 2
        assert page.links == ["./a-1.md", "./a-1.md"]


def test_names_of_files_are_quoted_in_links(tmp_path: Path) -> None:
    state = DocumentState("i", "c", "s", "done", "n", ("a/javascript:x#?%41.md",), {"earlier_files": ["b.md"]})
    _, page = written(tmp_path, state)
    assert page.links == ["./a/javascript%3Ax%23%3F%2541.md", "./b.md"]


def test_no_documents(tmp_path: Path) -> None:
    assert written(tmp_path)[0] == []


def test_the_run_that_indexes_were_written_after(tmp_path: Path) -> None:
    assert indexed_run(tmp_path) is None
    write_indexes(tmp_path, [], "1.0", 7)
    assert indexed_run(tmp_path) == 7
    (tmp_path / "index.html").unlink()
    assert indexed_run(tmp_path) is None
    write_indexes(tmp_path, [], "1.0", 8)
    (tmp_path / "index.json").write_text("[]", encoding="utf-8")
    assert indexed_run(tmp_path) is None


def test_a_title_stands_with_the_name_of_its_file(tmp_path: Path) -> None:
    same = [DocumentState(n, "c", "s", "done", f"in/{n}.txt", facts={"title": "Senate"}) for n in "ab"]
    written(tmp_path, *same)
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    for name in "ab":
        assert f'<strong>Senate</strong><br><span class="file">in/{name}.txt</span>' in page


def test_the_outputs_that_an_index_lists(tmp_path: Path) -> None:
    earlier = {"earlier_files": ["old.md"], "title": '\n{"name": 1}'}
    failed = DocumentState("j", "c", "s", "failed", "m", ("b.md",), {"earlier_files": ["older.md"]}, "no")
    written(tmp_path, DocumentState("i", "c", "s", "done", "n", ("x/a.md",), earlier), failed)
    assert listed_outputs(tmp_path) == frozenset({"x/a.md", "old.md", "b.md", "older.md"})


def test_an_index_of_somebody_else_lists_nothing(tmp_path: Path) -> None:
    assert listed_outputs(tmp_path) is None
    for text in ("", "{", '{"documents": []}', '{"run": 1, "tsum": "1"\n{"name": 1}\n', '{"run": 1,\n{"name"'):
        (tmp_path / "index.json").write_text(text, encoding="utf-8")
        assert listed_outputs(tmp_path) is None
