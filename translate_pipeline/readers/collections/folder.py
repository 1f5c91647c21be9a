"""Folders, walked as they are read, and patterns such as `data/**/*.txt`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from translate_pipeline.errors import InputError, TsumError
from translate_pipeline.readers.collections.base import Entry
from translate_pipeline.readers.collections.failed_entry import failed_entry

_UNFINISHED = ".part"
_WILDCARDS = frozenset("*?[")


def folder_entries(folder: Path, entries_at: Callable[[str], Iterator[Entry]]) -> Iterator[Entry]:
    """The entries of all files in a folder; a file or folder that cannot be read is one whose `load` raises.

    Args:
        folder: where to begin.
        entries_at: gives the entries of a file.

    Raises:
        InputError: the folder itself cannot be read.
    """
    failures: list[tuple[Path, OSError]] = []

    def failed() -> Iterator[Entry]:
        for path, error in failures:
            yield failed_entry(str(path), str(path.absolute()), InputError.from_os_error(path, error))
        failures.clear()

    for path in folder_paths(folder, lambda path, error: failures.append((path, error))):
        yield from failed()
        try:
            yield from entries_at(str(path))
        except TsumError as error:
            yield failed_entry(str(path), str(path.absolute()), error)
    yield from failed()


def folder_paths(folder: Path, on_unreadable: Callable[[Path, OSError], object] = lambda *_: None) -> Iterator[Path]:
    """The files in a folder and the folders in it, sorted within each folder, found as they are asked for.

    Left out are hidden files and folders, what tsum has not finished writing (`.part`), and what is no file. A link to
    a folder is followed unless that lies in `folder` anyway, and each folder is walked once, so loops end.

    Args:
        folder: where to begin.
        on_unreadable: called with each inner folder that cannot be read.

    Raises:
        InputError: `folder` itself cannot be read.
    """
    try:
        names = _sorted_names(folder)
        root = folder.resolve()
    except (OSError, RuntimeError) as error:
        raise InputError.from_os_error(folder, error if isinstance(error, OSError) else OSError(str(error))) from None
    except ValueError:
        raise InputError(f"{str(folder)!r}: no such folder: check the path") from None
    yield from _walk(folder, names, root, {root}, on_unreadable)


def _walk(
    folder: Path, names: list[str], root: Path, seen: set[Path], on_unreadable: Callable[[Path, OSError], object]
) -> Iterator[Path]:
    levels = [(folder, iter(names))]
    while levels:
        folder, rest = levels[-1]
        name = next(rest, None)
        if name is None:
            levels.pop()
            continue
        path = folder / name
        try:
            if path.is_file():
                yield path
            elif path.is_dir() and _is_new(path, root, seen):
                levels.append((path, iter(_sorted_names(path))))
        except OSError as error:
            on_unreadable(path, error)


def _sorted_names(folder: Path) -> list[str]:
    with os.scandir(folder) as found:
        return sorted(
            entry.name for entry in found if not entry.name.startswith(".") and not _is_unfinished(entry.name)
        )


def _is_unfinished(name: str) -> bool:
    return name.endswith(_UNFINISHED)


def _is_new(folder: Path, root: Path, seen: set[Path]) -> bool:
    target = folder.resolve()
    if target in seen or (folder.is_symlink() and target.is_relative_to(root)):
        return False
    seen.add(target)
    return True


def is_pattern(text: str) -> bool:
    """Whether a path has wildcards and is no file or folder itself, as `[1] nota.txt` can be."""
    try:
        return bool(_WILDCARDS & set(text)) and not Path(text).exists()
    except (OSError, ValueError):
        return False


def glob_paths(pattern: str) -> list[Path]:
    """The files and folders that a pattern stands for, sorted; `**` stands for any folders in between.

    Hidden ones are left out unless the pattern begins their name with a dot, as a shell does.

    Raises:
        InputError: nothing matches, or it is no pattern.
    """
    parts = Path(pattern).parts
    fixed = next((place for place, part in enumerate(parts) if _WILDCARDS & set(part)), max(len(parts) - 1, 0))
    base, parts = Path(*parts[:fixed]), parts[fixed:]
    # Before Python 3.13 a final ** gives folders only.
    parts = (*parts, "*") if parts[-1:] == ("**",) else parts
    dotted = any(part.startswith(".") for part in parts)
    try:
        found = sorted(set(base.glob("/".join(parts))))
    except (OSError, ValueError, NotImplementedError, IndexError) as error:
        raise InputError(f"{pattern!r}: not a pattern that can be read ({error}): check it") from None
    if not dotted:
        found = [match for match in found if not any(part.startswith(".") for part in match.relative_to(base).parts)]
    found = [match for match in found if not _is_unfinished(match.name)]
    if not found:
        raise InputError(f"{pattern}: no file matches: check the pattern, and quote it for the shell")
    return found
