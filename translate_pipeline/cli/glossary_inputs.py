"""The glossaries that a command of `tsum glossary` is about."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from translate_pipeline.cli.console import Notes

if TYPE_CHECKING:
    from translate_pipeline.glossary.formats import GlossaryFile, LanguagePair
    from translate_pipeline.glossary.layers import GlossaryLayer


def language_pair(source: str | None, target: str | None) -> LanguagePair:
    """The languages of the options; es and en without them."""
    from translate_pipeline.config import Settings
    from translate_pipeline.glossary.formats import LanguagePair

    settings = Settings(source=source or "es", to=target or "en")
    return LanguagePair(settings.source or "es", settings.to)


def read_file(path: Path, source: str | None, target: str | None, lenient: bool = False) -> GlossaryFile:
    """A file as it stands; what a lenient reading leaves out is told on standard error."""
    from translate_pipeline.glossary.formats import read_glossary
    from translate_pipeline.glossary.formats.base import refuse
    from translate_pipeline.glossary.skipping import SkippedRows

    skipped = SkippedRows()
    wanted = language_pair(source, target) if source or target else None
    found = read_glossary(path, wanted, skipped if lenient else refuse)
    for line in skipped.summaries():
        Notes().note(line)
    return found


def read_layers(
    files: Sequence[Path], curated: bool, no_project: bool, pair: LanguagePair, lenient: bool
) -> list[GlossaryLayer]:
    """The glossaries that a run would use."""
    from translate_pipeline.glossary.layers import glossary_layers
    from translate_pipeline.glossary.skipping import SkippedRows
    from translate_pipeline.project import load_project

    skipped = SkippedRows()
    project = None if no_project else load_project()
    layers = glossary_layers(files, project, curated, pair, skipped if lenient else None)
    for line in skipped.summaries():
        Notes().note(line)
    return layers
