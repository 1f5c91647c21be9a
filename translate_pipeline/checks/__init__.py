"""Checks of a translation against its source; a new check is a file here and a line in `CHECKS`."""

from __future__ import annotations

from translate_pipeline.checks.base import Check, Finding, Translated, penalty
from translate_pipeline.checks.degeneration import DegenerationCheck
from translate_pipeline.checks.numbers import NumbersCheck
from translate_pipeline.checks.terms import TermsCheck

__all__ = ["CHECKS", "Check", "Finding", "Translated", "check", "penalty"]

CHECKS: tuple[Check, ...] = (DegenerationCheck(), TermsCheck(), NumbersCheck())


def check(pair: Translated) -> list[Finding]:
    """Runs every check on a translated sentence."""
    return [finding for member in CHECKS for finding in member.findings(pair)]
