"""OpenDocument texts (ISO/IEC 26300), read from their XML: odfpy had its last release in 2020."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translate_pipeline.document import Document
from translate_pipeline.metadata import Metadata
from translate_pipeline.readers.blocks import document_from_blocks
from translate_pipeline.readers.odt_body import OdtBody, OdtNotes
from translate_pipeline.readers.odt_styles import OdtStyles
from translate_pipeline.readers.office_archive import OfficeArchive, is_cut_off, mimetype_of
from translate_pipeline.readers.safe_xml import BadXmlError, child, local_name, parse_xml, text_of
from translate_pipeline.readers.stated_metadata import day_of_writing, stated_author, stated_day, stated_title, title_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MIMETYPES = tuple(f"application/vnd.oasis.opendocument.text{kind}" for kind in ("", "-template", "-master"))
_ENDINGS = (".odt", ".ott", ".odm")


class OdtReader:
    """Headings, paragraphs, items of lists, rows of tables, text boxes and notes of an OpenDocument text.

    Comments, tracked deletions, indexes, headers and footers are left out; notes stand at the end.
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
        notes = OdtNotes()
        blocks = OdtBody(styles, notes).blocks(body) if body is not None else []
        blocks += notes.blocks()
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
