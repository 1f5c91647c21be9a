"""The glossary files of a run, in order of precedence, each with where it comes from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate_pipeline.errors import GlossaryError
from translate_pipeline.glossary.curated import curated_files
from translate_pipeline.glossary.entry import GlossaryEntry
from translate_pipeline.glossary.formats import LanguagePair, read_glossary_file
from translate_pipeline.project import Project


@dataclass(frozen=True)
class GlossaryLayer:
    """A glossary file of a run.

    Args:
        file: the file.
        origin: what names it: `command line`, the project file, or `curated`.
        entries: its entries for the run's language pair.
    """

    file: Path
    origin: str
    entries: tuple[GlossaryEntry, ...]


def glossary_layers(
    files: Sequence[Path],
    project: Project | None,
    curated: bool,
    pair: LanguagePair,
    on_skip: Callable[[GlossaryError], None] | None = None,
) -> list[GlossaryLayer]:
    """Reads the glossaries that a run would use: those named, those of the project, the curated ones.

    Args:
        files: the glossaries named on the command line.
        project: the project, if there is one.
        curated: whether the curated glossaries are used; a project may say no as well.
        pair: the language pair.
        on_skip: is given the error of each bad row, which is left out; None refuses the file.

    Raises:
        GlossaryError: a file cannot be used.
    """
    named = [(path, "command line") for path in files]
    if project is not None:
        named += [(path, str(project.path)) for path in project.glossary_files]
        curated = curated and project.glossary.curated
    if curated:
        named += [(path, "curated") for path in curated_files(pair.source, pair.target)]
    return [
        GlossaryLayer(
            path,
            origin,
            tuple(read_glossary_file(path, pair.source, pair.target, lenient=on_skip is not None, on_skip=on_skip)),
        )
        for path, origin in named
    ]
