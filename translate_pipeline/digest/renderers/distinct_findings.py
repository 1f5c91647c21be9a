"""What checks found in a sentence, without repetition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from translate_pipeline.briefing.model import FindingReport


def distinct_findings(findings: Iterable[FindingReport]) -> tuple[FindingReport, ...]:
    """Each message once, in the order of the first; `(×3)` after it says that it was found three times."""
    findings = tuple(findings)
    counts = Counter(finding.message for finding in findings)
    first = {finding.message: finding for finding in reversed(findings)}
    return tuple(
        replace(first[message], message=f"{message} (×{count:,})") if count > 1 else first[message]
        for message, count in counts.items()
    )


def finding_messages(findings: Iterable[FindingReport]) -> tuple[str, ...]:
    """The messages of distinct findings."""
    return tuple(finding.message for finding in distinct_findings(findings))
