"""Rich Text Format, as word processors and agencies' systems of the nineties write it.

striprtf, the only small library for it, loses notes and headings, keeps deleted and hidden text, and needs quadratic
time for some links.
"""

from __future__ import annotations

from translate_pipeline.document import Document
from translate_pipeline.metadata import Metadata
from translate_pipeline.readers.blocks import Block, document_from_blocks
from translate_pipeline.readers.rtf_text import RtfText
from translate_pipeline.readers.rtf_tokens import tokens
from translate_pipeline.readers.stated_metadata import stated_author, stated_title, title_of

_MAGIC = b"{\\rtf"
_MAGIC_WITHIN = 64


class RtfReader:
    """Headings, paragraphs, items of lists, rows of tables, text boxes and notes of a text in Rich Text Format.

    Deleted and hidden text, comments, headers and footers are left out; notes stand at the end. A short paragraph all
    in bold without closing punctuation counts as a heading.
    """

    format_name = "a Rich Text document"

    def recognises(self, data: bytes, name: str) -> bool:
        """Whether `data` begins as RTF does."""
        return data[:_MAGIC_WITHIN].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(_MAGIC)

    def read(self, data: bytes, name: str) -> Document:
        """Reads a text in Rich Text Format.

        Raises:
            EmptyInputError: it holds no text.
        """
        text = RtfText(tokens(data.removeprefix(b"\xef\xbb\xbf")))
        notes = [Block(note, mark=f"[{number}] ") for number, note in enumerate(text.footnotes, 1)]
        title = title_of(text.blocks, stated_title(text.title))
        return document_from_blocks([*text.blocks, *notes], name, Metadata(title, author=stated_author(text.author)))
