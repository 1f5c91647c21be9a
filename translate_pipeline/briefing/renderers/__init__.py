"""Formats of briefings; a new one is a file here and a line in `RENDERERS`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from translate_pipeline.briefing.model import Briefing
from translate_pipeline.briefing.renderers.base import Renderer
from translate_pipeline.briefing.renderers.json import JsonRenderer
from translate_pipeline.briefing.renderers.markdown import MarkdownRenderer
from translate_pipeline.briefing.renderers.text import TextRenderer
from translate_pipeline.errors import UsageError

__all__ = ["FORMAT_NAMES", "RENDERERS", "Renderer", "render_all", "renderer_for"]

RENDERERS: tuple[Renderer, ...] = (MarkdownRenderer(), TextRenderer(), JsonRenderer())
FORMAT_NAMES = tuple(renderer.name for renderer in RENDERERS)


def render_all(renderer: Renderer, briefings: Iterable[Briefing], several: bool) -> Iterator[str]:
    """The text of briefings in pieces, as each is ready.

    Args:
        renderer: the format.
        briefings: what to show.
        several: whether they are framed as several, which a program that reads JSON must be able to foresee.
    """
    opening, between, closing = renderer.frame if several else ("", "", "")
    yield opening
    for number, briefing in enumerate(briefings):
        yield (between if number else "") + renderer.render(briefing)
    yield closing


def renderer_for(name: str | None, output: Path | None) -> Renderer:
    """The renderer that is named, else the one that the output file's ending chooses, else Markdown.

    Raises:
        UsageError: no renderer has that name or ending.
    """
    names = ", ".join(FORMAT_NAMES)
    if name is not None:
        found = next((renderer for renderer in RENDERERS if renderer.name == name), None)
        if found is None:
            raise UsageError(f"--format {name!r} is unknown: use one of {names}")
        return found
    if output is None or not output.suffix:
        return RENDERERS[0]
    found = next((renderer for renderer in RENDERERS if output.suffix.casefold() in renderer.endings), None)
    if found is None:
        raise UsageError(
            f"{output}: no format has the ending {output.suffix}: name one with --format ({names}); "
            "`tsum brief` writes HTML, DOCX, PDF and others"
        )
    return found
