"""What was done with each document of a job."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from translate_pipeline.fetching.base import Validators
from translate_pipeline.state.store import StateStore, storable

Status = Literal["done", "failed"]


@dataclass(frozen=True)
class DocumentState:
    """A document as the last run that dealt with it left it.

    Args:
        identity: what the document is known by: an absolute path, an address, the id that a feed gives.
        content: fingerprint of its content.
        settings: fingerprint of the settings it was made with.
        status: whether there is an output.
        name: what errors and lists call it.
        outputs: names of its files in the job's folder.
        facts: what the index shows of it.
        reason: why it failed, in one line.
        exit_code: the exit code of that failure.
        sentences: what the translation memory knows the sentences of all its versions by: their keys, joined.
    """

    identity: str
    content: str
    settings: str
    status: Status
    name: str
    outputs: tuple[str, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    reason: str | None = None
    exit_code: int | None = None
    sentences: bytes = field(default=b"", repr=False)

    @property
    def earlier_outputs(self) -> tuple[str, ...]:
        """Names of files that were made of earlier versions, or in other formats, and are still kept."""
        return tuple(self.facts.get("earlier_files", ()))


_COLUMNS = "identity, content, settings, status, name, outputs, facts, reason, exit_code, sentences"


def _state(row: Sequence[Any]) -> DocumentState:
    identity, content, settings, status, name, outputs, facts, reason, exit_code, sentences = row
    files = tuple(json.loads(outputs))
    return DocumentState(
        identity, content, settings, status, name, files, json.loads(facts), reason, exit_code, sentences
    )


class JobState:
    """The documents of one job.

    Args:
        store: the state file.
        job: what the job is known by: its output folder.
    """

    def __init__(self, store: StateStore, job: str) -> None:
        self._store, self._job = store, storable(job)

    def document(self, identity: str) -> DocumentState | None:
        """What is known of a document; None if no run has dealt with it."""
        query = f"SELECT {_COLUMNS} FROM documents WHERE job = ? AND identity = ?"
        return next(map(_state, self._store.rows(query, (self._job, storable(identity)))), None)

    def documents(self, status: Status | None = None) -> Iterator[DocumentState]:
        """All documents, or those of a status, in the order in which they first came."""
        query = f"SELECT {_COLUMNS} FROM documents WHERE job = ? AND (? IS NULL OR status = ?) ORDER BY place"
        return map(_state, self._store.rows(query, (self._job, status, status)))

    def last_change(self) -> int:
        """The latest run that dealt with a document; 0 if none has."""
        query = "SELECT coalesce(max(run), 0) FROM documents WHERE job = ?"
        return next(int(run) for (run,) in self._store.rows(query, (self._job,)))

    def outputs(self) -> Iterator[str]:
        """Names of all files that were made in the job's folder, without the indexes."""
        for document in self.documents():
            yield from (*document.outputs, *document.earlier_outputs)

    def forget_failures(self, exit_codes: Collection[int], before_run: int) -> int:
        """Drops documents that failed in earlier runs and have no output.

        Args:
            exit_codes: those of the failures that are dropped.
            before_run: the first run whose failures stay.

        Returns:
            How many were dropped.
        """
        with self._store.transaction() as connection:
            return connection.execute(
                "DELETE FROM documents WHERE job = ? AND status = 'failed' AND outputs = '[]' AND run < ? "
                f"AND exit_code IN ({', '.join('?' * len(exit_codes))})",
                (self._job, before_run, *exit_codes),
            ).rowcount

    def other_jobs(self, identity: str) -> list[str]:
        """The output folders of other jobs that know a document."""
        query = "SELECT job FROM documents WHERE identity = ? AND job != ? ORDER BY job"
        return [str(job) for (job,) in self._store.rows(query, (storable(identity), self._job))]

    def forget(self, document: DocumentState) -> None:
        """Drops a document from this job and, by its name and files, from the history of runs."""
        name, places = storable(document.name), (document.name, *document.outputs, *document.earlier_outputs)
        with self._store.transaction() as connection:
            for table, column in (("documents", "identity"), ("validators", "url")):
                where = f"DELETE FROM {table} WHERE job = ? AND {column} = ?"
                connection.execute(where, (self._job, storable(document.identity)))
            runs = "run IN (SELECT id FROM runs WHERE job = ?)"
            connection.execute(f"DELETE FROM failures WHERE name = ? AND {runs}", (name, self._job))
            # A run that a document ended says its name.
            connection.executemany(
                "UPDATE runs SET outcome = 'failed' WHERE job = ? AND instr(outcome, ?)",
                [(self._job, storable(place)) for place in places],
            )

    def record(self, document: DocumentState, run: int) -> None:
        """Keeps what was done with a document, in place of what was known of it."""
        with self._store.transaction() as connection:
            connection.execute(
                f"INSERT INTO documents ({_COLUMNS}, job, run, place) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                "(SELECT coalesce(max(place), 0) + 1 FROM documents WHERE job = ?)) "
                "ON CONFLICT (job, identity) DO UPDATE SET content = excluded.content, settings = excluded.settings, "
                "status = excluded.status, reason = excluded.reason, exit_code = excluded.exit_code, "
                "name = excluded.name, outputs = excluded.outputs, facts = excluded.facts, run = excluded.run, "
                "sentences = excluded.sentences",
                (
                    storable(document.identity),
                    document.content,
                    document.settings,
                    document.status,
                    storable(document.name),
                    json.dumps(document.outputs),
                    json.dumps(dict(document.facts)),
                    storable(document.reason) if document.reason is not None else None,
                    document.exit_code,
                    document.sentences,
                    self._job,
                    run,
                    self._job,
                ),
            )

    def validators(self, purpose: str) -> dict[str, Validators]:
        """What servers gave at the last run that dealt with all their documents, by address.

        Args:
            purpose: what the documents are wanted for; what was given for another purpose is left out.
        """
        query = "SELECT url, fields FROM validators WHERE job = ? AND purpose = ?"
        rows = self._store.rows(query, (self._job, storable(purpose)))
        return {url: Validators(**json.loads(fields)) for url, fields in rows}

    def keep_validators(self, validators: Mapping[str, Validators], purpose: str) -> None:
        """Keeps what servers gave for the next run with the same purpose."""
        with self._store.transaction() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO validators VALUES (?, ?, ?, ?)",
                [
                    (self._job, storable(url), storable(purpose), json.dumps(asdict(given)))
                    for url, given in validators.items()
                ],
            )
