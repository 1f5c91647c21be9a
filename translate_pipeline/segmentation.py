"""Sentence segmentation by sentencex, with offsets."""

from __future__ import annotations

import re

from translate_pipeline.dateline import running_dateline_end, standing_dateline_end
from translate_pipeline.document import Document, Paragraph, ParagraphKind, Sentence

# What is left of a dateline that is not written as usual.
_DATELINE_REST = re.compile(r"[-–—]+\s")
_WITHOUT_WORDS = re.compile(r"[\W_]+$")
_QUOTATION_MARKS = str.maketrans('"«»“”„', "      ")
# sentencex keeps a quotation of several sentences in one piece, which small models lose half of.
_LONG_WORDS = 25
_FEWEST_WORDS_IN_QUOTATION = 3


def sentence_spans(text: str, language: str) -> list[tuple[int, int]]:
    """Start and end of each sentence of `text` in characters, white space around them left out.

    A quotation of several sentences is cut into them where the whole is longer than 25 words. An agency's dateline,
    `SEÚL, 29 nov. (EFE).- El ministro …`, belongs to its sentence; one that ends in a full stop is a sentence.

    Source of the method: https://github.com/wikimedia/sentencex.
    """
    spans = []
    for start, end in _with_whole_dateline(_boundaries(text, language), text):
        if len(text[start:end].split()) > _LONG_WORDS:
            spans += [(start + a, start + b) for a, b in _within_quotation(text[start:end], language)]
        else:
            spans.append((start, end))
    return spans


def _with_whole_dateline(spans: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """The spans of sentences, of which none ends within the dateline that the text begins with."""
    running = running_dateline_end(text)
    dateline = running or standing_dateline_end(text)
    touching = sum(start < dateline for start, _ in spans)
    if not touching:
        return spans
    if running and spans[touching - 1][1] <= running and touching < len(spans):
        touching += 1
    return [(spans[0][0], spans[touching - 1][1]), *spans[touching:]]


def _within_quotation(sentence: str, language: str) -> list[tuple[int, int]]:
    """The sentences of a long sentence, as they are without its quotation marks; each has three words or more."""
    spans: list[tuple[int, int]] = []
    for start, end in _boundaries(sentence.translate(_QUOTATION_MARKS), language):
        # The marks at its ends belong to a sentence.
        while start > 0 and not sentence[start - 1].isspace():
            start -= 1
        while end < len(sentence) and not sentence[end].isspace():
            end += 1
        # So do marks that stand alone between two sentences.
        start -= len(sentence[spans[-1][1] if spans else 0 : start].lstrip())
        if spans and (start < spans[-1][1] or len(sentence[start:end].split()) < _FEWEST_WORDS_IN_QUOTATION):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    if spans and sentence[spans[-1][1] :].strip():
        spans[-1] = (spans[-1][0], len(sentence.rstrip()))
    return spans


def _boundaries(text: str, language: str) -> list[tuple[int, int]]:
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
