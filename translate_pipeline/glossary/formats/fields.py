"""The fields of an entry as text: every format reads and writes them under these names."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from translate_pipeline.errors import GlossaryError
from translate_pipeline.glossary.entry import GlossaryEntry
from translate_pipeline.readers.cleaning import clean_text

FIELDS = (
    "source",
    "target",
    "aliases",
    "article",
    "note",
    "case",
    "accents",
    "inflection",
    "direction",
    "do_not_translate",
    "domain",
    "attribution",
    "date",
)
LONGEST_CELL = 200
_TEXTS = ("note", "domain", "attribution")
_VALUES: dict[str, tuple[str, ...]] = {
    "article": ("none", "the"),
    "case": ("exact", "any"),
    "accents": ("optional",),
    "inflection": ("none",),
    "direction": ("both",),
}
_TRUTH = {"": False, "no": False, "false": False, "0": False, "yes": True, "true": True, "1": True}
# Printable ASCII and the composed letters of Western Europe, which need no cleaning.
_PLAIN = re.compile("[ -~\u00a1-\u00ac\u00ae-\u017f]*")
_NO_CHARACTER = re.compile("[\0\ufffe\uffff]")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class _Reader:
    origin: str

    def bad(self, problem: str) -> GlossaryError:
        return GlossaryError(f"{self.origin}: {problem}")

    def text(self, field: str, value: str) -> str:
        if not value:
            return ""
        if not _PLAIN.fullmatch(value):
            if _NO_CHARACTER.search(value):
                raise self.bad(f"{field} has a NUL or another code in it that is no character: take it out")
            value = clean_text(value)[0]
        value = " ".join(value.split())
        if len(value) > LONGEST_CELL:
            raise self.bad(f"{field} has {len(value):,} characters: at most {LONGEST_CELL} are allowed")
        if "⟦" in value or "⟧" in value:
            raise self.bad(f"{field} {value!r} has ⟦ or ⟧ in it, which tsum uses itself")
        return value

    def term(self, field: str, value: str) -> str:
        term = self.text(field, value)
        if not term:
            raise self.bad(f"empty {field}: give it a value or remove the row")
        if not any(map(str.isalnum, term)) or (field != "target" and len(term) < 2):
            raise self.bad(f"{field} {term!r} is no term: it needs at least two letters")
        return term

    def choice(self, field: str, value: str) -> str:
        value = value.strip().casefold()
        if value and value not in _VALUES[field]:
            raise self.bad(f"{field} {value!r} is unknown: use {', '.join(_VALUES[field])}, or leave it empty")
        return value

    def truth(self, field: str, value: str) -> bool:
        value = value.strip().casefold()
        if value not in _TRUTH:
            raise self.bad(f"{field} {value!r} is unknown: use yes, no, or leave it empty")
        return _TRUTH[value]

    def date(self, value: str) -> str:
        value = value.strip()
        if value:
            try:
                datetime.date.fromisoformat(value if _DATE.fullmatch(value) else "")
            except ValueError:
                raise self.bad(f"date {value!r} is no date: write it as 2025-01-31") from None
        return value


def entry_from_fields(fields: Mapping[str, str], aliases: Sequence[str], origin: str) -> GlossaryEntry:
    """The entry that fields of text stand for.

    Args:
        fields: text by name; a name that is missing is empty.
        aliases: other source forms; empty ones are left out.
        origin: file and line, for messages and for `GlossaryEntry.origin`.

    Raises:
        GlossaryError: a field is missing, too long, or has an unknown value.
    """
    read = _Reader(origin)
    given = {name: value for name, value in fields.items() if value}
    source = read.term("source", given.get("source", ""))
    keep = read.truth("do_not_translate", given.get("do_not_translate", ""))
    target = read.term("target", given.get("target", source if keep else ""))
    if keep and target != source:
        raise read.bad(f"target {target!r} is not the source {source!r}, though do_not_translate says to keep it")
    others: dict[str, Any] = {name: read.choice(name, given[name]) for name in _VALUES if name in given}
    others |= {name: read.text(name, given[name]) for name in _TEXTS if name in given}
    if "date" in given:
        others["date"] = read.date(given["date"])
    forms = tuple(read.term("alias", alias) for alias in aliases if alias.strip())
    return GlossaryEntry(source, target, forms, origin=origin, do_not_translate=keep, **others)


def fields_of(entry: GlossaryEntry) -> dict[str, str]:
    """The fields of an entry as text, without its aliases; empty ones are left out."""
    given = {name: getattr(entry, name) for name in FIELDS if name != "aliases"}
    return {name: "yes" if value is True else value for name, value in given.items() if value}
