from __future__ import annotations

from datetime import datetime, timedelta, timezone
from itertools import islice, pairwise

import pytest

from translate_pipeline.errors import UsageError
from translate_pipeline.scheduling.next_runs import next_runs
from translate_pipeline.scheduling.phrases import at, every


@pytest.mark.parametrize(
    ("interval", "text"),
    [
        ("1m", "* * * * *"),
        ("10m", "*/10 * * * *"),
        ("30M", "*/30 * * * *"),
        ("60m", "0 * * * *"),
        ("1h", "0 * * * *"),
        ("6h", "0 */6 * * *"),
        ("120m", "0 */2 * * *"),
        ("24h", "0 0 * * *"),
        ("1d", "0 0 * * *"),
    ],
)
def test_an_interval(interval: str, text: str) -> None:
    assert every(interval).text == text


@pytest.mark.parametrize("interval", "1m 2m 3m 4m 5m 6m 10m 12m 15m 20m 30m 1h 2h 3h 4h 6h 8h 12h 1d".split())
def test_an_interval_is_even_over_midnight(interval: str) -> None:
    unit = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}[interval[-1]]
    runs = list(islice(next_runs(every(interval), datetime(2026, 11, 24, 20, 0, tzinfo=timezone.utc)), 300))
    assert {later - run for run, later in pairwise(runs)} == {int(interval[:-1]) * unit}


@pytest.mark.parametrize("interval", ["7m", "90m", "45m", "5h", "36h", "0m", "0h"])
def test_an_interval_that_cron_cannot_keep_evenly_is_refused_with_those_it_can(interval: str) -> None:
    with pytest.raises(UsageError, match=f"--every {interval}: cron has no even interval of that length: use 1m, 2m,"):
        every(interval)


def test_a_week_is_a_day_of_the_week() -> None:
    with pytest.raises(UsageError, match="or --at 06:30 --on mon for a day of the week"):
        every("7d")


@pytest.mark.parametrize("interval", ["", "10", "m", "ten minutes", "-5m", "1.5h", "10s", "1w", "٣m"])
def test_no_interval(interval: str) -> None:
    with pytest.raises(UsageError, match=r"is no interval: use 1m, 2m"):
        every(interval)


@pytest.mark.parametrize(
    ("time", "days", "text"),
    [
        ("06:30", None, "30 6 * * *"),
        ("6:05", None, "5 6 * * *"),
        ("23:59", "mon-fri", "59 23 * * 1-5"),
        ("00:00", "tue,sat", "0 0 * * 2,6"),
        ("00:00", "Monday", "0 0 * * 1"),
        ("00:00", "fri-mon", "0 0 * * 0,1,5,6"),
        ("00:00", "sat-sun", "0 0 * * 0,6"),
        ("00:00", "mon-wed, wed-thu", "0 0 * * 1-4"),
        ("00:00", "mon-sun", "0 0 * * *"),
    ],
)
def test_a_time_of_day(time: str, days: str | None, text: str) -> None:
    assert at(time, days).text == text


@pytest.mark.parametrize("time", ["24:00", "06:60", "6", "0630", "6.30", "06:30:00", ""])
def test_no_time_of_day(time: str) -> None:
    with pytest.raises(UsageError, match=r"is no time of day: use 00:00 to 23:59"):
        at(time)


@pytest.mark.parametrize("days", ["", "lun", "mon-", "mon..fri", "1-5"])
def test_no_day(days: str) -> None:
    with pytest.raises(UsageError, match=r"is no day: use sun, mon, tue, wed, thu, fri, sat, as in mon-fri or tue,sat"):
        at("06:30", days)
