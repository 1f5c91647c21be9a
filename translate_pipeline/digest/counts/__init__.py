"""What a sentence counts: the number, what is counted, and what decides whether two counts are of the same thing."""

from translate_pipeline.digest.counts.count import Count
from translate_pipeline.digest.counts.extraction import counts_in
from translate_pipeline.digest.counts.words import COUNTED_LANGUAGES

__all__ = ["COUNTED_LANGUAGES", "Count", "counts_in"]
