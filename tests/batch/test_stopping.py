"""Signals of real kinds to this very process."""

from __future__ import annotations

import os
import signal

import pytest

from translate_pipeline.batch.stopping import StopRequest


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_first_signal_asks_and_the_second_ends(number: signal.Signals) -> None:
    before = {each: signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)}
    stop, told = StopRequest(), list[str]()
    with pytest.raises(KeyboardInterrupt), stop.listening(told.append):
        assert not stop.requested
        os.kill(os.getpid(), number)
        assert stop.requested
        assert told == ["stopping after the documents in flight (again to stop at once)"]
        os.kill(os.getpid(), signal.SIGTERM)
        raise AssertionError("the second signal must not come back")
    assert {each: signal.getsignal(each) for each in before} == before


def test_a_signal_while_nobody_can_be_told() -> None:
    def tell(_line: str) -> None:
        raise RuntimeError("reentrant call inside <_io.BufferedWriter name='<stderr>'>")

    stop = StopRequest()
    with stop.listening(tell):
        os.kill(os.getpid(), signal.SIGTERM)
    assert stop.requested
