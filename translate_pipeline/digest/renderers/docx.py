"""Word documents (Office Open XML), written with python-docx."""

from __future__ import annotations

from translate_pipeline.digest.model import Digest
from translate_pipeline.errors import UsageError


class DocxRenderer:
    """A document to edit, with headings, tables of both languages, and spelling in the right one on each side."""

    name = "docx"
    endings: tuple[str, ...] = (".docx",)

    def render(self, digest: Digest) -> bytes:
        """The digest as a Word document.

        Raises:
            UsageError: python-docx is not installed, or the digest's date is no day.
        """
        try:
            import docx
        except ImportError:
            raise UsageError("a Word document is written with python-docx: run `pip install python-docx`") from None
        from translate_pipeline.digest.renderers.word.across import write_across
        from translate_pipeline.digest.renderers.word.articles import write_articles
        from translate_pipeline.digest.renderers.word.overview import write_notes, write_overview
        from translate_pipeline.digest.renderers.word.package import (
            empty_document,
            packed,
            write_properties,
            write_running_heads,
        )
        from translate_pipeline.digest.renderers.word.references import References
        from translate_pipeline.digest.renderers.word.signature import write_signature
        from translate_pipeline.digest.renderers.word.stories import write_stories
        from translate_pipeline.digest.renderers.word.writer import DocxWriter

        document = empty_document()
        hyperlink = docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK
        writer = DocxWriter(lambda url: document.part.relate_to(url, hyperlink, is_external=True))
        references = References(digest)
        write_overview(writer, digest)
        opening = len(writer.blocks)
        write_stories(writer, digest, references)
        write_across(writer, digest, references)
        write_notes(writer, digest)
        write_articles(writer, digest, references)
        write_signature(writer, digest)
        writer.blocks.insert(opening, writer.contents())
        end = document.element.body[-1]
        for block in writer.blocks:
            end.addprevious(block)
        write_running_heads(document, digest)
        write_properties(document, digest)
        return packed(document, digest)
