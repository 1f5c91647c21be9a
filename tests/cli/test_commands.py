"""The commands on good input, as a person or a cron job would call them."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Tsum

SPANISH = "El presidente del Gobierno dijo el martes que no habrá elecciones este año.\n"


def test_run_prints_a_markdown_briefing(tsum: Tsum, example: Path) -> None:
    result = tsum("run", example)
    assert (result.code, result.err) == (0, "")
    assert {"## Summary", "## Terms", "## Full text"} <= set(result.out.splitlines())
    assert "Yoon Suk Yeol" in result.out


def test_equal_runs_are_equal_byte_for_byte(tsum: Tsum, example: Path) -> None:
    outputs = {tsum("run", example, "--format", form, env={"PYTHONHASHSEED": seed}).out
               for seed in ("1", "2") for form in ("json",)}  # fmt: skip
    assert len(outputs) == 1


@pytest.mark.parametrize("ending", ["md", "txt", "json"])
def test_run_writes_a_file_in_the_format_of_its_ending(tsum: Tsum, tmp_path: Path, ending: str, example: Path) -> None:
    output = tmp_path / f"briefing.{ending}"
    result = tsum("run", example, "-o", output)
    assert (result.code, result.out, result.err) == (0, "", "")
    text = output.read_text(encoding="utf-8")
    assert "Rustem Umerov" in text
    assert text == tsum("run", example, "--format", ending).out


def test_run_takes_several_files_and_standard_input(tsum: Tsum, example: Path) -> None:
    result = tsum("run", example, "-", "--format", "json", "--summary-only", input=SPANISH.encode())
    assert [briefing["name"] for briefing in json.loads(result.out)] == [str(example), "standard input"]


def test_run_lays_out_two_columns_at_a_terminal(example: Path, home: Path) -> None:
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "translate_pipeline", "run", str(example), "--summary-only"]
    process = subprocess.Popen(
        command, stdout=slave, stderr=slave, env={**os.environ, "TERM": "xterm", "COLUMNS": "120"}
    )
    os.close(slave)
    shown = b""
    try:
        while chunk := os.read(master, 4096):
            shown += chunk
    except OSError:
        pass
    assert process.wait(timeout=60) == 0
    assert b"\x1b[1;36m" in shown
    assert b"|---|" not in shown


def test_run_with_a_glossary_of_ones_own(tsum: Tsum, tmp_path: Path) -> None:
    glossary = tmp_path / "own.csv"
    glossary.write_text("presidente del Gobierno,prime minister\n", encoding="utf-8")
    result = tsum("run", "-", "-g", glossary, "--format", "json", input=SPANISH.encode())
    briefing = json.loads(result.out)
    assert "prime minister" in briefing["translation"].lower()
    assert briefing["terms"][0]["target"] == "prime minister"


def test_run_without_the_curated_glossaries(tsum: Tsum, example: Path) -> None:
    result = tsum("run", example, "--no-default-glossary", "--format", "json")
    assert json.loads(result.out)["terms"] == []


def test_run_with_a_package_folder_or_file(tsum: Tsum, tmp_path: Path, example: Path) -> None:
    import shutil

    from translate_pipeline.translation.store import bundled_packages

    folder = bundled_packages()[-1].path
    archive = shutil.make_archive(str(tmp_path / "package"), "zip", folder.parent, folder.name)
    by_folder = tsum("run", example, "--package", folder, "--beam", "2", "--format", "json")
    by_file = tsum("run", example, "--package", archive, "--beam", "2", "--format", "json")
    assert by_folder.code == by_file.code == 0
    assert by_folder.out == by_file.out
    assert tsum("run", example, "--package", folder, "--to", "fr").code == 10


@pytest.mark.parametrize(
    "algorithm", ["lexrank", "textrank", "lsa", "luhn", "kl", "sumbasic", "edmundson", "news", "lead"]
)
def test_run_with_every_algorithm(tsum: Tsum, example: Path, algorithm: str) -> None:
    result = tsum("run", example, "-a", algorithm, "-n", "3", "--summary-only", "--format", "json")
    assert len(json.loads(result.out)["summary"]) == 3


def test_translate_keeps_the_layout(tsum: Tsum) -> None:
    result = tsum("translate", "-", input=f"{SPANISH}\n- {SPANISH}".encode())
    lines = result.out.split("\n")
    assert (result.code, lines[1], lines[3]) == (0, "", "")
    assert lines[2] == f"- {lines[0]}"


def test_summarize_keeps_the_language(tsum: Tsum, example: Path) -> None:
    result = tsum("summarize", example, "-n", "2")
    lines = result.out.splitlines()
    assert len(lines) == 2
    assert all(line in example.read_text(encoding="utf-8") for line in lines)


def test_detect_prints_language_confidence_and_paragraphs(tsum: Tsum, tmp_path: Path, example: Path) -> None:
    mixed = tmp_path / "mixed.txt"
    english = "We will not give up until every one of these people is free to go home, whatever it costs us."
    mixed.write_text(f"{SPANISH}{english}\n{SPANISH}{SPANISH}", encoding="utf-8")
    assert tsum("detect", example).out == f"{example}: es 1.00\n"
    assert tsum("detect", mixed).out.splitlines()[1] == "  paragraph 2: en"
    assert json.loads(tsum("detect", mixed, "--json").out)["paragraphs"] == [{"number": 2, "language": "en"}]


def test_detect_says_undetermined_rather_than_guess(tsum: Tsum) -> None:
    result = tsum("detect", "-", input=b"hola")
    assert (result.code, result.out) == (13, "standard input: undetermined\n")


def test_a_broken_locale_does_not_break_the_output(tsum: Tsum, example: Path) -> None:
    env = {"LC_ALL": "C", "LANG": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    result = tsum("run", example, env=env)
    assert result.code == 0
    assert "Seúl" in result.out


def test_verbose_says_what_was_used_and_quiet_says_nothing(tsum: Tsum) -> None:
    assert "es-en" in tsum("run", "-", "-v", input=SPANISH.encode()).err
    assert tsum("run", "-", "-q", input=b"The president spoke for two hours on Tuesday evening.\n").err == ""


def test_version_and_help(tsum: Tsum) -> None:
    assert tsum("--version").out.startswith("tsum ")
    shown = tsum("--help").out
    assert "130 interrupted" in " ".join(shown.split())
    for command in ("run", "translate", "summarize", "detect", "packages", "doctor"):
        assert tsum(command, "--help").code == 0


def test_help_imports_nothing_heavy(home: Path) -> None:
    program = (
        "import sys; sys.argv = ['tsum', '--help']; from translate_pipeline.cli.app import app\n"
        "app(standalone_mode=False)\n"
        "heavy = {'ctranslate2', 'sumy', 'nltk', 'numpy', 'argostranslate', 'langdetect', 'requests'}\n"
        "print(sorted(heavy & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_run_leaves_nothing_in_the_home_but_compiled_glossaries(tsum: Tsum, home: Path, example: Path) -> None:
    assert tsum("run", example).code == 0
    left = [path for path in home.rglob("*") if path.is_file()]
    assert [path.parent for path in left] == [home / ".cache" / "tsum" / "glossaries"]
    assert "Belousov visit" not in left[0].read_text(encoding="utf-8")


def test_strict_exits_with_5_after_writing(tsum: Tsum, tmp_path: Path) -> None:
    flagged = tmp_path / "flagged.txt"
    flagged.write_text("La casa de la casa en la casa de mi casa.\n", "utf-8")
    glossary = tmp_path / "house.csv"
    glossary.write_text("casa,house of many words that are said again\n", "utf-8")
    arguments = ("translate", flagged, "--from", "es", "-g", glossary, "--no-default-glossary")
    plain, strict = tsum(*arguments), tsum(*arguments, "--strict")
    assert "sentence p1s1: repeats itself" in plain.err
    assert (plain.code, strict.code) == (0, 5)
    assert strict.out == plain.out != ""
    assert tsum(*arguments, "--strict=names").code == 0


def test_strict_may_name_checks(tsum: Tsum) -> None:
    text = "El ministro llegó ayer a Madrid.".encode()
    assert tsum("translate", "-", "--from", "es", "--strict=names,numbers", input=text).code == 0
    assert tsum("translate", "-", "--from", "es", "--strict=nombres", input=text).code == 2


def test_two_runs_at_once_do_not_disturb_each_other(tmp_path: Path, example: Path, home: Path) -> None:
    output = tmp_path / "briefing.md"
    command = [sys.executable, "-m", "translate_pipeline", "run", str(example), "-o", str(output)]
    runs = [subprocess.Popen(command) for _ in range(3)]
    assert [run.wait(timeout=60) for run in runs] == [0, 0, 0]
    assert output.read_text(encoding="utf-8").startswith("# ")
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []
