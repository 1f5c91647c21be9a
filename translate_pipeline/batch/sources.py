"""The inputs of a batch."""

from __future__ import annotations

from translate_pipeline.fetching.base import Fetched
from translate_pipeline.readers.sources import Sources


class BatchSources(Sources):
    """Finds the entries of inputs, and counts the lists that have not changed, whose entries nobody gets to see."""

    unmodified = 0

    def _fetch(self, url: str) -> Fetched:
        fetched = super()._fetch(url)
        self.unmodified += fetched.unmodified
        return fetched
