"""Headings in tsum's own words, or in those of the person who asked for the digest."""

from __future__ import annotations

from translate_pipeline.digest.renderers.outline.blocks import Heading, ShownPair


def heading(level: int, text: str) -> Heading:
    """A heading that stands in one language only."""
    return Heading(level, ShownPair(None, text, ""))
