"""Deals with each document once: reads, translates, summarises, writes, and keeps what was done."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from translate_pipeline.atomic import write_atomically
from translate_pipeline.batch.events import Listener
from translate_pipeline.batch.index import HTML_INDEX, JSON_INDEX, index_facts, write_indexes
from translate_pipeline.batch.naming import flat_stem, tree_stem
from translate_pipeline.batch.options import BatchOptions
from translate_pipeline.batch.selection import Chosen, Selection
from translate_pipeline.briefing.model import Briefing
from translate_pipeline.briefing.renderers import Renderer, renderer_for
from translate_pipeline.errors import OutputError, TsumError
from translate_pipeline.pipeline import Pipeline, version
from translate_pipeline.readers.collections.base import Entry
from translate_pipeline.readers.collections.identity import is_web_address
from translate_pipeline.state import DocumentState, JobState, RunHistory, StateStore

# Characters of source text between two moments at which all is saved: some seconds of work.
_WINDOW_CHARACTERS = 100_000
_WILDCARDS = frozenset("*?[")


@dataclass
class BatchResult:
    """What a batch did: documents, and source words of those that were done; `stopped` says why it ended early."""

    done: int = 0
    skipped: int = 0
    failed: int = 0
    words: int = 0
    stopped: str = ""

    @property
    def found_nothing_new(self) -> bool:
        """Whether there was nothing to do."""
        return not (self.done or self.failed or self.stopped)


class Batch:
    """One run over many documents.

    Args:
        pipeline: what makes briefings.
        options: which documents, and where the output goes.
        store: where is kept what was done.
        listener: is told what happens.
        on_briefing: gets each briefing that was written.
        is_stopped: whether the run is to end after the documents in flight.

    `result` is what was done so far.
    """

    def __init__(
        self,
        pipeline: Pipeline,
        options: BatchOptions,
        store: StateStore,
        listener: Listener,
        on_briefing: Callable[[Briefing], None] = lambda _: None,
        is_stopped: Callable[[], bool] = lambda: False,
    ) -> None:
        self._pipeline, self._options, self._listener = pipeline, options, listener
        self._on_briefing, self._is_stopped = on_briefing, is_stopped
        self._renderers: list[Renderer] = [renderer_for(name, None) for name in options.formats]
        self._state = JobState(store, str(options.folder.absolute()))
        self._history = RunHistory(store)
        self._settings = _fingerprint(pipeline, options)
        self.result = BatchResult()

    def run(self, entries: Iterable[Entry], run: int, root: Path | None = None) -> BatchResult:
        """Deals with entries; each document is saved when it is done, so a run that is killed loses nothing.

        Args:
            entries: the documents, found as they are asked for.
            run: the run's id in the history.
            root: the folder that the inputs have in common, for output in a tree.

        Raises:
            OutputError: the output cannot be written.
            StorageError: the state cannot be kept.
        """
        result = self.result
        self._began = time.monotonic()
        selection = Selection(self._state, self._settings, self._options, self._listener)
        chosen: dict[int, Chosen] = {}
        sources = self._sources(selection.choose(entries), chosen)
        for source, outcome in self._pipeline.outcomes(sources, _WINDOW_CHARACTERS):
            document = chosen.pop(id(source))
            if isinstance(outcome, TsumError):
                self._record_failure(document, outcome, run)
            else:
                self._write(document, outcome, run, root)
        result.skipped = selection.skipped
        if not result.found_nothing_new or not self._has_indexes():
            write_indexes(self._options.folder, self._state.documents(), version())
        return result

    def _sources(self, documents: Iterator[Chosen], chosen: dict[int, Chosen]) -> Iterator[Entry]:
        options = self._options
        for count, document in enumerate(documents, 1):
            chosen[id(document.entry)] = document
            yield document.entry
            if self._is_stopped():
                self.result.stopped = "interrupted"
            elif options.most_documents is not None and count >= options.most_documents:
                self.result.stopped = f"--max-documents {options.most_documents} reached"
            elif options.most_seconds is not None and time.monotonic() - self._began >= options.most_seconds:
                self.result.stopped = f"--max-minutes {options.most_seconds / 60:g} reached"
            if self.result.stopped:
                return

    def _write(self, document: Chosen, briefing: Briefing, run: int, root: Path | None) -> None:
        began = time.perf_counter()
        facts = index_facts(briefing)
        stem = self._stem(document, root)
        facts["version"], stem = self._version(document, stem)
        outputs = tuple(f"{stem}{renderer.endings[0]}" for renderer in self._renderers)
        for name, renderer in zip(outputs, self._renderers, strict=True):
            path = self._options.folder / name
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise OutputError.from_os_error(path, error) from None
            write_atomically(path, renderer.render(briefing))
        entry = document.entry
        self._state.record(
            DocumentState(entry.identity, document.content, self._settings, "done", entry.name, outputs, facts), run
        )
        self.result.done += 1
        self.result.words += briefing.words
        self._on_briefing(briefing)
        milliseconds = 1000 * (time.perf_counter() - began)
        self._listener.event("write", entry.name, milliseconds, words=briefing.words, files=list(outputs))

    def _stem(self, document: Chosen, root: Path | None) -> str:
        path = Path(document.entry.identity)
        if self._options.tree and root is not None and path.is_absolute() and path.is_relative_to(root):
            return tree_stem(path, root)
        return flat_stem(document.entry.name, document.entry.identity)

    def _version(self, document: Chosen, stem: str) -> tuple[int, str]:
        """A published text that has changed gets a file of its own beside the old one; a file's output is replaced."""
        known = document.known
        before = int(known.facts.get("version", 1)) if known is not None else 1
        if known is None or known.status != "done" or Path(document.entry.identity).is_absolute():
            return before, stem if before == 1 else f"{stem}.v{before}"
        number = before + (known.content != document.content)
        return number, stem if number == 1 else f"{stem}.v{number}"

    def _record_failure(self, document: Chosen, error: TsumError, run: int) -> None:
        entry, known = document.entry, document.known
        kept = known.outputs if known is not None else ()
        state = DocumentState(
            entry.identity,
            document.content,
            self._settings,
            "failed",
            entry.name,
            kept,
            {"version": known.facts.get("version", 1)} if known is not None else {},
            str(error),
            int(error.exit_code),
        )
        self._state.record(state, run)
        self._history.record_failure(run, entry.name, str(error))
        self.result.failed += 1
        self._listener.event("fail", entry.name, reason=str(error), exit_code=int(error.exit_code))

    def _has_indexes(self) -> bool:
        return all((self._options.folder / name).is_file() for name in (JSON_INDEX, HTML_INDEX))


def common_root(inputs: Iterable[str]) -> Path | None:
    """The folder that paths have in common; None without paths."""
    folders = []
    for text in inputs:
        if not is_web_address(text) and text != "-":
            path = Path(*takewhile(lambda part: not set(part) & _WILDCARDS, Path(text).parts)).absolute()
            folders.append(path if path.is_dir() else path.parent)
    return Path(os.path.commonpath(folders)) if folders else None


def _fingerprint(pipeline: Pipeline, options: BatchOptions) -> str:
    """What besides a document decides its output."""
    settings = pipeline.settings
    deciding = (
        version(),
        pipeline.method(),
        settings.to,
        settings.source,
        settings.beam,
        settings.summary,
        settings.summary_only,
        options.formats,
        options.tree,
    )
    return hashlib.blake2b(repr(deciding).encode(), digest_size=12).hexdigest()
