"""What is kept of documents and of servers."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate_pipeline.fetching.base import Validators
from translate_pipeline.state import DocumentState, JobState, StateStore

DONE = DocumentState("/in/a.txt", "c", "s", "done", "a.txt", ("a.md", "a.json"), {"words": 3, "title": "Ñ \ud800"})
FAILED = DocumentState("/in/b.txt", "", "s", "failed", "b.txt", reason="b.txt: no", exit_code=8)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[StateStore]:
    """An empty state file."""
    store = StateStore(tmp_path / "state.sqlite")
    yield store
    store.close()


def test_what_is_recorded_is_known(store: StateStore) -> None:
    job = JobState(store, "/out")
    assert job.document(DONE.identity) is None
    job.record(DONE, 1)
    job.record(FAILED, 1)
    assert job.document(DONE.identity) == DONE
    assert job.document(FAILED.identity) == FAILED
    assert [*job.documents()] == [DONE, FAILED]
    assert [*job.documents("failed")] == [FAILED]
    assert [*job.outputs()] == ["a.md", "a.json"]


def test_a_document_keeps_its_place(store: StateStore) -> None:
    job = JobState(store, "/out")
    for number in range(5):
        job.record(replace(DONE, identity=str(number)), 1)
    job.record(replace(FAILED, identity="2"), 2)
    assert [each.identity for each in job.documents()] == ["0", "1", "2", "3", "4"]
    assert job.last_change() == 2


def test_jobs_know_nothing_of_each_other(store: StateStore) -> None:
    JobState(store, "/out").record(DONE, 1)
    other = JobState(store, "/other")
    assert (other.document(DONE.identity), [*other.documents()], other.last_change()) == (None, [], 0)
    assert other.forget_failures({8}, 9) == 0


def test_failures_that_did_not_come_up_again_are_forgotten(store: StateStore) -> None:
    job = JobState(store, "/out")
    kept = [
        replace(FAILED, identity="now"),
        replace(FAILED, identity="for good", exit_code=9),
        replace(FAILED, identity="with output", outputs=("x.md",)),
        DONE,
    ]
    for document, run in zip(kept, (3, 1, 1, 1), strict=True):
        job.record(document, run)
    job.record(FAILED, 2)
    assert job.forget_failures({8, 12}, before_run=3) == 1
    assert [*job.documents()] == kept


@settings(max_examples=25)
@given(st.text(st.characters(exclude_categories=()), min_size=1))
def test_any_name_can_be_kept(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder, contextlib.closing(StateStore(Path(folder) / "state")) as store:
        job = JobState(store, text)
        job.record(replace(FAILED, identity=text, name=text, reason=text, facts={"title": text}), 1)
        known = job.document(text)
        assert known is not None
        assert known.facts == {"title": text}


def test_validators_hold_for_one_purpose(store: StateStore) -> None:
    job = JobState(store, "/out")
    given_by_server = {"https://a.example/": Validators('"1"', None, "https://b.example/"), "x": Validators(None, "y")}
    job.keep_validators(given_by_server, "to be read")
    assert job.validators("to be read") == given_by_server
    assert job.validators("for something else") == {}
    job.keep_validators({"x": Validators("2")}, "for something else")
    assert job.validators("to be read") == {"https://a.example/": given_by_server["https://a.example/"]}
    assert JobState(store, "/other").validators("to be read") == {}
