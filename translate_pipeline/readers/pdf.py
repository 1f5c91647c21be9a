"""PDF documents with a text layer, read by PDFium (pypdfium2)."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from translate_pipeline.document import Document
from translate_pipeline.errors import MissingLibraryError, UnreadableFormatError
from translate_pipeline.metadata import Metadata
from translate_pipeline.readers.blocks import document_from_blocks
from translate_pipeline.readers.pdf_lines import PdfLine, lines_of
from translate_pipeline.readers.pdf_margins import without_margins
from translate_pipeline.readers.pdf_paragraphs import blocks_of_lines
from translate_pipeline.readers.stated_metadata import stated_author, stated_title, title_of

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_MAGIC = b"%PDF-"
_MAGIC_WITHIN = 1024
MOST_PAGES = 5_000
_WRONG_PASSWORD = 4
_FEWEST_LETTERS_A_PAGE = 15
_MOST_UNMAPPED = 0.2
_SHOWN_PAGES = 10
_OCR = "run it through an OCR program such as OCRmyPDF first"
# PDFium keeps its state in globals.
_PDFIUM = threading.Lock()


class PdfReader:
    """The text of a PDF in PDFium's reading order: paragraphs joined from their lines, and headings by their size.

    Page numbers, running heads and feet and text that stands askew are left out.
    """

    format_name = "a PDF document"

    def recognises(self, data: bytes, name: str) -> bool:
        """Whether `data` has a PDF's mark within its first 1,024 bytes, as PDF programs ask for."""
        return _MAGIC in data[:_MAGIC_WITHIN]

    def read(self, data: bytes, name: str) -> Document:
        """Reads a PDF.

        Raises:
            MissingLibraryError: pypdfium2 is not installed.
            UnreadableFormatError: it is damaged, protected by a password, or has no text layer.
        """
        try:
            import pypdfium2
        except ImportError:
            raise MissingLibraryError(name, self.format_name, "pdf") from None
        with _PDFIUM:
            try:
                pdf = pypdfium2.PdfDocument(data)
            except pypdfium2.PdfiumError as error:
                protected = error.err_code == _WRONG_PASSWORD
                reason = "it is protected by a password: save it without one" if protected else "it is damaged"
                raise self._unreadable(name, reason) from None
            try:
                pages, lost = self._pages(pdf, name)
                stated = _metadata(pdf)
            finally:
                pdf.close()
        self._check_text(pages, name)
        blocks = blocks_of_lines(without_margins(pages))
        metadata = replace(stated, title=title_of(blocks, stated.title))
        document = document_from_blocks(blocks, name, metadata)
        without_text = [number for number, lines in enumerate(pages, 1) if not lines and number not in lost]
        document.notes += _notes(lost, without_text)
        return document

    def _unreadable(self, name: str, reason: str) -> UnreadableFormatError:
        return UnreadableFormatError(name, self.format_name, reason)

    def _pages(self, pdf: PdfDocument, name: str) -> tuple[list[list[PdfLine]], list[int]]:
        """The lines of each page, and the numbers of damaged pages, from 1."""
        import pypdfium2

        count = len(pdf)
        if count > MOST_PAGES:
            raise self._unreadable(name, f"it has {count:,} pages, more than {MOST_PAGES:,}: split it")
        pages: list[list[PdfLine]] = []
        lost: list[int] = []
        for number in range(count):
            try:
                page = pdf[number]
                try:
                    pages.append(lines_of(page, number))
                finally:
                    page.close()
            except pypdfium2.PdfiumError:
                pages.append([])
                lost.append(number + 1)
        if len(lost) == count:
            raise self._unreadable(name, "it is damaged")
        return pages, lost

    def _check_text(self, pages: list[list[PdfLine]], name: str) -> None:
        text = "".join(line.text for lines in pages for line in lines)
        letters = sum(letter.isalpha() for letter in text)
        unmapped = sum(letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff" or letter < " " for letter in text)
        if unmapped > _MOST_UNMAPPED * max(1, len(text)):
            raise self._unreadable(name, f"its fonts do not say which letters they show: {_OCR}")
        if not letters or (len(pages) > 1 and letters < _FEWEST_LETTERS_A_PAGE * len(pages)):
            raise self._unreadable(name, f"it has no text layer (scanned pages?): {_OCR}")


def _notes(lost: list[int], without_text: list[int]) -> list[str]:
    found = []
    for numbers, what in ((lost, "damaged"), (without_text, "without a text layer")):
        if numbers:
            shown = ", ".join(map(str, numbers[:_SHOWN_PAGES])) + (" …" if len(numbers) > _SHOWN_PAGES else "")
            found.append(f"pages {what}, left out: {shown}")
    return found


def _metadata(pdf: PdfDocument) -> Metadata:
    """What a PDF states of its text.

    `CreationDate` and `ModDate` are those of the file (ISO 32000-1, 14.3.3): a page of 2019 that is saved today has
    today's. No date of publication is better than a wrong one, so they are left out.
    """
    return Metadata(
        title=stated_title(pdf.get_metadata_value("Title")), author=stated_author(pdf.get_metadata_value("Author"))
    )
