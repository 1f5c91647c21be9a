"""Dates as an English newspaper writes them."""

from __future__ import annotations

import pytest

from translate_pipeline.digest.page.readable_dates import (
    readable_day,
    readable_moment,
    readable_span,
    readable_weekday,
)


def test_a_day_is_written_out() -> None:
    assert readable_day("2024-11-29") == "29 November 2024"
    assert readable_weekday("2024-11-29") == "Friday 29 November 2024"


@pytest.mark.parametrize(
    ("iso", "written"),
    [
        ("2024-10-30", "30 October 2024"),
        ("2024-10-30T08:05:00+01:00", "30 October 2024, 08:05"),
        ("2024-10-30T08:05:00Z", "30 October 2024, 08:05"),
    ],
)
def test_a_moment_has_the_time_of_its_own_place(iso: str, written: str) -> None:
    assert readable_moment(iso) == written


@pytest.mark.parametrize("written", ["yesterday", "2024-13-45", "<b>", ""])
def test_what_is_no_date_stays_as_it_is(written: str) -> None:
    assert readable_day(written) == readable_moment(written) == readable_weekday(written) == written


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        ("2024-10-30T08:00:00+01:00", "2024-10-30T19:00:00+01:00", "30 October 2024"),
        ("2024-10-29", "2024-10-30", "29–30 October 2024"),
        ("2024-10-29", "2024-11-02", "29 October – 2 November 2024"),
        ("2023-12-31", "2024-01-01", "31 December 2023 – 1 January 2024"),
        ("Tuesday", "2024-01-01", "Tuesday – 1 January 2024"),
    ],
)
def test_days_from_one_to_another_say_nothing_twice(first: str, last: str, written: str) -> None:
    assert readable_span(first, last) == written
