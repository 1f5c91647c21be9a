"""Which pairs errors are planted in, and what the checks find in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from benchmarks import evaluation
from benchmarks.planting.base import Kind, Planted
from benchmarks.planting.faulty_references import FaultyReference, faulty_pairs
from translate_pipeline.checks import CHECKS, Check, Finding, Translated, penalty
from translate_pipeline.glossary import Glossary, GlossaryEntry

TEST_SETS = ("newstest2012", "flores-dev")
_SEED = "planted errors 1"


@dataclass(frozen=True)
class Outcome:
    """A planted error and what the checks find in the wrong pair and not in the clean one."""

    planted: Planted
    findings: Sequence[Finding]

    def found_by(self, check: str | None = None, *, notes: bool = False) -> bool:
        """Whether a check, or any, says so: by an error or a warning, or, if `notes`, by a note at least."""
        return any(
            check in (None, finding.check) and (notes or finding.severity != "note") for finding in self.findings
        )


@dataclass(frozen=True)
class FalseAlarm:
    """A human translation and the errors and warnings that a check has for it."""

    pair: Translated
    findings: Sequence[Finding]


def clean_pairs(data: Path, faults: Collection[FaultyReference]) -> list[Translated]:
    """The pairs of the test sets, without terms; those whose human translation is faulty are left out."""
    left_out = faulty_pairs(faults)
    texts = [evaluation.parallel_text(data, name) for name in TEST_SETS]
    return [
        Translated(*pair)
        for text in texts
        for line, pair in enumerate(zip(text.sources, text.references, strict=True), 1)
        if (text.name, line) not in left_out
    ]


def pairs_with_terms(data: Path) -> list[Translated]:
    """The pairs of `terms.jsonl`, each with the terms that its data has for it."""
    found = []
    for row in evaluation.term_sentences(data):
        own = Glossary([GlossaryEntry(source, target) for source, target in row.terms])
        found.append(Translated(row.source, row.reference, own.find(row.source)))
    return found


def with_terms_of(glossary: Glossary, pairs: Sequence[Translated]) -> list[Translated]:
    """The pairs with the terms that a glossary finds in their sources."""
    return [replace(pair, terms=glossary.find(pair.source)) for pair in pairs]


def planted_errors(pairs: Sequence[Translated], kind: Kind) -> list[Planted]:
    """The error in every pair in which it can be planted."""
    errors = (kind.plant(pair, Random(f"{_SEED}, {kind.error}\n{pair.source}")) for pair in pairs)
    return [error for error in errors if error is not None]


def outcome(planted: Planted) -> Outcome:
    """What all checks say of a planted error."""
    old, new = (
        Counter(finding for check in CHECKS for finding in check.findings(pair))
        for pair in (planted.clean, planted.wrong)
    )
    return Outcome(planted, list((new - old).elements()))


def false_alarms(check: Check, pairs: Sequence[Translated]) -> list[FalseAlarm]:
    """The pairs for which a check has an error or a warning, the worst first."""
    alarms = [FalseAlarm(pair, [f for f in check.findings(pair) if f.severity != "note"]) for pair in pairs]
    return sorted((alarm for alarm in alarms if alarm.findings), key=lambda alarm: -penalty(alarm.findings))
