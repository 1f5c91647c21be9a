"""`--strict`: which findings make a run exit with 5."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from translate_pipeline.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from translate_pipeline.briefing.model import FindingReport
    from translate_pipeline.checks.base import Finding

# What `--strict` alone stands for.
ANY = "any"
_SEVERITIES = ("note", "warning", "error")


class Strictness:
    """Watches findings go by.

    Args:
        wanted: names of checks and at most one severity, with commas between; `any`, or None to watch for nothing.
            Without a severity, errors and warnings count.

    Raises:
        UsageError: a name is unknown.
    """

    def __init__(self, wanted: str | None) -> None:
        from translate_pipeline.checks import CHECK_NAMES

        names = [name.strip().casefold() for name in (wanted or "").split(",") if name.strip()]
        unknown = [name for name in names if name not in (*CHECK_NAMES, *_SEVERITIES, ANY)]
        if unknown or (wanted is not None and not names):
            known = ", ".join((*CHECK_NAMES, *_SEVERITIES))
            raise UsageError(
                f"--strict={unknown[0] if unknown else ''}: no such check or severity: use some of {known}"
            )
        least = next((name for name in names if name in _SEVERITIES), "warning")
        self._severities = _SEVERITIES[_SEVERITIES.index(least) :] if wanted is not None else ()
        self._checks = {name for name in names if name in CHECK_NAMES} or set(CHECK_NAMES)
        self.count = 0

    def watch(self, findings: Iterable[Finding | FindingReport]) -> None:
        """Counts the findings that matter."""
        self.count += sum(f.severity in self._severities and f.check in self._checks for f in findings)

    def exit_code(self, otherwise: int) -> int:
        """5 if a finding that matters was seen and nothing worse happened."""
        return int(ExitCode.FINDINGS) if self.count and otherwise == 0 else otherwise
