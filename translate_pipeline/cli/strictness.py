"""`--strict`: which findings make a run exit with 5."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from translate_pipeline.counting import counted
from translate_pipeline.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from translate_pipeline.briefing.model import FindingReport
    from translate_pipeline.checks.base import Finding

# What `--strict` alone stands for.
ANY = "any"
_SEVERITIES = ("note", "warning", "error")
_MOST_NAMED = 3


def is_strictness(text: str) -> bool:
    """Whether a text can stand behind `--strict=`."""
    from translate_pipeline.checks import CHECK_NAMES

    return all(name.strip().casefold() in (*CHECK_NAMES, *_SEVERITIES, ANY) for name in text.split(","))


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
        self._sentences = 0
        self._documents: dict[str, None] = {}
        self._seen: dict[str, None] = {}

    def watch(self, findings: Iterable[Finding | FindingReport], document: str = "") -> None:
        """Takes note of the findings of a sentence that matter, and of the document that it stands in."""
        checks = [f.check for f in findings if f.severity in self._severities and f.check in self._checks]
        if checks:
            self._sentences += 1
            self._documents |= {document: None} if document else {}
            self._seen |= dict.fromkeys(checks)

    @property
    def summary(self) -> str:
        """How many sentences have a finding that matters, where, and of which checks; empty if none has."""
        if not self._sentences:
            return ""
        names = list(self._documents)
        where = ", ".join(names[:_MOST_NAMED])
        where += f" and {counted(len(names) - _MOST_NAMED, 'other')}" if len(names) > _MOST_NAMED else ""
        found = f"{counted(self._sentences, 'sentence')} to check ({', '.join(self._seen)})"
        return f"--strict: {found}{f' in {where}' if where else ''}"

    def exit_code(self, otherwise: int) -> int:
        """5 if a finding that matters was seen and nothing worse happened."""
        return int(ExitCode.FINDINGS) if self._sentences and otherwise == 0 else otherwise
