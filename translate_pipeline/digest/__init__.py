"""Digests: one bilingual document from many articles."""

from translate_pipeline.digest.model import Digest

__all__ = ["Digest"]
