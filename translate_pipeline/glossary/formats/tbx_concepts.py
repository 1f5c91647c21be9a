"""Glossary entries as concepts of TBX, and back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from translate_pipeline.glossary.entry import GlossaryEntry
from translate_pipeline.glossary.formats.fields import LONGEST_CELL, entry_from_fields, fields_of
from translate_pipeline.glossary.formats.languages import LanguagePair, language_of
from translate_pipeline.glossary.formats.tbx_document import Concept, Term

# TBX-Basic has no category for these: they stand in the first note of a concept, as `tsum: case=exact`.
_SETTINGS = ("article", "case", "accents", "inflection", "direction", "do_not_translate")
_MARK = "tsum:"
_SHORT_KINDS = ("abbreviation", "acronym", "initialism")
_REJECTED = re.compile("deprecated|superseded|obsolete|notrecommended", re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def entries_of(concept: Concept, pair: LanguagePair, path: str) -> Iterator[GlossaryEntry]:
    """The entries of a concept: none without terms in both languages, two where both have abbreviations too.

    Raises:
        GlossaryError: a term or a category is bad.
    """
    sources, targets = _terms(concept, pair.source), _terms(concept, pair.target)
    short, full = _short(sources), _full(sources)
    if short and full and _short(targets) and _full(targets):
        groups = [(full, _full(targets)), (short, _short(targets))]
    else:
        groups = [(sources, targets)]
    for group, candidates in groups:
        target = _preferred([term for term in candidates if not _REJECTED.search(term.status)])
        source = _preferred([term for term in group if not _REJECTED.search(term.status)]) or _preferred(group)
        if source is not None and target is not None:
            aliases = [term.text or "" for term in group if term is not source]
            fields = {**_fields(concept), "source": source.text or "", "target": target.text or ""}
            yield entry_from_fields(fields, aliases, f"{path}:{source.line}")


def _terms(concept: Concept, code: str) -> list[Term]:
    wanted = language_of(code)
    return [term for tag, terms in concept.terms.items() if language_of(tag) == wanted for term in terms]


def _short(terms: Sequence[Term]) -> list[Term]:
    return [term for term in terms if term.kind in _SHORT_KINDS]


def _full(terms: Sequence[Term]) -> list[Term]:
    return [term for term in terms if term.kind not in _SHORT_KINDS]


def _preferred(terms: Sequence[Term]) -> Term | None:
    """The term to use: a preferred one, else the first that is written out."""
    return min(
        terms,
        key=lambda term: (not term.status.startswith("preferred"), term.kind in _SHORT_KINDS),
        default=None,
    )


def _fields(concept: Concept) -> dict[str, str]:
    categories = concept.categories
    notes = categories.get("note", [])
    settings = notes[0].removeprefix(_MARK).split() if notes and notes[0].startswith(_MARK) else None
    fields = dict(setting.split("=", 1) for setting in settings or () if "=" in setting)
    dates = [_DATE.match(date) for date in categories.get("date", [])]
    return {
        **{name: value for name, value in fields.items() if name in _SETTINGS},
        "note": _cut(" / ".join(notes if settings is None else notes[1:])),
        "domain": _cut("; ".join(categories.get("subjectField", []))),
        "attribution": _cut("; ".join(categories.get("source", []))),
        "date": max((date.group() for date in dates if date), default=""),
    }


def _cut(text: str) -> str:
    """Text for people, cut where a file of others has more than a cell may hold."""
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1].rstrip() + "…"


def concept_text(entry: GlossaryEntry, pair: LanguagePair, identifier: str) -> str:
    """An entry as a concept of TBX-Basic in DCT style; its first source term is the preferred one."""
    fields = fields_of(entry)
    settings = " ".join(f"{name}={fields[name]}" for name in _SETTINGS if name in fields)
    notes = [f"{_MARK} {settings}".strip()] if settings or entry.note.startswith(_MARK) else []
    lines = [
        *_element("min:subjectField", entry.domain),
        *_element("basic:source", entry.attribution),
        *([_transaction(entry.date)] if entry.date else ()),
        *(line for note in (*notes, entry.note) for line in _element("note", note)),
        *_section(pair.source, entry.forms),
        *_section(pair.target, (entry.target,)),
    ]
    inner = "".join(f"  {line}\n" for line in lines)
    return f'<conceptEntry id="{identifier}">\n{inner}</conceptEntry>\n'


def _element(name: str, text: str) -> list[str]:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return [f"<{name}>{escaped}</{name}>"] if text else []


def _transaction(date: str) -> str:
    inner = _element("basic:transactionType", "modification") + _element("date", date)
    return f"<transacGrp>{''.join(inner)}</transacGrp>"


def _section(language: str, terms: Sequence[str]) -> list[str]:
    lines = [f'<langSec xml:lang="{language.replace("_", "-")}">']
    for number, term in enumerate(terms):
        status = "admittedTerm-admn-sts" if number else "preferredTerm-admn-sts"
        inner = _element("term", term) + (_element("min:administrativeStatus", status) if len(terms) > 1 else [])
        lines.append(f"  <termSec>{''.join(inner)}</termSec>")
    return [*lines, "</langSec>"]
