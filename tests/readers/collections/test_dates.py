from __future__ import annotations

from datetime import datetime, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.readers.collections.dates import iso_date


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Wed, 16 Oct 2024 08:30:00 +0200", "2024-10-16T08:30:00+02:00"),
        ("mié, 16 oct 2024 08:30:00 CEST", "2024-10-16T08:30:00+02:00"),
        ("Wed, 16 Oct 24 08:30 GMT", "2024-10-16T08:30:00+00:00"),
        ("Wed, 16 Oct 2024 08:30:00 GMT-05:00", "2024-10-16T08:30:00-05:00"),
        ("Wed, 16 Oct 2024 08:30:00 XYZ", "2024-10-16T08:30:00"),
        ("2024-10-16T08:30:00Z", "2024-10-16T08:30:00+00:00"),
        ("2024-10-16T08:30:00.123-0300", "2024-10-16T08:30:00-03:00"),
        ("2024-10-16 08:30", "2024-10-16T08:30:00"),
        ("20241016", "2024-10-16"),
        ("2024-10", "2024-10"),
        ("16 de octubre de 2024", "2024-10-16"),
        ("3 de Septiembre de 2024, 8:30 p. m.", "2024-09-03T20:30:00"),
        ("Oct 16, 2024 12:30 AM", "2024-10-16T00:30:00"),
        ("16/10/2024", "2024-10-16"),
        ("10/16/2024", "2024-10-16"),
        ("03/04/2024", None),
        ("1729060200", "2024-10-16T06:30:00+00:00"),
        ("1729060200123", "2024-10-16T06:30:00+00:00"),
        ("2024-13-01", None),
        ("30 Feb 2024", None),
        ("ayer", None),
        ("", None),
    ],
)
def test_dates(written: str, expected: str | None) -> None:
    assert iso_date(written) == expected


@given(st.datetimes(min_value=datetime(1970, 1, 2), timezones=st.just(timezone.utc)))
def test_iso_dates_stay_what_they_are(moment: datetime) -> None:
    written = moment.replace(microsecond=0).isoformat()
    assert iso_date(written) == written


@given(st.text(max_size=100))
def test_any_text_is_a_date_or_none(text: str) -> None:
    found = iso_date(text)
    assert found is None or found[:4].isdigit()
