"""HTML pages: the main text and the metadata of an article, by trafilatura."""

from __future__ import annotations

import contextlib
import logging
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING

from translate_pipeline.document import Document, ParagraphKind
from translate_pipeline.errors import EmptyInputError, MissingLibraryError, UnreadableFormatError
from translate_pipeline.readers.blocks import Block, document_from_blocks
from translate_pipeline.readers.html_body import article_blocks
from translate_pipeline.readers.html_captions import standfirsts_and_captions, with_left_out
from translate_pipeline.readers.html_encoding import decode_html
from translate_pipeline.readers.html_furniture import (
    BEHIND_PAYWALL,
    NOT_FREE,
    is_paywall_notice,
    says_it_is_not_free,
    without_furniture,
)
from translate_pipeline.readers.html_markup import flat_markup, lean_markup
from translate_pipeline.readers.html_metadata import page_metadata
from translate_pipeline.readers.html_running_text import mark_up_running_text
from translate_pipeline.readers.html_whole_page import blocks_of_page

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PROLOG = re.compile(r"(?:\s+|<!--.*?-->|<\?xml.*?\?>)*", re.DOTALL | re.IGNORECASE)
_START = re.compile(r"<!doctype\s+html\b|<(?:html|head|body)(?=[\s>/])", re.IGNORECASE)
_OTHER_TAG = re.compile(
    r"</?(?:html|head|body|title|meta|link|script|style|p|div|span|h[1-6]|a|ul|table|br|main|article|section|header)"
    r"(?=[\s>/])[^<>]*>",
    re.IGNORECASE,
)
_NAME = re.compile(r"\.(?:html?|xhtml?|shtml)$", re.IGNORECASE)
_HEAD_CHARACTERS = 1 << 16

_POINTER = re.compile(
    r"(?:(?:lee|leer|lea|ver|vea|mira|escucha) (?:también|además|más)|(?:también )?te puede interesar|más información"
    r"|noticias? relacionadas?|(?:read|see) (?:also|more)|related(?: articles?)?|archivado en|temas(?: relacionados)?"
    r"|etiquetas|tags|compartir(?: en)?|publicidad|síguenos en|suscríbete)(?:\s*:.*|\s*$|\s+(?:a|en) (?:nuestr|la news)"
    r".*|(?<=síguenos en) .*)",
    re.IGNORECASE,
)
_POINTER_WORDS = 25
_SENTENCE = re.compile(r"\S+(?:\s+\S+){2,}[.!?…][\"'»”’)\]]*(?:\s|$)")
_WORDS_OF_PROSE = 12
_NO_ARTICLE = "there is no article text in it: open it in a browser and save its text"
_ALL_PAYWALLED = "the article is behind a paywall: open it in a browser as a subscriber and save its text"
_MANY_ELEMENTS = 5000
_DEEPEST = "Excessive depth"


@dataclass
class HtmlReader:
    """HTML and XHTML pages.

    Args:
        charset: what the server said of the encoding, where a page was fetched (`Fetched.charset`).
    """

    charset: str | None = None
    format_name: str = "an HTML page"

    def recognises(self, data: bytes, name: str) -> bool:
        """Whether `data` begins as a page does; by its name, a page may also begin with any of its elements."""
        head = _head_of(data)
        start = _PROLOG.match(head)
        rest = head[start.end() if start else 0 :]
        first = _START.match(rest)
        if first:
            return bool(_OTHER_TAG.search(rest, first.end()))
        if _NAME.search(name.partition("?")[0]):
            return bool(_OTHER_TAG.match(rest)) or bool(_START.search(head))
        return False

    def read(self, data: bytes, name: str) -> Document:
        """Reads the article of a page.

        Raises:
            MissingLibraryError: trafilatura is not installed.
            NotTextError, EmptyInputError: it is no text, or empty.
            UnreadableFormatError: there is no article in it.
        """
        if find_spec("trafilatura") is None or find_spec("lxml") is None:
            raise MissingLibraryError(name, self.format_name, "web")
        decoded = decode_html(data, name, self.charset)
        if not decoded.text.strip():
            raise EmptyInputError(name)
        with _silence():
            tree = _parsed(decoded.text)
            if tree is None:
                raise self._unreadable(name, _NO_ARTICLE)
            is_paywalled = without_furniture(tree)
            left_out = standfirsts_and_captions(tree)
            found = _article(tree)
            blocks = [block for block in found if not is_paywall_notice(block)]
            is_paywalled = is_paywalled or len(blocks) < len(found)
            if not any(map(_is_prose_of_article, blocks)):
                raise self._unreadable(name, _ALL_PAYWALLED if is_paywalled else _NO_ARTICLE)
            metadata = page_metadata(tree, name if _is_address(name) else None)
        document = document_from_blocks(with_left_out(blocks, left_out), name, metadata)
        document.encoding = decoded.encoding
        if is_paywalled:
            document.notes.append(BEHIND_PAYWALL)
        elif says_it_is_not_free(tree):
            document.notes.append(NOT_FREE)
        return document

    def _unreadable(self, name: str, reason: str) -> UnreadableFormatError:
        return UnreadableFormatError(name, self.format_name, reason)


def _head_of(data: bytes) -> str:
    head = data[:_HEAD_CHARACTERS]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", errors="replace")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def _is_address(name: str) -> bool:
    return name.startswith(("http://", "https://"))


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    """Keeps the libraries' remarks on a page from the user."""
    for library in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(library).setLevel(logging.CRITICAL + 1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _parsed(text: str) -> HtmlElement | None:
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    markup = lean_markup(text)
    for attempt in (markup, flat_markup(markup)):
        parser = HTMLParser(huge_tree=True, collect_ids=False, remove_comments=True, remove_pis=True, encoding="utf-8")
        try:
            tree: HtmlElement = document_fromstring(attempt.encode("utf-8", errors="replace"), parser=parser)
        except ParserError:
            return None
        if not any(_DEEPEST in error.message for error in parser.error_log):
            break
    mark_up_running_text(tree)
    return tree


def _article(tree: HtmlElement) -> list[Block]:
    from trafilatura import bare_extraction

    # The second opinions that it asks for take time with the square of the number of paragraphs.
    is_large = sum(1 for _ in tree.iter()) > _MANY_ELEMENTS
    try:
        # Its filter of duplicates remembers other documents, so it stays off.
        found = bare_extraction(tree, fast=is_large, include_comments=False, include_tables=True, deduplicate=False)
    except RecursionError:
        found = None
    body = getattr(found, "body", None)
    blocks = article_blocks(body) if body is not None and not _is_dump(body) else blocks_of_page(tree)
    return [block for block in blocks if not _is_pointer(block)]


def _is_dump(body: HtmlElement) -> bool:
    """Whether trafilatura found no article and gave all text of the page, menus included, line by line."""
    return len(body) <= 1 and "\n" in "".join(body.itertext()).strip()


def _is_pointer(block: Block) -> bool:
    text = " ".join(block.text.split())
    return len(text.split()) <= _POINTER_WORDS and _POINTER.fullmatch(text) is not None


def _is_prose_of_article(block: Block) -> bool:
    if block.kind is not ParagraphKind.BODY:
        return False
    return bool(_SENTENCE.search(block.text)) or len(block.text.split()) >= _WORDS_OF_PROSE
