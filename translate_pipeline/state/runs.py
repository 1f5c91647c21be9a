"""Past runs: when, how much, how they ended."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

from translate_pipeline.state.store import StateStore, storable


@dataclass(frozen=True)
class Run:
    """A run of a scheduled command.

    Args:
        id: counts up, whatever the clock says.
        command: the command, such as `batch`.
        job: its output folder or file.
        began, ended: seconds since 1970; `ended` is None for a run that goes on or was killed.
        done, skipped, failed: documents.
        words: source words translated.
        outcome: how it ended: `done`, `some failed`, `stopped`, or an error's line.
    """

    id: int
    command: str
    job: str
    began: float
    ended: float | None
    done: int
    skipped: int
    failed: int
    words: int
    outcome: str | None


class RunHistory:
    """The runs in a state file.

    Args:
        store: the state file.
    """

    def __init__(self, store: StateStore) -> None:
        self._store = store

    def begin(self, command: str, job: str) -> int:
        """Records that a run begins; gives its id."""
        with self._store.transaction() as connection:
            cursor = connection.execute(
                "INSERT INTO runs (command, job, began) VALUES (?, ?, ?)", (command, storable(job), time.time())
            )
            return int(cursor.lastrowid or 0)

    def end(self, run: int, *, done: int, skipped: int, failed: int, words: int, outcome: str) -> None:
        """Records how a run ended."""
        with self._store.transaction() as connection:
            connection.execute(
                "UPDATE runs SET ended = ?, done = ?, skipped = ?, failed = ?, words = ?, outcome = ? WHERE id = ?",
                (time.time(), done, skipped, failed, words, storable(outcome), run),
            )

    def forget(self, run: int) -> None:
        """Takes a run out that found nothing to do."""
        with self._store.transaction() as connection:
            connection.execute("DELETE FROM runs WHERE id = ?", (run,))

    def record_failure(self, run: int, name: str, reason: str) -> None:
        """Records why a document failed in a run."""
        with self._store.transaction() as connection:
            connection.execute("INSERT INTO failures VALUES (?, ?, ?)", (run, storable(name), storable(reason)))

    def runs(self, most: int = 20) -> Iterator[Run]:
        """The last runs, the newest first."""
        query = (
            "SELECT id, command, job, began, ended, done, skipped, failed, words, outcome "
            "FROM runs ORDER BY id DESC LIMIT ?"
        )
        return (Run(*row) for row in self._store.rows(query, (most,)))

    def has(self, run: int) -> bool:
        """Whether a run is kept."""
        return any(True for _ in self._store.rows("SELECT 1 FROM runs WHERE id = ?", (run,)))

    def failures(self, run: int) -> Iterator[tuple[str, str]]:
        """Name and reason of each document that failed in a run."""
        query = "SELECT name, reason FROM failures WHERE run = ? ORDER BY rowid"
        return ((name, reason) for name, reason in self._store.rows(query, (run,)))
