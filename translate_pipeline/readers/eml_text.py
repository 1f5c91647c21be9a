"""The text of e-mail messages, plain or HTML, as blocks."""

from __future__ import annotations

import re
from email.message import EmailMessage

from translate_pipeline.document import ParagraphKind
from translate_pipeline.errors import NotTextError
from translate_pipeline.readers.blocks import Block
from translate_pipeline.readers.cleaning import clean_text
from translate_pipeline.readers.eml_parts import decoded_payload
from translate_pipeline.readers.flowed_text import QuotedText, quoted_parts, unflowed_parts, with_continued_lines
from translate_pipeline.readers.layout import paragraphs_of
from translate_pipeline.readers.markup import blocks_of
from translate_pipeline.readers.safe_xml import BadXmlError, parse_html
from translate_pipeline.readers.wrapped_lines import unwrap

_SIGNATURE = re.compile(r"^-- ?$", re.M)
_FEWEST_OF_HTML = 0.25


def blocks_of_text(plain: EmailMessage | None, page: EmailMessage | None, name: str) -> list[Block]:
    """The blocks of one text in two forms: those of its plain form, or of its HTML form where that says much more.

    Args:
        plain, page: the parts with its two forms; one may be None.
        name: what errors call the message.
    """
    of_plain = _plain_blocks(plain, name) if plain is not None else []
    of_page = _page_blocks(page, name) if page is not None else []
    return of_plain if _words(of_plain) > _FEWEST_OF_HTML * _words(of_page) else of_page


def _words(blocks: list[Block]) -> int:
    return sum(len(block.text.split()) for block in blocks)


def _page_blocks(part: EmailMessage, name: str) -> list[Block]:
    try:
        return blocks_of(parse_html(decoded_payload(part, name).encode("utf-8", errors="replace"), "utf-8"))
    except (BadXmlError, NotTextError):
        return []


def _plain_blocks(part: EmailMessage, name: str) -> list[Block]:
    try:
        text = clean_text(decoded_payload(part, name))[0]
    except NotTextError:
        return []
    text, signature = _cut_signature(text)
    flowed = str(part.get_param("format", "")).lower() == "flowed"
    if flowed:
        pieces = unflowed_parts(text, delete_space=str(part.get_param("delsp", "")).lower() == "yes")
    else:
        pieces = [QuotedText(piece.depth, with_continued_lines(unwrap(piece.text))) for piece in quoted_parts(text)]
    blocks: list[Block] = []
    for piece in pieces:
        quotation = "> " * piece.depth
        for paragraph in paragraphs_of(piece.text)[1]:
            # A greeting or a closing line is short and unfinished too, and is no heading.
            kind = ParagraphKind.BODY if paragraph.kind is ParagraphKind.HEADING else paragraph.kind
            blocks.append(Block(paragraph.text, kind, quotation + paragraph.prefix))
    return [*blocks, *(Block(line) for line in signature.split("\n"))]


def _cut_signature(text: str) -> tuple[str, str]:
    """A text, and the signature that stands after its last line of two hyphens."""
    last = list(_SIGNATURE.finditer(text))[-1:]
    return (text[: last[0].start()], text[last[0].end() :]) if last else (text, "")
