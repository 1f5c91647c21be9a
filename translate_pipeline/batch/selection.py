"""Which documents a run deals with: those that no run has done, and those that have changed."""

from __future__ import annotations

import functools
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from translate_pipeline.batch.defect import as_failure
from translate_pipeline.batch.events import Listener
from translate_pipeline.batch.index import HTML_INDEX, JSON_INDEX, listed_outputs
from translate_pipeline.batch.naming import is_flat_output
from translate_pipeline.batch.options import BatchOptions
from translate_pipeline.errors import ExitCode, TsumError
from translate_pipeline.readers.collections.base import Entry
from translate_pipeline.readers.collections.failed_entry import failed_entry
from translate_pipeline.readers.collections.publication import is_before, modified
from translate_pipeline.state import DocumentState, JobState
from translate_pipeline.state.jobs import Status
from translate_pipeline.state.store import storable

# Exit codes of what another run may find mended without any change of the document.
MAY_PASS = frozenset({int(ExitCode.INPUT), int(ExitCode.DOWNLOAD)})


# Nothing is new; published before `--since`; dealt with before, so that `--only-new` does not look; named before.
Skipped = Literal["unchanged", "older", "known", "repeated"]


@dataclass(frozen=True)
class Chosen:
    """A document to be dealt with.

    Args:
        entry: where it comes from.
        content: fingerprint of its content; empty where it could not be read.
        known: what an earlier run did with it.
    """

    entry: Entry
    content: str
    known: DocumentState | None


class Selection:
    """Chooses among entries, as they are asked for.

    Args:
        state: what earlier runs did.
        settings: gives the fingerprint of what besides a document decides that it ends in a status.
        options: which documents are wanted.
        listener: is told of what is read and what is left out.

    `skipped` counts what was left out by the reason; `passed_over` has the folders of other jobs' output.
    """

    def __init__(
        self, state: JobState, settings: Callable[[Status], str], options: BatchOptions, listener: Listener
    ) -> None:
        self._state, self._settings, self._options, self._listener = state, settings, options, listener
        self._folder = Path(os.path.abspath(options.folder))  # noqa: PTH100 (Path.absolute keeps `..`)
        self.skipped: Counter[Skipped] = Counter()
        self._listed: dict[Path, frozenset[str] | None] = {}
        self.passed_over: dict[Path, None] = {}

    def choose(self, entries: Iterable[Entry]) -> Iterator[Chosen]:
        """The documents to be dealt with, each identity once."""
        seen: set[int] = set()
        for entry in entries:
            key = hash(entry.identity)
            if self._is_own_output(entry.identity) or self._is_output_of_another_job(entry.identity):
                continue
            chosen = "repeated" if key in seen else self._chosen(entry)
            seen.add(key)
            if isinstance(chosen, Chosen):
                yield chosen
            else:
                self.skipped[chosen] += 1
                self._listener.event("skip", entry.name)

    def _chosen(self, entry: Entry) -> Chosen | Skipped:
        began = time.perf_counter()
        known = self._state.document(entry.identity)
        if known is not None and self._options.only_new and not self._is_tried_again(known):
            return "known"
        if is_before(entry.date, self._options.since):
            return "older"
        content = None
        try:
            content = entry.fingerprint() if entry.fingerprint else None
            if content is not None and known is not None and self._is_settled(known, content):
                return "unchanged"
            document = entry.load()
        except Exception as problem:
            error = problem if isinstance(problem, TsumError) else as_failure(entry.name, problem)
            if known is not None and self._is_known_failure(known, content or "", error):
                return "unchanged"
            failed = failed_entry(entry.name, entry.identity, error, entry.date)
            return Chosen(failed, content or "", known)
        content = content or document.fingerprint
        if known is not None and self._is_settled(known, content):
            return "unchanged"
        if entry.date is None and is_before(document.metadata.date or modified(entry), self._options.since):
            return "older"
        self._listener.event("read", entry.name, 1000 * (time.perf_counter() - began))
        return Chosen(replace(entry, load=lambda: document), content, known)

    def _is_settled(self, known: DocumentState, content: str) -> bool:
        """Whether an earlier run dealt with this very content in this very way, and its output is still there."""
        if known.content != content or known.settings != self._settings(known.status):
            return False
        if known.status == "failed":
            return not self._is_tried_again(known)
        return not self._options.again and all((self._options.folder / name).is_file() for name in known.outputs)

    def _is_tried_again(self, known: DocumentState) -> bool:
        """Whether it failed in a way that may have passed, or that the user wants to be tried again."""
        wanted = self._options.retry_failed or self._options.again
        return known.status == "failed" and (wanted or known.exit_code in MAY_PASS)

    def _is_known_failure(self, known: DocumentState, content: str, error: TsumError) -> bool:
        """Whether it failed for this reason before, in a way that the document alone can mend."""
        return (
            known.status == "failed"
            and (known.content, known.reason) == (content, storable(str(error)))
            and not self._is_tried_again(known)
        )

    def _is_own_output(self, identity: str) -> bool:
        """Whether it is a file that this job has written, into a folder that is among its inputs."""
        path = Path(identity)
        if not path.is_absolute() or not path.is_relative_to(self._folder):
            return False
        name = path.relative_to(self._folder).as_posix()
        # What a killed run has written, but not recorded, is known by its name alone.
        return name in self._own_outputs or is_flat_output(name)

    def _is_output_of_another_job(self, identity: str) -> bool:
        """Whether it is a file that tsum has written into another folder, which is kept in `passed_over`."""
        path = Path(identity)
        for folder in path.parents if path.is_absolute() else ():
            if folder == self._folder:
                continue
            if folder not in self._listed:
                self._listed[folder] = listed_outputs(folder)
            listed = self._listed[folder]
            if listed is None:
                continue
            name = path.relative_to(folder).as_posix()
            if name in listed or name in (JSON_INDEX, HTML_INDEX) or is_flat_output(name):
                self.passed_over[folder] = None
                return True
        return False

    @functools.cached_property
    def _own_outputs(self) -> frozenset[str]:
        return frozenset((JSON_INDEX, HTML_INDEX, *self._state.outputs()))
