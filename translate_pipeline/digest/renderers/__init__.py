"""Formats of digests; a new one is a file here and a line in `renderers`."""

from __future__ import annotations

from pathlib import Path

from translate_pipeline.digest.renderers.base import DigestRenderer
from translate_pipeline.errors import UsageError

__all__ = ["DIGEST_FORMATS", "DigestRenderer", "digest_renderer"]

DIGEST_FORMATS = ("md", "html", "txt", "json", "docx", "pdf", "eml", "atom")


def renderers(
    templates: Path | None = None, sender: str | None = None, recipients: tuple[str, ...] = ()
) -> tuple[DigestRenderer, ...]:
    """One renderer for each of `DIGEST_FORMATS`, in that order.

    Args:
        templates: a folder whose files stand in for the bundled HTML templates of the same names.
        sender: whom a mail message is from.
        recipients: whom it is to.
    """
    from translate_pipeline.digest.renderers.atom import AtomRenderer
    from translate_pipeline.digest.renderers.docx import DocxRenderer
    from translate_pipeline.digest.renderers.eml import EmlRenderer
    from translate_pipeline.digest.renderers.html import HtmlRenderer
    from translate_pipeline.digest.renderers.json import JsonRenderer
    from translate_pipeline.digest.renderers.markdown import MarkdownRenderer
    from translate_pipeline.digest.renderers.pdf import PdfRenderer
    from translate_pipeline.digest.renderers.text import TextRenderer

    return (
        MarkdownRenderer(),
        HtmlRenderer(templates),
        TextRenderer(),
        JsonRenderer(),
        DocxRenderer(),
        PdfRenderer(templates),
        EmlRenderer(sender, recipients, templates),
        AtomRenderer(),
    )


def digest_renderer(
    name: str | None,
    output: Path | None,
    templates: Path | None = None,
    sender: str | None = None,
    recipients: tuple[str, ...] = (),
) -> DigestRenderer:
    """The renderer that is named, else the one that the output file's ending chooses, else Markdown.

    Args:
        name: the name of a format.
        output: the file that it is for.
        templates, sender, recipients: as in `renderers`.

    Raises:
        UsageError: no renderer has that name or ending.
    """
    known = renderers(templates, sender, recipients)
    names = ", ".join(DIGEST_FORMATS)
    if name is not None:
        found = next((renderer for renderer in known if renderer.name == name), None)
        if found is None:
            raise UsageError(f"--format {name!r} is unknown: use one of {names}")
        return found
    if output is None or not output.suffix:
        return known[0]
    found = next((renderer for renderer in known if output.suffix.casefold() in renderer.endings), None)
    if found is None:
        raise UsageError(f"{output}: no format has the ending {output.suffix}: name one with --format ({names})")
    return found
