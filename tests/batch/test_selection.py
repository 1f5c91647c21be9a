"""Which documents a run deals with, case by case."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest

from translate_pipeline.batch.options import BatchOptions
from translate_pipeline.batch.selection import Chosen, Selection
from translate_pipeline.errors import FetchError, InputError, TsumError, UnreadableFormatError
from translate_pipeline.readers import document_from_text
from translate_pipeline.readers.collections.base import Entry
from translate_pipeline.readers.collections.failed_entry import failed_entry
from translate_pipeline.state import DocumentState, JobState, StateStore

DAMAGED = UnreadableFormatError("a", "a PDF", "it is damaged")
UNREACHED = FetchError("a: no answer")
MISSING = InputError("a: no such file")


class Heard:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.stages: list[str] = []

    def event(self, stage: str, document: str | None = None, milliseconds: float | None = None, **facts: Any) -> None:
        """Remembers the stage."""
        self.stages.append(stage)


class Shelf:
    """A job's folder and state, on which selections are made."""

    def __init__(self, folder: Path, store: StateStore) -> None:
        self.folder, self.state, self.heard = folder, JobState(store, str(folder)), Heard()

    def chosen(self, *entries: Entry, settings: str = "s", **options: Any) -> list[Chosen]:
        """What is chosen among entries."""
        made = BatchOptions(self.folder, **options)
        return [*Selection(self.state, lambda status: f"{settings} {status}", made, self.heard).choose(entries)]

    def keep(self, chosen: Chosen, error: TsumError | None = None) -> None:
        """Records that a document was done, or failed."""
        name = f"{chosen.entry.identity}.md"
        state = DocumentState(chosen.entry.identity, chosen.content, "s done", "done", chosen.entry.name, (name,))
        if error is None:
            (self.folder / name).touch()
        else:
            reason, code = str(error), int(error.exit_code)
            state = replace(state, status="failed", settings="s failed", outputs=(), reason=reason, exit_code=code)
        self.state.record(state, 1)


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    """An empty one."""
    store = StateStore(tmp_path / "state.sqlite")
    yield Shelf(tmp_path, store)
    store.close()


def entry(text: str = "Hola.", identity: str = "a", date: str | None = None) -> Entry:
    return Entry(identity, identity, lambda: document_from_text(text, identity), date)


def test_an_identity_is_chosen_once(shelf: Shelf) -> None:
    assert len(shelf.chosen(entry("Uno."), entry("Dos."), entry("Uno.", "b"))) == 2
    assert shelf.heard.stages == ["read", "skip", "read"]


def test_what_is_done_is_chosen_again_where_something_has_changed(shelf: Shelf) -> None:
    shelf.keep(shelf.chosen(entry())[0])
    assert shelf.chosen(entry()) == []
    assert len(shelf.chosen(entry("Otra."))) == 1
    assert shelf.chosen(entry("Otra."), only_new=True) == []
    assert len(shelf.chosen(entry(), settings="others")) == 1
    assert len(shelf.chosen(entry(), again=True)) == 1
    (shelf.folder / "a.md").unlink()
    assert len(shelf.chosen(entry())) == 1


@pytest.mark.parametrize("only_new", [False, True])
@pytest.mark.parametrize(("error", "again"), [(DAMAGED, 0), (UNREACHED, 1), (MISSING, 1)])
def test_failures_are_tried_again_where_another_run_may_find_them_mended(
    shelf: Shelf, error: TsumError, again: int, only_new: bool
) -> None:
    failing = failed_entry("a", "a", error)
    shelf.keep(shelf.chosen(failing, only_new=only_new)[0], error)
    assert len(shelf.chosen(failing, only_new=only_new)) == again
    assert len(shelf.chosen(failing, only_new=only_new, retry_failed=True)) == 1
    assert len(shelf.chosen(entry(), only_new=only_new)) == (again if only_new else 1)
    with pytest.raises(type(error)):
        shelf.chosen(failing, retry_failed=True)[0].entry.load()


def test_a_failure_is_news_if_the_content_or_the_reason_is_another(shelf: Shelf) -> None:
    content = ["one"]

    def failing(error: TsumError = DAMAGED) -> Entry:
        return replace(failed_entry("a", "a", error), fingerprint=lambda: content[0])

    shelf.keep(shelf.chosen(failing())[0], DAMAGED)
    assert shelf.chosen(failing()) == []
    content[0] = "two"
    assert len(shelf.chosen(failing())) == 1
    without = failed_entry("b", "b", DAMAGED)
    shelf.keep(shelf.chosen(without)[0], DAMAGED)
    assert shelf.chosen(without) == []
    assert len(shelf.chosen(failed_entry("b", "b", UnreadableFormatError("b", "a PDF", "protected")))) == 1


@pytest.mark.parametrize(
    ("date", "chosen"),
    [
        ("2024-10-16", True),
        ("2024-10-15", False),
        ("2024-10-16T12:00:00Z", True),
        ("2024-10-16T11:59:59Z", False),
        ("2024-10-16T11:00:00-03:00", True),
        ("2024-10-16T12:00:00", True),
        ("no date", True),
        (None, True),
    ],
)
def test_since(shelf: Shelf, date: str | None, chosen: bool) -> None:
    noon = datetime(2024, 10, 16, 12, tzinfo=timezone.utc)
    assert len(shelf.chosen(entry(date=date), since=noon)) == chosen


def test_since_goes_by_what_the_document_says_then_by_the_file(shelf: Shelf, tmp_path: Path) -> None:
    path, noon = tmp_path / "a.txt", datetime(2024, 10, 16, 12, tzinfo=timezone.utc)
    path.touch()
    for days, expected in ((-1, 0), (1, 1), (40_000, 1)):
        os.utime(path, (noon.timestamp() + 86_400 * days,) * 2)
        assert len(shelf.chosen(entry(identity=str(path)), since=noon)) == expected
    dated = document_from_text("Hola.", "a")
    dated.metadata = replace(dated.metadata, date="2020-01-01")
    assert shelf.chosen(replace(entry(identity=str(path)), load=lambda: dated), since=noon) == []


def test_a_document_is_read_once_and_not_at_all_if_its_fingerprint_is_known(shelf: Shelf) -> None:
    loads = list[str]()

    def load() -> Any:
        loads.append("a")
        return document_from_text("Hola.", "a")

    made = Entry("a", "a", load, fingerprint=lambda: "f")
    (chosen,) = shelf.chosen(made)
    chosen.entry.load()
    assert (len(loads), chosen.content) == (1, "f")
    shelf.keep(chosen)
    assert shelf.chosen(made) == []
    assert len(loads) == 1


def test_own_outputs_are_no_inputs(shelf: Shelf) -> None:
    shelf.keep(shelf.chosen(entry())[0])
    inside = [str(shelf.folder / name) for name in ("a.md", "index.json", "index.html", "x-0123456789ab.v2.md")]
    assert shelf.chosen(*(entry(identity=path) for path in inside)) == []
    others = [str(shelf.folder / "b.md"), str(shelf.folder.parent / "a.md"), "https://a.example/index.html"]
    assert len(shelf.chosen(*(entry(identity=name) for name in others))) == 3
