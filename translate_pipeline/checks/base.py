"""What a check is: it compares a translation with its source and reports findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from translate_pipeline.document import TermMatch

Severity = Literal["error", "warning", "note"]
# What a finding costs a hypothesis when several are compared.
PENALTY: dict[Severity, int] = {"error": 10, "warning": 3, "note": 1}


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong or doubtful in a translated sentence, in a line that a person understands."""

    check: str
    severity: Severity
    message: str
    source_span: str = ""
    target_span: str = ""


@dataclass(frozen=True)
class Translated:
    """A sentence with a translation to check: the text, its glossary terms, and the language codes."""

    source: str
    translation: str
    terms: Sequence[TermMatch] = ()
    source_language: str = "es"
    target_language: str = "en"


class Check(Protocol):
    """Compares a translation with its source."""

    name: str

    def findings(self, pair: Translated) -> list[Finding]:
        """What is wrong in `pair`; an empty list if nothing is."""
        ...


def penalty(findings: Sequence[Finding]) -> int:
    """The sum of what the findings cost a hypothesis."""
    return sum(PENALTY[finding.severity] for finding in findings)
