"""Word documents (Office Open XML, ECMA-376), read from their XML: python-docx leaves out tracked insertions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translate_pipeline.document import Document
from translate_pipeline.errors import UnreadableFormatError
from translate_pipeline.metadata import Metadata
from translate_pipeline.readers.blocks import Block, document_from_blocks, heading
from translate_pipeline.readers.docx_styles import Numbering, Styles
from translate_pipeline.readers.line_breaks import split_at_breaks
from translate_pipeline.readers.office_archive import OfficeArchive, is_cut_off, part_names
from translate_pipeline.readers.safe_xml import BadXmlError, attribute, child, children, local_name, parse_xml, text_of
from translate_pipeline.readers.stated_metadata import day_of_writing, stated_author, stated_day, stated_title, title_of
from translate_pipeline.readers.table_rows import blocks_of_row

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MAIN_PART = re.compile(r"word/document\d*\.xml")
_ENDINGS = (".docx", ".docm", ".dotx")
# Word stores a document with a password in an old office file that holds this stream.
_OLD_OFFICE_MAGIC = b"\xd0\xcf\x11\xe0"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_WORD_NAMESPACE = re.compile(r"http://(?:schemas\.openxmlformats|purl\.oclc)\.org/(?:wordprocessingml|ooxml)/")
_LEFT_OUT = frozenset("del moveFrom Fallback instrText delText rPrChange pPrChange ruby object".split())
_BREAKS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_OFF = ("0", "false", "off")
_HEADING_WORDS = 25
_DEEPEST_TABLE = 20
_SENTENCE_END = re.compile(r"[.!?…:;,][\"'»”’)\]]*$")
# python-docx's own template, whose days are those of the template.
_TEMPLATE_CREATED = "2013-12-23T23:15:00Z"


@dataclass
class _OpenParagraph:
    properties: Element | None
    text: list[str] = field(default_factory=list)
    all_bold: bool = True


class _Body:
    """Turns the paragraphs under an element into blocks, in their order."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles, self._numbering = styles, numbering
        self._tables = 0
        self.footnotes: list[str] = []
        self.endnotes: list[str] = []

    def blocks(self, root: Element) -> list[Block]:
        from lxml import etree

        found: list[Block] = []
        open_paragraphs: list[_OpenParagraph] = []
        bold_run = False
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            name = _word_name(element)
            if event == "end":
                if name == "p" and open_paragraphs:
                    found += self._blocks_of(open_paragraphs.pop())
                continue
            if name in _LEFT_OUT or (name == "r" and _is_on(child(element, "rpr", "vanish"))):
                walker.skip_subtree()
            elif name == "tbl" and self._tables < _DEEPEST_TABLE:
                found += self._rows(element)
                walker.skip_subtree()
            elif name == "p":
                open_paragraphs.append(_OpenParagraph(child(element, "ppr")))
            elif name == "r":
                bold_run = _is_on(child(element, "rpr", "b"))
            elif name in ("footnoteReference", "endnoteReference"):
                notes = self.footnotes if name == "footnoteReference" else self.endnotes
                notes.append(attribute(element, "id") or "")
            elif open_paragraphs and name == "t":
                open_paragraphs[-1].text.append(element.text or "")
                open_paragraphs[-1].all_bold &= bold_run or not (element.text or "").strip()
            elif open_paragraphs and name in _BREAKS and local_name(element.getparent()) == "r":
                open_paragraphs[-1].text.append(_BREAKS[name])
        return found

    def _rows(self, table: Element) -> list[Block]:
        self._tables += 1
        rows = [blocks_of_row([self.blocks(cell) for cell in _own(row, "tc")]) for row in _own(table, "tr")]
        self._tables -= 1
        return [block for blocks in rows for block in blocks]

    def _blocks_of(self, paragraph: _OpenParagraph) -> list[Block]:
        text, properties = "".join(paragraph.text), paragraph.properties
        if not text.strip() or self._styles.is_contents(properties):
            return []
        level = self._styles.heading_level(properties)
        if level is not None:
            return [heading(text, level)]
        place = self._styles.list_place(properties)
        mark = self._numbering.mark(place) if place is not None else ""
        if not mark and paragraph.all_bold and len(text.split()) <= _HEADING_WORDS and not _SENTENCE_END.search(text):
            return [heading(text, 2)]
        first, *others = split_at_breaks(text)
        return [Block(first, mark=mark), *map(Block, others)]


class DocxReader:
    """Headings, paragraphs, items of lists, rows of tables, text boxes and notes of a Word document.

    Tracked deletions, hidden text, comments, tables of contents, headers and footers are left out; notes stand at the
    end. A short paragraph all in bold without closing punctuation counts as a heading.
    """

    format_name = "a Word document"

    def recognises(self, data: bytes, name: str) -> bool:
        """Whether `data` is a zip archive with Word's parts, or `name` says so of a damaged or encrypted one."""
        if data.startswith(_OLD_OFFICE_MAGIC):
            return name.lower().endswith(_ENDINGS) and _ENCRYPTED_STREAM in data
        names = part_names(data)
        if names is None:
            return is_cut_off(data, name, _ENDINGS)
        return "[Content_Types].xml" in names and any(map(_MAIN_PART.fullmatch, names))

    def read(self, data: bytes, name: str) -> Document:
        """Reads a Word document.

        Raises:
            UnreadableFormatError: it is damaged, protected by a password, or hostile.
            EmptyInputError: it holds no text.
        """
        if data.startswith(_OLD_OFFICE_MAGIC):
            reason = "it is protected by a password: save it without one"
            raise UnreadableFormatError(name, self.format_name, reason)
        with OfficeArchive(data, name, self.format_name) as archive:
            main = next(filter(_MAIN_PART.fullmatch, archive.names()), "word/document.xml")
            document = _part(archive, main)
            if document is None:
                raise archive.unreadable(f"{main} is missing in it: get the file again")
            body = _Body(Styles.of(_part(archive, "word/styles.xml")), Numbering(_part(archive, "word/numbering.xml")))
            blocks = body.blocks(document)
            blocks += _notes(body, _part(archive, "word/footnotes.xml"), body.footnotes)
            blocks += _notes(body, _part(archive, "word/endnotes.xml"), body.endnotes)
            stated = _metadata(_part(archive, "docProps/core.xml"))
        title = title_of(blocks, stated.title)
        return document_from_blocks(blocks, name, Metadata(title, stated.date, stated.author))


def _part(archive: OfficeArchive, part: str) -> Element | None:
    data = archive.read_if_present(part)
    if data is None:
        return None
    try:
        return parse_xml(data)
    except BadXmlError as error:
        raise archive.unreadable(f"{part} in it is damaged: {error}") from None


def _word_name(element: Element) -> str:
    """The local name of an element of WordprocessingML, of a formula's text, or of an alternative's fallback."""
    namespace, _, name = element.tag[1:].rpartition("}")
    if _WORD_NAMESPACE.match(namespace) or name == "Fallback":
        return str(name)
    return "t" if name == "t" and namespace.endswith("/math") else ""


def _own(element: Element, name: str) -> Iterator[Element]:
    """The descendants of a name that are not within another table."""
    from lxml import etree

    walker = etree.iterwalk(element, events=("start",))
    for _, inner in walker:
        if inner is not element and _word_name(inner) in ("tbl", name):
            if _word_name(inner) == name:
                yield inner
            walker.skip_subtree()


def _is_on(toggle: Element | None) -> bool:
    return toggle is not None and (attribute(toggle, "val") or "1") not in _OFF


def _notes(body: _Body, root: Element | None, referenced: list[str]) -> list[Block]:
    by_id = {attribute(note, "id"): note for name in ("footnote", "endnote") for note in children(root, name)}
    found: list[Block] = []
    for number, note_id in enumerate(dict.fromkeys(referenced), 1):
        if note_id in by_id:
            text = " ".join(block.text for block in body.blocks(by_id[note_id]))
            found.append(Block(text, mark=f"[{number}] "))
    return found


def _metadata(core: Element | None) -> Metadata:
    if core is None:
        return Metadata()
    stated = {name: text_of(child(core, name)) for name in ("title", "creator", "created", "modified")}
    days = None
    if stated["created"] != _TEMPLATE_CREATED:
        days = day_of_writing(stated_day(stated["created"]), stated_day(stated["modified"]))
    return Metadata(stated_title(stated["title"]), days, stated_author(stated["creator"]))
