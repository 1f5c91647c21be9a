"""OpenDocument texts (ISO/IEC 26300), read from their XML: odfpy had its last release in 2020."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translate_pipeline.document import Document
from translate_pipeline.metadata import Metadata
from translate_pipeline.readers.blocks import Block, document_from_blocks, heading
from translate_pipeline.readers.line_breaks import split_at_breaks
from translate_pipeline.readers.odt_styles import OdtStyles
from translate_pipeline.readers.office_archive import OfficeArchive, is_cut_off, mimetype_of
from translate_pipeline.readers.safe_xml import BadXmlError, attribute, child, local_name, parse_xml, text_of
from translate_pipeline.readers.stated_metadata import day_of_writing, stated_author, stated_day, stated_title, title_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MIMETYPES = tuple(f"application/vnd.oasis.opendocument.text{kind}" for kind in ("", "-template", "-master"))
_ENDINGS = (".odt", ".ott", ".odm")
_LEFT_OUT = frozenset(
    "note annotation tracked-changes table-of-content alphabetical-index illustration-index table-index object-index"
    " user-index bibliography forms sequence-decls variable-decls user-field-decls hidden-text hidden-paragraph"
    " ruby-text event-listeners script scripts".split()
)
# Titles and descriptions of pictures, unlike the field of the same name.
_PICTURES = "{urn:oasis:names:tc:opendocument:xmlns:svg"
_MOST_BLANKS = 1000


@dataclass
class _OpenParagraph:
    element: Element
    text: list[str] = field(default_factory=list)


@dataclass
class _OpenList:
    style: str | None
    number: int = 0


class _Body:
    def __init__(self, styles: OdtStyles) -> None:
        self._styles = styles
        self._blocks: list[Block] = []
        self._paragraphs: list[_OpenParagraph] = []
        self._lists: list[_OpenList] = []
        self._item_mark = ""

    def blocks(self, root: Element) -> list[Block]:
        from lxml import etree

        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            name = local_name(element)
            if event == "start":
                if _is_left_out(name, element):
                    walker.skip_subtree()
                else:
                    self._start(name, element)
                    self._add(element.text)
                continue
            if not _is_left_out(name, element):
                self._end(name)
            self._add(element.tail)
        return self._blocks

    def _add(self, text: str | None) -> None:
        if text and self._paragraphs:
            self._paragraphs[-1].text.append(re.sub(r"\s+", " ", text))

    def _start(self, name: str, element: Element) -> None:
        if name in ("p", "h"):
            self._paragraphs.append(_OpenParagraph(element))
        elif name == "list":
            outer = self._lists[-1].style if self._lists else None
            self._lists.append(_OpenList(attribute(element, "style-name") or outer))
        elif name == "list-item" and self._lists:
            now = self._lists[-1]
            now.number += 1
            numbered = self._styles.is_numbered(now.style, len(self._lists))
            self._item_mark = "   " * (len(self._lists) - 1) + (f"{now.number}. " if numbered else "- ")
        elif self._paragraphs and name in ("s", "tab", "line-break"):
            blanks = attribute(element, "c") or "1"
            times = min(int(blanks), _MOST_BLANKS) if re.fullmatch(r"\d{1,9}", blanks) else 1
            self._paragraphs[-1].text.append({"s": " " * times, "tab": " ", "line-break": "\n"}[name])

    def _end(self, name: str) -> None:
        if name in ("p", "h") and self._paragraphs:
            self._close(self._paragraphs.pop())
        elif name == "list" and self._lists:
            self._lists.pop()
        elif name == "list-item":
            self._item_mark = ""

    def _close(self, paragraph: _OpenParagraph) -> None:
        text = "".join(paragraph.text)
        if not text.strip():
            return
        level = self._styles.heading_level(paragraph.element)
        if level is not None:
            self._blocks.append(heading(text, level))
        else:
            first, *others = split_at_breaks(text)
            self._blocks += [Block(first, mark=self._item_mark), *map(Block, others)]
        self._item_mark = ""


def _is_left_out(name: str, element: Element) -> bool:
    return name in _LEFT_OUT or (name in ("title", "desc") and _PICTURES in element.tag)


class OdtReader:
    """Headings, paragraphs, items of lists, cells of tables and text boxes of an OpenDocument text.

    Notes, comments, tracked deletions, indexes, headers and footers are left out.
    """

    format_name = "an OpenDocument text"

    def recognises(self, data: bytes, name: str) -> bool:
        """Whether `data` is a zip archive that says so, or `name` says so of a damaged one."""
        return mimetype_of(data) in _MIMETYPES or is_cut_off(data, name, _ENDINGS)

    def read(self, data: bytes, name: str) -> Document:
        """Reads an OpenDocument text.

        Raises:
            UnreadableFormatError: it is damaged, protected by a password, or hostile.
            EmptyInputError: it holds no text.
        """
        with OfficeArchive(data, name, self.format_name) as archive:
            manifest = archive.read_if_present("META-INF/manifest.xml")
            if manifest is not None and any(
                local_name(e) == "encryption-data" for e in _parsed(archive, manifest).iter()
            ):
                raise archive.unreadable("it is protected by a password: save it without one")
            content = _parsed(archive, archive.read("content.xml"))
            named = archive.read_if_present("styles.xml")
            meta = archive.read_if_present("meta.xml")
            styles = OdtStyles([root for root in (content, _parsed(archive, named)) if root is not None])
            stated = _metadata(_parsed(archive, meta))
        body = child(content, "body", "text")
        blocks = _Body(styles).blocks(body) if body is not None else []
        return document_from_blocks(blocks, name, Metadata(title_of(blocks, stated.title), stated.date, stated.author))


def _parsed(archive: OfficeArchive, data: bytes | None) -> Element:
    if data is None:
        return None
    try:
        return parse_xml(data)
    except BadXmlError as error:
        raise archive.unreadable(f"its XML is damaged: {error}") from None


def _metadata(root: Element | None) -> Metadata:
    meta = child(root, "meta") if root is not None else None
    if meta is None:
        return Metadata()
    stated = {
        name: text_of(child(meta, name)) for name in ("title", "creator", "initial-creator", "creation-date", "date")
    }
    return Metadata(
        stated_title(stated["title"]),
        day_of_writing(stated_day(stated["creation-date"]), stated_day(stated["date"])),
        stated_author(stated["initial-creator"]) or stated_author(stated["creator"]),
    )
