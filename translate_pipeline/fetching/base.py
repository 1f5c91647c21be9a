"""What a fetch gives, and what a server said for the next one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Validators:
    """What a server gave to ask later whether a page has changed (RFC 9110, section 8.8)."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True)
class Fetched:
    """What came from an address.

    Args:
        url: the address after redirects.
        data: the body, decoded from its transfer encodings; empty where `unmodified`.
        content_type: media type and charset as the server said them, such as `text/html; charset=utf-8`.
        unmodified: the server says that nothing has changed since the validators that were sent (status 304).
    """

    url: str
    data: bytes
    content_type: str = ""
    unmodified: bool = False
