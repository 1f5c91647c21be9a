"""How a digest was made."""

from __future__ import annotations

from collections.abc import Iterator

from translate_pipeline.digest.model import DigestSignature
from translate_pipeline.digest.renderers.outline.blocks import Block, Bullets, Row, Table
from translate_pipeline.digest.renderers.outline.headings import heading


def colophon(signature: DigestSignature) -> Iterator[Block]:
    """The signature: what gives the same digest again."""
    yield heading(2, "How this was made")
    made = [f"tsum {signature.tsum}"]
    made += [f"package {package}" for package in signature.packages]
    made += [f"beam {signature.beam}"] if signature.beam is not None else []
    made += [f"glossary {glossary}" for glossary in signature.glossaries if glossary]
    settings = [f"{name}: {value}" for name, value in signature.settings]
    yield Bullets("", tuple((line,) for line in [*made, *settings]))
    if signature.inputs:
        rows = tuple(Row((given.name, given.content)) for given in signature.inputs)
        yield Table(("Input", "Fingerprint of its text"), (), rows)
