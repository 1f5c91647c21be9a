"""What is wrong in glossary files: bad rows, contradictions, repetitions, and forms that never match."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from translate_pipeline.errors import GlossaryError
from translate_pipeline.glossary.checking_verbs import is_uninflected_verb
from translate_pipeline.glossary.compiled import tokens_of
from translate_pipeline.glossary.entry import GlossaryEntry
from translate_pipeline.glossary.formats import LanguagePair, read_glossary
from translate_pipeline.glossary.glossary import Glossary
from translate_pipeline.glossary.inflection import without_accents

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class GlossaryFinding:
    """Something wrong in a glossary.

    Args:
        file: the file it is in.
        line: the line, counted from 1; None if it is the whole file.
        severity: an error makes tsum refuse the file, a warning does not.
        kind: `bad-file`, `bad-row`, `contradiction`, `overridden`, `duplicate`, `never-matches` or `verb`.
        message: what is wrong, in one line.
    """

    file: str
    line: int | None
    severity: Severity
    kind: str
    message: str

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{where}: {self.severity}: {self.message}"


def check_glossaries(files: Sequence[Path], wanted: LanguagePair | None = None) -> tuple[list[GlossaryFinding], int]:
    """Reads glossary files as one, in their order, and looks for what is wrong in them.

    Args:
        files: the files; where two have the same form the first wins.
        wanted: the language pair to read of files that have more than two languages.

    Returns:
        The findings in the order of files and lines, and how many entries were read.
    """
    findings: list[GlossaryFinding] = []
    entries: list[tuple[Path, GlossaryEntry]] = []
    pair = wanted
    for path in files:
        bad_rows: list[GlossaryError] = []
        try:
            found = read_glossary(path, wanted, bad_rows.append)
        except GlossaryError as error:
            findings.append(_bad(path, error, "bad-file"))
            continue
        findings += (_bad(path, error, "bad-row") for error in bad_rows)
        if pair is not None and found.pair is not None and not found.pair.agrees_with(pair):
            message = f"a glossary for {found.pair}, where one for {pair} is needed"
            findings.append(GlossaryFinding(str(path), None, "error", "bad-file", message))
            continue
        pair = pair or found.pair
        entries += ((path, entry) for entry in found.entries)
    findings += _compared(entries)
    if pair is None or pair.source == "es":
        findings += _verbs(entries)
    order = {str(path): number for number, path in enumerate(files)}
    findings.sort(key=lambda finding: (order[finding.file], finding.line or 0))
    return findings, len(entries)


def _bad(path: Path, error: GlossaryError, kind: str) -> GlossaryFinding:
    """The finding of an error, whose message begins with the file and mostly the line."""
    match = re.match(r":(\d+): ", str(error).removeprefix(str(path)))
    line = int(match.group(1)) if match else None
    prefix = f"{path}{match.group() if match else ': '}"
    return GlossaryFinding(str(path), line, "error", kind, str(error).removeprefix(prefix))


def _compared(entries: Sequence[tuple[Path, GlossaryEntry]]) -> Iterator[GlossaryFinding]:
    """What is wrong between entries."""
    alike: dict[str, list[GlossaryEntry]] = {}
    for _, entry in entries:
        for key in dict.fromkeys(map(_folded, entry.forms)):
            alike.setdefault(key, []).append(entry)
    seen: dict[str, tuple[Path, GlossaryEntry]] = {}
    for path, entry in entries:
        for number, form in enumerate(entry.forms):
            if form in entry.forms[:number]:
                yield _finding(path, entry, "warning", "duplicate", f"{form!r} stands twice in this entry")
            elif form in seen:
                yield _same_form(path, entry, form, *seen[form])
            else:
                seen[form] = path, entry
                yield from _never_matching(path, entry, form, alike[_folded(form)])


def _folded(form: str) -> str:
    """What forms have in common that may match the same text."""
    return without_accents(" ".join(tokens_of(form)).casefold())


def _same_form(path: Path, entry: GlossaryEntry, form: str, first: Path, other: GlossaryEntry) -> GlossaryFinding:
    if entry.target == other.target:
        return _finding(path, entry, "warning", "duplicate", f"{form!r} is in {other.origin} already")
    what = f"{form!r} is {entry.target!r} here and {other.target!r} in {other.origin}"
    if path == first:
        return _finding(path, entry, "error", "contradiction", f"{what}: keep one of them")
    return _finding(path, entry, "warning", "overridden", f"{what}, which comes first")


def _verbs(entries: Sequence[tuple[Path, GlossaryEntry]]) -> Iterator[GlossaryFinding]:
    for path, entry in entries:
        if is_uninflected_verb(entry):
            message = f"{entry.source!r} is a verb, of which no other form is found: give those you need as aliases"
            yield _finding(path, entry, "warning", "verb", message)


def _never_matching(
    path: Path, entry: GlossaryEntry, form: str, alike: Sequence[GlossaryEntry]
) -> Iterator[GlossaryFinding]:
    """A finding if the form, as text, is found as another of the entries with a form like it."""
    if len(alike) < 2:
        return
    # No languages, so no inflected forms are made: a form as it is written is found before them.
    found = next((match.entry for match in Glossary(alike, "", "").find(form) if match.text == form), None)
    if found is not None and found != entry:
        other = f"{found.origin} has the same form as tsum reads it"
        yield _finding(path, entry, "warning", "never-matches", f"{form!r} never matches, since {other}")


def _finding(path: Path, entry: GlossaryEntry, severity: Severity, kind: str, message: str) -> GlossaryFinding:
    line = entry.origin.removeprefix(f"{path}:")
    return GlossaryFinding(str(path), int(line) if line.isdecimal() else None, severity, kind, message)
