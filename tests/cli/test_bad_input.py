"""Every kind of bad input gets one clear line on standard error and its own exit code; nothing is half-written."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import Tsum

SPANISH = "El presidente del Gobierno dijo el martes que no habrá elecciones este año en ningún caso.\n"


def one_line(text: str) -> str:
    """The only line of standard error, without the name of the program."""
    lines = text.splitlines()
    assert len(lines) == 1, text
    assert lines[0].startswith("tsum: ")
    assert "Traceback" not in text
    return lines[0].removeprefix("tsum: ")


def test_a_missing_file(tsum: Tsum) -> None:
    result = tsum("run", "missing.txt")
    assert result.code == 8
    assert one_line(result.err) == "missing.txt: no such file: check the path"
    assert result.out == ""


def test_an_empty_directory(tsum: Tsum, tmp_path: Path) -> None:
    result = tsum("run", tmp_path)
    assert result.code == 8
    assert "no document in it" in one_line(result.err)


def test_a_directory_in_which_one_file_fails(tsum: Tsum, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SPANISH, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    result = tsum("run", tmp_path, "--format", "json")
    assert result.code == 6
    assert "b.txt: no text in it" in one_line(result.err)
    assert len(json.loads(result.out)) == 1


def test_an_unreadable_file(tsum: Tsum, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SPANISH)
    secret.chmod(0)
    if os.access(secret, os.R_OK):  # root reads every file, but not this one
        secret = Path("/proc/self/mem")
    result = tsum("run", secret)
    assert result.code == 8
    assert one_line(result.err).startswith(f"{secret}: ")


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n\n", b"\xef\xbb\xbf", "\u00a0\u2003\n".encode()])
def test_nothing_but_white_space(tsum: Tsum, content: bytes) -> None:
    result = tsum("run", "-", input=content)
    assert result.code == 9
    assert one_line(result.err) == "standard input: no text in it: nothing to translate"


@pytest.mark.parametrize(
    ("content", "looks_like"),
    [
        (b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 20, "a JPEG image"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "a PNG image"),
        (b"PK\x03\x04" + bytes(100), "a zip archive that is no text document"),
        (bytes(range(256)) * 40, "binary data"),
    ],
)
def test_a_photo_renamed_to_txt(tsum: Tsum, tmp_path: Path, content: bytes, looks_like: str) -> None:
    photo = tmp_path / "photo.txt"
    photo.write_bytes(content)
    result = tsum("run", photo)
    assert result.code == 9
    assert f"(it looks like {looks_like})" in one_line(result.err)


def test_a_damaged_pdf(tsum: Tsum, tmp_path: Path) -> None:
    report = tmp_path / "report.pdf"
    report.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    result = tsum("run", report)
    assert result.code == 9
    assert "a PDF document that cannot be read: it is damaged" in one_line(result.err)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "latin-1", "cp1252"])
def test_other_encodings_are_decoded_rightly(tsum: Tsum, tmp_path: Path, encoding: str, example: Path) -> None:
    text = example.read_text(encoding="utf-8").replace("“", '"').replace("”", '"')
    plain, encoded = tmp_path / "plain.txt", tmp_path / "encoded.txt"
    plain.write_text(text, encoding="utf-8")
    encoded.write_bytes(text.encode(encoding))
    assert tsum("translate", encoded).out == tsum("translate", plain).out


def test_control_characters_are_taken_out_and_told_of(tsum: Tsum) -> None:
    result = tsum("translate", "-", input=SPANISH.replace("Gobierno", "Go\0bierno\x07").encode())
    assert result.code == 0
    assert result.out == tsum("translate", "-", input=SPANISH.encode()).out
    assert one_line(result.err) == "standard input: 2 control characters were taken out"


def test_one_line_of_a_million_characters_without_a_full_stop(tsum: Tsum) -> None:
    words = "los ministros hablaron de la paz y de la guerra con los jefes de los países vecinos "
    text = (words * (1_000_000 // len(words) + 1))[:1_000_000]
    result = tsum("translate", "-", input=text.encode())
    assert result.code == 0
    assert len(result.out.split()) > 0.5 * len(text.split())


def test_a_word_of_a_million_characters_comes_through_unchanged(tsum: Tsum) -> None:
    result = tsum("translate", "-", "--from", "es", input=b"a" * 1_000_000)
    assert result.code == 0
    assert result.out == "a" * 1_000_000 + "\n"


def test_text_in_the_target_language_is_summarised_and_said_so(tsum: Tsum) -> None:
    text = "The president said on Tuesday that there will be no elections. The parliament agreed with him.\n"
    result = tsum("run", "-", input=text.encode())
    assert result.code == 0
    assert "is in English already: it is not translated" in one_line(result.err)
    assert "The parliament agreed with him." in result.out


def test_a_language_without_a_package(tsum: Tsum) -> None:
    text = "Der Präsident sagte am Dienstag, dass es in diesem Jahr keine Wahlen geben werde.\n"
    result = tsum("run", "-", input=text.encode())
    assert result.code == 3
    assert "install one with `tsum packages install de-en`" in one_line(result.err)


def test_a_text_too_short_to_tell_its_language(tsum: Tsum) -> None:
    result = tsum("run", "-", input=b"hola")
    assert result.code == 13
    assert "language undetermined (too little text): say it with --from" in one_line(result.err)
    assert tsum("run", "-", "--from", "es", input=b"hola").code == 0


@pytest.mark.parametrize(
    ("rows", "line", "why"),
    [
        ("source,target\nPutin,Putin\nShoigú,\n", 3, "empty target"),
        ("source,target\n,Putin\n", 2, "empty source"),
        ("source,target\nP,Putin\n", 2, "is no term"),
        ('source,target\nPutin,"Putin\n', 2, "malformed CSV"),
        ("source,target\nPutin,Putin,Putin\n", 2, "3 cells where 2 are expected"),
        ("source,target,colour\nPutin,Putin,red\n", 1, "unknown column 'colour'"),
        ("source,target,article\nPutin,Putin,a\n", 2, "article 'a' is unknown"),
        ("source,target\nPutin,Putin\nShoigú,Shoigu\nPutin,Poutine\n", 4, "keep one of them"),
        ("Putin\n", 1, "one column where two are expected"),
        ("source,target,target\nPutin,Putin,Putin\n", 1, "a column stands there twice"),
        ("source,target\nPutin,⟦3⟧\n", 2, "which tsum uses itself"),
        ("source,target\nPutin," + "x" * 5000 + "\n", 2, "5,000 characters"),
    ],
)
def test_a_glossary_with_a_bad_row(tsum: Tsum, tmp_path: Path, rows: str, line: int, why: str) -> None:
    glossary = tmp_path / "names.csv"
    glossary.write_text(rows, encoding="utf-8")
    result = tsum("run", "-", "--glossary", glossary, input=SPANISH.encode())
    assert result.code == 4
    assert one_line(result.err).startswith(f"{glossary}:{line}: ")
    assert why in result.err
    assert result.out == ""


def test_a_glossary_that_contradicts_itself(tsum: Tsum, tmp_path: Path) -> None:
    glossary = tmp_path / "names.csv"
    glossary.write_text("Zelenski,Zelensky\nZelenski,Zelenskyy\n")
    result = tsum("run", "-", "-g", glossary, input=SPANISH.encode())
    assert result.code == 4
    assert f"{glossary}:2: " in one_line(result.err)
    assert f"{glossary}:1: " in result.err


def test_a_glossary_that_contradicts_itself_is_read_leniently(tsum: Tsum, tmp_path: Path) -> None:
    glossary = tmp_path / "names.csv"
    glossary.write_text("Zelenski,Zelensky\nZelenski,Zelenskyy\n")
    result = tsum("run", "-", "-g", glossary, "--lenient", input=SPANISH.encode())
    assert result.code == 0
    assert "1 glossary row is left out" in result.err


def test_of_two_glossaries_the_first_wins(tsum: Tsum, tmp_path: Path) -> None:
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    first.write_text("Kiev,Kyjiv\n")
    second.write_text("Kiev,Kiev City\n")
    result = tsum(
        "translate", "-", "--from", "es", "-g", first, "-g", second, input="El ministro llegó ayer a Kiev.".encode()
    )
    assert result.code == 0
    assert "Kyjiv" in result.out


@pytest.mark.parametrize("name", ["missing.csv", "glossary.xlsx"])
def test_a_glossary_that_cannot_be_used(tsum: Tsum, name: str) -> None:
    result = tsum("run", "-", "-g", name, input=SPANISH.encode())
    assert result.code == 4
    assert name in one_line(result.err)


def test_an_output_folder_that_does_not_exist(tsum: Tsum, tmp_path: Path) -> None:
    result = tsum("run", "-", "-o", tmp_path / "nowhere" / "briefing.md", input=SPANISH.encode())
    assert result.code == 11
    assert "does not exist: make it first" in one_line(result.err)


def test_an_output_folder_that_cannot_be_written(tsum: Tsum) -> None:
    result = tsum("run", "-", "-o", "/proc/briefing.md", input=SPANISH.encode())
    assert result.code == 11
    assert one_line(result.err).startswith("/proc/briefing.md: cannot be written")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_device(tsum: Tsum, tmp_path: Path) -> None:
    result = tsum("run", "-", "-o", "/dev/full", "--format", "md", input=SPANISH.encode())
    assert result.code == 11
    assert "No space left on device" in one_line(result.err)


def test_an_output_that_is_an_input_is_refused(tsum: Tsum, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(SPANISH)
    result = tsum("run", article, "-o", article)
    assert result.code == 11
    assert "is an input too" in one_line(result.err)
    assert article.read_text() == SPANISH


def test_an_unknown_ending(tsum: Tsum) -> None:
    result = tsum("run", "-", "-o", "briefing.docx", input=SPANISH.encode())
    assert result.code == 2
    assert "name one with --format" in one_line(result.err)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--sentences", "0"),
        ("--ratio", "1.5"),
        ("--max-words", "0"),
        ("--beam", "99"),
        ("--threads", "0"),
        ("--to", "english"),
        ("--algorithm", "best"),
        ("--format", "pdf"),
    ],
)
def test_a_value_out_of_range(tsum: Tsum, option: str, value: str) -> None:
    result = tsum("run", "-", option, value, input=SPANISH.encode())
    assert result.code == 2
    assert option in one_line(result.err)


def test_unknown_options_are_no_defect(tsum: Tsum) -> None:
    result = tsum("run", "-", "--colour", "red")
    assert result.code == 2
    assert "--colour" in result.err
    assert "Traceback" not in result.err


def test_a_file_that_fails_does_not_stop_the_others(tsum: Tsum, tmp_path: Path) -> None:
    good, empty = tmp_path / "good.txt", tmp_path / "empty.txt"
    good.write_text(SPANISH)
    empty.write_text("")
    result = tsum("run", empty, good, "missing.txt")
    assert result.code == 6
    assert SPANISH.strip() in result.out
    assert [line.split(":")[1].strip() for line in result.err.splitlines()] == [str(empty), "missing.txt"]


def test_an_interrupt_leaves_the_old_output_and_no_part_of_the_new_one(
    tmp_path: Path, example: Path, home: Path
) -> None:
    output = tmp_path / "briefing.md"
    output.write_text("the briefing of yesterday\n")
    articles = []
    for number in range(300):
        article = tmp_path / f"article{number}.txt"
        article.write_text(
            example.read_text(encoding="utf-8").replace("Belousov", f"Belousov{number}"), encoding="utf-8"
        )
        articles.append(article)
    command = [sys.executable, "-m", "translate_pipeline", "run", *map(str, articles), "-o", str(output)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(2)
    assert process.poll() is None, "the run must still be under way"
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 130
    assert one_line(errors.decode()) == "interrupted: nothing is left half-written"
    assert output.read_text() == "the briefing of yesterday\n"
    assert [path.name for path in tmp_path.iterdir() if ".part" in path.name] == []


def test_an_interrupt_that_a_destructor_swallows_comes_again() -> None:
    program = (
        "import signal, time\n"
        "from translate_pipeline.cli.app import listen_to_signals\n"
        "class Swallowing:\n"
        "    def __del__(self):\n"
        "        signal.raise_signal(signal.SIGINT)\n"
        "listen_to_signals()\n"
        "try:\n"
        "    Swallowing()\n"
        "    time.sleep(20)\n"
        "except KeyboardInterrupt:\n"
        "    print('interrupted')\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=15, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "interrupted\n", "")


@pytest.mark.parametrize(
    "moment", ["typer", "translate_pipeline.cli.run", "langdetect", "sentencex", "ctranslate2", "numpy"]
)
def test_an_interrupt_at_any_moment_is_an_interrupt(moment: str, example: Path, home: Path) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "translate_pipeline", "run", *[str(example)] * 40]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    # Python tells of each module when it has imported it.
    for line in process.stderr:
        if line.rpartition("|")[2].strip() == moment:
            break
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    # Imports in other threads are told of in the middle of a line too.
    said = [part for part in re.split(r"import time:[^\n]*|\n", errors) if part.strip()]
    assert process.returncode == 130
    assert said in ([], ["tsum: interrupted: nothing is left half-written"])


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_closed_streams_are_no_defect(closed: str, tmp_path: Path, example: Path, home: Path) -> None:
    output = tmp_path / "briefing.md"
    command = f'"{sys.executable}" -m translate_pipeline run "{example}" -o "{output}" {closed}'
    assert subprocess.run(["bash", "-c", command], check=False, timeout=60).returncode == 0
    assert output.exists()


def test_a_name_that_is_too_long(tsum: Tsum) -> None:
    assert tsum("run", "-", "-o", "x" * 300 + ".md", input=SPANISH.encode()).code == 11
    assert tsum("run", "x" * 300 + ".txt").code == 8


def test_several_inputs_that_all_fail(tsum: Tsum, tmp_path: Path) -> None:
    output = tmp_path / "briefing.json"
    result = tsum("run", "missing1.txt", "missing2.txt", "-o", output)
    assert result.code == 6
    assert len(result.err.splitlines()) == 3
    assert not output.exists()


def test_a_reader_that_goes_away_is_no_defect(example: Path, home: Path) -> None:
    command = f'"{sys.executable}" -m translate_pipeline run "{example}" "{example}" | head -n 1'
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False, timeout=60)
    assert done.stdout.decode().startswith("# ")
    assert done.stderr == b""


@pytest.mark.parametrize("command", ["run", "translate", "batch"])
def test_what_is_no_input_but_looks_like_one(command: str, tsum: Tsum, tmp_path: Path) -> None:
    arguments = ("--out", tmp_path / "out") if command == "batch" else ()
    ftp = tsum(command, "ftp://news.example/a", *arguments)
    assert (ftp.code, ftp.err) == (
        2,
        "tsum: ftp://news.example/a: only http and https addresses are fetched: download it, and name the file\n",
    )
    strict = tsum(command, "--strict", "numbers,names", "x.txt", *arguments)
    assert (strict.code, strict.err) == (
        2,
        "tsum: numbers,names: no such file: if it says what --strict looks for, write --strict=numbers,names\n",
    )


@pytest.mark.parametrize("arguments", [("run", "-"), ("translate", "-"), ("glossary", "list")])
def test_a_closed_standard_output_is_an_output_that_cannot_be_written(
    arguments: tuple[str, ...], home: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "translate_pipeline", *arguments]
    shell = f"printf 'El ministro llegó a Madrid.' | {shlex.join(command)} >&-"
    done = subprocess.run(["/bin/sh", "-c", shell], stderr=subprocess.PIPE, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 11
    assert done.stderr == "tsum: standard output: is closed: name a file with -o, or redirect it\n"


def test_a_closed_standard_output_does_not_matter_where_nothing_is_written_to_it(home: Path, tmp_path: Path) -> None:
    shell = f"printf 'Hola a todos.' | {sys.executable} -m translate_pipeline run - --from es -o {tmp_path}/a.md >&-"
    done = subprocess.run(["/bin/sh", "-c", shell], stderr=subprocess.PIPE, text=True, cwd=tmp_path, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "a.md").stat().st_size > 0
