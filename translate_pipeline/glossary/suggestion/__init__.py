"""Proposes glossary entries: the names of articles that no glossary has yet, and how a package renders them."""

from translate_pipeline.glossary.suggestion.renderings import renderer_for
from translate_pipeline.glossary.suggestion.suggest import suggest
from translate_pipeline.glossary.suggestion.suggestion import Suggestion
from translate_pipeline.glossary.suggestion.table import suggestions_as_csv

__all__ = ["Suggestion", "renderer_for", "suggest", "suggestions_as_csv"]
