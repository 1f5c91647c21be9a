from __future__ import annotations

import shutil
import subprocess
from datetime import datetime, timezone
from itertools import islice

import pytest

from translate_pipeline.scheduling.calendar_events import calendar_events
from translate_pipeline.scheduling.expression import cron_expression
from translate_pipeline.scheduling.next_runs import next_runs

EVENTS = {
    "* * * * *": ("*-*-* *:*:00",),
    "*/10 * * * *": ("*-*-* *:00/10:00",),
    "0 */6 * * *": ("*-*-* 00/6:00:00",),
    "30 6 * * 1-5": ("Mon..Fri *-*-* 06:30:00",),
    "30 6 * * sun,sat": ("Sat,Sun *-*-* 06:30:00",),
    "0 0 * * fri,sat,7": ("Fri..Sun *-*-* 00:00:00",),
    "0 9-17 * * *": ("*-*-* 09..17:00:00",),
    "5,50 8 */10 jan,jul *": ("*-01,07-01/10 08:05,50:00",),
    "0 0 */2 * mon": ("Mon *-*-01/2 00:00:00",),
    "0 6 1,15 * mon": ("*-*-01,15 06:00:00", "Mon *-*-* 06:00:00"),
    "@weekly": ("Sun *-*-* 00:00:00",),
    "0 0 29 2 *": ("*-02-29 00:00:00",),
}


@pytest.mark.parametrize("text", EVENTS)
def test_an_expression_as_calendar_events_that_systemd_reads_as_the_same_times(text: str) -> None:
    when, analyze = cron_expression(text), shutil.which("systemd-analyze")
    assert calendar_events(when) == EVENTS[text]
    if analyze is None:
        return
    expected = list(islice(next_runs(when, datetime(2026, 11, 24, 17, 3, tzinfo=timezone.utc)), 5))
    times = set()
    for event in calendar_events(when):
        done = subprocess.run(
            [analyze, "calendar", "--base-time=2026-11-24 17:03", "--iterations=5", event],
            env={"TZ": "UTC", "LC_ALL": "C", "PATH": "/usr/bin:/bin"},
            capture_output=True,
            text=True,
            check=True,
        )
        for line in done.stdout.splitlines():
            label, _, value = line.partition(": ")
            if label.strip().startswith(("Next elapse", "Iter")):
                times.add(datetime.fromisoformat(" ".join(value.split()[1:3])).replace(tzinfo=timezone.utc))
    assert sorted(times)[:5] == expected
