"""Sentence segmentation by sentencex, with offsets."""

from __future__ import annotations

import re

from translate_pipeline.document import Document, Paragraph, ParagraphKind, Sentence

# An agency's dateline, `SEÚL, 29 nov (EFE).- El ministro …`, belongs to its sentence.
_DATELINE_REST = re.compile(r"[-–—]+\s")
_WITHOUT_WORDS = re.compile(r"[\W_]+$")


def sentence_spans(text: str, language: str) -> list[tuple[int, int]]:
    """Start and end of each sentence of `text` in characters, white space around them left out.

    Source of the method: https://pypi.org/project/sentencex/ (Wikimedia).
    """
    from sentencex import get_sentence_boundaries

    spans: list[tuple[int, int]] = []
    for boundary in get_sentence_boundaries(language[:2], text):
        start, end = boundary["start_index"], boundary["end_index"]
        start += len(text[start:end]) - len(text[start:end].lstrip())
        end = start + len(text[start:end].rstrip())
        if start >= end:
            continue
        part = text[start:end]
        if spans and (_WITHOUT_WORDS.match(part) or (_DATELINE_REST.match(part) and text[start - 1] == ".")):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _segment_paragraph(paragraph: Paragraph, number: int, default: str) -> None:
    text = paragraph.text
    if not text:
        return
    whole = paragraph.kind in (ParagraphKind.VERBATIM, ParagraphKind.BYLINE)
    spans = [(0, len(text))] if whole else sentence_spans(text, paragraph.language or default)
    paragraph.sentences = [
        Sentence(f"p{number}s{count}", text[start:end], start, end) for count, (start, end) in enumerate(spans, 1)
    ]


def segment(document: Document) -> None:
    """Cuts each paragraph into sentences; a sentence's id is `p<paragraph>s<sentence>`, counted from 1."""
    default = (document.language and document.language.code) or "es"
    for number, paragraph in enumerate((p for p in document.paragraphs if p.text), 1):
        _segment_paragraph(paragraph, number, default)
