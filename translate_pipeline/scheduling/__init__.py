"""Jobs that run again and again; a new scheduler is a file here and a line in `SCHEDULERS`."""

from __future__ import annotations

from translate_pipeline.scheduling.base import Change, ScheduledJob, Scheduler
from translate_pipeline.scheduling.crontab import Crontab
from translate_pipeline.scheduling.systemd import SystemdUserTimer

__all__ = ["SCHEDULERS", "Change", "ScheduledJob", "Scheduler"]

SCHEDULERS: dict[str, Scheduler] = {"crontab": Crontab(), "systemd": SystemdUserTimer()}
