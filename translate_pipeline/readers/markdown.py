"""Markdown: CommonMark with tables and strikethrough."""

from __future__ import annotations

import re

from translate_pipeline.document import Document, Paragraph, ParagraphKind
from translate_pipeline.errors import EmptyInputError
from translate_pipeline.readers.cleaning import clean_text
from translate_pipeline.readers.decoding import decode

_NAME = re.compile(r"\.(?:md|markdown)$", re.IGNORECASE)
_HEAD_BYTES = 64 << 10
_ORDER_MARKS = "\xff\xfe\xef\xbb\xbf"
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+\S", re.MULTILINE)
_OTHER_MARK = re.compile(
    r"\[[^\[\]\n]+\]\([^()\s]+(?:[ \t]+\"[^\"\n]*\")?\)"
    r"|(?<![\w*])(\*{1,3})[^\s*](?:[^*\n]*[^\s*])?\1(?![\w*])"
    r"|(?<![\w_])(_{1,3})[^\s_](?:[^_\n]*[^\s_])?\2(?![\w_])"
    r"|^ {0,3}(?:```|~~~)",
    re.MULTILINE,
)


class MarkdownReader:
    """Markdown files.

    All that is no running text stays as it is in the file: marks of lists, quotations and tables, code, HTML, rules,
    front matter, definitions of links. Running text loses its marks; the links in it follow it.
    """

    format_name = "a Markdown text"

    def recognises(self, data: bytes, name: str) -> bool:
        """Whether the name ends in `.md`, or headings stand in `data` together with links, emphasis or fenced code."""
        if _NAME.search(name.partition("?")[0]):
            return True
        head = data[:_HEAD_BYTES].replace(b"\0", b"").replace(b"\r", b"\n").decode("latin-1").lstrip(_ORDER_MARKS)
        return bool(_HEADING.search(head)) and bool(_OTHER_MARK.search(head))

    def read(self, data: bytes, name: str) -> Document:
        """Reads a Markdown file.

        Raises:
            NotTextError: it is binary data.
            EmptyInputError: there is no text in it.
        """
        from translate_pipeline.readers.markdown_front_matter import split_front_matter
        from translate_pipeline.readers.markdown_paragraphs import markdown_paragraphs
        from translate_pipeline.readers.markdown_writing import as_markdown

        decoded = decode(data, name)
        text, removed = clean_text(decoded.text)
        if not text.strip():
            raise EmptyInputError(name)
        front_matter, metadata = split_front_matter(text)
        paragraphs = markdown_paragraphs(text[len(front_matter) :])
        if front_matter:
            paragraphs.insert(0, Paragraph(front_matter, "", "", ParagraphKind.VERBATIM))
        document = Document(name, "", paragraphs, decoded.encoding, metadata=metadata, as_markup=as_markdown)
        if removed:
            were = "1 control character was" if removed == 1 else f"{removed} control characters were"
            document.notes.append(f"{were} taken out")
        return document
