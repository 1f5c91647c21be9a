from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from translate_pipeline.errors import UsageError
from translate_pipeline.scheduling.expression import cron_expression

GOOD = [
    "* * * * *",
    "*/10 * * * *",
    "0-59/7 * * * *",
    "*/59 * * * *",
    "30 6 * * 1-5",
    "0 0 * jan mon-fri",
    "0 0 * JAN,jul Mon",
    "0 0 * * 5-7",
    "0 0 * * sun-tue",
    "0 0 1,15 * 5",
    "01 02 * * *",
    "1,2-5/2 * * * *",
    "0 0 29 2 *",
    "0 0 30 2 mon",
    "@hourly",
    "@daily",
    "@midnight",
    "@weekly",
    "@monthly",
    "@yearly",
    "@annually",
]
# Cron takes none of these.
BAD = {
    "0 25 * * *": "the hour '25' is out of range: use 0 to 23",
    "1-60 * * * *": "the minute '60' is out of range: use 0 to 59",
    "0 0 0 * *": "the day of the month '0' is out of range: use 1 to 31",
    "0 0 * 13 *": "the month '13' is out of range: use 1 to 12, or jan to dec",
    "0 0 * january *": "the month 'january' is out of range",
    "0 0 * * 8": "the day of the week '8' is out of range: use 0 to 7, or sun to sat",
    "0 0 * * Monday": "the day of the week 'Monday' is out of range",
    "5/10 * * * *": "the minute '5/10' is no number, range or step: write 5-59/10",
    "*/0 * * * *": "the minute '*/0' has a step that does not fit into 0 to 59",
    "1,,2 * * * *": "the minute '' is no number, range or step",
    "0 0 L * *": "the day of the month 'L' is out of range",
    "? * * * *": "the minute '?' is no number, range or step",
    "* * * *": "has 4 fields: give five",
    "@Daily": "is unknown: use five fields or one of @yearly",
    "@every 1h": "is unknown",
    "": "has 0 fields",
}
# Cron takes these, and runs at times that nobody meant, or never.
MISUNDERSTOOD = {
    "*/90 * * * *": "has a step that does not fit into 0 to 59",
    "*/60 * * * *": "has a step that does not fit into 0 to 59",
    "0 0 * * 1-5/9": "has a step that does not fit into 1 to 5",
    "10-5 * * * *": "ends before it begins, so that it never comes: write 10-59,0-5",
    "0 0 * * fri-mon": "ends before it begins, so that it never comes: write 5-7,0-1",
    "0 0 * * sat-sun": "ends before it begins, so that it never comes: write 6-7",
    "0 0 * dec-jan *": "ends before it begins, so that it never comes: write 12,1",
    "0 0 * * fri#1": "is no number, range or step",
    "5~10 * * * *": "is no number, range or step",
    "** * * * *": "is no number, range or step",
    "*5 * * * *": "is no number, range or step",
    "0 0 30 feb *": "never comes: none of these months has such a day",
    "0 0 31 4,6,9,11 *": "never comes",
    "@reboot": "runs only when the machine starts",
}


def cron_takes(expression: str, folder: Path) -> bool | None:
    """What Debian's `crontab -n`, which writes nothing, says of an expression; None where there is no such program."""
    program, table = shutil.which("crontab"), folder / "table"
    if program is None:
        return None
    codes = []
    for line in ("* * * * * true\n", f"{expression} true\n"):
        table.write_text(line, encoding="utf-8")
        codes.append(subprocess.run([program, "-n", str(table)], capture_output=True, check=False).returncode)
    return codes[1] == 0 if codes[0] == 0 else None


@pytest.mark.parametrize("text", GOOD)
def test_good_expressions_are_good_for_cron_too(text: str, tmp_path: Path) -> None:
    assert cron_expression(f"  {text} ").text == text
    assert cron_takes(text, tmp_path) in (True, None)


@pytest.mark.parametrize("text", BAD)
def test_what_cron_refuses_is_refused_with_a_reason(text: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as error:
        cron_expression(text)
    assert str(error.value).startswith(f"--cron {text!r}")
    assert BAD[text] in str(error.value)
    if text.count(" ") == 4:  # with fewer fields, the command would be taken for one
        assert cron_takes(text, tmp_path) in (False, None)


@pytest.mark.parametrize("text", MISUNDERSTOOD)
def test_what_cron_takes_for_something_else_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as error:
        cron_expression(text)
    assert MISUNDERSTOOD[text] in str(error.value)
    assert cron_takes(text, tmp_path) in (True, None)


def test_the_fields_have_the_values_that_cron_gives_them() -> None:
    when = cron_expression("*/20 9-17/4 1,15 feb-apr fri,7")
    assert when.minutes == {0, 20, 40}
    assert when.hours == {9, 13, 17}
    assert when.days == {1, 15}
    assert when.months == {2, 3, 4}
    assert when.weekdays == {5, 0}


@pytest.mark.parametrize(
    ("text", "either"),
    [("0 0 1 * 5", True), ("0 0 1 * *", False), ("0 0 * * 5", False), ("0 0 */2 * 5", False), ("0 0 1 * */2", False)],
)
def test_a_day_must_fit_one_field_only_where_neither_begins_with_a_star(text: str, either: bool) -> None:
    assert cron_expression(text).either_day is either


def test_a_hint_for_a_range_that_goes_over_the_end_is_good_itself() -> None:
    for text, hint in MISUNDERSTOOD.items():
        if "write " in hint:
            wrong = next(field for field in text.split() if "-" in field)
            assert cron_expression(text.replace(wrong, hint.rpartition("write ")[2])).minutes
