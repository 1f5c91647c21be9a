from __future__ import annotations

import pytest

from training.schedule import Schedule
from translate_pipeline.errors import UsageError

WARM = 10_000


def test_a_flat_run_stays_at_the_full_rate() -> None:
    assert [Schedule(10).factor(minutes, WARM) for minutes in (0, 5, 10)] == [1, 1, 1]


def test_a_decay_falls_in_a_line_to_a_fiftieth() -> None:
    schedule = Schedule(10, anneal_to=1)
    assert [schedule.factor(minutes, WARM) for minutes in (0, 5, 10, 11)] == pytest.approx([1, 0.5, 0.02, 0.02])


def test_a_decay_can_be_run_in_pieces() -> None:
    whole, second = Schedule(10, anneal_to=1), Schedule(5, anneal_from=0.5, anneal_to=1)
    assert second.factor(2, WARM) == pytest.approx(whole.factor(7, WARM))


def test_the_rate_warms_up_over_the_first_steps_of_all_runs() -> None:
    assert [Schedule(10).factor(5, step) for step in (0, 149, 299, 300)] == pytest.approx([1 / 300, 0.5, 1, 1])


@pytest.mark.parametrize("decay", [(0.5, 0.2), (-0.1, 1), (0, 1.1)])
def test_a_decay_that_goes_backwards_is_refused(decay: tuple[float, float]) -> None:
    with pytest.raises(UsageError, match="--anneal-from"):
        Schedule(10, *decay)
