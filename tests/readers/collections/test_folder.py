from __future__ import annotations

import itertools
import os
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.errors import InputError, TsumError
from translate_pipeline.readers import read_document
from translate_pipeline.readers.collections.base import Entry
from translate_pipeline.readers.collections.folder import folder_entries, folder_paths, glob_paths, is_pattern


def made(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"Texto de {name}.")
    return folder


def found(folder: Path) -> list[str]:
    return [str(path.relative_to(folder)) for path in folder_paths(folder)]


def entries_at(path: str) -> Iterator[Entry]:
    if path.endswith("bad.txt"):
        raise InputError(f"{path}: bad")
    yield Entry(path, path, lambda: read_document(path))


def test_files_in_a_stable_order_without_hidden_and_unfinished_ones(tmp_path: Path) -> None:
    made(tmp_path, "b.txt", "a/2.txt", "a/10.txt", "a/.hidden", ".git/x.txt", "c/d/e.txt", ".b.txt.x.part", "x.part")
    (tmp_path / "empty").mkdir()
    assert found(tmp_path) == ["a/10.txt", "a/2.txt", "b.txt", "c/d/e.txt"]


def test_links_that_loop_end_and_nothing_is_read_twice(tmp_path: Path) -> None:
    folder = made(tmp_path / "in", "a/1.txt", "b/2.txt")
    made(tmp_path / "out", "3.txt")
    (tmp_path / "out" / "back").symlink_to(folder)
    (folder / "a" / "up").symlink_to(folder)
    (folder / "a" / "self").symlink_to("self")
    (folder / "a" / "b").symlink_to(folder / "b")
    (folder / "c").symlink_to(tmp_path / "out")
    (folder / "d").symlink_to(tmp_path / "out")
    (folder / "e.txt").symlink_to(tmp_path / "out" / "3.txt")
    (folder / "gone.txt").symlink_to(tmp_path / "none")
    assert found(folder) == ["a/1.txt", "b/2.txt", "c/3.txt", "e.txt"]


def test_a_pipe_is_no_document(tmp_path: Path) -> None:
    made(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "b")
    assert found(tmp_path) == ["a.txt"]


def test_a_folder_that_cannot_be_read_fails_alone(tmp_path: Path) -> None:
    made(tmp_path, "a.txt", "bad.txt", "z.txt")
    here, step = Path.cwd(), "n" * 200
    os.chdir(tmp_path)
    try:
        for _ in range(25):  # deeper than the system takes as one path
            Path(step).mkdir()
            os.chdir(step)
    finally:
        os.chdir(here)
    *read, last = folder_entries(tmp_path, entries_at)
    failures: list[TsumError] = []
    for entry in [*read, last]:
        try:
            assert entry.load().source_text == f"Texto de {Path(entry.name).name}."
        except TsumError as error:
            failures.append(error)
    assert [entry.name for entry in (read[0], read[1], last)] == [
        str(tmp_path / n) for n in ("a.txt", "bad.txt", "z.txt")
    ]
    assert len(failures) == 2
    assert "bad" in str(failures[0])
    assert "File name too long" in str(failures[1])


@pytest.mark.parametrize("name", ["none", "file.txt", "a\0b"])
def test_what_is_no_folder_is_refused(tmp_path: Path, name: str) -> None:
    made(tmp_path, "file.txt")
    with pytest.raises(InputError):
        next(folder_paths(tmp_path / name))


def test_paths_are_found_as_they_are_asked_for(tmp_path: Path) -> None:
    for folder in range(30):
        made(tmp_path, *(f"{folder:02}/{n:03}.txt" for n in range(50)))
    tracemalloc.start()
    assert sum(1 for _ in folder_paths(tmp_path)) == 1500
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 200_000
    made(tmp_path, "29/new.txt")
    paths = folder_paths(tmp_path)
    first = next(paths)
    made(tmp_path, "28/later.txt")
    assert tmp_path / "28" / "later.txt" in {first, *paths}


def test_patterns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path, "d/b.txt", "d/a.txt", "d/e/c.txt", "d/.h/x.txt", "d/.y.txt", "d/n.md", "d/p.txt.part", "d/[1].txt")
    assert glob_paths(str(tmp_path / "d" / "*.txt")) == [tmp_path / "d" / n for n in ("[1].txt", "a.txt", "b.txt")]
    monkeypatch.chdir(tmp_path)
    assert [str(p) for p in glob_paths("d/**/*.txt")] == ["d/[1].txt", "d/a.txt", "d/b.txt", "d/e/c.txt"]
    assert [str(p) for p in glob_paths("d/**")] == ["d/[1].txt", "d/a.txt", "d/b.txt", "d/e", "d/e/c.txt", "d/n.md"]
    assert [str(p) for p in glob_paths("./d/.*.txt")] == ["d/.y.txt"]
    assert is_pattern("d/*.txt")
    assert not is_pattern("d/[1].txt")
    assert not is_pattern("d/a.txt")


def test_a_hidden_folder_in_the_fixed_part_of_a_pattern_does_not_count(tmp_path: Path) -> None:
    folder = made(tmp_path / ".cache", "a.txt", ".b.txt")
    assert glob_paths(str(folder / "*.txt")) == [folder / "a.txt"]


@pytest.mark.parametrize("pattern", ["*.none", "none/**/x", "a\0*", "", "**x[", "/", "[", "***"])
def test_a_pattern_without_matches_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pattern: str) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError):
        glob_paths(pattern)


@given(st.text(max_size=30).filter(lambda text: "/" not in text and ".." not in text))
def test_any_pattern_is_expanded_or_refused(tmp_path_factory: pytest.TempPathFactory, pattern: str) -> None:
    folder = tmp_path_factory.getbasetemp() / "patterns"
    folder.mkdir(exist_ok=True)
    made(folder, "a.txt", "b.txt")
    try:
        matches = glob_paths(str(folder / (pattern + "*")))
    except InputError:
        return
    assert all(earlier < later for earlier, later in itertools.pairwise(matches))
