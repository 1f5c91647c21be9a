"""Names in Spanish text: where they stand, and which of their words are no common words."""

from translate_pipeline.names.recognition import recognise
from translate_pipeline.names.span import NameSpan
from translate_pipeline.names.vocabulary import is_common_word

__all__ = ["NameSpan", "is_common_word", "recognise"]
