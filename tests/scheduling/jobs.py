"""Jobs for the tests of schedulers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from translate_pipeline.scheduling.base import ScheduledJob
from translate_pipeline.scheduling.expression import cron_expression


def job(
    name: str = "desk",
    when: str = "*/10 * * * *",
    command: tuple[str, ...] = ("/opt/bin/tsum", "batch", "/home/ana/in", "--out", "/home/ana/out"),
    folder: str = "/home/ana",
    environment: Mapping[str, str] | None = None,
    log: str = "/home/ana/desk.log",
    named: bool = True,
) -> ScheduledJob:
    """A job as a desk might have it."""
    variables = {"LANG": "C.UTF-8"} if environment is None else environment
    return ScheduledJob(name, named, cron_expression(when), command, Path(folder), variables, Path(log))
