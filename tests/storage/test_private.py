"""Files and folders for their user alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from translate_pipeline.memory.memory import TranslationMemory, default_memory
from translate_pipeline.state import StateStore, default_state
from translate_pipeline.storage.private import make_folder_for, private_file, private_folder


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


@pytest.fixture(autouse=True)
def no_umask() -> Iterator[None]:
    """New files may be read and written by everybody, unless the code says otherwise."""
    before = os.umask(0)
    yield
    os.umask(before)


def test_a_new_folder_and_a_new_file(tmp_path: Path) -> None:
    private_folder(tmp_path / "a" / "b")
    private_file(tmp_path / "a" / "b" / "c")
    assert (mode(tmp_path / "a" / "b"), mode(tmp_path / "a" / "b" / "c")) == (0o700, 0o600)


def test_what_is_there_is_narrowed_and_keeps_its_text_and_time(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "file"
    file.parent.mkdir(mode=0o755)
    file.write_text("mine")
    file.chmod(0o664)
    os.utime(file, (1000, 1000))
    private_folder(file.parent)
    private_file(file)
    assert (mode(file.parent), mode(file), file.read_text(), file.stat().st_mtime) == (0o700, 0o600, "mine", 1000)


def test_a_mode_that_is_narrower_stays(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir(mode=0o500)
    private_folder(tmp_path / "folder")
    assert mode(tmp_path / "folder") == 0o500


def test_the_folders_of_state_and_memory_are_narrowed_and_the_logs_in_them(home: Path) -> None:
    for path in (default_state(), default_memory()):
        path.parent.mkdir(parents=True, mode=0o755)
        (path.parent / "batch.log").touch(mode=0o644)
    StateStore(default_state()).close()
    TranslationMemory(default_memory()).close()
    for path in (default_state(), default_memory()):
        assert [mode(each) for each in (path.parent, path, path.parent / "batch.log")] == [0o700, 0o600, 0o600]


def test_a_folder_that_the_user_named_keeps_its_mode(home: Path, tmp_path: Path) -> None:
    make_folder_for(tmp_path / "shared" / "state.sqlite")
    assert mode(tmp_path / "shared") == 0o777
