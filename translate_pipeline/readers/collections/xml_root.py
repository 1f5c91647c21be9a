"""What an XML file is, by its first element."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_BEFORE_ROOT = re.compile(
    r"\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE(?:[^\[\]<>\"']|\"[^\"]*\"|'[^']*')*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE
)
_START_TAG = re.compile(r"<(?:([\w.-]+):)?([\w.-]+)((?:\s[^<>]*)?)/?>")
_NAMESPACE = re.compile(r"xmlns(?::([\w.-]+))?\s*=\s*[\"']([^\"']*)[\"']")
_MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)


@dataclass(frozen=True)
class XmlRoot:
    """The first element: its name without prefix in lower case, and the namespaces that its tag declares."""

    name: str
    namespaces: frozenset[str]


def xml_root(head: bytes) -> XmlRoot | None:
    """The root element of an XML file that begins with `head`; None if no element comes first."""
    encoding = next((encoding for mark, encoding in _MARKED if head.startswith(mark)), "latin-1")
    text = head.decode(encoding, errors="replace").lstrip("\ufeff")
    position = 0
    while before := _BEFORE_ROOT.match(text, position):
        position = before.end()
    tag = _START_TAG.match(text, position)
    if tag is None:
        return None
    declared = frozenset(uri.strip().lower() for _, uri in _NAMESPACE.findall(tag[3]))
    return XmlRoot(tag[2].lower(), declared)
