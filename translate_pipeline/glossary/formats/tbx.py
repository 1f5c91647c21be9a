"""TBX glossaries: the dialect TBX-Basic of ISO 30042:2019 is written, the style of 2008 is read too.

Dialect: https://github.com/LTAC-Global/TBX-Basic_dialect
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from pathlib import Path

from translate_pipeline.errors import GlossaryError
from translate_pipeline.glossary.entry import GlossaryEntry
from translate_pipeline.glossary.formats.base import GlossaryFile, OnBadRow
from translate_pipeline.glossary.formats.languages import LanguagePair, language_of
from translate_pipeline.glossary.formats.tbx_concepts import concept_text, entries_of
from translate_pipeline.glossary.formats.tbx_document import TbxDocument
from translate_pipeline.glossary.formats.tbx_parsing import TbxParser

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dct" xml:lang="{source}" xmlns="urn:iso:std:iso:30042:ed-2"
     xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
  <tbxHeader>
    <fileDesc>
      <sourceDesc>
        <p>tsum glossary, {source} to {target}</p>
      </sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
"""
_FOOT = "    </body>\n  </text>\n</tbx>\n"
_INDENT = " " * 6


class TbxFormat:
    """A concept for each entry: its subject field, source, date and notes, and the terms of both languages."""

    name = "TBX"
    suffixes: tuple[str, ...] = (".tbx",)

    def read(self, path: Path, data: bytes, wanted: LanguagePair | None, on_bad_row: OnBadRow) -> GlossaryFile:
        """The entries of a TBX file; see `GlossaryFormat.read`.

        A file that tsum wrote states its pair. Any other is read for `wanted`, in either direction, since its concepts
        have none; without `wanted`, the language that comes first is the source.
        """
        languages = {language_of(wanted.source), language_of(wanted.target)} if wanted else None
        document = TbxParser(path, languages).parse(data)
        for concept in document.concepts:
            if concept.problem is not None:
                on_bad_row(concept.problem)
        pair = _pair(path, document, wanted)
        entries: list[GlossaryEntry] = []
        for concept in document.concepts:
            try:
                if concept.problem is None:
                    entries += entries_of(concept, pair, str(path))
            except GlossaryError as error:
                on_bad_row(error)
        return GlossaryFile(entries, pair)

    def write(self, entries: Sequence[GlossaryEntry], pair: LanguagePair | None) -> str:
        """TBX-Basic in DCT style; its header states the language pair."""
        if pair is None:
            raise GlossaryError("TBX needs the languages of a glossary: say them with --from and --to")
        concepts = (_indented(concept_text(entry, pair, f"c{number}")) for number, entry in enumerate(entries, 1))
        tags = {"source": pair.source.replace("_", "-"), "target": pair.target.replace("_", "-")}
        return _HEAD.format(**tags) + "".join(concepts) + _FOOT

    def edit(
        self,
        path: Path,
        data: bytes,
        changed: Mapping[int, GlossaryEntry | None],
        added: Sequence[GlossaryEntry],
        pair: LanguagePair,
    ) -> str:
        """The text of a file with entries changed and added; see `GlossaryFormat.edit`.

        Raises:
            GlossaryError: the file is not in DCT style and UTF-8, as tsum writes it.
        """
        document = TbxParser(path).parse(data)
        if (document.root, document.style) != ("tbx", "dct") or document.encoding not in ("", "utf-8"):
            raise GlossaryError(
                f"{path}: TBX that is not in DCT style and UTF-8: convert it with `tsum glossary convert` first"
            )
        pair = document.pair or pair
        taken = {concept.identifier for concept in document.concepts}
        free = (f"c{number}" for number in itertools.count(1) if f"c{number}" not in taken)
        spans: list[tuple[int, int, str]] = []
        number = 0
        for concept in document.concepts:
            count = sum(1 for _ in entries_of(concept, pair, str(path)))
            if count > 1 and changed.keys() & range(number, number + count):
                raise GlossaryError(f"{path}:{concept.line}: a concept with abbreviations: change it by hand")
            if count == 1 and number in changed:
                entry = changed[number]
                text = _indented(concept_text(entry, pair, concept.identifier or next(free))) if entry else ""
                spans.append((concept.start, data.index(b">", concept.end) + 1, text.strip()))
            number += count
        new = "".join(_indented(concept_text(entry, pair, next(free))) for entry in added)
        if new:
            spans.append((document.body_end, document.body_end, new.removeprefix("    ") + "    "))
        for start, end, text in sorted(spans, reverse=True):
            data = data[:start] + text.encode() + data[end:]
        return data.decode()


def _indented(text: str) -> str:
    return "".join(f"{_INDENT}{line}\n" for line in text.splitlines())


def _pair(path: Path, document: TbxDocument, wanted: LanguagePair | None) -> LanguagePair:
    """The pair that the file states, else the wanted one, else that of its two languages."""
    languages = list(document.languages)
    if document.pair is not None:
        return document.pair
    if wanted is not None:
        if {language_of(wanted.source), language_of(wanted.target)} <= set(languages):
            return wanted
        has = "-".join(languages) or "no language"
        raise GlossaryError(f"{path}: a glossary for {has}, where one for {wanted} is needed: leave it out")
    if len(languages) == 2:
        return LanguagePair(*languages)
    has = ", ".join(languages) or "none"
    raise GlossaryError(f"{path}: its languages are {has}: say with --from and --to which to read")
