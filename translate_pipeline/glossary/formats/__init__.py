"""Glossary file formats; a new format is a file here and a line in `FORMATS`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from translate_pipeline.errors import GlossaryError, UsageError
from translate_pipeline.glossary.entry import GlossaryEntry
from translate_pipeline.glossary.formats.base import GlossaryFile, GlossaryFormat, OnBadRow, refuse
from translate_pipeline.glossary.formats.content import format_name_of
from translate_pipeline.glossary.formats.csv import CsvFormat
from translate_pipeline.glossary.formats.json import JsonFormat
from translate_pipeline.glossary.formats.languages import LanguagePair
from translate_pipeline.glossary.formats.tbx import TbxFormat

__all__ = [
    "FORMATS",
    "GlossaryFile",
    "LanguagePair",
    "edit_glossary",
    "format_to_write",
    "read_bytes",
    "read_glossary",
    "read_glossary_file",
    "write_glossary",
]

FORMATS: tuple[GlossaryFormat, ...] = (
    CsvFormat("CSV", (".csv",), ","),
    CsvFormat("TSV", (".tsv", ".tab"), "\t"),
    TbxFormat(),
    JsonFormat(),
)
_BY_CONTENT = (".txt", ".xml")
_LARGEST_FILE = 64 * 1024 * 1024


def read_glossary_file(
    path: Path,
    source: str | None = None,
    target: str | None = None,
    *,
    lenient: bool = False,
    on_skip: Callable[[GlossaryError], None] | None = None,
) -> list[GlossaryEntry]:
    """The entries of a glossary file in any known format, for a language pair.

    Args:
        path: the file; its suffix tells the format, the content does for `.txt` and `.xml`.
        source: code of the source language; with `target` None the file is taken as it stands.
        target: code of the target language.
        lenient: leave bad rows out instead of refusing the file.
        on_skip: is given the error of each row that is left out.

    Returns:
        The entries. Where the file states the opposite pair, those that are valid both ways, turned round.

    Raises:
        GlossaryError: the file cannot be read or states another language pair, or, unless `lenient`, a row is bad.
    """
    wanted = LanguagePair(source, target) if source and target else None
    on_bad_row = (on_skip or (lambda error: None)) if lenient else refuse
    found = read_glossary(path, wanted, on_bad_row)
    if wanted is None or found.pair is None or found.pair.agrees_with(wanted):
        return found.entries
    if found.pair.reversed.agrees_with(wanted):
        turned = (entry.reversed() for entry in found.entries if entry.direction == "both")
        return [entry for entry in turned if len(entry.source) > 1]
    raise GlossaryError(f"{path}: a glossary for {found.pair}, where one for {wanted} is needed: leave it out")


def read_glossary(path: Path, wanted: LanguagePair | None = None, on_bad_row: OnBadRow = refuse) -> GlossaryFile:
    """What a glossary file has, with the language pair that it states.

    Args:
        path: the file.
        wanted: which languages to read of a file that has more than two.
        on_bad_row: what is done with the error of a bad row.

    Raises:
        GlossaryError: the file cannot be read, or a row is bad and `on_bad_row` raises.
    """
    data = read_bytes(path)
    return _format_of(path, data).read(path, data, wanted, on_bad_row)


def write_glossary(path: Path, entries: Sequence[GlossaryEntry], pair: LanguagePair | None, bare: bool = False) -> None:
    """Writes a glossary file, whole or not at all, in the format of its suffix.

    Args:
        path: the file.
        entries: what it gets.
        pair: the language pair that it states.
        bare: two columns and nothing else, as DeepL imports them.

    Raises:
        UsageError: the suffix is unknown, or `bare` is asked of a format without columns.
        OutputError: the file cannot be written.
    """
    from translate_pipeline.atomic import write_atomically

    known = format_to_write(path, bare)
    text = known.write_bare(entries) if bare and isinstance(known, CsvFormat) else known.write(entries, pair)
    if len(text.encode()) > _LARGEST_FILE:
        raise GlossaryError(f"{path}: more than {_LARGEST_FILE >> 20} MB as {known.name}: divide the glossary")
    write_atomically(path, text)


def edit_glossary(
    path: Path, changed: Mapping[int, GlossaryEntry | None], added: Sequence[GlossaryEntry], pair: LanguagePair
) -> None:
    """Changes entries of a file and adds others; all else in it stays, and it is replaced whole or not at all.

    Args:
        path: the file.
        changed: new entries by the number of the one they replace, from 0 in the order of `read_glossary`;
            None takes it out.
        added: entries that are put at the end.
        pair: the language pair of the entries.

    Raises:
        GlossaryError: the file has no place for a field of an entry.
        OutputError: the file cannot be written.
    """
    from translate_pipeline.atomic import write_atomically

    data = read_bytes(path)
    write_atomically(path, _format_of(path, data).edit(path, data, changed, added, pair))


def format_to_write(path: Path, bare: bool = False) -> GlossaryFormat:
    """The format of a file that is to be written. Raises `UsageError` if its suffix says none."""
    known = next((known for known in FORMATS if path.suffix.casefold() in known.suffixes), None)
    if known is None:
        raise UsageError(f"{path}: unknown glossary format: the name must end in {_suffixes()}")
    if bare and not isinstance(known, CsvFormat):
        raise UsageError(f"{path}: --bare is for CSV and TSV: {known.name} has no columns")
    return known


def read_bytes(path: Path) -> bytes:
    """The bytes of a glossary file. Raises `GlossaryError` if it cannot be read or is too large."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_FILE + 1)
    except OSError as error:
        raise GlossaryError(f"{path}: glossary cannot be read ({error.strerror}): check the path") from None
    except ValueError as error:
        raise GlossaryError(f"{path}: glossary cannot be read ({error}): check the path") from None
    if len(data) > _LARGEST_FILE:
        raise GlossaryError(f"{path}: larger than {_LARGEST_FILE >> 20} MB: divide the glossary")
    return data


def _suffixes() -> str:
    return ", ".join(suffix for known in FORMATS for suffix in known.suffixes)


def _format_of(path: Path, data: bytes) -> GlossaryFormat:
    suffix = path.suffix.casefold()
    name = format_name_of(data) if suffix in _BY_CONTENT else None
    for known in FORMATS:
        if suffix in known.suffixes or known.name == name:
            return known
    if suffix in _BY_CONTENT:
        raise GlossaryError(f"{path}: no glossary in it that tsum knows: name it after its format ({_suffixes()})")
    raise GlossaryError(f"{path}: unknown glossary format: the name must end in {_suffixes()}")
