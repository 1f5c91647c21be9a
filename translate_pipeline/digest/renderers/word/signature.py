"""How a digest was made, in a Word document."""

from __future__ import annotations

from translate_pipeline.digest.model import Digest
from translate_pipeline.digest.renderers.word.elements import paragraph, run
from translate_pipeline.digest.renderers.word.writer import DocxWriter


def write_signature(writer: DocxWriter, digest: Digest) -> None:
    """What is needed to make the same digest again."""
    writer.heading(1, "How this was made")
    signature = digest.signature
    facts = [("tsum", signature.tsum), *(("package", package) for package in signature.packages)]
    facts += [("beam", str(signature.beam))] if signature.beam is not None else []
    facts += [("glossary", glossary) for glossary in signature.glossaries if glossary]
    facts += signature.settings
    _write_pairs(writer, ("What", "Value"), facts)
    if signature.inputs:
        _write_pairs(writer, ("Input", "Fingerprint"), [(each.name, each.content) for each in signature.inputs])


def _write_pairs(writer: DocxWriter, header: tuple[str, str], pairs: list[tuple[str, str]]) -> None:
    writer.table(header, [[[paragraph(run(cell))] for cell in pair] for pair in pairs], [1, 1])
