"""Documents of formats that mark their own paragraphs, headings and lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from translate_pipeline.document import Document, Paragraph, ParagraphKind
from translate_pipeline.errors import EmptyInputError
from translate_pipeline.metadata import Metadata
from translate_pipeline.readers.cleaning import clean_text
from translate_pipeline.readers.layout import is_byline
from translate_pipeline.translation.prose import is_prose

_LEAD_BLOCKS = 5


@dataclass(frozen=True)
class Block:
    """A paragraph as a format marks it.

    Args:
        text: its text; line breaks and runs of white space in it count as one blank.
        kind: what it is for the reader.
        mark: what stands before it in Markdown: `# `, `- `, `1. `, `> `.
        is_row: whether it is a row of a table.
    """

    text: str
    kind: ParagraphKind = ParagraphKind.BODY
    mark: str = ""
    is_row: bool = False


def heading(text: str, level: int = 1) -> Block:
    """A heading of a level from 1 (the title) to 6."""
    return Block(text, ParagraphKind.HEADING, "#" * min(max(level, 1), 6) + " ")


def document_from_blocks(blocks: Iterable[Block], name: str, metadata: Metadata | None = None) -> Document:
    """A document of blocks; the title of the metadata goes before them unless it heads them already.

    Raises:
        EmptyInputError: no block holds text.
    """
    metadata = metadata or Metadata()
    cleaned = [(" ".join(clean_text(block.text)[0].split()), block) for block in blocks]
    shown = [(text, block) for text, block in cleaned if text]
    if not shown:
        raise EmptyInputError(name)
    title = " ".join(clean_text(metadata.title or "")[0].split())
    if title and all(bare(text) != bare(title) for text, _ in shown[:3]):
        shown.insert(0, (title, heading(title)))
    paragraphs: list[Paragraph] = []
    for place, (text, block) in enumerate(shown):
        kind, mark = block.kind, block.mark
        if not is_prose(text):
            kind = ParagraphKind.VERBATIM
        elif place and place < _LEAD_BLOCKS and kind is ParagraphKind.BODY and is_byline(text):
            kind = ParagraphKind.BYLINE
        elif title and not paragraphs and bare(text) == bare(title):
            kind, mark = ParagraphKind.HEADING, "# "
        following = shown[place + 1][1] if place + 1 < len(shown) else None
        suffix = "\n" if following is None or _stand_together(block, following) else "\n\n"
        paragraphs.append(Paragraph(mark, text, suffix, kind))
    return Document(name, "", paragraphs, metadata=metadata)


def _stand_together(one: Block, following: Block) -> bool:
    """Whether two blocks are items of one list or rows of one table, with no empty line between them."""
    return (one.is_row and following.is_row) or (_is_list(one.mark) and _is_list(following.mark))


def _is_list(mark: str) -> bool:
    return bool(mark.strip()) and mark.strip()[0] not in "#>"


def bare(text: str) -> str:
    """The letters and digits of a text in one case, by which headings are compared."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())
