"""Header fields of e-mail messages, also those that break the standards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import getaddresses, parsedate_to_datetime
from typing import TYPE_CHECKING, Any, TypeVar

from translate_pipeline.errors import NotTextError
from translate_pipeline.readers.cleaning import clean_text
from translate_pipeline.readers.decoding import decode

T = TypeVar("T")
_LONGEST_FIELD = 10_000
# Windows programs call CP1252 Latin-1, in which these are control characters.
_CP1252 = {code: bytes([code]).decode("cp1252", errors="ignore") for code in range(0x80, 0xA0)}


def parsed(take: Callable[[], T], otherwise: T) -> T:
    """What `take` returns, or `otherwise` where Python's parser of header fields trips over a malformed one."""
    try:
        return take()
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError, OverflowError, RecursionError):
        return otherwise


if TYPE_CHECKING:
    _Policy = EmailPolicy[EmailMessage]
else:
    _Policy = EmailPolicy


class LenientPolicy(_Policy):
    """Python's current rules for messages, for which its parser of fields is too slow and too strict.

    Long fields are cut off, since it is quadratic, and malformed fields over which it trips are plain strings.
    """

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """The name and the value of a field; see `email.policy.Policy`."""
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST_FIELD]

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """The parsed value of a field, or the value itself; see `email.policy.Policy`."""
        return parsed(lambda: super(LenientPolicy, self).header_fetch_parse(name, value), value)


def _raw(message: EmailMessage, name: str) -> str:
    return next((str(value) for field, value in message.raw_items() if field.lower() == name.lower()), "")


def text_field(message: EmailMessage, name: str) -> str:
    """The text of a header field, decoded, on one line; empty if there is none.

    Bytes outside ASCII, which the standards forbid, are decoded as those of a text file.
    """
    raw = _raw(message, name)
    text = parsed(lambda: str(message[name] or ""), raw) if raw.isascii() else _decoded(raw)
    return " ".join(_repaired(text).split())


def _repaired(text: str) -> str:
    return clean_text(text.translate(_CP1252))[0]


def _decoded(raw: str) -> str:
    data = raw.encode("utf-8", errors="surrogateescape")
    try:
        return decode(data, "header").text
    except NotTextError:
        return ""


def senders_of(message: EmailMessage) -> str | None:
    """The names in the field `From`, or the address where there is no name; None if there is neither."""
    nobody: list[tuple[str, str]] = []
    found = parsed(lambda: [(str(a.display_name), str(a.addr_spec)) for a in message["From"].addresses], nobody)
    if not found or not _raw(message, "From").isascii():
        text = text_field(message, "From")
        found = parsed(lambda: getaddresses([text]), nobody)
    names = [" ".join(_repaired(name or address).split()).strip(" '\"") for name, address in found]
    return ", ".join(filter(None, names)) or None


def date_of(message: EmailMessage) -> str | None:
    """The moment in the field `Date` in ISO 8601; None if there is none or it makes no sense."""
    text = text_field(message, "Date")
    moment: datetime | None = parsed(lambda: parsedate_to_datetime(text), None) if text else None
    return moment.isoformat() if moment else None
