"""Gathers the capitalised forms of documents, and the words that stand in them in lower case."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from translate_pipeline.document import Document, Paragraph, ParagraphKind
from translate_pipeline.glossary.suggestion.candidate import Candidate, Context
from translate_pipeline.glossary.suggestion.expansions import find_expansions
from translate_pipeline.names import NameSpan, recognise

_LOWER_CASE = re.compile(r"\b[^\W\d_A-ZÁÉÍÓÚÜÑ][^\W\d_]+\b")
_OFFICE_BEFORE = re.compile(
    r"\b(?:(?:vice|ex)?ministr[oa]s?|(?:sub)?secretari[oa]s?|consejer[oa]s?|titular(?:es)?|profesora?s?|catedrátic[oa]s?|"
    r"estudiantes?|licenciad[oa]s?|doctora?|especialistas?|expert[oa]s?)"
    r"(?: \w+)? (?:de|en)(?: la| los| las| el)? $"
)
_MOST_CONTEXTS_IN_DOCUMENT = 3
_MOST_CONTEXTS = 8
_LONGEST_TITLE_WORDS = 8


class NameCollection:
    """What names the documents have; memory grows with the number of different names, not of documents.

    Args:
        language: only paragraphs in this language are read.
    """

    def __init__(self, language: str) -> None:
        self._language = language
        self.candidates: dict[str, Candidate] = {}
        self.expansions: dict[str, Counter[str]] = {}
        self.lower_case: Counter[str] = Counter()

    def add(self, document: Document) -> None:
        """Gathers the names of one document, which is cut into sentences."""
        main = document.language.code if document.language else None
        paragraphs = [
            p
            for p in document.paragraphs
            if p.kind is not ParagraphKind.VERBATIM
            and p.text
            and (p.language or main or self._language) == self._language
        ]
        spans = [recognise(p.text) for p in paragraphs]
        known = {word.lower() for found in spans for span in found for word in span.distinctive}
        for paragraph, found in zip(paragraphs, spans, strict=True):
            self.lower_case.update(set(_LOWER_CASE.findall(paragraph.text)))
            if any(word.isupper() for word in paragraph.text.split()):
                found = recognise(paragraph.text, known)
            for acronym, expansion in find_expansions(paragraph.text, found):
                self.expansions.setdefault(acronym, Counter())[expansion] += 1
            for span in found:
                self._add_mention(document.name, paragraph, span)

    def _add_mention(self, document: str, paragraph: Paragraph, span: NameSpan) -> None:
        form = unicodedata.normalize("NFC", " ".join(span.text.split()))
        candidate = self.candidates.get(form)
        if candidate is None:
            candidate = self.candidates[form] = Candidate(form, span.kind, span.words, span.distinctive)
        candidate.documents[document] += 1
        if not _is_title_case(paragraph.text):
            candidate.opens_sentence += span.opens_sentence
            candidate.inside += not span.opens_sentence and not _is_portfolio(paragraph, span)
        if len(candidate.contexts) < _MOST_CONTEXTS:
            here = sum(context.document == document for context in candidate.contexts)
            sentence = next((s for s in paragraph.sentences if s.start <= span.start and span.end <= s.end), None)
            if sentence is not None and here < _MOST_CONTEXTS_IN_DOCUMENT:
                start, end = span.start - sentence.start, span.end - sentence.start
                candidate.contexts.append(Context(document, sentence.source, start, end))


def _is_portfolio(paragraph: Paragraph, span: NameSpan) -> bool:
    """Whether common words only say what an office is for: `ministro de Asuntos Exteriores`."""
    return not span.distinctive and _OFFICE_BEFORE.search(paragraph.text, 0, span.start) is not None


def _is_title_case(text: str) -> bool:
    """Whether every longer word of a short line is capitalised, which says nothing about names."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return 0 < len(words) <= _LONGEST_TITLE_WORDS and all(word[0].isupper() for word in words)
