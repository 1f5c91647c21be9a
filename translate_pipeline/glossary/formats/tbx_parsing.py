"""Reads the concepts of a TBX file: ISO 30042:2019 in DCT and DCA style, and the older martif style of 2008.

Element names: https://www.tbxinfo.net/tbx-dialects/
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from translate_pipeline.errors import GlossaryError
from translate_pipeline.glossary.formats.languages import LanguagePair, is_language_tag, language_of
from translate_pipeline.glossary.formats.tbx_document import Concept, TbxDocument, Term
from translate_pipeline.xml_events import SafeXml

_ROOTS = ("tbx", "martif")
_CONCEPTS = ("conceptEntry", "termEntry")
_LANGUAGE_SECTIONS = ("langSec", "langSet")
_TERM_SECTIONS = ("termSec", "tig", "ntig")
# DCA style says with `type` which category an element is; in DCT style that is the element's name.
_TYPED = ("admin", "adminNote", "descrip", "descripNote", "termNote", "transac", "transacNote", "ref", "xref")
_CONCEPT_CATEGORIES = ("note", "subjectField", "source", "date")
_TERM_CATEGORIES = ("term", "administrativeStatus", "termType")
# What belongs to the element around a group; all else in it, such as the source of a definition, does not.
_OF_GROUPS = {
    "adminGrp": ("source",),
    "descripGrp": ("subjectField",),
    "transacGrp": ("date",),
    "termGrp": _TERM_CATEGORIES,
    "termNoteGrp": _TERM_CATEGORIES,
}
_XML_LANG = "http://www.w3.org/XML/1998/namespace lang"
_LONGEST_ELEMENT = 20_000
_STATED_PAIR = re.compile(r"tsum glossary, (\S+) to (\S+)")


class TbxParser:
    """Turns elements into concepts; structure that is no TBX is refused.

    Args:
        path: the name of the file, for messages.
        languages: the languages to read; None reads all.
    """

    def __init__(self, path: Path, languages: Collection[str] | None = None) -> None:
        self._path, self._wanted = path, languages
        self.document = TbxDocument()
        self._stack: list[str] = []
        self._concept: Concept | None = None
        self._term: Term | None = None
        self._language, self._has_term, self._skipped_depth = "", False, 0
        self._category, self._category_depth, self._text, self._length = "", 0, [""], 0
        self._xml = SafeXml(path, self._start, self._end, self._characters, GlossaryError, "a glossary")

    def parse(self, data: bytes) -> TbxDocument:
        """The concepts of a file. Raises `GlossaryError` if it is no well-formed XML, no TBX, or hostile."""
        self._xml.feed(data)
        self.document.encoding = self._xml.encoding
        if not self.document.body_end:
            raise GlossaryError(f"{self._path}: no <body> in it, where TBX has its concepts")
        return self.document

    def _bad_concept(self, problem: str, line: int | None = None) -> None:
        """Notes the first problem of a concept; outside of one the file is no TBX."""
        if self._concept is None:
            self._xml.refuse(problem)
        where = f"{self._path}:{line or self._xml.line}"
        self._concept.problem = self._concept.problem or GlossaryError(f"{where}: {problem}")

    def _start(self, qualified: str, attributes: dict[str, str]) -> None:
        name = qualified.rpartition(" ")[2]
        parent = self._stack[-1] if self._stack else ""
        if not self._stack:
            if name not in _ROOTS:
                self._xml.refuse(f"<{name}> where <tbx> or <martif> is expected: not a TBX file")
            self.document.root, self.document.style = name, attributes.get("style", "")
        self._stack.append(name)
        line = self._xml.line
        if self._category or self._skipped_depth:
            return
        if name in _CONCEPTS:
            if self._concept is not None or parent != "body":
                self._xml.refuse(f"<{name}> in <{parent}>: it belongs in <body>")
            self._concept = Concept(line, self._xml.byte_index, attributes.get("id", ""))
        elif name in _LANGUAGE_SECTIONS:
            if parent not in _CONCEPTS:
                self._xml.refuse(f"<{name}> in <{parent}>: it belongs in <conceptEntry> or <termEntry>")
            if self._concept is not None:
                self._concept.has_language = True
            self._language = attributes.get(_XML_LANG) or attributes.get("lang", "")
            if not is_language_tag(self._language):
                self._bad_concept(f"<{name}> without a language: give it xml:lang")
                return
            self._has_term = False
            language = language_of(self._language)
            self.document.languages.setdefault(language)
            if self._wanted is not None and language not in self._wanted:
                self._skipped_depth = len(self._stack)
        elif name in _TERM_SECTIONS:
            if parent not in _LANGUAGE_SECTIONS:
                self._xml.refuse(f"<{name}> in <{parent}>: it belongs in <langSec> or <langSet>")
            self._term, self._has_term = Term(line), True
        else:
            self._begin_category(attributes.get("type", "") if name in _TYPED else name, name)

    def _begin_category(self, category: str, name: str) -> None:
        in_concept = (
            self._concept is not None and self._owner(category) in _CONCEPTS and category in _CONCEPT_CATEGORIES
        )
        in_term = self._term is not None and self._owner(category) in _TERM_SECTIONS and category in _TERM_CATEGORIES
        in_header = name == "p" and self._concept is None
        if name == "term" and not in_term:
            self._xml.refuse(f"<term> in <{self._stack[-2]}>: it belongs in <termSec> or <tig>")
        if in_concept or in_term or in_header:
            self._category, self._category_depth = category, len(self._stack)
            self._text, self._length = [], 0

    def _owner(self, category: str) -> str:
        """The element that a category belongs to which begins now."""
        parents = self._stack[:-1]
        while parents and category in _OF_GROUPS.get(parents[-1], ()):
            parents.pop()
        return parents[-1] if parents else ""

    def _characters(self, text: str) -> None:
        if self._category:
            self._length += len(text)
            if self._length <= _LONGEST_ELEMENT:
                self._text.append(text)

    def _end(self, qualified: str) -> None:
        if self._category and len(self._stack) == self._category_depth:
            self._end_category()
        skipped = self._skipped_depth
        if len(self._stack) == skipped:
            self._skipped_depth = 0
        name = self._stack.pop()
        if not self._category and not skipped:
            self._end_section(name)

    def _end_section(self, name: str) -> None:
        if name in _TERM_SECTIONS and self._term is not None:
            if self._term.text is None:
                self._bad_concept(f"<{name}> without <term>: give it one", self._term.line)
            elif self._concept is not None:
                self._concept.terms.setdefault(self._language, []).append(self._term)
            self._term = None
        elif name in _LANGUAGE_SECTIONS and not self._has_term:
            self._bad_concept(f"<{name}> without a term: give it <termSec> with <term>")
        elif name in _CONCEPTS and self._concept is not None:
            if not self._concept.has_language:
                self._bad_concept(f"<{name}> without a language: give it <langSec> with <termSec>", self._concept.line)
            self._concept.end = self._xml.byte_index
            self.document.concepts.append(self._concept)
            self._concept = None
        elif name == "body":
            self.document.body_end = self._xml.byte_index

    def _end_category(self) -> None:
        category, text = self._category, " ".join("".join(self._text).split())
        self._category = ""
        if self._length > _LONGEST_ELEMENT:
            self._bad_concept(f"{category} has {self._length:,} characters: at most {_LONGEST_ELEMENT:,} are allowed")
        elif category == "p":
            stated = _STATED_PAIR.fullmatch(text)
            if stated and all(map(is_language_tag, stated.groups())):
                self.document.pair = LanguagePair(*stated.groups())
        elif self._term is not None and category == "term":
            self._term.text, self._term.line = text, self._xml.line
            if not text:
                self._bad_concept("empty term: give it a value or remove the concept")
        elif self._term is not None and category == "administrativeStatus":
            self._term.status = text
        elif self._term is not None:
            self._term.kind = text
        elif self._concept is not None:
            self._concept.categories.setdefault(category, []).append(text)
