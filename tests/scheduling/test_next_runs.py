from __future__ import annotations

import time
from datetime import datetime, timezone, tzinfo
from itertools import islice
from zoneinfo import ZoneInfo

import pytest

from translate_pipeline.scheduling.expression import cron_expression
from translate_pipeline.scheduling.next_runs import next_runs, system_zone

MADRID = ZoneInfo("Europe/Madrid")


def runs(expression: str, after: str, number: int = 3, zone: tzinfo = timezone.utc) -> list[str]:
    moment = datetime.fromisoformat(after).replace(tzinfo=zone)
    return [f"{run:%a %Y-%m-%d %H:%M}" for run in islice(next_runs(cron_expression(expression), moment), number)]


def test_the_next_runs_are_after_now() -> None:
    assert runs("*/10 * * * *", "2026-11-24 23:50", 2) == ["Wed 2026-11-25 00:00", "Wed 2026-11-25 00:10"]


def test_two_day_fields_are_either_or() -> None:
    assert runs("0 6 1 * mon", "2026-11-24 12:00") == [
        "Mon 2026-11-30 06:00",
        "Tue 2026-12-01 06:00",
        "Mon 2026-12-07 06:00",
    ]


def test_two_day_fields_are_both_where_one_begins_with_a_star() -> None:
    assert runs("0 6 */2 * mon", "2026-11-24 12:00", 2) == ["Mon 2026-12-07 06:00", "Mon 2026-12-21 06:00"]


def test_a_rare_day_is_found_over_a_century_without_a_leap_day() -> None:
    assert runs("0 0 29 2 *", "2096-03-01 00:00", 1) == ["Fri 2104-02-29 00:00"]


def test_a_time_that_the_clock_skips_is_left_out() -> None:
    assert runs("30 2 * * *", "2026-03-28 12:00", 2, MADRID) == ["Mon 2026-03-30 02:30", "Tue 2026-03-31 02:30"]


def test_a_time_that_comes_twice_is_given_once() -> None:
    assert runs("30 2 * * *", "2026-10-24 12:00", 2, MADRID) == ["Sun 2026-10-25 02:30", "Mon 2026-10-26 02:30"]


def test_the_zone_is_that_of_the_machine_whatever_the_shell_says(monkeypatch: pytest.MonkeyPatch) -> None:
    moment = datetime(2026, 11, 24, 12, 0, tzinfo=timezone.utc)
    monkeypatch.delenv("TZ", raising=False)
    time.tzset()
    expected = moment.astimezone().utcoffset()
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    try:
        time.tzset()
        assert moment.astimezone(system_zone()).utcoffset() == expected
    finally:
        monkeypatch.delenv("TZ")
        time.tzset()
