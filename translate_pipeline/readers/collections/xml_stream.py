"""XML files of many equal elements, read element by element."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from translate_pipeline.errors import UnreadableFormatError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LARGEST_ELEMENT = 10_000


class _Limited:
    """A stream that refuses to give more than `limit` bytes."""

    def __init__(self, stream: BinaryIO, limit: int, error: UnreadableFormatError) -> None:
        self._stream, self._left, self._error = stream, limit, error

    def read(self, size: int) -> bytes:
        data = self._stream.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise self._error
        return data


def children_of_root(stream: BinaryIO, name: str, format_name: str, limit: int) -> Iterator[Element]:
    """The children of the root element, each as soon as it is read; it is emptied when the next one is asked for.

    Args:
        stream: the file.
        name: what errors call it.
        format_name: what errors call its format.
        limit: the most bytes that are read.

    Raises:
        UnreadableFormatError: it is not well-formed, declares entities, or is larger than `limit`.
    """
    from lxml import etree

    too_large = UnreadableFormatError(name, format_name, f"it is larger than {limit >> 20} MB")
    events = etree.iterparse(
        _Limited(stream, limit, too_large),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    depth = inside = 0
    try:
        for event, element in events:
            if event == "start":
                depth, inside = depth + 1, inside + 1
                if depth == 1 and _declares_entities(element):
                    raise UnreadableFormatError(name, format_name, "it declares entities")
                if inside > _LARGEST_ELEMENT:
                    reason = f"one element in it holds more than {_LARGEST_ELEMENT} others"
                    raise UnreadableFormatError(name, format_name, reason)
                continue
            depth -= 1
            if depth == 1:
                yield element
                inside = 0
                _drop(element)
    except etree.XMLSyntaxError as error:
        raise UnreadableFormatError(name, format_name, f"line {error.lineno}: {error.msg}") from None
    except (ValueError, LookupError) as error:
        raise UnreadableFormatError(name, format_name, str(error)) from None


def _declares_entities(root: Element) -> bool:
    internal = root.getroottree().docinfo.internalDTD
    return internal is not None and any(True for _ in internal.iterentities())


def _drop(element: Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and len(parent) > 1:
        del parent[0]
