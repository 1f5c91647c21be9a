"""`tsum memory`, mostly in this process; the main paths through the real command."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from translate_pipeline.cli.memory import app
from translate_pipeline.errors import TsumError
from translate_pipeline.memory import Context, Remembered, TranslationMemory
from translate_pipeline.memory.memory import default_memory

if TYPE_CHECKING:
    from tests.conftest import Tsum

CONTEXT = Context("es", "en", ("es-en 1.0 (f00d)",), 4, "0123456789abcdef", "0.1.0.1")
HUMAN = """<?xml version="1.0"?><tmx version="1.4"><header srclang="ES-ES"/><body>
<tu><tuv xml:lang="ES-ES"><seg>Buenos días.</seg></tuv><tuv xml:lang="EN-US"><seg>Good morning.</seg></tuv></tu>
<tu><tuv xml:lang="ES-ES"><seg>Sin traducir.</seg></tuv></tu>
</body></tmx>
"""


@pytest.fixture
def memory(home: Path) -> Iterator[TranslationMemory]:
    """The user's memory with three translations, one of them imported."""
    memory = TranslationMemory(default_memory())
    memory.remember(CONTEXT, {"Hola.": Remembered("Hello."), "Sí.": Remembered("Yes.")})
    memory.remember_imported("es", "en", {"No.": "Nope."})
    yield memory
    memory.close()


@pytest.fixture
def desk(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder."""
    folder = home / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def run(*arguments: str, input: str = "") -> tuple[int, str, str]:
    """Exit code, standard output, and the complaint or the notes."""
    result = CliRunner().invoke(app, list(arguments), input=input, standalone_mode=False)
    if isinstance(result.exception, TsumError):
        return int(result.exception.exit_code), result.stdout, str(result.exception)
    if result.exception is not None:
        raise result.exception
    return int(result.return_value or 0), result.stdout, result.stderr


def test_stats_in_a_pipe_are_divided_by_tabs(memory: TranslationMemory) -> None:
    code, out, err = run("stats")
    rows = [line.split("\t") for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert rows[0][:2] == [str(default_memory()), "3 segments"]
    assert rows[0][2].endswith("kB")
    assert [row[:4] for row in rows[1:]] == [
        ["es-en", "es-en 1.0 (f00d)", "0123456789ab", "2"],
        ["es-en", "people (imported)", "-", "1"],
    ]


def test_stats_as_json(memory: TranslationMemory) -> None:
    report = json.loads(run("stats", "--json")[1])
    assert (report["path"], report["segments"]) == (str(default_memory()), 3)
    assert report["bytes"] > 0
    assert report["contexts"][0] == {
        "source_language": "es",
        "target_language": "en",
        "packages": "es-en 1.0 (f00d)",
        "glossary": "0123456789abcdef",
        "segments": 2,
        "last_used": report["contexts"][1]["last_used"],
    }


def test_stats_at_a_terminal_are_a_table(memory: TranslationMemory) -> None:
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "translate_pipeline", "memory", "stats"]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "140"}
    process = subprocess.Popen(command, stdout=slave, stderr=slave, env=environment)
    os.close(slave)
    shown = b""
    try:
        while chunk := os.read(master, 4096):
            shown += chunk
    except OSError:  # the other side is closed
        pass
    os.close(master)
    assert process.wait(timeout=60) == 0
    assert "│" in shown.decode()
    assert "people (imported)" in shown.decode()


def test_nothing_is_remembered_on_a_new_machine(home: Path) -> None:
    assert run("stats")[1].split("\t")[1] == "0 segments"
    assert run("prune", "--unused", "30")[1].startswith("removed 0 segments; 0 left, ")


@pytest.mark.parametrize("arguments", [("stats",), ("prune", "--unused", "3"), ("export", "m.tmx")])
def test_a_memory_that_is_named_must_be_there(desk: Path, arguments: tuple[str, ...]) -> None:
    code, out, complaint = run(*arguments, "--memory", "missing.sqlite")
    assert (code, out) == (14, "")
    assert complaint == "missing.sqlite: no translation memory there: check the path"
    assert not list(desk.iterdir())


def test_prune_keeps_what_is_in_use_and_what_people_made(memory: TranslationMemory) -> None:
    assert run("prune", "--unused", "30")[1].startswith("removed 0 segments; 3 left, ")
    assert run("prune", "--unused", "0", "--yes")[1].startswith("removed 2 segments; 1 left, ")
    assert run("prune", "--unused", "0", "--imported", "--yes")[1].startswith("removed 1 segment; 0 left, ")


def test_prune_removes_everything_only_when_told_twice(memory: TranslationMemory) -> None:
    assert run("prune", "--unused", "0") == (2, "", "--unused 0 removes everything: say --yes, too")
    assert memory.count() == 3


def test_another_programs_file_is_refused(desk: Path) -> None:
    Path("notes.txt").write_text("Notas\n" * 500)
    code, _, complaint = run("prune", "--unused", "0", "--yes", "--memory", "notes.txt")
    assert code == 14
    assert complaint.startswith("notes.txt: not the translation memory, or damaged: ")
    assert Path("notes.txt").read_text() == "Notas\n" * 500


def test_an_exported_memory_can_be_imported_into_another(memory: TranslationMemory, desk: Path) -> None:
    code, out, err = run("export", "memory.tmx")
    assert (code, err) == (0, "")
    assert out.startswith("wrote 3 segments to memory.tmx, ")
    assert run("import", "memory.tmx", "--memory", "new/other.sqlite") == (
        0,
        "imported 1 translation by people, 2 of tsum's own\n",
        "tsum: every command uses them with --memory new/other.sqlite\n",
    )
    other = TranslationMemory(Path("new/other.sqlite"))
    assert other.recall(CONTEXT, ["Hola.", "No."]) == {
        "Hola.": Remembered("Hello."),
        "No.": Remembered("Nope.", imported=True),
    }
    other.close()


def test_only_a_language_pair_is_exported(memory: TranslationMemory, desk: Path) -> None:
    memory.remember_imported("fr", "en", {"Non.": "No."})
    assert run("export", "memory.tmx", "--from", "fr-FR", "--to", "EN")[1].startswith("wrote 1 segment to memory.tmx, ")
    assert 'srclang="fr"' in Path("memory.tmx").read_text()
    code, out, note = run("export", "memory.tmx", "--from", "klingon")
    assert (code, out.startswith("wrote 0 segments")) == (0, True)
    assert "nothing from klingon is remembered" in note


def test_the_memory_itself_is_not_overwritten_by_its_export(memory: TranslationMemory) -> None:
    before = default_memory().read_bytes()
    code, _, complaint = run("export", str(default_memory()))
    assert code == 11
    assert "is an input too" in complaint
    assert default_memory().read_bytes() == before


def test_units_that_were_left_out_are_counted(memory: TranslationMemory, desk: Path) -> None:
    Path("people.tmx").write_text(HUMAN, encoding="utf-8")
    code, out, note = run("import", "people.tmx")
    assert (code, out) == (0, "imported 1 translation by people\n")
    users, left_out = note.splitlines()
    assert users == f"tsum: batch and brief use them; run and translate do with --memory {default_memory()}"
    assert left_out.startswith("tsum: units left out: 1 (without a wanted pair of languages")
    assert memory.recall(CONTEXT, ["Buenos días."])["Buenos días."] == Remembered("Good morning.", imported=True)
    assert run("import", "people.tmx", "--from", "en", "-q") == (0, "imported 0 translations by people\n", "")


def test_a_bad_file_is_refused_with_its_line(memory: TranslationMemory, desk: Path) -> None:
    Path("bad.tmx").write_text(HUMAN.replace("</seg></tuv></tu>", "</seg></tu>"), encoding="utf-8")
    assert run("import", "bad.tmx") == (8, "", "bad.tmx:2: malformed XML (mismatched tag): mend it there")
    assert run("import", "missing.tmx")[0] == 8
    assert memory.count() == 3


def test_the_real_command(tsum: Tsum, memory: TranslationMemory, tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    assert tsum("memory", "export", path).code == 0
    assert tsum("memory", "import", path).out == "imported 1 translation by people, 2 of tsum's own\n"
    assert tsum("memory", "prune", "--unused", "-1").code == 2
    assert tsum("memory", "prune").code == 2
    bad = tsum("memory", "import", tmp_path)
    assert (bad.code, bad.out) == (8, "")
    assert bad.err.startswith(f"tsum: {tmp_path}: is a directory")
    assert tsum("memory", "prune", "--unused", "0", "--yes").out.startswith("removed 2 segments; 1 left, ")


@pytest.mark.parametrize("command", ["run", "translate"])
def test_other_commands_use_a_memory_that_is_named(tsum: Tsum, home: Path, tmp_path: Path, command: str) -> None:
    article, path = tmp_path / "a.txt", tmp_path / "named.sqlite"
    article.write_text("El ministro llegó el martes a Madrid.\n", encoding="utf-8")
    memory = TranslationMemory(path)
    memory.remember_imported("es", "en", {"El ministro llegó el martes a Madrid.": "The minister came on Tuesday."})
    memory.close()
    named = tsum(command, article, "--memory", path, "--no-default-glossary")
    assert (named.code, "The minister came on Tuesday." in named.out) == (0, True)
    assert "The minister came on Tuesday." not in tsum(command, article, "--no-default-glossary").out
    assert not default_memory().exists()
