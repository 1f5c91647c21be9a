"""SQLite files of tsum's own: shared, killed, damaged, foreign, newer, read-only, full."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from translate_pipeline.errors import StorageError
from translate_pipeline.storage.database import Database

APPLICATION = 0x74657374
FIRST = "CREATE TABLE words (word TEXT NOT NULL); CREATE TABLE counts (count INTEGER NOT NULL)"
SECOND = "ALTER TABLE words ADD COLUMN language TEXT; INSERT INTO counts VALUES (0)"
NOBODY = 65_534
OPENING = (
    "import sys\n"
    "from pathlib import Path\n"
    "from translate_pipeline.storage.database import Database\n"
    f"database = Database(Path(sys.argv[1]), {APPLICATION}, {(FIRST, SECOND)!r}, 'the word list')\n"
)


def opened(path: Path, migrations: tuple[str, ...] = (FIRST, SECOND), application: int = APPLICATION) -> Database:
    return Database(path, application, migrations, "the word list")


def words(database: Database) -> list[str]:
    return [word for (word,) in database.rows("SELECT word FROM words ORDER BY rowid")]


def add(database: Database, *more: str) -> None:
    with database.transaction() as connection:
        connection.executemany("INSERT INTO words (word) VALUES (?)", [(word,) for word in more])


def problem(path: Path, migrations: tuple[str, ...] = (FIRST, SECOND), application: int = APPLICATION) -> str:
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StorageError) as caught:
        opened(path, migrations, application)
    assert before is None or path.read_bytes() == before
    assert "\n" not in str(caught.value)
    return str(caught.value)


def python(program: str, path: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", OPENING + program, str(path)]
    return subprocess.Popen(command, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@pytest.fixture
def ordinary_folder() -> Iterator[Path]:
    """A folder of an ordinary user, who runs the test: root may write everywhere."""
    folder = Path(tempfile.mkdtemp())
    is_root = os.geteuid() == 0
    if is_root:
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    try:
        yield folder
    finally:
        if is_root:
            os.seteuid(0)
        folder.chmod(0o700)
        shutil.rmtree(folder)


def test_what_was_written_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "made" / "with its folders" / "words.sqlite"
    database = opened(path)
    add(database, "uno", "dos")
    database.close()
    again = opened(path)
    assert words(again) == ["uno", "dos"]
    again.close()


@pytest.mark.parametrize("umask", [0, 0o022, 0o077])
def test_no_other_user_may_read_it_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    path = tmp_path / "words.sqlite"
    old = os.umask(umask)
    try:
        database = opened(path)
        add(database, "uno")
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
    finally:
        os.umask(old)
    assert modes == {"words.sqlite": 0o600, "words.sqlite-wal": 0o600, "words.sqlite-shm": 0o600}
    database.close()


def test_a_name_that_sqlite_takes_for_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    database = opened(Path(":memory:"))
    add(database, "uno")
    database.close()
    again = opened(tmp_path / ":memory:")
    assert words(again) == ["uno"]
    again.close()


def test_an_older_file_is_brought_up_to_date_with_what_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "words.sqlite"
    old = opened(path, (FIRST,))
    add(old, "uno")
    old.close()
    new = opened(path)
    assert list(new.rows("SELECT word, language FROM words")) == [("uno", None)]
    assert list(new.rows("SELECT count FROM counts")) == [(0,)]
    new.close()


def test_a_migration_that_fails_leaves_the_older_file(tmp_path: Path) -> None:
    path = tmp_path / "words.sqlite"
    opened(path, (FIRST,)).close()
    with pytest.raises(StorageError):
        opened(path, (FIRST, "INSERT INTO counts VALUES (7); INSERT INTO nowhere VALUES (1)"))
    database = opened(path)
    assert list(database.rows("SELECT count FROM counts")) == [(0,)]
    database.close()


def test_an_error_takes_the_whole_transaction_back(tmp_path: Path) -> None:
    database = opened(tmp_path / "words.sqlite")
    with pytest.raises(KeyboardInterrupt), database.transaction() as connection:
        connection.execute("INSERT INTO words (word) VALUES ('uno')")
        raise KeyboardInterrupt
    assert words(database) == []
    add(database, "dos")
    assert words(database) == ["dos"]
    database.close()


def test_many_processes_may_make_a_new_file_at_once(tmp_path: Path) -> None:
    path = tmp_path / "words.sqlite"
    # Each waits for a line, so that all open the file at one moment.
    waiting = "import sys; sys.stdin.readline()\n"
    command = [sys.executable, "-c", waiting + OPENING, str(path)]
    processes = [subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(8)]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    complaints = [process.communicate(timeout=60)[1] for process in processes]
    assert complaints == [""] * 8
    database = opened(path)
    assert list(database.rows("SELECT count FROM counts")) == [(0,)]
    database.close()


def test_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "words.sqlite"
    opened(path).close()
    program = (
        "for _ in range(200):\n"
        "    with database.transaction() as connection:\n"
        "        (count,) = connection.execute('SELECT count FROM counts').fetchone()\n"
        "        connection.execute('UPDATE counts SET count = ?', (count + 1,))\n"
    )
    processes = [python(program, path) for _ in range(4)]
    assert [process.communicate(timeout=60)[1] for process in processes] == [""] * 4
    database = opened(path)
    assert list(database.rows("SELECT count FROM counts")) == [(800,)]
    database.close()


def test_a_writer_killed_in_a_transaction_leaves_what_was_before_and_no_lock(tmp_path: Path) -> None:
    path = tmp_path / "words.sqlite"
    database = opened(path)
    add(database, "uno")
    # Ten megabytes, so that some of them have left the cache for the file.
    process = python(
        "with database.transaction() as connection:\n"
        "    for number in range(1000):\n"
        "        connection.execute('INSERT INTO words (word) VALUES (?)', (f'{number}' * 5000,))\n"
        "    print('in the middle', flush=True)\n"
        "    sys.stdin.read()\n",
        path,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "in the middle\n"
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)
    assert words(database) == ["uno"]
    add(database, "dos")
    database.close()
    again = opened(path)
    assert words(again) == ["uno", "dos"]
    assert list(again.rows("PRAGMA integrity_check")) == [("ok",)]
    again.close()


def test_a_text_file(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Notas de la reunión del martes, que no deben perderse.\n" * 100, encoding="utf-8")
    way_out = "name another file, or move this one away"
    assert problem(path) == f"{path}: not the word list, or damaged: {way_out}"


@pytest.mark.parametrize(
    "statement", ["CREATE TABLE history (page TEXT)", "PRAGMA application_id = 252006675", "PRAGMA user_version = 3"]
)
def test_a_file_of_another_program_is_refused_and_left_as_it_is(tmp_path: Path, statement: str) -> None:
    path = tmp_path / "places.sqlite"
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()
    assert problem(path).startswith(f"{path}: not the word list, but a file of another program: ")
    assert [file.name for file in tmp_path.iterdir()] == ["places.sqlite"]


def test_another_file_of_tsum(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    opened(path).close()
    assert "a file of another program" in problem(path, application=APPLICATION + 1)


def test_a_file_of_a_newer_version(tmp_path: Path) -> None:
    path = tmp_path / "words.sqlite"
    opened(path).close()
    assert problem(path, (FIRST,)) == (
        f"{path}: made by a newer version of tsum (format 2, this one knows 1): "
        "update tsum, or name another file, or move this one away"
    )


def test_a_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "words.sqlite"
    database = opened(path)
    add(database, *(f"palabra {number}" * 50 for number in range(1000)))
    database.close()
    data = bytearray(path.read_bytes())
    data[8192:-4096] = b"\xa5" * (len(data) - 8192 - 4096)
    path.write_bytes(data)
    damaged = opened(path)
    with pytest.raises(StorageError, match=r"words\.sqlite: the word list is damaged \(.*\): name another file"):
        words(damaged)
    damaged.close()


def test_a_file_cut_short(tmp_path: Path) -> None:
    path = tmp_path / "words.sqlite"
    database = opened(path)
    add(database, *(f"palabra {number}" * 50 for number in range(1000)))
    database.close()
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(StorageError, match="is damaged"), contextlib.closing(opened(path)) as damaged:
        words(damaged)


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    assert problem(tmp_path).startswith(f"{tmp_path}: the word list cannot be opened (Is a directory): ")


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    path = tmp_path / "file" / "words.sqlite"
    assert problem(path).startswith(f"{path}: the word list cannot be opened (")


def test_a_read_only_folder(ordinary_folder: Path) -> None:
    ordinary_folder.chmod(0o500)
    path = ordinary_folder / "words.sqlite"
    assert problem(path).startswith(f"{path}: the word list cannot be opened (Permission denied): ")


def test_a_folder_made_read_only_with_the_file_in_it(ordinary_folder: Path) -> None:
    path = ordinary_folder / "words.sqlite"
    opened(path).close()
    ordinary_folder.chmod(0o500)
    assert problem(path).startswith(f"{path}: the word list cannot be written: ")


def test_a_read_only_file(ordinary_folder: Path) -> None:
    path = ordinary_folder / "words.sqlite"
    opened(path).close()
    path.chmod(0o400)
    assert problem(path).startswith(f"{path}: the word list cannot be opened (Permission denied): ")


def test_a_full_disk_leaves_what_was_before(tmp_path: Path) -> None:
    path = tmp_path / "words.sqlite"
    database = opened(path)
    add(database, "uno")
    with database.transaction() as connection:
        connection.execute("PRAGMA max_page_count = 10")
    with pytest.raises(StorageError, match=r"words\.sqlite: cannot be written \(no space left\): make room"):
        add(database, *("x" * 1000 for _ in range(100)))
    assert words(database) == ["uno"]
    add(database, "dos")
    assert words(database) == ["uno", "dos"]
    database.close()


def test_a_file_that_may_not_grow_leaves_what_was_before(tmp_path: Path) -> None:
    path = tmp_path / "words.sqlite"
    database = opened(path)
    add(database, "uno")
    database.close()
    process = python(
        "import resource\n"
        "from translate_pipeline.errors import StorageError\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))\n"
        "try:\n"
        "    with database.transaction() as connection:\n"
        "        for _ in range(1000):\n"
        "            connection.execute('INSERT INTO words (word) VALUES (?)', ('x' * 1000,))\n"
        "except StorageError as error:\n"
        "    print(error)\n",
        path,
    )
    complaint, trace = process.communicate(timeout=60)
    assert (complaint.startswith(f"{path}: "), "damaged" in complaint, trace) == (True, False, "")
    again = opened(path)
    assert words(again) == ["uno"]
    again.close()
