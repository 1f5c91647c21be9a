"""`tsum forget`: what a desk needs that has a source to protect."""

from __future__ import annotations

import json
import os
import pty
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from tests.desk import Desk, Run, article
from tests.digest.minimal import empty_digest
from translate_pipeline.cli.forget import forget
from translate_pipeline.cli.memory import app as memory_app
from translate_pipeline.digest.archive import DigestArchive
from translate_pipeline.errors import TsumError
from translate_pipeline.memory.memory import TranslationMemory, default_memory
from translate_pipeline.state import default_state
from translate_pipeline.storage.folders import state_folder

SECRET = "Muchos ciudadanos compraron Zarzalejo ventanas verdes durante invierno 1000."


@pytest.fixture
def desk(home: Path, tmp_path: Path) -> Desk:
    """A desk with two articles and a secret one, all done."""
    desk = Desk(tmp_path)
    desk.articles(2)
    desk.write("secreto.txt", f"{SECRET}\n\n{article(77)}")
    desk.batch()
    return desk


def run(command: typer.Typer, *arguments: str | Path) -> Run:
    result = CliRunner().invoke(command, list(map(str, arguments)), standalone_mode=False)
    if isinstance(result.exception, TsumError):
        return Run(int(result.exception.exit_code), result.stdout, str(result.exception))
    if result.exception is not None:
        raise result.exception
    return Run(int(result.return_value or 0), result.stdout, result.stderr)


def forgotten(desk: Desk, *arguments: str | Path) -> Run:
    app = typer.Typer(pretty_exceptions_enable=False)
    app.command()(forget)
    return run(app, *arguments, "--out", desk.out)


def traces(desk: Desk, *words: str) -> list[str]:
    """The files that hold one of the words, databases and their logs byte by byte, and those with one in their name."""
    found = []
    for folder in (desk.out, default_state().parent, default_memory().parent):
        for path in folder.rglob("*"):
            data = path.read_bytes() if path.is_file() else b""
            if any(word.encode() in data or word in path.name for word in words):
                found.append(path.name)
    return sorted(found)


def segments() -> int:
    memory = TranslationMemory(default_memory())
    try:
        return memory.count()
    finally:
        memory.close()


def test_nothing_of_a_document_is_left(desk: Desk) -> None:
    (desk.inputs / "secreto.txt").unlink()
    (output,) = (desk.out / name for name in desk.files if name.startswith("secreto"))
    assert len(traces(desk, "Zarzalejo", "secreto")) >= 4
    done = forgotten(desk, desk.inputs / "secreto.txt", "--yes")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        f"{desk.inputs / 'secreto.txt'}: {output}",
        "removed 1 document and 3 sentences of the translation memory",
    ]
    assert traces(desk, "Zarzalejo", "secreto") == []
    assert [Path(document["name"]).name for document in desk.index] == ["000.txt", "001.txt"]
    assert (len(desk.files), segments()) == (2, 4)
    assert desk.batch().silent


@pytest.mark.parametrize("arguments", [("--summary-only", "--rank", "target"), ("--format", "json"), ("--tree",)])
def test_other_settings_leave_nothing_either(desk: Desk, arguments: tuple[str, ...]) -> None:
    desk.batch(*arguments)
    (desk.inputs / "secreto.txt").unlink()
    assert forgotten(desk, desk.inputs / "secreto.txt", "--yes").code == 0
    assert traces(desk, "Zarzalejo", "secreto") == []


def test_the_sentences_of_earlier_versions_go_too(desk: Desk) -> None:
    path = desk.write("secreto.txt", article(55))
    desk.batch()
    path.unlink()
    forgotten(desk, path, "--yes")
    assert (traces(desk, "Zarzalejo"), segments()) == ([], 4)


def test_a_document_that_failed_is_forgotten_with_its_history(desk: Desk) -> None:
    path = desk.write("leer.txt", "")
    assert desk.batch().code == 6
    assert (
        forgotten(desk, path, "--yes").out
        == f"{path}: no output\nremoved 1 document and 0 sentences of the translation memory\n"
    )
    assert traces(desk, "leer.txt") == []
    assert desk.rows("SELECT count(*) FROM failures") == [(0,)]


@pytest.mark.parametrize("way", ["name", "output", "folder"])
def test_ways_to_name_a_document(desk: Desk, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk.folder)
    (output,) = (name for name in desk.files if name.startswith("secreto"))
    name = {"name": desk.inputs / "secreto.txt", "output": Path("out") / output, "folder": Path("in")}[way]
    assert forgotten(desk, name, "--yes").code == 0
    assert len(desk.files) == (0 if way == "folder" else 2)


def test_rows_of_an_archive_are_named_one_by_one_or_together(desk: Desk) -> None:
    rows = [{"id": name, "text": article(30 + number)} for number, name in enumerate(("a/1", "b", "c"))]
    archive = desk.write("archivo.jsonl", "\n".join(map(json.dumps, rows)))
    desk.batch(inputs=(archive,))
    assert len(desk.index) == 6
    forgotten(desk, f"{archive}#b", "--yes")
    assert len(desk.index) == 5
    assert "does it again: remove it from the inputs, too" in forgotten(desk, archive, "--yes").err
    assert len(desk.index) == 3


def test_what_is_missing_goes_without_being_named(desk: Desk) -> None:
    kept = desk.folder / "far"
    kept.mkdir()
    (kept / "x.txt").write_text(article(9), encoding="utf-8")
    desk.batch(inputs=(kept,))
    assert forgotten(desk, "--missing", "--yes").err == "tsum: no document whose file is gone\n"
    (desk.inputs / "secreto.txt").unlink()
    shutil.rmtree(kept)  # as a disk that is not mounted
    done = forgotten(desk, "--missing", "--yes")
    assert done.err == "tsum: 1 document left: the folder cannot be read: name it to forget what was in it\n"
    assert "removed 1 document " in done.out
    assert len(desk.index) == 3
    forgotten(desk, kept, "--yes")
    assert len(desk.index) == 2


def test_nothing_goes_without_a_yes(desk: Desk) -> None:
    before = desk.written()
    refused = forgotten(desk, desk.inputs / "secreto.txt")
    assert (refused.code, refused.err) == (2, "Remove every trace of 1 document? Say --yes; nothing was removed")
    assert refused.out.startswith(f"{desk.inputs / 'secreto.txt'}: ")
    assert desk.written() == before


def test_what_cannot_be_meant(desk: Desk) -> None:
    assert forgotten(desk).code == 2
    assert forgotten(desk, "x.txt", "--missing").code == 2
    unknown = forgotten(desk, "nadie.txt", "--yes")
    assert (unknown.code, unknown.err) == (
        8, f"nadie.txt: no document of {desk.out} is called so: see the names in its index.json"
    )  # fmt: skip
    assert forgotten(desk, "x.txt", "--memory", desk.folder / "none.sqlite").code == 8
    assert not (desk.folder / "none.sqlite").exists()


def test_an_output_folder_that_was_deleted_in_a_hurry(desk: Desk) -> None:
    shutil.rmtree(desk.out)
    (desk.inputs / "secreto.txt").unlink()
    assert forgotten(desk, desk.inputs / "secreto.txt", "--yes").code == 0
    assert traces(desk, "Zarzalejo", "secreto") == []
    assert not desk.out.exists()


def test_what_a_killed_run_wrote_and_did_not_record(desk: Desk) -> None:
    (output,) = (desk.out / name for name in desk.files if name.startswith("secreto"))
    output.with_suffix(".json").write_text(SECRET, encoding="utf-8")
    forgotten(desk, desk.inputs / "secreto.txt", "--yes")
    assert traces(desk, "Zarzalejo") == []


def test_files_that_name_it_still_are_told_of(desk: Desk) -> None:
    log = state_folder() / "batch-out.log"
    log.write_text(f"tsum: {desk.inputs}/secreto.txt: no text in it", encoding="utf-8")
    done = forgotten(desk, desk.inputs / "secreto.txt", "--yes")
    assert f"tsum: {log}: names a document that was removed: " in done.err


def test_other_jobs_that_know_it_are_told_of(desk: Desk) -> None:
    other = desk.folder / "other"
    desk.batch("--out", other)
    done = forgotten(desk, desk.inputs / "secreto.txt", "--yes")
    assert f"secreto.txt: done into {other}, too: give the command again with --out {other}\n" in done.err


def test_the_memory_forgets_a_name(desk: Desk) -> None:
    refused = run(memory_app, "forget", "ZARZALEJO")
    assert (refused.code, refused.err) == (2, "1 segment would be removed: say --yes, too")
    assert run(memory_app, "forget", "zarzalejo", "--yes").out == "removed 1 segment\n"
    assert "memory.sqlite" not in traces(desk, "Zarzalejo")
    assert run(memory_app, "forget", "zarzalejo", "--yes").err == "tsum: no such sentence is remembered\n"
    assert run(memory_app, "forget", " ", "--yes").code == 2


def test_the_memory_forgets_a_file_that_any_command_has_read(desk: Desk) -> None:
    done = run(memory_app, "forget", "--document", desk.inputs / "secreto.txt", "--yes")
    assert (done.out, segments()) == ("removed 3 segments\n", 4)


def test_the_memory_forgets_every_row_of_an_archive(desk: Desk) -> None:
    rows = [{"text": f"Esta fila número {number} dice otra cosa distinta."} for number in range(9)]
    archive = desk.write("filas.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    before = segments()
    desk.batch(inputs=(archive,))
    assert segments() == before + 9
    assert run(memory_app, "forget", "--document", archive, "--yes").out == "removed 9 segments\n"


def kept_briefing(title: str) -> Path:
    """A briefing that `tsum brief --since-last` has kept."""
    folder = state_folder() / "briefings" / "morning"
    DigestArchive(folder).keep(replace(empty_digest(), title=title))
    (path,) = folder.iterdir()
    return path


def test_kept_briefings_that_name_a_document_go_with_it(desk: Desk) -> None:
    path = kept_briefing("secreto.txt")
    done = forgotten(desk, desk.inputs / "secreto.txt", "--yes")
    assert f"removed {path}\n" in done.out
    assert not path.exists()


def test_kept_briefings_with_a_name_go_with_it(desk: Desk) -> None:
    path = kept_briefing("Nota de Zarzalejo")
    assert run(memory_app, "forget", "Zarzalejo").err == (
        "1 segment and 1 kept briefing would be removed: say --yes, too"
    )
    assert path.exists()
    assert run(memory_app, "forget", "Zarzalejo", "--yes").out == f"removed 1 segment\nremoved {path}\n"
    assert not path.exists()


def test_a_question_is_asked_at_a_terminal(desk: Desk) -> None:
    program = "import sys; from translate_pipeline.cli.forget import forget; import typer; typer.run(forget)"
    command = [sys.executable, "-c", program, str(desk.inputs / "secreto.txt"), "--out", str(desk.out)]
    process, terminal = pty.fork()
    if process == 0:
        os.execv(sys.executable, command)
    os.write(terminal, b"y\n")
    shown = b""
    try:
        while chunk := os.read(terminal, 4096):
            shown += chunk
    except OSError:
        pass
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0
    assert b"Remove every trace of 1 document? [y/N]" in shown
    assert len(desk.files) == 2
