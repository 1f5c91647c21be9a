"""Bilingual briefings: the model and how it is shown."""

from translate_pipeline.briefing.model import Briefing

__all__ = ["Briefing"]
