"""What an HTML page says of itself: title, date, author, site and address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from translate_pipeline.metadata import Metadata
from translate_pipeline.readers.html_date import publication_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BY = re.compile(r"^(?:por|by|texto|textos|autor|autora|escrito por|redacción:)\b:?\s+", re.IGNORECASE)
_SEPARATOR = r"\s+[|·–—»:-]+\s+"
_LONGEST_TITLE = 300
_LONGEST_AUTHOR = 150
_LONGEST_SOURCE = 100
_LONGEST_URL = 2000


def page_metadata(tree: HtmlElement, address: str | None = None) -> Metadata:
    """The metadata of a page, by trafilatura and htmldate.

    Args:
        tree: the page.
        address: where it was fetched from.
    """
    from trafilatura import extract_metadata

    url = _stated_url(tree, address) or address
    # Its date is not used: it would take any date in the text for that of publication.
    found = extract_metadata(tree, default_url=url, date_config={"extensive_search": False, "original_date": True})
    source = _line(found.sitename, _LONGEST_SOURCE) or (_host(url) if url else None)
    title = _line(found.title, _LONGEST_TITLE)
    return Metadata(
        title=_without_site(title, source) if title else None,
        date=publication_date(tree, url),
        author=_author(found.author, source),
        source=source,
        url=url,
    )


def _line(text: str | None, longest: int) -> str | None:
    line = " ".join((text or "").split())
    return line if 1 < len(line) <= longest else None


def _without_site(title: str, source: str | None) -> str:
    if not source:
        return title
    name = re.escape(source)
    bare = re.sub(rf"{_SEPARATOR}{name}$|^{name}{_SEPARATOR}", "", title, flags=re.IGNORECASE)
    return bare.strip() or title


def _author(text: str | None, source: str | None) -> str | None:
    names = [_BY.sub("", name.strip()) for name in (text or "").split(";")]
    names = [name for name in names if re.search(r"[^\W\d_]{2}", name) and "://" not in name and "@" not in name]
    return _line(", ".join(dict.fromkeys(names)), _LONGEST_AUTHOR)


def _stated_url(tree: HtmlElement, address: str | None) -> str | None:
    """The address that the page gives as its own, if it can be that of an article."""
    stated = [link.get("href") for link in tree.iter("link") if "canonical" in link.get("rel", "").casefold().split()]
    stated += [meta.get("content") for meta in tree.iter("meta") if meta.get("property") == "og:url"]
    for text in stated:
        try:
            url: str = urljoin(address or "", (text or "").strip())
            if _is_sane(url, address):
                return url.partition("#")[0]
        except ValueError:
            continue
    return None


def _is_sane(url: str, address: str | None) -> bool:
    from translate_pipeline.fetching.addresses import is_public

    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme not in ("http", "https") or parts.username is not None or len(url) > _LONGEST_URL:
        return False
    if not url.isprintable() or re.search(r"[\s<>\"{}]", url):
        return False
    is_name = "." in host.strip(".") and re.search(r"[^\W\d_]", host.rpartition(".")[2]) is not None
    if not is_name and not is_public(host):
        return False
    # A canonical link to the home page is a common mistake; no article is there.
    return (
        parts.path.strip("/") != ""
        or bool(parts.query)
        or (address is not None and urlsplit(address).path in ("", "/"))
    )


def _host(url: str) -> str | None:
    return (urlsplit(url).hostname or "").removeprefix("www.") or None
