from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import pytest
import typer

from translate_pipeline.errors import InputError, UsageError
from translate_pipeline.scheduling.arguments import job_arguments


def commands() -> dict[str, Any]:
    """Commands with the options of tsum's own."""
    app = typer.Typer()

    @app.command("batch")
    def batch(
        inputs: list[str],
        out: Annotated[Path, typer.Option("--out", "-o")],
        state: Annotated[Path | None, typer.Option("--state")] = None,
        glossary: Annotated[list[Path] | None, typer.Option("--glossary", "-g")] = None,
        to: Annotated[str, typer.Option("--to")] = "en",
        sentences: Annotated[int, typer.Option("--sentences", "-n")] = 5,
        full: Annotated[bool, typer.Option("--full/--summary-only", "-l")] = True,
        quiet: Annotated[bool, typer.Option("--quiet", "-q")] = False,
    ) -> None: ...

    @app.command("run")
    def run(files: list[str], output: Annotated[Path | None, typer.Option("--output", "-o")] = None) -> None: ...

    @app.command("detect")
    def detect(files: list[str]) -> None: ...

    made: Any = typer.main.get_command(app)
    return dict(made.commands)


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    for name in ("a.txt", "own.csv", "x[1].txt", "-n"):
        (folder / name).touch()
    monkeypatch.chdir(folder)
    return folder


def made(*words: str) -> tuple[str, ...]:
    return job_arguments(words, commands()).arguments


def test_inputs_and_path_options_are_made_absolute_in_every_spelling(desk: Path) -> None:
    d = str(desk)
    assert made("batch", "a.txt", "--out", "out") == (f"{d}/a.txt", "--out", f"{d}/out")
    assert made("batch", "--out=out", "a.txt") == (f"--out={d}/out", f"{d}/a.txt")
    assert made("batch", "a.txt", "-o", "out") == (f"{d}/a.txt", "-o", f"{d}/out")
    assert made("batch", "a.txt", "-oout") == (f"{d}/a.txt", f"-o{d}/out")
    assert made("batch", "a.txt", "-lqoout") == (f"{d}/a.txt", f"-lqo{d}/out")
    assert made("batch", "a.txt", "-qo", "out", "--state", "s.db") == (
        f"{d}/a.txt",
        "-qo",
        f"{d}/out",
        "--state",
        f"{d}/s.db",
    )


def test_each_of_a_repeated_option_is_made_absolute(desk: Path) -> None:
    d = str(desk)
    words = ("-g", "own.csv", "-g", "a.txt", "-o", "out", "a.txt")
    assert made("batch", *words) == ("-g", f"{d}/own.csv", "-g", f"{d}/a.txt", "-o", f"{d}/out", f"{d}/a.txt")


def test_other_values_and_flags_stay_even_where_a_file_has_that_name(desk: Path) -> None:
    (desk / "es").touch()
    (desk / "7").touch()
    words = ("--to", "es", "-n7", "--sentences", "7", "-q", "--summary-only", "--out", "/out")
    assert made("batch", "a.txt", *words) == (f"{desk}/a.txt", *words)


def test_addresses_stay() -> None:
    assert made("batch", "https://example.org/rss?a=*", "--out", "/out")[0] == "https://example.org/rss?a=*"


def test_wildcards_are_made_absolute_and_kept(desk: Path) -> None:
    assert made("batch", "*.txt", "/news/**/*.html", "-o", "/out")[:2] == (f"{desk}/*.txt", "/news/**/*.html")


def test_a_folder_whose_name_has_wildcards_is_not_one(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = desk / "x[1]"
    folder.mkdir()
    monkeypatch.chdir(folder)
    assert made("batch", "*.txt", "-o", "/out")[0] == f"{desk}/x[[]1]/*.txt"


def test_a_file_whose_name_has_wildcards_is_a_file(desk: Path) -> None:
    assert made("batch", "x[1].txt", "-o", "/out")[0] == f"{desk}/x[1].txt"


def test_what_follows_two_hyphens_is_an_input(desk: Path) -> None:
    assert made("batch", "--out", "/out", "--", "-n") == ("--out", "/out", "--", f"{desk}/-n")


def test_a_job_may_begin_with_the_name_of_the_program(desk: Path) -> None:
    job = job_arguments(("tsum", "batch", "a.txt", "-o", "out"), commands())
    assert (job.command, job.arguments[0]) == ("batch", f"{desk}/a.txt")


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        (("batch", "a.txt", "-o", "briefings"), "briefings"),
        (("run", "a.txt", "-o", "daily.md"), "daily"),
        (("run", "a.txt"), "a"),
    ],
)
def test_the_subject_is_the_output_else_the_input(words: tuple[str, ...], subject: str) -> None:
    assert job_arguments(words, commands()).subject == subject


def test_a_result_on_standard_output_is_noticed() -> None:
    assert job_arguments(("run", "a.txt"), commands()).to_standard_output
    assert not job_arguments(("run", "a.txt", "-o", "b"), commands()).to_standard_output
    assert not job_arguments(("batch", "a.txt", "-o", "b"), commands()).to_standard_output


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("detect", "a.txt"), "'detect' is no command that can be scheduled: use batch, run"),
        (("brief", "a.txt"), "'brief' is no command that can be scheduled: use batch, run"),
        (("schedule", "crontab"), "'schedule' is no command that can be scheduled"),
        (("batch", "a.txt"), "the job `tsum batch`: Missing option '--out'"),
        (("batch", "-o", "out"), "the job `tsum batch`: Missing argument"),
        (("batch", "a.txt", "-o", "out", "--bogus"), "the job `tsum batch`: No such option: --bogus"),
        (("batch", "a.txt", "-o", "out", "-n", "many"), "the job `tsum batch`: Invalid value for '--sentences'"),
        (("batch", "a.txt", "-o", "out", "--help"), "the job asks for help: see `tsum batch --help` instead"),
        (("batch", "-", "-o", "out"), "the job reads standard input"),
        (("run", "*.txt"), "'*.txt': `tsum run` expands no wildcards"),
    ],
)
def test_a_job_that_cannot_be_scheduled(words: tuple[str, ...], message: str) -> None:
    with pytest.raises(UsageError) as error:
        job_arguments(words, commands())
    assert message in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("run", "b.txt"), "b.txt: no such file (an input of the job)"),
        (("run", "b" * 300), "no such file (an input of the job)"),
        (("batch", "a.txt", "-o", "out", "-g", "no.csv"), "no.csv: no such file (--glossary of the job)"),
    ],
)
def test_a_file_that_is_missing(words: tuple[str, ...], message: str) -> None:
    with pytest.raises(InputError) as error:
        job_arguments(words, commands())
    assert message in str(error.value)
