"""Deals with each document once: reads, translates, summarises, writes, and keeps what was done."""

from __future__ import annotations

import functools
import hashlib
import os
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path
from typing import Any

from translate_pipeline.atomic import remove_unfinished, write_atomically
from translate_pipeline.batch.defect import as_failure
from translate_pipeline.batch.events import Listener
from translate_pipeline.batch.index import index_facts, indexed_run, refuse_foreign_indexes, write_indexes
from translate_pipeline.batch.naming import flat_stem, tree_stem
from translate_pipeline.batch.options import BatchOptions
from translate_pipeline.batch.selection import MAY_PASS, Chosen, Selection, Skipped
from translate_pipeline.briefing.model import Briefing
from translate_pipeline.briefing.renderers import Renderer, renderer_for
from translate_pipeline.errors import OutputError, StorageError, TsumError
from translate_pipeline.memory.memory import divided_keys, joined_keys, sentence_keys
from translate_pipeline.pipeline import Pipeline, version
from translate_pipeline.readers.collections.base import Entry
from translate_pipeline.readers.collections.folder import is_pattern
from translate_pipeline.readers.collections.identity import is_web_address
from translate_pipeline.state import DocumentState, JobState, RunHistory, StateStore
from translate_pipeline.state.jobs import Status

# Characters of source text between two moments at which all is saved: some seconds of work.
_WINDOW_CHARACTERS = 100_000
_WILDCARDS = frozenset("*?[")


@dataclass
class BatchResult:
    """What a batch did: documents, and source words of those that were done.

    `skipped` counts those that were left out, by the reason; `may_pass` those of the failures that another run may
    find mended; `stopped` says why it ended early; `passed_over` has folders with other jobs' output.
    """

    done: int = 0
    skipped: Counter[Skipped] = field(default_factory=Counter)
    failed: int = 0
    may_pass: int = 0
    words: int = 0
    stopped: str = ""
    passed_over: Collection[Path] = ()

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
        self._state = JobState(store, job_name(options.folder))
        self._history = RunHistory(store)
        self._of_success = _fingerprint(pipeline, options)
        self.result = BatchResult()

    def settings(self, status: Status = "done") -> str:
        """The fingerprint of what besides a document decides that it ends in a status.

        A new package may help a document that failed.
        """
        return self._of_success if status == "done" else self._of_failure

    @functools.cached_property
    def _of_failure(self) -> str:
        return _hash(self._of_success, _installed_packages())

    def run(self, entries: Iterable[Entry], run: int, root: Path | None = None) -> BatchResult:
        """Deals with entries; each document is saved when it is done, so a run that is killed loses nothing.

        Args:
            entries: the documents, found as they are asked for.
            run: the run's id in the history.
            root: the folder that the inputs have in common, for output in a tree.

        Raises:
            OutputError: the output cannot be written.
            StorageError: the state or the translation memory cannot be kept.
        """
        result, folder = self.result, self._options.folder
        self._deadline = time.monotonic() + (self._options.most_seconds or 0.0)
        refuse_foreign_indexes(folder)
        remove_unfinished(folder, self._options.tree)
        selection = Selection(self._state, self.settings, self._options, self._listener)
        result.passed_over = selection.passed_over.keys()
        result.skipped, chosen = selection.skipped, dict[int, Chosen]()
        sources = self._sources(selection, entries, chosen)
        for document, outcome in self._outcomes(sources, chosen):
            if isinstance(outcome, StorageError):  # of the memory: no fault of the document
                raise outcome
            if isinstance(outcome, TsumError):
                self._record_failure(document, outcome, run)
            else:
                self._write(document, outcome, run, root)
        outdated = 0 if result.stopped else self._state.forget_failures(MAY_PASS, before_run=run)
        last_change = self._state.last_change()
        # A run may have been killed before it wrote its indexes.
        if outdated or indexed_run(folder) != last_change:
            write_indexes(folder, self._state.documents(), version(), last_change)
        return result

    def _outcomes(
        self, sources: Iterator[Entry], chosen: dict[int, Chosen]
    ) -> Iterator[tuple[Chosen, Briefing | TsumError]]:
        """What becomes of each document; those of a window that brings a defect to light are done one by one."""
        outcomes = self._pipeline.outcomes(sources, _WINDOW_CHARACTERS)
        while True:
            try:
                source, outcome = next(outcomes)
            except StopIteration:
                return
            except TsumError:
                raise
            except Exception:
                for document in list(chosen.values()):
                    del chosen[id(document.entry)]
                    yield document, self._by_itself(document.entry)
                if self._is_searching:  # the defect is not in a document, but in what finds them
                    raise
                outcomes = self._pipeline.outcomes(sources, _WINDOW_CHARACTERS)
            else:
                yield chosen.pop(id(source)), outcome

    def _by_itself(self, entry: Entry) -> Briefing | TsumError:
        try:
            ((_, outcome),) = self._pipeline.outcomes([entry])
        except TsumError:
            raise
        except Exception as defect:
            return as_failure(entry.name, defect)
        return outcome

    def _sources(self, selection: Selection, entries: Iterable[Entry], chosen: dict[int, Chosen]) -> Iterator[Entry]:
        self._begun, most = 0, self._options.most_documents
        self._is_searching = True
        for document in selection.choose(self._until_stopped(entries)):
            if self._begun == most:
                self.result.stopped = f"--max-documents {most} reached"
                break
            self._begun += 1
            chosen[id(document.entry)] = document
            self._is_searching = False
            yield document.entry
            self._is_searching = True
        self._is_searching = False

    def _until_stopped(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """Entries until a signal came or the time is over, but one document at least, so that runs come to an end."""
        seconds = self._options.most_seconds
        for entry in entries:
            if self._is_stopped():
                self.result.stopped = "interrupted"
                return
            if seconds is not None and self._begun and time.monotonic() >= self._deadline:
                self.result.stopped = f"--max-minutes {seconds / 60:g} reached"
                return
            yield entry

    def _write(self, document: Chosen, briefing: Briefing, run: int, root: Path | None) -> None:
        began = time.perf_counter()
        facts = index_facts(briefing)
        stem = self._stem(document, root)
        facts["version"], stem = self._version(document, stem)
        outputs = tuple(f"{stem}{renderer.endings[0]}" for renderer in self._renderers)
        if earlier := self._kept(document.known, outputs):
            facts["earlier_files"] = earlier
        for name, renderer in zip(outputs, self._renderers, strict=True):
            path = self._options.folder / name
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise OutputError.from_os_error(path, error) from None
            write_atomically(path, renderer.render(briefing))
        entry = document.entry
        state = DocumentState(
            entry.identity,
            document.content,
            self.settings(),
            "done",
            entry.name,
            outputs,
            facts,
            sentences=_sentences(document),
        )
        self._state.record(state, run)
        self.result.done += 1
        self.result.words += briefing.words
        self._on_briefing(briefing)
        milliseconds = 1000 * (time.perf_counter() - began)
        self._listener.event("write", entry.name, milliseconds, words=briefing.words, files=list(outputs))

    def _stem(self, document: Chosen, root: Path | None) -> str:
        identity = document.entry.identity
        path = Path(identity)
        if self._options.tree and root is not None and str(path) == identity and path.is_relative_to(root):
            return tree_stem(path, root)
        return flat_stem(document.entry.name, document.entry.identity)

    def _version(self, document: Chosen, stem: str) -> tuple[int, str]:
        """A published text that has changed gets a file of its own beside the old one; a file's output is replaced."""
        known, number = document.known, 1
        if known is not None:
            number = int(known.facts.get("version", 1))
            is_file = Path(document.entry.identity).is_absolute()
            number += bool(known.outputs) and not is_file and _content_of_output(known) != document.content
        return number, stem if number == 1 else f"{stem}.v{number}"

    def _kept(self, known: DocumentState | None, outputs: tuple[str, ...]) -> list[str]:
        """Names of files that were made before of a document and that new outputs do not replace."""
        before = (*known.earlier_outputs, *known.outputs) if known is not None else ()
        return [name for name in before if name not in outputs and (self._options.folder / name).is_file()]

    def _record_failure(self, document: Chosen, error: TsumError, run: int) -> None:
        entry, known = document.entry, document.known
        kept: tuple[str, ...] = ()
        facts: dict[str, Any] = {}
        if known is not None and known.outputs:
            kept = known.outputs
            facts = {"version": known.facts.get("version", 1), "content_of_output": _content_of_output(known)}
            facts |= {"earlier_files": known.earlier_outputs} if known.earlier_outputs else {}
        state = DocumentState(
            entry.identity,
            document.content,
            self.settings("failed"),
            "failed",
            entry.name,
            kept,
            facts,
            str(error),
            int(error.exit_code),
            known.sentences if known else b"",
        )
        self._state.record(state, run)
        self._history.record_failure(run, entry.name, str(error))
        self.result.failed += 1
        self.result.may_pass += int(error.exit_code) in MAY_PASS
        self._listener.event("fail", entry.name, reason=str(error), exit_code=int(error.exit_code))


def job_name(folder: Path) -> str:
    """What a job is known by: its output folder, however that is written."""
    return os.path.abspath(folder)  # noqa: PTH100 (Path.absolute keeps `..`)


def common_root(inputs: Iterable[str]) -> Path | None:
    """The folder that paths have in common; None without paths."""
    folders = []
    for text in inputs:
        if not is_web_address(text) and text != "-":
            fixed = Path(*takewhile(lambda part: not _WILDCARDS & set(part), Path(text).parts))
            fixed = fixed if is_pattern(text) else Path(text)
            path = Path(os.path.abspath(fixed))  # noqa: PTH100 (as identities are)
            folders.append(path if path.is_dir() else path.parent)
    return Path(os.path.commonpath(folders)) if folders else None


def _sentences(document: Chosen) -> bytes:
    """What the translation memory knows the sentences of a document by, those of its earlier versions too."""
    translated = (each.source for each in document.entry.load().sentences() if each.translation is not None)
    known = divided_keys(document.known.sentences) if document.known else set()
    return joined_keys(known.union(*map(sentence_keys, translated)))


def _content_of_output(known: DocumentState) -> str:
    """Fingerprint of the content that a document's output was made of."""
    return known.content if known.status == "done" else str(known.facts.get("content_of_output", ""))


def _installed_packages() -> tuple[str, ...]:
    from translate_pipeline.translation.store import installed_packages

    usable, broken = installed_packages()
    return (*(f"{each.name} {each.fingerprint}" for each in usable), *(f"{each.path}" for each in broken))


def _hash(*parts: object) -> str:
    return hashlib.blake2b(repr(parts).encode("utf-8", "backslashreplace"), digest_size=12).hexdigest()


def _fingerprint(pipeline: Pipeline, options: BatchOptions) -> str:
    """What besides a document decides its output."""
    settings = pipeline.settings
    return _hash(
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
