"""Addresses that may become links."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_HOST = re.compile(r"[\w.-]+|\[[0-9A-Fa-f:.]+\]")
_LONGEST = 8000


def web_address(text: str | None) -> str | None:
    """An http or https address in the characters of RFC 3986, without a user name and password; None for all else.

    Only a host may hold other letters than those of ASCII, as browsers show it.
    """
    # Browsers skip line breaks and tabs; other blanks are quoted below.
    address = re.sub(r"[\t\r\n]", "", text or "").strip()
    if len(address) > _LONGEST:
        return None
    try:
        parts = urlsplit(address)
        port = f":{parts.port}" if parts.port is not None else ""
    except ValueError:
        return None
    host = parts.netloc.rpartition("@")[2].removesuffix(port)
    # Where RFC 3986 sees a user name before a backslash, browsers see a host.
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host) or "\\" in parts.netloc:
        return None
    rest = address.partition("://")[2].removeprefix(parts.netloc)
    # Quoting again what is quoted already would change the address, so a percent sign stays.
    return f"{parts.scheme}://{host}{port}{quote(rest, safe='%/?#[]@!$&()*+,;=:~', errors='replace')}"
