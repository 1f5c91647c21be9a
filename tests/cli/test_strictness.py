"""`--strict`: what it counts, and what it says."""

from __future__ import annotations

import re

import pytest

from tests.conftest import Tsum
from tests.desk import small_package
from translate_pipeline.checks.base import Finding
from translate_pipeline.cli.strictness import Strictness


def finding(check: str = "numbers", severity: str = "error") -> Finding:
    return Finding(check, severity, "5 is missing", "5", "")  # type: ignore[arg-type]


def test_without_findings_it_says_nothing() -> None:
    strictness = Strictness("any")
    strictness.watch([], "a.txt")
    strictness.watch([finding(severity="note")], "a.txt")
    assert (strictness.summary, strictness.exit_code(0)) == ("", 0)


def test_sentences_documents_and_checks_are_told() -> None:
    strictness = Strictness("any")
    strictness.watch([finding(), finding("names", "warning")], "a.txt")
    strictness.watch([finding()], "a.txt")
    strictness.watch([finding("dates")], "b.txt")
    assert strictness.summary == "--strict: 3 sentences to check (numbers, names, dates) in a.txt, b.txt"
    assert (strictness.exit_code(0), strictness.exit_code(6)) == (5, 6)


def test_of_many_documents_the_first_are_named() -> None:
    strictness = Strictness("numbers")
    for number in range(1, 6):
        strictness.watch([finding(), finding("names")], f"{number}.txt")
    assert strictness.summary == "--strict: 5 sentences to check (numbers) in 1.txt, 2.txt, 3.txt and 2 others"


@pytest.mark.parametrize("command", ["run", "translate"])
def test_the_commands_say_why_they_end_with_5(tsum: Tsum, command: str) -> None:
    # The small package makes no English of this sentence, and no lexicon has its verb.
    sentence = b"Ventanas grandes enchirulan mundo verde 7.\n"
    settings = ("--from", "es", "--package", small_package(), "--no-default-glossary", "--quiet")
    done = tsum(command, "-", *settings, "--strict=note", input=sentence)
    assert done.code == 5
    assert re.fullmatch(r"tsum: --strict: 1 sentence to check \([a-z, ]+\) in standard input\n", done.err)
