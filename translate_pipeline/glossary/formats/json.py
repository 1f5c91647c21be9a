"""JSON glossaries: an object with a language pair and a list of entries; unknown keys are refused."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from translate_pipeline.errors import GlossaryError
from translate_pipeline.glossary.entry import GlossaryEntry
from translate_pipeline.glossary.formats.base import GlossaryFile, OnBadRow
from translate_pipeline.glossary.formats.fields import FIELDS, entry_from_fields, fields_of
from translate_pipeline.glossary.formats.json_lines import Member, members_with_lines
from translate_pipeline.glossary.formats.languages import LanguagePair, is_language_tag

_LANGUAGES = ("source_language", "target_language")
_KEYS = (*_LANGUAGES, "entries")


class JsonFormat:
    """`{"source_language": "es", "target_language": "en", "entries": [{"source": …, "target": …}, …]}`.

    An entry has the fields of `GlossaryEntry` as text, `aliases` as a list, and `do_not_translate` as true or false.
    """

    name = "JSON"
    suffixes: tuple[str, ...] = (".json",)

    def read(self, path: Path, data: bytes, wanted: LanguagePair | None, on_bad_row: OnBadRow) -> GlossaryFile:
        """The entries of a JSON file; see `GlossaryFormat.read`."""
        document = _document(path, data)
        entries = []
        for member in document["entries"].value:
            try:
                entries.append(_entry(member.value, f"{path}:{member.line}"))
            except GlossaryError as error:
                on_bad_row(error)
        return GlossaryFile(entries, _pair(path, document))

    def write(self, entries: Sequence[GlossaryEntry], pair: LanguagePair | None) -> str:
        """An object with the entries, a field a line."""
        languages = dict(zip(_LANGUAGES, (pair.source, pair.target), strict=True)) if pair else {}
        return _text({**languages, "entries": [_value(entry) for entry in entries]})

    def edit(
        self,
        path: Path,
        data: bytes,
        changed: Mapping[int, GlossaryEntry | None],
        added: Sequence[GlossaryEntry],
        pair: LanguagePair,
    ) -> str:
        """The text of a file with entries changed and added; see `GlossaryFormat.edit`."""
        document = {key: member.value for key, member in _document(path, data).items()}
        values = [member.value for member in document["entries"]]
        for number, entry in changed.items():
            values[number] = _value(entry) if entry else None
        kept = [value for value in values if value is not None]
        return _text({**document, "entries": [*kept, *map(_value, added)]})


def _text(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _value(entry: GlossaryEntry) -> dict[str, Any]:
    fields: dict[str, Any] = {**fields_of(entry)}
    if entry.aliases:
        fields["aliases"] = list(entry.aliases)
    if entry.do_not_translate:
        fields["do_not_translate"] = True
    return {name: fields[name] for name in FIELDS if name in fields}


def _document(path: Path, data: bytes) -> dict[str, Member]:
    """The members of the file's object. Raises `GlossaryError` if it is no glossary."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GlossaryError(f"{path}:{line}: not UTF-8, as JSON must be: save it in that encoding") from None
    try:
        document = members_with_lines(text, "entries")
    except json.JSONDecodeError as error:
        raise GlossaryError(f"{path}:{error.lineno}: malformed JSON ({error.msg}): mend it there") from None
    except RecursionError:
        raise GlossaryError(f"{path}: nested too deep for a glossary: give it a plain list of entries") from None
    for key, member in document.items():
        if key not in _KEYS:
            raise GlossaryError(f"{path}:{member.line}: unknown key {key!r}: known are {', '.join(_KEYS)}")
    entries = document.get("entries")
    if entries is None or not isinstance(entries.value, list):
        line = entries.line if entries else 1
        raise GlossaryError(f'{path}:{line}: no list of entries: write {{"entries": [{{"source": …, "target": …}}]}}')
    return document


def _pair(path: Path, document: Mapping[str, Member]) -> LanguagePair | None:
    stated = [key for key in _LANGUAGES if key in document]
    if len(stated) == 1:
        raise GlossaryError(f"{path}:{document[stated[0]].line}: {stated[0]} alone: state both languages or none")
    for key in stated:
        member = document[key]
        if not isinstance(member.value, str) or not is_language_tag(member.value):
            raise GlossaryError(f"{path}:{member.line}: {key} {member.value!r} is no language code: use one such as es")
    return LanguagePair(*(document[key].value for key in stated)) if stated else None


def _entry(value: Any, origin: str) -> GlossaryEntry:
    if not isinstance(value, dict):
        raise GlossaryError(f"{origin}: an entry must be an object with source and target")
    fields: dict[str, str] = {}
    for key, field in value.items():
        if key not in FIELDS:
            raise GlossaryError(f"{origin}: unknown key {key!r}: known are {', '.join(FIELDS)}")
        if key == "aliases":
            if not isinstance(field, list) or not all(isinstance(alias, str) for alias in field):
                raise GlossaryError(f"{origin}: aliases must be a list of texts")
        elif key == "do_not_translate":
            if not isinstance(field, bool):
                raise GlossaryError(f"{origin}: do_not_translate must be true or false")
            fields[key] = "yes" if field else ""
        elif not isinstance(field, str):
            raise GlossaryError(f"{origin}: {key} must be text in quotation marks")
        else:
            fields[key] = field
    return entry_from_fields(fields, value.get("aliases", ()), origin)
