"""XML of documents from strangers, parsed without entities, DTDs or the network."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from translate_pipeline.readers.decoding import decode

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HTML_ENTITY = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,31};)")


class BadXmlError(Exception):
    """What is wrong with a piece of XML."""


class EntitiesError(BadXmlError):
    """A piece of XML that declares entities, as attacks do."""


def parse_xml(data: bytes) -> Element:
    """The root element of an XML document; comments and processing instructions are left out.

    lxml's defaults expand internal entities; here a document that declares any is refused, and nothing is fetched.

    Raises:
        BadXmlError: it is not well-formed.
        EntitiesError: it declares entities.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise BadXmlError(f"line {error.lineno}: {error.msg}") from None
    except (ValueError, LookupError) as error:
        raise BadXmlError(str(error)) from None
    internal = root.getroottree().docinfo.internalDTD
    if internal is not None and any(True for _ in internal.iterentities()):
        raise EntitiesError("it declares entities, which documents do not")
    return root


def parse_xhtml(data: bytes, name: str) -> Element:
    """The root element of a page that should be XHTML; one that is not well-formed is read as HTML.

    Args:
        data: the page.
        name: what errors call it.

    Raises:
        BadXmlError: it holds no element at all.
        EntitiesError: it declares entities.
        NotTextError: it is binary data.
    """
    try:
        return parse_xml(_HTML_ENTITY.sub(_as_character_references, data))
    except BadXmlError as error:
        if b"<!ENTITY" in data:
            raise EntitiesError(str(error)) from None
        return parse_html(decode(data, name).text.encode("utf-8", errors="replace"), "utf-8")


def _as_character_references(entity: re.Match[bytes]) -> bytes:
    letters = html.unescape(entity.group().decode("ascii"))
    return "".join(f"&#{ord(letter)};" for letter in letters).encode("ascii")


def parse_html(data: bytes, encoding: str | None = None) -> Element:
    """The root element of an HTML page, repaired as browsers do.

    Args:
        data: the page.
        encoding: its encoding; without it, what the page declares.

    Raises:
        BadXmlError: it holds no element at all.
    """
    from lxml import etree

    try:
        # Without `huge_tree` libxml2 stops at a script of 10 MB or a depth of 256; no entities grow in HTML.
        parser = etree.HTMLParser(
            encoding=encoding, no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
        )
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError, LookupError) as error:
        raise BadXmlError(str(error)) from None
    if root is None:
        raise BadXmlError("it holds no element")
    return root


def local_name(element: Element) -> str:
    """The name of an element without its namespace, in lower case."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str | None:
    """The value of an attribute, whatever its namespace."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return None


def child(element: Element, *path: str) -> Element | None:
    """The first descendant along a path of local names in lower case; None if there is none."""
    found: Element | None = element
    for name in path:
        found = next((inner for inner in found if local_name(inner) == name), None) if found is not None else None
    return found


def children(element: Element | None, name: str) -> list[Element]:
    """The children of an element with a local name in lower case."""
    return [] if element is None else [inner for inner in element if local_name(inner) == name]


def text_of(element: Element | None) -> str:
    """All text in an element, with runs of white space as one blank."""
    return "" if element is None else " ".join("".join(element.itertext()).split())
