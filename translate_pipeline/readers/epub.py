"""EPUB books: https://www.w3.org/TR/epub-33/ and the package documents of EPUB 2."""

from __future__ import annotations

import posixpath
import re
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import unquote

from translate_pipeline.document import Document
from translate_pipeline.errors import NotTextError
from translate_pipeline.metadata import Metadata
from translate_pipeline.readers.blocks import Block, document_from_blocks
from translate_pipeline.readers.markup import blocks_of
from translate_pipeline.readers.office_archive import OfficeArchive, is_cut_off, mimetype_of
from translate_pipeline.readers.safe_xml import (
    BadXmlError,
    attribute,
    child,
    children,
    local_name,
    parse_xhtml,
    parse_xml,
    text_of,
)
from translate_pipeline.readers.stated_metadata import stated_author, stated_day, stated_title

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MIMETYPE = "application/epub+zip"
_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_FONT_OBFUSCATION = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_PAGES = ("application/xhtml+xml", "text/html", "text/x-oeb1-document")
_AUTHOR_ROLES = (None, "aut")
# calibre writes a day of the year 101 for one that is not known.
_EARLIEST = date(1000, 1, 1)
_SHOWN_CHAPTERS = 5


class EpubReader:
    """The chapters of an EPUB book in the order of its spine, without its table of contents."""

    format_name = "an EPUB book"

    def recognises(self, data: bytes, name: str) -> bool:
        """Whether `data` is a zip archive that says so, or `name` says so of a damaged one."""
        return mimetype_of(data) == _MIMETYPE or is_cut_off(data, name, (".epub",))

    def read(self, data: bytes, name: str) -> Document:
        """Reads a book.

        Raises:
            UnreadableFormatError: it is damaged, copy-protected, or hostile.
            EmptyInputError: it holds no text.
        """
        with OfficeArchive(data, name, self.format_name) as archive:
            opf = _package_path(archive)
            package = _parsed(archive, opf)
            chapters = _spine(package, posixpath.dirname(opf))
            if set(chapters) & _encrypted(archive):
                raise archive.unreadable("it is copy-protected (DRM): only the reading program of its shop opens it")
            blocks: list[Block] = []
            lost: list[str] = []
            names = set(archive.names())
            for chapter in chapters:
                if chapter not in names:
                    lost.append(chapter)
                    continue
                try:
                    blocks += blocks_of(parse_xhtml(archive.read(chapter), chapter))
                except (BadXmlError, NotTextError):
                    lost.append(chapter)
        document = document_from_blocks(blocks, name, _metadata(package))
        if lost:
            shown = ", ".join(lost[:_SHOWN_CHAPTERS]) + (" …" if len(lost) > _SHOWN_CHAPTERS else "")
            document.notes.append(f"chapters missing or damaged: {shown}")
        return document


def _parsed(archive: OfficeArchive, part: str) -> Element:
    try:
        return parse_xml(archive.read(part))
    except BadXmlError as error:
        raise archive.unreadable(f"{part} in it is damaged: {error}") from None


def _package_path(archive: OfficeArchive) -> str:
    """Where the container says the package document is; else the only one there is."""
    if _CONTAINER in archive.names():
        for rootfile in _parsed(archive, _CONTAINER).iter("{*}rootfile"):
            path = rootfile.get("full-path")
            if path:
                return posixpath.normpath(unquote(path))
    found = [name for name in archive.names() if name.lower().endswith(".opf")]
    if not found:
        raise archive.unreadable(f"{_CONTAINER} names no package document: get the file again")
    return found[0]


def _spine(package: Element, folder: str) -> list[str]:
    """The paths of the chapters in reading order; the table of contents and what stands apart are left out."""
    items = {item.get("id"): item for item in children(child(package, "manifest"), "item")}
    paths = []
    for reference in children(child(package, "spine"), "itemref"):
        item = items.get(reference.get("idref"))
        if item is None or reference.get("linear") == "no" or "nav" in (item.get("properties") or "").split():
            continue
        href = re.split("[#?]", item.get("href") or "")[0]
        if href and (item.get("media-type") or _PAGES[0]) in _PAGES:
            paths.append(posixpath.normpath(posixpath.join(folder, unquote(href))))
    return list(dict.fromkeys(paths))


def _encrypted(archive: OfficeArchive) -> set[str]:
    """The paths of parts that are encrypted; the usual obfuscation of fonts does not count."""
    if _ENCRYPTION not in archive.names():
        return set()
    found = set()
    for data in _parsed(archive, _ENCRYPTION).iter("{*}EncryptedData"):
        methods = [attribute(method, "Algorithm") for method in children(data, "encryptionmethod")]
        if not any(method in _FONT_OBFUSCATION for method in methods):
            found |= {unquote(reference.get("URI") or "") for reference in data.iter("{*}CipherReference")}
    return found


def _role(package_metadata: Element, creator: Element) -> str | None:
    refined = f"#{creator.get('id')}"
    for meta in children(package_metadata, "meta"):
        if meta.get("refines") == refined and meta.get("property") == "role":
            return text_of(meta) or None
    return attribute(creator, "role")


def _metadata(package: Element) -> Metadata:
    stated = child(package, "metadata")
    if stated is None:
        return Metadata()
    # EPUB 1 and early books of EPUB 2 hold Dublin Core one level deeper.
    inner = child(stated, "dc-metadata")
    elements = list(inner if inner is not None else stated)

    def of(name: str) -> list[Element]:
        return [element for element in elements if local_name(element) == name]

    authors = [stated_author(text_of(creator)) for creator in of("creator") if _role(stated, creator) in _AUTHOR_ROLES]
    dates = sorted(
        (element for element in of("date") if attribute(element, "event") in (None, "publication")),
        key=lambda element: attribute(element, "event") != "publication",
    )
    day = next((day for element in dates if (day := stated_day(text_of(element), _EARLIEST))), None)
    return Metadata(
        title=next((title for element in of("title") if (title := stated_title(text_of(element)))), None),
        date=day.isoformat() if day else None,
        author=", ".join(filter(None, authors)) or None,
        source=next(filter(None, map(text_of, of("publisher"))), None),
    )
