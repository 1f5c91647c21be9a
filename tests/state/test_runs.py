"""The history of runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from translate_pipeline.state import RunHistory, StateStore


@pytest.fixture
def history(tmp_path: Path) -> Iterator[RunHistory]:
    """An empty history."""
    store = StateStore(tmp_path / "state.sqlite")
    yield RunHistory(store)
    store.close()


def test_runs_are_listed_from_the_newest(history: RunHistory) -> None:
    for number in range(3):
        run = history.begin("batch", f"/out {number}\udcf1")
        if number != 1:
            history.end(run, done=number, skipped=1, failed=2, words=3, outcome="done")
    newest, killed, _ = history.runs()
    assert (newest.id, newest.job, newest.done, newest.skipped, newest.failed, newest.words) == (
        3,
        "/out 2\\udcf1",
        2,
        1,
        2,
        3,
    )
    assert newest.ended is not None
    assert newest.ended >= newest.began
    assert (killed.ended, killed.outcome, killed.done) == (None, None, 0)
    assert [run.id for run in history.runs(1)] == [3]


def test_an_id_is_never_given_twice(history: RunHistory) -> None:
    first = history.begin("batch", "/out")
    history.forget(first)
    assert (history.begin("batch", "/out"), [run.id for run in history.runs()]) == (first + 1, [first + 1])


def test_failures_of_a_run_in_their_order(history: RunHistory) -> None:
    one, two = history.begin("batch", "/out"), history.begin("batch", "/out")
    for name in ("b", "a", "\udcf1"):
        history.record_failure(one, name, f"{name}: no")
    assert [*history.failures(one)] == [("b", "b: no"), ("a", "a: no"), ("\\udcf1", "\\udcf1: no")]
    assert [*history.failures(two)] == []
