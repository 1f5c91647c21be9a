"""Articles of a digest, made of texts by the pipeline without translation."""

from __future__ import annotations

import functools
from dataclasses import replace

from translate_pipeline import Pipeline
from translate_pipeline.digest.model import Article
from translate_pipeline.metadata import Metadata


@functools.cache
def _pipeline(language: str) -> Pipeline:
    # To its own language nothing is translated.
    return Pipeline(to=language, source=language)


def article(text: str, name: str = "a1", date: str | None = None, language: str = "es") -> Article:
    """An article of a digest, left in its language.

    Args:
        text: paragraphs, divided by line breaks; a first one without a full stop is the title.
        name: its id.
        date: when it was published.
        language: the language it is in.
    """
    briefing = replace(_pipeline(language).run(text), name=name, metadata=Metadata(date=date))
    return Article(name, briefing, identity=name, content=text)
