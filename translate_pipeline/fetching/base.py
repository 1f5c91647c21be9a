"""What a fetch gives, and what a server said for the next one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Validators:
    """What a server gave to ask later whether a page has changed (RFC 9110, section 8.8).

    Args:
        etag: the name of this version of the page.
        last_modified: when it changed last, as the server wrote it.
        url: the address after redirects whose page they describe; None where that is the address that was asked for.
    """

    etag: str | None = None
    last_modified: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class Fetched:
    """What came from an address.

    Args:
        url: the address after redirects, without a user name and password.
        data: the body, decoded from its transfer encodings; empty where `unmodified`.
        content_type: media type and charset as the server said them, such as `text/html; charset=utf-8`.
        unmodified: the server says that nothing has changed since the validators that were sent (status 304).
        validators: what to pass to the next fetch of the address; None where the server gave nothing.
    """

    url: str
    data: bytes
    content_type: str = ""
    unmodified: bool = False
    validators: Validators | None = None

    @property
    def charset(self) -> str | None:
        """The charset that the server named, such as `iso-8859-1`."""
        from email.message import Message

        header = Message()
        header["Content-Type"] = self.content_type
        return header.get_content_charset()
