"""A run from Python: what is recorded, when it stops, where its output goes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.desk import article, small_package
from translate_pipeline.batch import Batch, BatchOptions, BatchResult
from translate_pipeline.batch.runner import common_root, job_name
from translate_pipeline.briefing.model import Briefing
from translate_pipeline.config import Settings
from translate_pipeline.document import Document
from translate_pipeline.errors import OutputError, UnreadableFormatError
from translate_pipeline.pipeline import Pipeline
from translate_pipeline.readers import document_from_text
from translate_pipeline.readers.collections.base import Entry
from translate_pipeline.readers.collections.failed_entry import failed_entry
from translate_pipeline.state import JobState, RunHistory, StateStore


class Deaf:
    """Listens to nothing."""

    def event(self, stage: str, document: str | None = None, milliseconds: float | None = None, **facts: Any) -> None:
        """Forgets it."""


class Workshop:
    """A folder, a state file and a pipeline."""

    def __init__(self, folder: Path) -> None:
        self.out, self.store = folder / "out", StateStore(folder / "state.sqlite")
        self.out.mkdir()
        self.pipeline = Pipeline(Settings(package=small_package(), default_glossary=False, source="es", threads=1))

    def run(
        self, entries: Iterable[Entry], *, stopped_after: int | None = None, root: Path | None = None, **options: Any
    ) -> BatchResult:
        """One run, which gets a signal after so many briefings."""
        made = list[Briefing]()
        batch = Batch(
            self.pipeline,
            BatchOptions(self.out, **options),
            self.store,
            Deaf(),
            made.append,
            lambda: stopped_after is not None and len(made) >= stopped_after,
        )
        run = RunHistory(self.store).begin("batch", job_name(self.out))
        return batch.run(entries, run, root)

    @property
    def outputs(self) -> list[str]:
        """Names of what was written beside the indexes."""
        files = (path for path in self.out.rglob("*") if path.is_file() and not path.name.startswith("index."))
        return sorted(path.relative_to(self.out).as_posix() for path in files)


@pytest.fixture
def workshop(tmp_path: Path) -> Iterator[Workshop]:
    """An empty one."""
    workshop = Workshop(tmp_path)
    yield workshop
    workshop.store.close()


def entry(number: int, identity: str | None = None) -> Entry:
    name = identity or f"https://a.example/{number}"
    return Entry(name, name, lambda: document_from_text(article(number, sentences=1), name))


def test_documents_are_recorded_as_they_are_done(workshop: Workshop) -> None:
    state = JobState(workshop.store, job_name(workshop.out))
    known = list[int]()

    def entries() -> Iterator[Entry]:
        for number in range(130):
            known.append(sum(1 for _ in state.documents()))
            yield entry(number)

    assert workshop.run(entries(), formats=("txt",)).done == 130
    # Those of a window are recorded before the next one is read.
    assert (known[63], known[64], known[128]) == (0, 64, 128)


def test_a_signal_ends_it_after_the_window(workshop: Workshop) -> None:
    entries = [entry(number) for number in range(130)]
    result = workshop.run(entries, stopped_after=1)
    assert (result.done, result.stopped, result.found_nothing_new) == (64, "interrupted", False)
    assert workshop.run(entries).done == 66
    assert workshop.run(entries).found_nothing_new


def test_a_signal_ends_it_while_nothing_but_known_documents_come(workshop: Workshop) -> None:
    workshop.run([entry(1)])
    endless = (entry(1) for _ in iter(int, 1))
    assert workshop.run(endless, stopped_after=0).stopped == "interrupted"


def test_no_entries_at_all(workshop: Workshop) -> None:
    assert workshop.run([]).found_nothing_new
    assert json.loads((workshop.out / "index.json").read_text(encoding="utf-8"))["documents"] == []


def test_a_tree_takes_only_what_lies_below_its_root(workshop: Workshop, tmp_path: Path) -> None:
    root = tmp_path / "in"
    names = (
        f"{root}/a/b.txt",
        f"{root}/a.jsonl#x//y",
        f"{root}/a.jsonl#x/y",
        "/elsewhere/c.txt",
        "https://a.example/d",
    )
    result = workshop.run([entry(n, name) for n, name in enumerate(names)], tree=True, root=root)
    assert result.done == len(workshop.outputs) == 5
    assert "a/b.txt.md" in workshop.outputs
    assert all(path.resolve().is_relative_to(workshop.out) for path in workshop.out.rglob("*"))


def test_an_output_that_cannot_be_written_ends_the_run(workshop: Workshop) -> None:
    (workshop.out / "a").touch()
    with pytest.raises(OutputError, match=r"out/a/b\.txt\.md: cannot be written"):
        workshop.run([entry(1, "/in/a/b.txt")], tree=True, root=Path("/in"))
    assert JobState(workshop.store, job_name(workshop.out)).document("/in/a/b.txt") is None


def test_a_document_that_fails_does_not_stop_the_others(workshop: Workshop) -> None:
    damaged = failed_entry("b", "b", UnreadableFormatError("b", "a PDF", "it is damaged"))

    def hostile() -> Document:
        raise UnreadableFormatError("c", "a DOCX", "\n".join(["it is a bomb"] * 3))

    result = workshop.run([entry(1), damaged, Entry("c", "c", hostile), entry(2)])
    assert (result.done, result.failed, result.may_pass) == (2, 2, 0)


class Fragile(Document):
    """A document on which whatever asks for its title fails, as a defect in a stage of the pipeline would."""

    @property
    def title(self) -> None:
        raise ZeroDivisionError("here\nand there")


def fragile(name: str) -> Entry:
    plain = document_from_text(article(7), name)
    return Entry(name, name, lambda: Fragile(name, plain.leading, plain.paragraphs))


def test_a_defect_is_the_failure_of_one_document(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> Document:
        raise RecursionError

    entries = [entry(1), fragile("a"), *map(entry, range(2, 80)), Entry("b", "b", broken), fragile("c"), entry(80)]
    result = workshop.run(entries)
    assert (result.done, result.failed) == (80, 3)
    state = JobState(workshop.store, job_name(workshop.out))
    reasons = {failed.identity: failed.reason or "" for failed in state.documents("failed")}
    assert [reasons[name].split("): ")[0] for name in "abc"] == [
        "a: a defect in tsum (ZeroDivisionError: here",
        "b: a defect in tsum (RecursionError: ",
        "c: a defect in tsum (ZeroDivisionError: here",
    ]
    assert workshop.run(entries).found_nothing_new
    monkeypatch.setenv("TSUM_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        workshop.run(entries, retry_failed=True)


def test_a_window_with_a_defect_gives_the_same_outputs(workshop: Workshop, tmp_path: Path) -> None:
    workshop.run([entry(1), entry(2), fragile("a"), entry(3)])
    disturbed = {name: (workshop.out / name).read_bytes() for name in workshop.outputs}
    workshop.run([entry(1), entry(2), entry(3)], again=True)
    assert {name: (workshop.out / name).read_bytes() for name in workshop.outputs} == disturbed


def test_a_defect_in_what_finds_documents_ends_the_run_after_those_in_flight(workshop: Workshop) -> None:
    def entries() -> Iterator[Entry]:
        yield from (entry(1), entry(2))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        workshop.run(entries())
    assert len(workshop.outputs) == 2


@pytest.mark.parametrize(
    ("inputs", "root"),
    [
        (["in"], "in"),
        (["in/a.txt"], "in"),
        (["in/../in/deep"], "in/deep"),
        (["in/deep", "in/a.txt"], "in"),
        (["in/**/*.txt"], "in"),
        (["in/*/b.txt"], "in"),
        (["in/[1] nota/b.txt"], "in/[1] nota"),
        (["-", "https://a.example/x", "in/deep"], "in/deep"),
        (["missing/a.txt", "in/a.txt"], "."),
    ],
)
def test_the_folder_that_inputs_have_in_common(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inputs: list[str], root: str
) -> None:
    for name in ("in/a.txt", "in/deep/b.txt", "in/[1] nota/b.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    assert common_root(inputs) == (tmp_path / root)


def test_addresses_have_no_folder_in_common() -> None:
    assert common_root(["https://a.example/", "-"]) is None
