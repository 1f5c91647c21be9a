"""Parses a feed with feedparser, as a program of its own: bytes on standard input, JSON Lines on standard output.

feedparser takes quadratic time for some input (an author of 200 kB needs two minutes) and much memory for other, and
neither can be stopped from within. So `feed_process` runs this file in a process that it can end.
"""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Iterator, Mapping
from typing import Any

_UTF16_OR_32 = re.compile(rb"\xff\xfe|\xfe\xff|\0|<\0")
_DECLARED_ENCODING = re.compile(rb"(<\?xml[^>]{0,100}?encoding\s*=\s*[\"'])[^\"'>]{1,40}([\"'])")
_CONTROL = bytes(byte for byte in range(32) if byte not in b"\t\n\r")
_CHARACTER_REFERENCE = re.compile(rb"&#([xX][0-9a-fA-F]{1,8}|[0-9]{1,9});")
_SURROGATE_PAIR = re.compile(
    rb"&#([xX][dD][89abAB][0-9a-fA-F]{2}|5[5-6][0-9]{3});&#([xX][dD][c-fC-F][0-9a-fA-F]{2}|5[67][0-9]{3});"
)
_LAST_TAG = re.compile(rb"</(?:[\w.-]+:)?(?:rss|feed|rdf)\s*>(?:\s|<!--.*?-->)*$", re.DOTALL | re.IGNORECASE)
_REST_OF_ADDRESS = re.compile(r"^[\w.-]* ?\(([^()]+)\)?$")
_OTHER_LINKS = frozenset(["enclosure", "self", "replies", "edit", "via", "related", "hub", "next", "license"])
_MEMORY = 1 << 30

Record = dict[str, Any]


def parsed_feed(data: bytes, address: str) -> Iterator[Record]:
    """What a feed says of itself, then its entries, newest versions only.

    Args:
        data: the feed.
        address: where it comes from, to complete relative links; empty if that is unknown.

    Yields:
        First the feed: `title`, `id`, `self`, `link`, `is_feed`, `error`, which is empty for a well-formed feed, and
        `breaks_off`, true where its last tag is missing.
        Then each entry: `id`, `link`, `title`, `author`, `source`, `published`, `date` (in UTC) and `texts`.
    """
    import feedparser

    # A stream: feedparser would take a string or bytes for an address or a path, and open that.
    parsed = feedparser.parse(
        io.BytesIO(repaired(data)),
        sanitize_html=False,
        resolve_relative_uris=False,
        response_headers={"content-location": address},
    )
    entries = [_entry(entry) for entry in parsed.entries]
    feed, error = parsed.feed, parsed.get("bozo_exception") if parsed.bozo else None
    harmless = isinstance(error, (feedparser.CharacterEncodingOverride, feedparser.NonXMLContentType))
    links = [link.get("href", "") for link in feed.get("links", []) if link.get("rel") == "self"]
    yield {
        "title": _text(feed, "title"),
        "id": _text(feed, "id"),
        "self": links[0] if links else "",
        "link": _text(feed, "link"),
        "is_feed": bool(parsed.get("version") or entries),
        "error": "" if error is None or harmless else str(error).removeprefix("<unknown>:") or "it is not well-formed",
        "breaks_off": not _LAST_TAG.search(data[-1000:]) and b"\0" not in data[-1000:],
    }
    yield from _without_repetitions(entries)


def repaired(data: bytes) -> bytes:
    """The data without control characters, and declared as UTF-8 where that is what they are, a few bad bytes aside."""
    if _UTF16_OR_32.match(data):
        return data
    data = _CHARACTER_REFERENCE.sub(_as_character, _SURROGATE_PAIR.sub(_as_pair, data.translate(None, _CONTROL)))
    if data.isascii():
        return data
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    # A letter that is not ASCII takes two bytes or more in UTF-8; text in another encoding hardly ever has any.
    if bad and len(data) - len(text) < 4 * bad:
        return data
    return _DECLARED_ENCODING.sub(rb"\1utf-8\2", text.encode("utf-8"), count=1)


def _as_pair(match: re.Match[bytes]) -> bytes:
    # Emoji as two halves of UTF-16, which no XML parser takes.
    high, low = _number(match[1]), _number(match[2])
    if 0xD800 <= high < 0xDC00 <= low < 0xE000:
        return b"&#%d;" % (0x10000 + ((high - 0xD800) << 10) + low - 0xDC00)
    return match.group()


def _as_character(match: re.Match[bytes]) -> bytes:
    number = _number(match[1])
    allowed = (
        number in (9, 10, 13) or 0x20 <= number < 0xD800 or 0xE000 <= number < 0xFFFE or 0xFFFF < number < 0x110000
    )
    return match.group() if allowed else b" "


def _number(reference: bytes) -> int:
    return int(reference[1:], 16) if reference[:1] in b"xX" else int(reference)


def _text(mapping: Mapping[str, Any], key: str) -> str:
    value = mapping.get(key) if key in mapping else None
    return value.strip() if isinstance(value, str) else ""


def _entry(entry: Mapping[str, Any]) -> Record:
    dates = [_text(entry, key) for key in ("published", "updated", "created") if _text(entry, key)]
    parsed = next((entry[key] for key in ("published_parsed", "updated_parsed") if entry.get(key)), None)
    source = entry["source"] if "source" in entry and isinstance(entry["source"], Mapping) else {}
    contents = entry["content"] if "content" in entry and isinstance(entry["content"], list) else []
    texts = [content.get("value") for content in contents if isinstance(content, Mapping)]
    texts.append(_text(entry, "summary"))
    return {
        "id": _text(entry, "id"),
        "link": _text(entry, "link") or _first_link(entry),
        "title": _text(entry, "title"),
        "author": _author(entry),
        "source": _text(source, "title"),
        "published": dates[0] if dates else "",
        "updated": _text(entry, "updated"),
        "date": "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}+00:00".format(*parsed[:6]) if parsed else "",
        "texts": [text for text in texts if isinstance(text, str) and text.strip()],
    }


def _first_link(entry: Mapping[str, Any]) -> str:
    links = entry["links"] if "links" in entry and isinstance(entry["links"], list) else []
    return next((_text(link, "href") for link in links if link.get("rel", "alternate") not in _OTHER_LINKS), "")


def _author(entry: Mapping[str, Any]) -> str:
    authors = entry["authors"] if "authors" in entry and isinstance(entry["authors"], list) else []
    names = [_text(author, "name") for author in authors if isinstance(author, Mapping)]
    known = list(dict.fromkeys(name for name in names if name))
    if not known and "@" not in _text(entry, "author"):
        known = [_text(entry, "author")]
    # feedparser cuts `ana@diario.example (Ana Pérez)` after four letters of the last label.
    return ", ".join(_REST_OF_ADDRESS.sub(r"\1", name) for name in known)


def _without_repetitions(entries: list[Record]) -> Iterator[Record]:
    """Of entries with one id and one link the last updated; ids that stand for several articles lose their worth."""
    links: dict[str, set[str]] = {}
    for entry in entries:
        links.setdefault(entry["id"], set()).add(entry["link"] or entry["title"])
    newest: dict[tuple[str, ...], Record] = {}
    for entry in entries:
        if entry["id"] and len(links[entry["id"]]) > 1:
            entry["id"] = f"{entry['id']} {entry['link'] or entry['title']}"
        named = entry["id"] or entry["link"]
        key = (named,) if named else (entry["title"], entry["published"], *entry["texts"])
        if key not in newest or entry["updated"] > newest[key]["updated"]:
            newest[key] = entry
    yield from newest.values()


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit.
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def main() -> None:
    """Reads a feed from standard input; the arguments are its address and the folders to import from."""
    _, address, *folders = sys.argv
    sys.path[:] = folders
    _limit_memory()
    try:
        for record in parsed_feed(sys.stdin.buffer.read(), address):
            sys.stdout.write(json.dumps(record) + "\n")
        sys.stdout.flush()
    except MemoryError:
        sys.exit("it needs more than 1 GB of memory")
    except Exception as error:
        sys.exit(f"feedparser fails on it ({type(error).__name__}: {error})")


if __name__ == "__main__":
    main()
