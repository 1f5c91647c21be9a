"""Addresses of electronic mail, as people write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translate_pipeline.errors import UsageError

if TYPE_CHECKING:
    from email.headerregistry import Address

# The dot-atoms of RFC 5322, 3.2.3; hosts may also hold letters of other alphabets, which IDNA turns into ASCII.
_LOCAL_PART = r"[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*"
_ADDRESS = re.compile(
    rf"(?:(?P<name>[^<>\x00-\x1f\x7f]*)<(?P<local>{_LOCAL_PART})@(?P<host>[\w.-]+)>"
    rf"|(?P<bare>{_LOCAL_PART})@(?P<bare_host>[\w.-]+))"
)


def header_text(text: str) -> str:
    """Text on one line that a mail header shows as it is.

    A line break would begin a header of its own, and so would one in an encoded word (RFC 2047).
    """
    return " ".join("".join(c if c.isprintable() else " " for c in text).split()).replace("=?", "= ?")


def parsed_address(text: str) -> Address:
    """An address such as `desk@news.example` or `Night desk <desk@news.example>`.

    Raises:
        UsageError: it is none, or has letters before its @ that not every mail server takes.
    """
    from email.headerregistry import Address

    found = _ADDRESS.fullmatch(text.strip())
    if found is None:
        raise UsageError(f"{header_text(text)!r}: not a mail address: write it as desk@news.example")
    local, host = found["local"] or found["bare"], found["host"] or found["bare_host"]
    try:
        return Address(
            header_text((found["name"] or "").strip().strip('"')),
            local.encode("ascii").decode("ascii"),
            host.encode("idna").decode("ascii"),
        )
    except (UnicodeError, ValueError):
        raise UsageError(f"{header_text(text)!r}: mail servers do not take this address: use one in ASCII") from None
