"""Puts a number right that a model wrote wrongly, where only one can be meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translate_pipeline.checks import Finding


def mend_miswritten_number(translation: str, findings: Sequence[Finding]) -> str | None:
    """A translation with the one number in digits that it lacks in the place of the one that it made up.

    Args:
        translation: a translation.
        findings: what the checks found in it.

    Returns:
        None unless exactly one number is missing and exactly one was made up, which stands there once.
    """
    numbers = [finding for finding in findings if finding.check == "numbers" and finding.target_span]
    missing = [finding.target_span for finding in numbers if finding.source_span]
    made_up = [finding.target_span for finding in numbers if not finding.source_span]
    if len(missing) != 1 or len(made_up) != 1 or not all(span[0].isdigit() for span in (*missing, *made_up)):
        return None
    places = list(re.finditer(rf"(?<![\w.,]){re.escape(made_up[0])}(?!\w|[.,]\d)", translation))
    if len(places) != 1:
        return None
    return translation[: places[0].start()] + missing[0] + translation[places[0].end() :]
