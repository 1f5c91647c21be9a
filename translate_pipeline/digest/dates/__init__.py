"""Dates in Spanish and English text, and the days that they mean."""

from translate_pipeline.digest.dates.dates import DATED_LANGUAGES, dates_in, years_named
from translate_pipeline.digest.dates.publication import Publication, publication
from translate_pipeline.digest.dates.written_date import WrittenDate

__all__ = ["DATED_LANGUAGES", "Publication", "WrittenDate", "dates_in", "publication", "years_named"]
