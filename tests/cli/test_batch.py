"""`tsum batch` on a desk: mostly in this process with a tiny package; signals, kills and full disks in real ones."""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Tsum
from tests.desk import Desk, article, small_package
from tests.toy_packages import installed, make_package
from translate_pipeline.memory.memory import TranslationMemory, default_memory
from translate_pipeline.state import default_state

NOBODY = 65_534
ENGLISH = "The president spoke for two hours on Tuesday evening.\n\n"


@pytest.fixture
def desk(home: Path, tmp_path: Path) -> Desk:
    """A desk with three articles."""
    desk = Desk(tmp_path)
    desk.articles(3)
    return desk


@pytest.fixture
def ordinary_desk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk of an ordinary user, who runs the test: root may write everywhere."""
    desk = Desk(Path(tempfile.mkdtemp()))
    for name in ("STATE", "DATA", "CACHE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(desk.folder / "home"))
    desk.articles(1)
    (desk.folder / "home").mkdir()
    small_package().parent.chmod(0o755)
    is_root = os.geteuid() == 0
    if is_root:
        for path in (desk.folder, *desk.folder.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    try:
        yield desk
    finally:
        if is_root:
            os.seteuid(0)
        desk.folder.chmod(0o700)
        shutil.rmtree(desk.folder)


def segments() -> int:
    """How many sentences the user's translation memory knows."""
    memory = TranslationMemory(default_memory())
    try:
        return memory.count()
    finally:
        memory.close()


def start(desk: Desk, *arguments: str | Path, before: str = "") -> subprocess.Popen[str]:
    """The real command in a process of its own, after some Python of the test's."""
    program = f"{before}\nfrom translate_pipeline.cli import main\nmain()"
    command = [sys.executable, "-c", program, "batch", *desk.arguments(*arguments)]
    return subprocess.Popen(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def begun(log: Path, stage: str = "read") -> None:
    """Waits until a run has come to a stage."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if log.exists() and f'"stage": "{stage}"' in log.read_text(encoding="utf-8"):
            return
        time.sleep(0.01)
    raise AssertionError(f"the run never came to {stage}")


def test_a_second_run_is_silent_and_does_nothing(desk: Desk) -> None:
    first = desk.batch()
    assert (first.code, first.out) == (0, "")
    assert first.err == f"tsum: 3 done: see {desk.out}/index.html\n"
    before, known = desk.written(), segments()
    assert len(before) == 3
    assert desk.batch().silent
    assert (desk.written(), segments()) == (before, known)
    assert [row[0] for row in desk.rows("SELECT id FROM runs")] == [1]


def test_a_changed_file_is_done_again_in_place(desk: Desk) -> None:
    desk.batch()
    before = desk.written()
    desk.write("001.txt", article(77))
    assert desk.batch().err.startswith("tsum: 1 done, 2 unchanged: ")
    after = desk.written()
    changed = [name for name in before if after[name] != before[name]]
    assert (list(after), [name[:3] for name in changed]) == (list(before), ["001"])
    assert "compraron 77" in (desk.out / changed[0]).read_text(encoding="utf-8")


def test_a_file_that_was_only_touched_is_not_done_again(desk: Desk) -> None:
    desk.batch()
    later = time.time() + 10_000_000  # as a clock that was set back since would leave it
    os.utime(desk.inputs / "000.txt", (later, later))
    assert desk.batch().silent


def test_a_document_whose_output_was_deleted_is_done_again(desk: Desk) -> None:
    desk.batch()
    names = desk.files
    (desk.out / names[0]).unlink()
    assert desk.batch().err.startswith("tsum: 1 done, 2 unchanged: ")
    assert desk.files == names


def test_other_settings_do_all_again_and_what_was_made_before_stays(desk: Desk) -> None:
    desk.batch()
    assert desk.batch("--format", "json", "-f", "txt", "-f", "json").err.startswith("tsum: 3 done: ")
    assert sorted({name.partition(".")[2] for name in desk.files}) == ["json", "md", "txt"]
    first = desk.index[0]
    assert [Path(name).suffix for name in first["files"]] == [".json", ".txt"]
    assert [Path(name).suffix for name in first["earlier_files"]] == [".md"]
    assert json.loads((desk.out / first["files"][0]).read_text(encoding="utf-8"))["words"] == first["words"]
    assert desk.batch("-f", "json", "-f", "txt").silent


def test_an_unknown_format_changes_nothing(desk: Desk) -> None:
    run = desk.batch("--format", "docx")
    assert (run.code, run.err) == (2, "tsum: --format 'docx' is unknown: use one of md, txt, json\n")
    assert not desk.out.exists()


def test_a_tree_lies_as_the_inputs_do(desk: Desk) -> None:
    desk.write("deporte/2024/gol.txt", article(5))
    desk.write("Deporte/Gol.txt", article(6))
    assert desk.batch("--tree").code == 0
    names = desk.files
    assert {"000.txt.md", "001.txt.md", "002.txt.md", "deporte/2024/gol.txt.md"} < set(names)
    assert len({name.casefold() for name in names}) == 5
    assert desk.batch("--tree").silent
    assert desk.batch("--flat").code == 0
    assert sum("/" not in name for name in desk.files) == 3 + 5


def test_outputs_among_the_inputs_are_no_inputs(desk: Desk) -> None:
    desk = Desk(desk.folder / "in")
    everything = (desk.folder,)
    assert desk.batch(inputs=everything).err.startswith("tsum: 3 done: ")
    assert desk.batch(inputs=everything).silent
    assert desk.batch("--tree", "-f", "txt", inputs=everything).err.startswith("tsum: 3 done: ")
    # What a run that was killed has written, but not recorded.
    (desk.out / "nota-0123456789ab.md").write_text(article(9), encoding="utf-8")
    assert desk.batch("--tree", "-f", "txt", inputs=everything).silent


def test_outputs_of_another_job_are_no_inputs_either(desk: Desk) -> None:
    first = desk.inputs / "out1"
    desk.batch("--out", first, "--tree", "-f", "md", "-f", "json")
    mine = desk.write("out1/mine.txt", article(8))
    done = desk.batch()
    assert done.err.splitlines() == [
        f"tsum: 4 done: see {desk.out}/index.html",
        f"tsum: {first}: what tsum has written there is no input, and was passed over",
    ]
    assert sorted(document["name"] for document in desk.index)[-1] == str(mine)
    assert desk.batch().silent


@pytest.mark.parametrize("name", ["index.html", "index.json"])
def test_an_index_of_somebody_else_is_not_replaced(desk: Desk, name: str) -> None:
    desk.out.mkdir()
    (desk.out / name).write_text("<p>my page", encoding="utf-8")
    run = desk.batch()
    assert (run.code, run.err.count("\n")) == (11, 1)
    assert run.err.startswith(f"tsum: {desk.out / name}: is no index of tsum, and would be replaced: ")
    assert (desk.files, (desk.out / name).read_text(encoding="utf-8")) == ([], "<p>my page")


def test_one_document_under_two_names_is_one(desk: Desk) -> None:
    twice = (desk.inputs, desk.inputs / "000.txt", desk.inputs / ".." / "in" / "001.txt")
    assert desk.batch(inputs=twice).err.startswith("tsum: 3 done, 2 named twice: ")
    assert len(desk.files) == 3


def test_only_new_leaves_out_what_has_changed_but_tries_what_may_have_passed(desk: Desk) -> None:
    late = desk.inputs / "late.txt"
    assert desk.batch("--only-new", inputs=(desk.inputs, late)).code == 6
    desk.write("000.txt", article(50))
    desk.write("003.txt", article(3))
    late.write_text(article(4), encoding="utf-8")
    assert desk.batch("--only-new", inputs=(desk.inputs, late)).err.startswith(
        "tsum: 2 done, 3 done before (--only-new), 1 named twice: "
    )
    assert desk.batch("--only-new").silent
    assert desk.batch().err.startswith("tsum: 1 done, 4 unchanged: ")


def test_since_leaves_out_what_is_older(desk: Desk) -> None:
    now = time.time()
    for days, name in ((0, "000.txt"), (3, "001.txt"), (-2, "002.txt")):
        os.utime(desk.inputs / name, (now - 86_400 * days,) * 2)
    assert re.match(r"tsum: 2 done, 1 older than \d{4}-\d\d-\d\d \d\d:\d\d: ", desk.batch("--since", "2d").err)
    assert desk.batch("--since", "2d").silent
    assert desk.batch("--since", "2001-01-01").err.startswith("tsum: 1 done, 2 unchanged: ")
    rows = [{"text": article(20 + day), "date": f"2024-10-{day}"} for day in (15, 16)]
    archive = desk.write("old.jsonl", "\n".join(map(json.dumps, rows)))
    assert desk.batch("--since", "2024-10-16", inputs=(archive,)).err.startswith(
        "tsum: 1 done, 1 older than 2024-10-16 00:00: "
    )


@pytest.mark.parametrize("when", ["gestern", "2024-13-01", "0000-01-01"])
def test_a_moment_that_is_none(desk: Desk, when: str) -> None:
    run = desk.batch("--since", when)
    assert (run.code, run.err.count("\n")) == (2, 1)
    assert run.err.startswith(f"tsum: --since {when!r}: ")


def test_again_does_all_again(desk: Desk) -> None:
    desk.batch()
    before, known = desk.written(), segments()
    assert desk.batch("--again").err.startswith("tsum: 3 done: ")
    after = desk.written()
    assert list(after) == list(before)
    assert not set(after.values()) & set(before.values())
    assert segments() == known


def test_max_documents_and_then_going_on(desk: Desk) -> None:
    desk.articles(5)
    run = desk.batch("--max-documents", "2")
    lines = run.err.splitlines()
    assert (run.code, lines[0].partition(":")[2].partition(":")[0]) == (0, " 2 done")
    assert lines[-1] == "tsum: stopped (--max-documents 2 reached): give the same command again to go on"
    assert len(desk.index) == 2
    assert desk.batch("--max-documents", "2").err.startswith("tsum: 2 done, 2 unchanged: ")
    # The last one is no more than is allowed: nothing is left to go on with.
    assert "stopped" not in desk.batch("--max-documents", "1").err
    assert desk.batch("--max-documents", "1").silent
    assert len(desk.index) == 5


def test_no_time_at_all_still_comes_to_an_end(desk: Desk) -> None:
    for number in (1, 2, 3):
        run = desk.batch("--max-minutes", "0")
        assert (run.code, len(desk.index)) == (0, number)
        assert ("stopped (--max-minutes 0 reached)" in run.err) == (number < 3)
    assert desk.batch("--max-minutes", "0").silent


PHOTO = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 8


def test_failed_documents_are_shown_once(desk: Desk) -> None:
    desk.write("foto.txt", PHOTO)
    desk.write("leer.txt", "")
    desk.write("latin.txt", article(8).encode("latin-1"))
    desk.write("nada.txt", "Hmpf.")
    first = desk.batch()
    assert first.code == 6
    lines = first.err.splitlines()
    assert lines[0].startswith("tsum: 4 done, 3 failed: ")
    assert [Path(line.split(": ")[1]).name for line in lines[1:]] == ["foto.txt", "leer.txt", "nada.txt"]
    failed = [document for document in desk.index if document["status"] == "failed"]
    assert [document["reason"] in first.err for document in failed] == [True] * 3
    assert "compraron 8" in (desk.out / next(n for n in desk.files if n[:5] == "latin")).read_text("utf-8")
    assert desk.batch().silent
    again = desk.batch("--retry-failed")
    assert (again.code, again.err.count("\n")) == (6, 4)
    assert again.err.startswith("tsum: 0 done, 4 unchanged, 3 failed: ")
    desk.write("leer.txt", article(9))
    assert desk.batch().err.startswith("tsum: 1 done, 6 unchanged: ")
    # Changed, and as bad as before: that is news.
    desk.write("foto.txt", PHOTO * 2)
    assert desk.batch().code == 6
    assert desk.batch().silent


def test_a_document_whose_language_no_package_translates_waits_for_one(desk: Desk, home: Path, tsum: Tsum) -> None:
    text = "Le président de la République a annoncé mardi que les élections auront lieu cette année.\n"
    desk.write("fr.txt", text)
    arguments = ("batch", desk.inputs, "--out", desk.out, "--no-default-glossary")
    make_package(installed(home), "es", "en")
    assert tsum(*arguments).code == 6
    silent = tsum(*arguments)
    assert (silent.code, silent.out, silent.err) == (0, "", "")
    make_package(installed(home), "fr", "en")
    done = tsum(*arguments)
    assert (done.code, done.err) == (0, f"tsum: 1 done, 3 unchanged: see {desk.out}/index.html\n")


def test_a_missing_input_is_told_of_every_time(desk: Desk) -> None:
    missing = desk.inputs / "nicht da.txt"
    for _ in range(2):
        run = desk.batch(inputs=(desk.inputs, missing))
        assert run.code == 6
        assert run.err.endswith(f"tsum: {missing}: no such file: check the path\n")
    pattern = desk.inputs / "*.docx"
    assert f"{pattern}: no file matches" in desk.batch(inputs=(pattern,)).err
    # Once it is not missed any more, the index forgets that it was.
    assert desk.batch().silent
    assert [document["status"] for document in desk.index] == ["done"] * 3


def test_many_failures_are_cut_short(desk: Desk) -> None:
    for number in range(60):
        desk.write(f"leer {number:02}.txt", "")
    lines = desk.batch().err.splitlines()
    assert (len(lines), lines[-1]) == (52, "tsum: 10 more failed: `tsum history` lists them")
    assert desk.batch("--retry-failed", "--quiet").err.count("\n") == 50


def test_standard_input_and_an_archive(desk: Desk, tsum: Tsum) -> None:
    rows = [{"id": f"a/../../{n}", "title": f"Título {n}", "text": article(30 + n)} for n in range(3)]
    text = "\n".join([*map(json.dumps, rows), "{no JSON"]).encode()
    done = tsum("batch", *desk.arguments("--tree", inputs=("-",)), input=text)
    assert (done.code, done.err.splitlines()[0]) == (6, f"tsum: 3 done, 1 failed: see {desk.out}/index.html")
    assert "standard input:4" in done.err
    assert len(desk.files) == 3
    archive = desk.write("archivo.jsonl", text)
    assert desk.batch("--tree", inputs=(archive,)).err.startswith("tsum: 3 done, 1 failed")
    assert desk.batch("--tree", inputs=(archive,)).silent
    assert len(desk.files) == 6


def test_a_pipe_is_read_once_and_whole(desk: Desk) -> None:
    pipe = desk.folder / "pipe"
    os.mkfifo(pipe)
    text = ENGLISH * 2000  # more than a pipe holds
    writer = threading.Thread(target=lambda: pipe.write_text(text, encoding="utf-8"))
    writer.start()
    assert desk.batch("-a", "lead", inputs=(pipe,)).code == 0
    writer.join()
    assert desk.index[0]["sentences"] == 2000


def test_names_that_are_no_utf_8(desk: Desk) -> None:
    for name in (b"ni\xf1o.txt", b"leer \xf1.txt", b"-rf \xff\n<b>.txt"):
        (Path(os.fsdecode(bytes(desk.inputs) + b"/" + name))).write_bytes(
            b"" if name.startswith(b"leer") else article(40 + len(name)).encode()
        )
    run = desk.batch()
    assert run.code == 6
    assert run.err.startswith("tsum: 5 done, 1 failed: ")
    assert len(desk.files) == 5
    assert all(name.isascii() and "\n" not in name for name in desk.files)
    assert desk.batch().silent
    assert desk.batch("--tree").code == 0


def test_a_read_only_output_folder(ordinary_desk: Desk) -> None:
    ordinary_desk.out.mkdir()
    ordinary_desk.out.chmod(0o500)
    run = ordinary_desk.batch()
    assert (run.code, run.err.count("\n")) == (11, 1)
    assert run.err.startswith(f"tsum: {ordinary_desk.out}: cannot be written (Permission denied): ")
    assert list(ordinary_desk.out.iterdir()) == []


def test_an_output_folder_that_cannot_be_made(ordinary_desk: Desk) -> None:
    ordinary_desk.folder.chmod(0o500)
    run = ordinary_desk.batch()
    assert (run.code, run.err) == (
        11, f"tsum: {ordinary_desk.out}: cannot be made (Permission denied): choose another place with --out\n"
    )  # fmt: skip


def test_a_file_that_may_not_be_read(ordinary_desk: Desk) -> None:
    path = ordinary_desk.write("secret.txt", "")
    path.chmod(0)
    for _ in range(2):
        run = ordinary_desk.batch()
        assert run.err.endswith(f"tsum: {path}: permission denied: make it readable for this user\n")


def test_a_file_in_the_place_of_the_output_folder(desk: Desk) -> None:
    desk.out.write_text("mine", encoding="utf-8")
    run = desk.batch()
    assert (run.code, run.err) == (11, f"tsum: {desk.out}: is a file: name a folder with --out\n")
    assert desk.out.read_text(encoding="utf-8") == "mine"


def test_a_log_that_cannot_be_written(desk: Desk) -> None:
    log = desk.folder / "nowhere" / "log"
    run = desk.batch("--log", log)
    assert (run.code, run.err.startswith(f"tsum: {log}: cannot be written (No such file")) == (11, True)


def test_a_damaged_state(desk: Desk) -> None:
    desk.batch()
    default_state().with_name("state.sqlite-wal").unlink(missing_ok=True)
    default_state().write_bytes(b"no database at all, but long enough for one" * 200)
    before = desk.written()
    run = desk.batch()
    assert (run.code, run.err.count("\n")) == (14, 1)
    assert run.err.startswith(f"tsum: {default_state()}: not the state of earlier runs, or damaged: ")
    assert desk.written() == before


def test_a_state_of_a_newer_version(desk: Desk) -> None:
    desk.batch()
    connection = sqlite3.connect(default_state())
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    run = desk.batch()
    assert (run.code, "made by a newer version of tsum (format 99" in run.err) == (14, True)
    assert desk.batch("--state", desk.folder / "other.sqlite").code == 0


def test_a_memory_that_is_damaged_is_no_fault_of_the_documents(desk: Desk) -> None:
    desk.batch("--max-documents", "1")
    path = default_memory()
    connection = sqlite3.connect(path)
    connection.execute("DROP TABLE segments")
    connection.close()
    run = desk.batch()
    assert (run.code, run.err.startswith(f"tsum: {path}: ")) == (14, True)
    assert desk.batch("--no-memory").err.startswith("tsum: 2 done, 1 unchanged: ")


def test_a_state_that_was_lost_does_all_again_from_memory(desk: Desk) -> None:
    desk.batch()
    before, known = {name: (desk.out / name).read_bytes() for name in desk.files}, segments()
    for path in default_state().parent.iterdir():
        path.unlink()
    assert desk.batch().err.startswith("tsum: 3 done: ")
    assert {name: (desk.out / name).read_bytes() for name in desk.files} == before
    assert segments() == known


def test_indexes_that_a_killed_run_did_not_write_are_written_in_silence(desk: Desk) -> None:
    desk.batch()
    stale = (desk.out / "index.json").read_bytes()
    desk.write("009.txt", article(9))
    desk.batch()
    (desk.out / "index.json").write_bytes(stale)
    assert desk.batch().silent
    assert len(desk.index) == 4
    (desk.out / "index.html").unlink()
    assert desk.batch().silent
    assert (desk.out / "index.html").read_text(encoding="utf-8").count("<tr><td>") == 4


def test_what_a_killed_run_left_unfinished_is_removed(desk: Desk) -> None:
    leftovers = [desk.out / ".000-0123456789ab.md.abcd_123.part", desk.out / "x" / ".a.txt.md.zzzzzzzz.part"]
    mine = [desk.out / "a.part", desk.out / ".b.part", desk.out / ".c.md.part"]
    for path in (*leftovers, *mine):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    desk.batch()
    assert [path.exists() for path in (*leftovers, *mine)] == [False, True, True, True, True]
    desk.batch("--tree")
    assert not leftovers[1].exists()


def test_hostile_titles_are_text_in_the_index(desk: Desk) -> None:
    row = {
        "title": "<script>alert(1)</script>",
        "source": '"><img src=x onerror=alert(2)>',
        "url": "javascript:alert(3)",
        "date": "2024-10-16",
        "text": article(1),
    }
    archive = desk.write("bad <b>.jsonl", json.dumps(row) + "\n" + json.dumps({"text": "", "title": "<u>"}))
    assert desk.batch(inputs=(archive,)).code == 6
    page = (desk.out / "index.html").read_text(encoding="utf-8")
    for tag in ("<script", "<img", "<b>", "<u>", "javascript:"):
        assert tag not in page
    assert "&lt;script&gt;" in page
    assert [document["status"] for document in desk.index] == ["done", "failed"]


def test_a_second_process_on_one_folder(desk: Desk) -> None:
    log = desk.folder / "log"
    slow = "import time\nfrom translate_pipeline.batch import runner\nruns = runner.Batch.run\n"
    slow += "runner.Batch.run = lambda *given: (time.sleep(1), runs(*given))[1]"
    first = start(desk, "--log", log, before=slow)
    begun(log, "begin")
    run = desk.batch()
    assert (run.code, run.err.count("\n")) == (7, 1)
    assert run.err.startswith(f"tsum: {desk.out}: process {first.pid} on ")
    # One on another folder does not wait; one that waits long enough has nothing left to do.
    assert desk.batch("--out", desk.folder / "other").code == 0
    assert desk.batch("--wait", "60").silent
    assert first.communicate(timeout=60)[1].startswith("tsum: 3 done: ")
    assert first.returncode == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_finishes_what_is_in_flight(desk: Desk, number: signal.Signals) -> None:
    desk.articles(40)
    log = desk.folder / "log"
    process = start(desk, "--log", log, "--summary-only")
    begun(log)
    process.send_signal(number)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, "")
    lines = err.splitlines()
    assert lines[0] == "tsum: stopping after the documents in flight (again to stop at once)"
    assert "tsum: stopped (interrupted): give the same command again to go on" in lines
    done = len(desk.index)
    assert 1 <= done < 40
    assert (len(desk.files), [name for name in desk.files if name.startswith(".")]) == (done, [])
    assert desk.batch("--summary-only").err.startswith(f"tsum: {40 - done} done, {done} unchanged: ")
    assert (len(desk.files), len(desk.index)) == (40, 40)


def test_a_second_signal_ends_it_at_once(desk: Desk) -> None:
    desk.articles(100)
    log = desk.folder / "log"
    slow = "import time\nfrom translate_pipeline.pipeline import Pipeline\nprepare = Pipeline.prepare\n"
    slow += "Pipeline.prepare = lambda *given: (time.sleep(0.5), prepare(*given))[1]"
    process = start(desk, "--log", log, before=slow)
    begun(log)
    process.send_signal(signal.SIGTERM)
    assert process.stderr is not None
    assert process.stderr.readline().startswith("tsum: stopping after")
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=60)[1] == "tsum: interrupted: nothing is left half-written\n"
    assert process.returncode == 130
    assert desk.batch("--max-documents", "3").code == 0


def test_a_full_disk(desk: Desk) -> None:
    desk.write("big.txt", ENGLISH * 10_000)
    full = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))"
    process = start(desk, "-a", "lead", "-n", "10000", before=full)
    err = process.communicate(timeout=60)[1]
    done, reason = err.splitlines()
    assert (process.returncode, done) == (
        11,
        "tsum: 3 documents done before this; the same command goes on from there:",
    )
    assert reason.startswith(f"tsum: {desk.out}/big-")
    assert ": cannot be written (File too large): " in reason
    assert [name[:3] for name in desk.files] == ["000", "001", "002"]
    assert desk.batch("-a", "lead", "-n", "10000").err.startswith("tsum: 1 done, 3 unchanged: ")
    assert len(desk.index) == len(desk.files) == 4


def test_a_killed_run_goes_on(desk: Desk) -> None:
    desk.articles(70)
    log = desk.folder / "log"
    process = start(desk, "--log", log, "--summary-only")
    begun(log, "write")
    process.kill()
    process.communicate()
    assert desk.batch("--summary-only").code == 0
    assert len(desk.index) == len(desk.files) == 70
    outcomes = [row[0] for row in desk.rows("SELECT outcome FROM runs ORDER BY id")]
    assert outcomes == [None, "done"]


def test_the_log_has_a_json_line_for_each_event(desk: Desk) -> None:
    desk.write("leer.txt", "")
    log = desk.folder / "log"
    desk.batch("--log", log)
    desk.batch("--log", log)
    events = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert [event["stage"] for event in events] == [
        "begin", "read", "read", "read", "write", "write", "write", "fail", "end", "begin", "end"
    ]  # fmt: skip
    assert {event["run"] for event in events[:9]} == {1}
    assert events[4]["document"] == str(desk.inputs / "000.txt")
    assert events[4]["ms"] > 0
    assert (events[8]["done"], events[8]["failed"], events[10]["skipped"]) == (3, 1, 4)


def test_strict_exits_with_5_after_writing(desk: Desk) -> None:
    desk.write("003.txt", "Ventanas grandes tiembla mundo verde 7.\n")  # of which the small package makes no English
    done = desk.batch("--strict", "note", "--quiet")
    assert done.code == 5
    assert re.fullmatch(r"tsum: --strict: \d sentences? to check \([a-z, ]+\) in .*/00\d\.txt.*\n", done.err)
    assert len(desk.files) == 4
    assert desk.batch("--strict", "note").silent


def test_a_bar_at_a_terminal_leaves_only_the_last_lines(desk: Desk) -> None:
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "translate_pipeline", "batch", *desk.arguments()]
    process = subprocess.Popen(command, stderr=slave, env={**os.environ, "TERM": "xterm"})
    os.close(slave)
    shown = b"".join(_read_all(master))
    assert process.wait(timeout=60) == 0
    assert b"3/3" in shown
    assert b"3 done: see" in shown.rpartition(b"\x1b")[2]


def _read_all(terminal: int) -> Iterator[bytes]:
    try:
        while chunk := os.read(terminal, 4096):
            yield chunk
    except OSError:
        return


def test_the_bundled_package_and_glossary(tsum: Tsum, tmp_path: Path, example: Path) -> None:
    out = tmp_path / "out"
    first = tsum("batch", example, "--out", out, "--summary-only")
    assert (first.code, first.err) == (0, f"tsum: 1 done: see {out}/index.html\n")
    document = json.loads((out / "index.json").read_text(encoding="utf-8"))["documents"][0]
    assert "Belousov" in (out / document["files"][0]).read_text(encoding="utf-8")
    second = tsum("batch", example, "--out", out, "--summary-only")
    assert (second.code, second.out, second.err) == (0, "", "")
