"""Extractive summaries by sumy."""

from translate_pipeline.summarization.algorithms import ALGORITHMS

__all__ = ["ALGORITHMS"]
