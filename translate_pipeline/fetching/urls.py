"""Addresses that can be fetched: read, joined, and written without what is secret in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translate_pipeline.fetching.failure import NotFetchedError

if TYPE_CHECKING:
    import httpx

_LONGEST = 8000
_LONGEST_SHOWN = 300
_CREDENTIALS = re.compile(r"^([A-Za-z][\w+.-]*://)?[^/?#]*@")
_PORTS = {"http": 80, "https": 443}


def parse_url(text: str) -> httpx.URL:
    """Reads an address. Raises `NotFetchedError` for what is no http or https address."""
    import httpx

    text = text.strip()
    if len(text) > _LONGEST:
        raise NotFetchedError(f"an address of more than {_LONGEST:,} characters: check it")
    try:
        return _checked(httpx.URL(text))
    except (httpx.InvalidURL, ValueError):
        raise NotFetchedError("not a valid address: check it") from None


def join_url(base: httpx.URL, location: str) -> httpx.URL:
    """The address to which `base` redirects. Raises `NotFetchedError` for what is no http or https address."""
    import httpx

    try:
        return _checked(base.join(location[:_LONGEST]))
    except (httpx.InvalidURL, ValueError):
        raise NotFetchedError("redirected to something that is no valid address") from None


def _checked(url: httpx.URL) -> httpx.URL:
    if url.scheme not in _PORTS:
        raise NotFetchedError("not an address of the web: only http:// and https:// can be fetched")
    if not url.host:
        raise NotFetchedError("no host in the address: check it")
    if url.port is not None and not 0 < url.port < 65536:
        raise NotFetchedError("no such port: check the address")
    return url.copy_with(fragment=None)


def host_and_port(url: httpx.URL) -> tuple[str, int]:
    """The host, as resolvers and servers know it, and the port."""
    return url.raw_host.decode("ascii"), url.port or _PORTS[url.scheme]


def without_credentials(url: httpx.URL) -> str:
    """An address without its user name and password."""
    return str(url.copy_with(userinfo=b"")) if url.userinfo else str(url)


def shown_url(text: str) -> str:
    """Any address as errors show it: one line, not too long, without user name and password."""
    line = "".join(letter if letter.isprintable() else "�" for letter in text.strip())
    line = _CREDENTIALS.sub(r"\1", line)
    return line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 1] + "…"
