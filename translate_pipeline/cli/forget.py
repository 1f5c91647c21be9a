"""`tsum forget`: removes every trace of documents that a batch has done."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from translate_pipeline.cli.console import Notes, write_standard_output
from translate_pipeline.cli.memory import LOG_IS_READ, kept_briefings_with, remove_kept_briefings
from translate_pipeline.counting import counted
from translate_pipeline.errors import UsageError

if TYPE_CHECKING:
    from translate_pipeline.memory import TranslationMemory
    from translate_pipeline.state import DocumentState, JobState


def forget(
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="The folder that `tsum batch` wrote to.")],
    documents: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="DOCUMENT…",
            help="By name, file, address or output file; a folder, archive or feed stands for all that is in it.",
        ),
    ] = None,
    missing: Annotated[bool, typer.Option("--missing", help="All documents whose file is gone.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    state: Annotated[
        Path | None, typer.Option("--state", metavar="FILE", help="The state file; without it, the user's own.")
    ] = None,
    memory: Annotated[
        Path | None, typer.Option("--memory", metavar="FILE", help="The translation memory; or the user's own.")
    ] = None,
) -> int:
    """Remove documents that `tsum batch` has done: briefings, rows of the index, state, history, and translations.

    What it would remove is shown first; nothing goes without a yes. Deleted rows of the databases are overwritten,
    deleted files are not: that is for an encrypted disk. The inputs themselves stay.
    """
    from translate_pipeline.batch.runner import job_name
    from translate_pipeline.errors import InputError
    from translate_pipeline.memory.memory import TranslationMemory, default_memory
    from translate_pipeline.state import JobState, StateStore, default_state
    from translate_pipeline.storage.lock import folder_lock

    if bool(documents) == missing:
        raise UsageError("say which documents to forget: name them, or --missing for those whose file is gone")
    state_file, memory_file = state or default_state(), memory or default_memory()
    for file, is_named in ((state_file, True), (memory_file, memory is not None)):
        if is_named and not file.exists():
            raise InputError(f"{file}: there is nothing to forget: no such file")
    with contextlib.ExitStack() as opened:
        if out.is_dir():  # the user may have removed it already
            opened.enter_context(folder_lock(out))
        store = opened.enter_context(contextlib.closing(StateStore(state_file)))
        memory_opened = TranslationMemory(memory_file) if memory_file.exists() else None
        if memory_opened is not None:
            opened.enter_context(contextlib.closing(memory_opened))
        job = JobState(store, job_name(out))
        chosen = _chosen(job, out, documents)
        if not chosen:
            Notes().note("no document whose file is gone")
        elif _is_wanted(chosen, out, yes):
            _forget(chosen, job, out, memory_opened)
            for database in (store, memory_opened):
                if database is not None and not database.vacuum():
                    Notes().warning(LOG_IS_READ.format(database.path))
            _tell_what_is_left(chosen, job)
    return 0


def _chosen(job: JobState, out: Path, names: Sequence[str] | None) -> list[DocumentState]:
    """The documents that are named, or else those whose file is gone."""
    from translate_pipeline.batch.forgetting import missing_documents, named_documents

    if names:
        found = [document for name in names for document in named_documents(job, out, name)]
        return list({document.identity: document for document in found}.values())
    missing, unknown = missing_documents(job)
    if unknown:
        Notes().note(
            f"{counted(unknown, 'document')} left: the folder cannot be read: name it to forget what was in it"
        )
    return missing


def _is_wanted(documents: Sequence[DocumentState], out: Path, yes: bool) -> bool:
    from translate_pipeline.batch.forgetting import output_files

    for document in documents:
        files = ", ".join(str(path) for path in output_files(out, document))
        write_standard_output(f"{document.name}: {files or 'no output'}\n")
    if yes:
        return True
    question = f"Remove every trace of {counted(len(documents), 'document')}?"
    if not sys.stdin.isatty():
        raise UsageError(f"{question} Say --yes; nothing was removed")
    return typer.confirm(question, abort=True, err=True)


def _forget(documents: Sequence[DocumentState], job: JobState, out: Path, memory: TranslationMemory | None) -> None:
    from translate_pipeline.batch.forgetting import forget_documents

    sentences = forget_documents(out, job, documents, memory.forget if memory is not None else lambda _: 0)
    known = f" and {counted(sentences, 'sentence')} of the translation memory" if memory is not None else ""
    write_standard_output(f"removed {counted(len(documents), 'document')}{known}\n")


def _tell_what_is_left(documents: Sequence[DocumentState], job: JobState) -> None:
    from translate_pipeline.batch.forgetting import can_come_back, files_that_name
    from translate_pipeline.storage.folders import state_folder

    notes = Notes()
    names = {text for document in documents for text in (document.name, Path(document.name).name)}
    remove_kept_briefings(kept_briefings_with(sorted(names)))
    for document in documents:
        if can_come_back(document):
            notes.note(f"{document.name}: a run that finds it again does it again: remove it from the inputs, too")
        for other in job.other_jobs(document.identity):
            notes.note(f"{document.name}: done into {other}, too: give the command again with --out {other}")
        if document.outputs and not document.sentences:
            notes.note(f"{document.name}: nothing says which sentences it had: see `tsum memory forget`")
    for path in files_that_name(state_folder(), documents):
        notes.note(f"{path}: names a document that was removed: remove this file, too, if nobody needs it")
