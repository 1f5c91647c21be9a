"""Ways to enforce terms; a new one is a file here and a line in `ENFORCEMENTS`."""

from __future__ import annotations

from translate_pipeline.glossary.enforcement.base import Attempt, Enforcement, Segment
from translate_pipeline.glossary.enforcement.slots import SlotEnforcement
from translate_pipeline.glossary.enforcement.substitution import SubstitutionEnforcement

__all__ = ["ENFORCEMENTS", "Attempt", "Enforcement", "Segment"]

# Tried in this order, each for the sentences in which something is still found.
ENFORCEMENTS: tuple[Enforcement, ...] = (
    SlotEnforcement(),
    SubstitutionEnforcement(),
)
