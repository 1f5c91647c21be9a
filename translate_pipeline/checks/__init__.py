"""Checks of a translation against its source; a new check is a file here and a line in `CHECKS`."""

from __future__ import annotations

from translate_pipeline.checks.base import Check, Finding, Severity, Translated, penalty
from translate_pipeline.checks.bounds import BoundsCheck
from translate_pipeline.checks.dates import DatesCheck
from translate_pipeline.checks.degeneration import DegenerationCheck
from translate_pipeline.checks.invented import InventedCheck
from translate_pipeline.checks.keywords import KeywordsCheck
from translate_pipeline.checks.length import LengthCheck
from translate_pipeline.checks.names import NamesCheck
from translate_pipeline.checks.negation import NegationCheck
from translate_pipeline.checks.numbers import NumbersCheck
from translate_pipeline.checks.quotations import QuotationsCheck
from translate_pipeline.checks.terms import TermsCheck
from translate_pipeline.checks.untranslated import UntranslatedCheck
from translate_pipeline.checks.verbatim import VerbatimCheck

__all__ = ["CHECKS", "CHECK_NAMES", "Check", "Finding", "Severity", "Translated", "check", "penalty"]

CHECKS: tuple[Check, ...] = (
    DegenerationCheck(),
    LengthCheck(),
    TermsCheck(),
    NamesCheck(),
    NumbersCheck(),
    BoundsCheck(),
    DatesCheck(),
    KeywordsCheck(),
    NegationCheck(),
    UntranslatedCheck(),
    InventedCheck(),
    QuotationsCheck(),
    VerbatimCheck(),
)
CHECK_NAMES = tuple(member.name for member in CHECKS)


def check(pair: Translated) -> list[Finding]:
    """Runs every check on a translated sentence."""
    return [finding for member in CHECKS for finding in member.findings(pair)]
