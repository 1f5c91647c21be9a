"""Removes every trace of documents: output, index, state, history, and their sentences in the translation memory."""

from __future__ import annotations

import contextlib
import glob
import json
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from translate_pipeline.batch.index import write_indexes
from translate_pipeline.batch.naming import flat_stem
from translate_pipeline.errors import InputError, OutputError
from translate_pipeline.memory.memory import divided_keys
from translate_pipeline.pipeline import version
from translate_pipeline.state import DocumentState, JobState

# Between an archive and the id of its row, a feed and the id of its entry.
_MARKS = "# "


def named_documents(state: JobState, folder: Path, name: str) -> list[DocumentState]:
    """The documents of a job that a name stands for.

    Args:
        state: the job's documents.
        folder: its output folder.
        name: a document's name or address, its file, a folder or archive that holds it, or a file of its output.

    Raises:
        InputError: there is none.
    """
    path = os.path.abspath(name)  # noqa: PTH100 (as identities are)
    inside = path + os.sep, *(f"{outer}{mark}" for outer in (path, name) for mark in _MARKS)
    found = [
        document
        for document in state.documents()
        if name in (document.name, document.identity)
        or document.identity == path
        or document.identity.startswith(inside)
        or path in (os.path.abspath(folder / file) for file in _files(document))  # noqa: PTH100
    ]
    if not found:
        raise InputError(f"{name}: no document of {folder} is called so: see the names in its index.json")
    return found


def missing_documents(state: JobState) -> tuple[list[DocumentState], int]:
    """The documents whose file is gone, and how many are left since the file's folder cannot be read either."""
    missing, unknown = [], 0
    for document in state.documents():
        identity = document.identity
        if not Path(identity).is_absolute() or can_come_back(document):
            continue
        if os.access(os.path.dirname(identity.partition("#")[0]), os.R_OK | os.X_OK):  # noqa: PTH120
            missing.append(document)
        else:
            unknown += 1
    return missing, unknown


def can_come_back(document: DocumentState) -> bool:
    """Whether a run may find it again: at its address, or in a file that is still there."""
    identity = document.identity
    ends = [place for place, letter in enumerate(identity) if letter in _MARKS]
    is_file = Path(identity).is_absolute()
    return not is_file or any(os.path.isfile(identity[:end]) for end in (len(identity), *ends))  # noqa: PTH113


def forget_documents(
    folder: Path,
    state: JobState,
    documents: Iterable[DocumentState],
    forget_sentences: Callable[[set[bytes]], int],
) -> int:
    """Removes documents; whoever calls it holds the folder's lock.

    Args:
        folder: the output folder.
        state: the job's documents.
        documents: those to be forgotten.
        forget_sentences: deletes sentences from the translation memory; returns how many went.

    Returns:
        How many sentences went.

    Raises:
        OutputError: a file cannot be removed; its document is still known.
        StorageError: the state or the memory cannot be written.
    """
    sentences = 0
    for document in documents:
        sentences += forget_sentences(divided_keys(document.sentences))
        for file in output_files(folder, document):
            with contextlib.suppress(FileNotFoundError):
                _remove(file)
        state.forget(document)
    if folder.is_dir():
        write_indexes(folder, state.documents(), version(), state.last_change())
    return sentences


def output_files(folder: Path, document: DocumentState) -> list[Path]:
    """The files of a document in a job's folder, also what a killed run wrote and did not record."""
    stem = flat_stem(document.name, document.identity)
    recorded = [folder / name for name in _files(document)]
    found = folder.glob(f"{glob.escape(stem)}.*")
    return [path for path in dict.fromkeys([*recorded, *sorted(found)]) if path.is_file()]


def files_that_name(folder: Path, documents: Iterable[DocumentState]) -> Iterator[Path]:
    """The files below a folder, but for databases, in which a document is named, as in logs and kept briefings."""
    names = {text for document in documents for text in (document.name, document.identity)}
    wanted = [text.encode("utf-8", "surrogateescape") for text in names]
    wanted += [json.dumps(text).encode()[1:-1] for text in names]
    for path in sorted(folder.rglob("*")):
        with contextlib.suppress(OSError):
            if path.is_file() and ".sqlite" not in path.suffix and any(text in path.read_bytes() for text in wanted):
                yield path


def _files(document: DocumentState) -> tuple[str, ...]:
    return (*document.outputs, *document.earlier_outputs)


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except FileNotFoundError:
        raise
    except OSError as error:
        raise OutputError(f"{path}: cannot be removed ({error.strerror}): make its folder writable") from None
