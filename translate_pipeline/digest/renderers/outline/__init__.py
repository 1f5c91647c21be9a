"""The outline of a digest: its content in the order of reading, for renderers that lay out plain blocks."""

from translate_pipeline.digest.renderers.outline.outline import outline

__all__ = ["outline"]
