"""The front matter of a Markdown file: `key: value` lines between `---`, as site generators and note takers write."""

from __future__ import annotations

import re

from translate_pipeline.metadata import Metadata
from translate_pipeline.readers.stated_metadata import stated_day

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<lines>(?:[^\n]*\n){0,500}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"([A-Za-z][\w .-]*?)[ \t]*:(?:[ \t]+(.*))?$")
_BELOW_A_FIELD = re.compile(r"[ \t]|-(?:[ \t]|$)|#|$")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?[ ]?(Z|[+-]\d\d:?\d\d)?$")


def split_front_matter(text: str) -> tuple[str, Metadata]:
    """The front matter that a text begins with, its marks and line breaks included, and what it says; empty if none."""
    match = _FRONT_MATTER.match(text)
    if match is None:
        return "", Metadata()
    fields: dict[str, str] = {}
    for line in match["lines"].splitlines():
        field = _FIELD.match(line)
        if field:
            fields.setdefault(field[1].casefold(), _value(field[2] or ""))
        elif not fields or not _BELOW_A_FIELD.match(line):
            return "", Metadata()
    return (match.group(), _metadata(fields)) if fields else ("", Metadata())


def _value(written: str) -> str:
    written = written.strip()
    if written[:1] == "[" and written[-1:] == "]":
        return ", ".join(filter(None, map(_value, written[1:-1].split(","))))
    if len(written) > 1 and written[0] == written[-1] and written[0] in "\"'":
        inner = written[1:-1]
        return inner.replace("''", "'") if written[0] == "'" else re.sub(r"\\([\"\\/])", r"\1", inner)
    plain = re.sub(r"(?:^|[ \t]+)#.*", "", written)
    # A block of text below the key, null.
    return "" if re.fullmatch(r"[|>][+-]?|~|null", plain) else plain


def _metadata(fields: dict[str, str]) -> Metadata:
    stated = {key: fields[key] for key in ("title", "author", "source", "url") if fields.get(key)}
    if stated.get("source", "").startswith(("http://", "https://")):
        stated.setdefault("url", stated.pop("source"))
    return Metadata(date=_date(fields.get("date", "")), **stated)


def _date(written: str) -> str | None:
    day = stated_day(written)
    if day is None:
        return None
    moment = _MOMENT.match(written)
    if moment is None:
        return day.isoformat()
    offset = moment[3] or ""
    return f"{moment[1]}T{moment[2]}" + (f"{offset[:3]}:{offset[-2:]}" if offset[1:] else offset)
