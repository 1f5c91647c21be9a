"""OPML lists of feeds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urljoin

from translate_pipeline.errors import UnreadableFormatError
from translate_pipeline.readers.collections.base import CollectionOptions, Entry
from translate_pipeline.readers.collections.failed_entry import failed_entry
from translate_pipeline.readers.collections.identity import is_web_address
from translate_pipeline.readers.collections.nesting import nested_entries
from translate_pipeline.readers.collections.xml_root import xml_root
from translate_pipeline.readers.safe_xml import BadXmlError, local_name, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LARGEST = 10 << 20
_MOST_FEEDS = 10_000
# Many programs write addresses into OPML as they are, `?a=1&b=2`.
_BARE_AMPERSAND = re.compile(rb"&(?!(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos);)")


class OpmlCollection:
    """The entries of all feeds that an OPML list names, feed by feed; a feed that it names twice is read once."""

    format_name = "an OPML list of feeds"

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether the root element is `opml`."""
        root = xml_root(head)
        return root is not None and root.name == "opml"

    def entries(self, stream: BinaryIO, name: str, options: CollectionOptions) -> Iterator[Entry]:
        """The entries of each feed; a feed that cannot be read is one entry whose `load` raises.

        Raises:
            UnreadableFormatError: the list is damaged, is larger than 10 MB, declares entities, or names no feed.
        """
        data = stream.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise UnreadableFormatError(name, self.format_name, f"it is larger than {_LARGEST >> 20} MB")
        try:
            root = parse_xml(_BARE_AMPERSAND.sub(b"&amp;", data) if b"\0" not in data else data)
        except BadXmlError as error:
            raise UnreadableFormatError(name, self.format_name, str(error)) from None
        addresses = list(dict.fromkeys(_addresses(root)))
        if not addresses:
            raise UnreadableFormatError(name, self.format_name, "no outline in it has an xmlUrl")
        for address in addresses[:_MOST_FEEDS]:
            feed = _resolved(address, name)
            if feed is None:
                reason = "is neither a web address nor a file beside the list"
                failure = UnreadableFormatError(name, self.format_name, f"its feed {address!r} {reason}")
                yield failed_entry(address, address, failure)
            else:
                yield from nested_entries(feed, name, self.format_name, options)
        if len(addresses) > _MOST_FEEDS:
            reason = f"of its feeds only the first {_MOST_FEEDS} are read"
            yield failed_entry(name, name, UnreadableFormatError(name, self.format_name, reason))


def _addresses(root: Element) -> Iterator[str]:
    for element in root.iter():
        if local_name(element) == "outline":
            for key, value in element.attrib.items():
                if str(key).lower() == "xmlurl" and str(value).strip():
                    yield " ".join(str(value).split())


def _resolved(address: str, name: str) -> str | None:
    """A feed's address or path; None for what a list must not name, as files outside its own folder are."""
    if address.lower().startswith("feed:"):
        address = address[5:] if is_web_address(address[5:]) else "http:" + address[5:]
    if is_web_address(address):
        return address
    try:
        if is_web_address(name):
            joined = urljoin(name, address)
            return joined if is_web_address(joined) else None
        folder = Path(name).parent
        path = folder / address
        inside = path.resolve().is_relative_to(folder.resolve())
        return str(path) if inside and path.is_file() else None
    except (OSError, ValueError, RuntimeError):
        return None
