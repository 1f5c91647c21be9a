from __future__ import annotations

import time

from translate_pipeline.fetching.pacing import Pacing


def _seconds(pacing: Pacing, host: str, wished: float | None = None) -> float:
    started = time.monotonic()
    pacing.wait(host, wished)
    return time.monotonic() - started


def test_a_second_request_to_a_host_waits_and_one_to_another_does_not() -> None:
    pacing = Pacing(0.3)
    assert _seconds(pacing, "a.example") < 0.1
    assert _seconds(pacing, "b.example") < 0.1
    assert 0.15 < _seconds(pacing, "a.example") < 1


def test_a_longer_pause_that_the_site_wishes_for_is_kept() -> None:
    pacing = Pacing(0)
    pacing.wait("a.example", 0.3)
    assert 0.15 < _seconds(pacing, "a.example") < 1


def test_time_that_has_passed_anyway_counts() -> None:
    pacing = Pacing(0.2)
    pacing.wait("a.example")
    time.sleep(0.25)
    assert _seconds(pacing, "a.example") < 0.1


def test_many_hosts_are_not_all_remembered() -> None:
    pacing = Pacing(60)
    for number in range(3000):
        pacing.wait(f"{number}.example")
    assert _seconds(pacing, "0.example") < 0.1
