from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.toy_packages import everything_below
from translate_pipeline.atomic import write_atomically
from translate_pipeline.errors import OutputError


def test_a_file_is_written_in_utf8_and_nothing_else_left(tmp_path: Path) -> None:
    write_atomically(tmp_path / "out.md", "¿Qué?\n中\n")
    assert (tmp_path / "out.md").read_bytes() == "¿Qué?\n中\n".encode()
    assert everything_below(tmp_path) == ["out.md"]


def test_an_existing_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    out = tmp_path / "out.md"
    out.write_text("a longer text that stood here before", encoding="utf-8")
    out.chmod(0o640)
    write_atomically(out, "new")
    assert out.read_text(encoding="utf-8") == "new"
    assert stat.S_IMODE(out.stat().st_mode) == 0o640


def test_a_new_file_gets_the_mode_that_the_umask_says(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "out.md", "text")
        assert os.umask(0o027) == 0o027
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "out.md").stat().st_mode) == 0o640


def test_a_reader_never_sees_half_a_file(tmp_path: Path) -> None:
    out = tmp_path / "out.md"
    first, second = "a" * 500_000, "b" * 500_000
    write_atomically(out, first)
    seen: set[str] = set()
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            seen.add(out.read_text(encoding="utf-8"))

    reader = threading.Thread(target=read)
    reader.start()
    for text in [second, first] * 10:
        write_atomically(out, text)
    stop.set()
    reader.join()
    assert seen <= {first, second}
    assert seen


def test_a_link_stays_a_link_and_its_target_is_written(tmp_path: Path) -> None:
    target, link = tmp_path / "real" / "target.md", tmp_path / "link.md"
    target.parent.mkdir()
    target.touch()
    link.symlink_to(target)
    write_atomically(link, "text")
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "text"
    assert everything_below(target.parent) == ["target.md"]


def test_a_link_to_a_file_that_is_not_there_yet_is_followed(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to("target.md")
    write_atomically(tmp_path / "link.md", "text")
    assert (tmp_path / "target.md").read_text(encoding="utf-8") == "text"


def test_a_link_to_itself_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to("link.md")
    with pytest.raises(OutputError, match="cannot be written"):
        write_atomically(tmp_path / "link.md", "text")


def test_a_device_is_written_to_and_stays_a_device() -> None:
    write_atomically(Path("/dev/null"), "text")
    assert Path("/dev/null").is_char_device()


def test_a_pipe_is_written_through(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text(encoding="utf-8")))
    reader.start()
    write_atomically(pipe, "text")
    reader.join(10)
    assert got == ["text"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_full_device_is_an_output_error() -> None:
    with pytest.raises(OutputError, match=r"/dev/full: cannot be written \(No space left on device\)"):
        write_atomically(Path("/dev/full"), "text")


@pytest.mark.parametrize("path", ["missing/out.md", "file/out.md", "folder", "x" * 300])
def test_a_place_that_cannot_be_written_is_an_output_error_and_stays_as_it_is(path: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError, match="cannot be written"):
        write_atomically(tmp_path / path, "text")
    assert everything_below(tmp_path) == ["file", "folder"]


def test_a_long_name_of_many_bytes_is_written(tmp_path: Path) -> None:
    name = "中" * 83 + ".md"
    write_atomically(tmp_path / name, "text")
    assert everything_below(tmp_path) == [name]


def test_when_the_disk_fills_up_the_old_file_is_untouched_and_no_part_left(tmp_path: Path) -> None:
    (tmp_path / "out.md").write_text("old", encoding="utf-8")
    code = (
        "import pathlib, resource, sys\n"
        "from translate_pipeline.atomic import write_atomically\n"
        "from translate_pipeline.errors import OutputError\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n    write_atomically(pathlib.Path(sys.argv[1]), 'x' * 100_000)\n"
        "except OutputError as error:\n    print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, tmp_path / "out.md"], capture_output=True, text=True, check=True)
    assert "out.md: cannot be written (File too large)" in done.stdout
    assert (tmp_path / "out.md").read_text(encoding="utf-8") == "old"
    assert everything_below(tmp_path) == ["out.md"]
