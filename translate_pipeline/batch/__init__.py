"""Many documents in one run, each dealt with once."""

from translate_pipeline.batch.options import BatchOptions
from translate_pipeline.batch.runner import Batch, BatchResult

__all__ = ["Batch", "BatchOptions", "BatchResult"]
