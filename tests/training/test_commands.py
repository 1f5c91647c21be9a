from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from tests.training.toy_corpus import toy_pairs, write_pairs
from training.work_folder import WorkFolder
from translate_pipeline.errors import ExitCode

REPOSITORY = Path(__file__).resolve().parents[2]


def run(*arguments: str | Path | float) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "training", *map(str, arguments)],
        cwd=REPOSITORY, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


@pytest.fixture
def test_files(tmp_path: Path) -> str:
    """A test set of toy pairs as `--test` names it."""
    for name, column in zip(("es", "en"), zip(*toy_pairs(12), strict=True), strict=True):
        (tmp_path / f"test.{name}").write_text("\n".join(column) + "\n", encoding="utf-8")
    return f"toy:{tmp_path}/test.es:{tmp_path}/test.en"


def test_prepare_and_lexicon(tmp_path: Path) -> None:
    pairs = write_pairs(tmp_path / "toy.tsv", toy_pairs(300))
    done = run("prepare", tmp_path / "run", "--pairs", pairs, "--valid", 20, "--pieces", 380)
    assert done.returncode == 0, done.stderr
    assert "280 toy" in done.stdout
    done = run("lexicon", tmp_path / "run", "--iterations", 1)
    assert done.returncode == 0, done.stderr
    assert WorkFolder(tmp_path / "run").lexicon.is_file()


def test_evaluate_prints_scores_and_records_them(toy_package: Path, test_files: str) -> None:
    done = run("evaluate", toy_package, "--test", test_files, "--against", toy_package, "--record")
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("| toy: translate-es_en-0_1 |") == 2
    assert '"toy": {' in (toy_package / "metadata.json").read_text(encoding="utf-8")
    assert toy_package.with_name(toy_package.name + ".argosmodel").is_file()


def test_slots_and_search_print_tables(toy_package: Path, test_files: str) -> None:
    done = run("slots", toy_package, "--test", test_files, "--count", 8, "--show", 1)
    assert done.returncode == 0, done.stderr
    assert "| all " in done.stdout
    assert "target: MISSED (>= 99.5)" in done.stdout
    done = run("search", toy_package, "--test", test_files, "--beam", 1, "--length-penalty", 0.5, "--without-map")
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("| toy |") == 2


def test_what_is_wrong_is_one_line_and_a_code(tmp_path: Path, toy_package: Path) -> None:
    done = run("prepare", tmp_path / "run", "--pairs", tmp_path / "nowhere.tsv")
    assert done.returncode == ExitCode.INPUT
    assert done.stderr == f"error: {tmp_path}/nowhere.tsv: no such file: check the path\n"
    done = run("evaluate", toy_package, "--test", "toy")
    assert done.returncode == ExitCode.USAGE
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("command", [["train"], ["export", "--version", "1"], ["background", "start"]])
def test_without_data_or_torch_training_commands_say_what_to_do(tmp_path: Path, command: list[str]) -> None:
    done = run(*command, tmp_path)
    torch = importlib.util.find_spec("torch") is not None
    assert done.returncode == (ExitCode.INPUT if torch and command != ["background", "start"] else ExitCode.USAGE)
    assert ("no such file" if torch else "pip install -r training/requirements.txt") in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_product_imports_nothing_of_training() -> None:
    code = (
        "import pkgutil, importlib, sys, translate_pipeline\n"
        "for module in pkgutil.walk_packages(translate_pipeline.__path__, 'translate_pipeline.'):\n"
        "    if not module.name.endswith('__main__'): importlib.import_module(module.name)\n"
        "print(sorted(name for name in sys.modules if name.split('.')[0] in ('torch', 'training')))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
