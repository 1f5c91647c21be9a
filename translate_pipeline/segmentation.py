"""Sentence segmentation by sentencex, with offsets."""

from __future__ import annotations

import re

from translate_pipeline.dateline import running_dateline_end, standing_dateline_end
from translate_pipeline.document import Document, Paragraph, ParagraphKind, Sentence
from translate_pipeline.translation.prose import is_prose

# What is left of a dateline that is not written as usual.
_DATELINE_REST = re.compile(r"[-–—]+\s")
# Between the cells of a row of a table.
_BAR = re.compile(r"(?<!\S)\|(?!\S)")
# `1.º de mayo`: the full stop of an ordinal ends nothing.
_RAISED = re.compile(r"[ºª]")
# Plurals of two letters, CC. OO. and FF. AA., and given names cut short, of which sentencex knows few.
_FIRST_OF_DOUBLE, _SECOND_OF_DOUBLE = re.compile(r"\b([A-Z])\1\.$"), re.compile(r"([A-Z])\1\.")
_DOUBLE = re.compile(r"\b([A-Z])\1\.\s?([A-Z])\2\.$")
_SHORT_GIVEN_NAME = re.compile(r"\b(?:Ma|Fco|Fca|Gpe|Jse|Sta|Sto|Hnos?|Gral|Ing|Lic|Arq)\.$")
_WITHOUT_WORDS = re.compile(r"[\W_]+$")
_QUOTATION_MARKS = str.maketrans('"«»“”„', "      ")
# sentencex keeps a quotation of several sentences in one piece, which small models lose half of.
_LONG_WORDS = 25
_FEWEST_WORDS_IN_QUOTATION = 3
# The longest sentences of news have 150 words.
_ENDLESS_WORDS = 300
_NO_PROSE_WORDS = 20_000


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
        before = text[spans[-1][0] : spans[-1][1]] if spans else ""
        of_ordinal = bool(spans) and spans[-1][1] == start and text[start - 1] == "." and _RAISED.match(part)
        if spans and (
            of_ordinal
            or _is_cut_short(before, part)
            or _WITHOUT_WORDS.match(part)
            or (_DATELINE_REST.match(part) and text[start - 1] == ".")
        ):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _is_cut_short(before: str, part: str) -> bool:
    """Whether the full stop between two pieces of text belongs to an abbreviation."""
    if _FIRST_OF_DOUBLE.search(before) and _SECOND_OF_DOUBLE.match(part):
        return True
    return bool(_SHORT_GIVEN_NAME.search(before) or (_DOUBLE.search(before) and part[0].islower()))


def _segment_paragraph(paragraph: Paragraph, number: int, default: str) -> None:
    text = paragraph.text
    if not text:
        return
    language = paragraph.language or default
    if paragraph.kind in (ParagraphKind.VERBATIM, ParagraphKind.BYLINE):
        spans = [(0, len(text))]
    elif paragraph.kind is ParagraphKind.ASIDE and _BAR.search(text):
        spans = [
            (start + a, start + b) for start, end in _cells(text) for a, b in sentence_spans(text[start:end], language)
        ]
    else:
        spans = sentence_spans(text, language)
    paragraph.sentences = [
        Sentence(f"p{number}s{count}", text[start:end], start, end) for count, (start, end) in enumerate(spans, 1)
    ]


def _cells(text: str) -> list[tuple[int, int]]:
    """Start and end of each cell with words in a row of a table; cells of figures that follow each other are one."""
    edges = [0, *(place for bar in _BAR.finditer(text) for place in bar.span()), len(text)]
    cells: list[tuple[int, int]] = []
    figures = False
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        has_words = is_prose(text[start:end])
        if cells and figures and not has_words:
            cells[-1] = cells[-1][0], end
        elif text[start:end].strip():
            cells.append((start, end))
            figures = not has_words
    return cells


def segment(document: Document) -> None:
    """Cuts each paragraph into sentences; a sentence's id is `p<paragraph>s<sentence>`, counted from 1.

    The cells of a row of a table are sentences, so that each is translated by itself. What goes on for hundreds of
    words without the end of a sentence is told of in the notes, and for 20,000 it is taken for no prose.
    """
    default = (document.language and document.language.code) or "es"
    for number, paragraph in enumerate((p for p in document.paragraphs if p.text), 1):
        _segment_paragraph(paragraph, number, default)
        _note_endless(paragraph, number, document.notes)


def _note_endless(paragraph: Paragraph, number: int, notes: list[str]) -> None:
    longest = max((len(sentence.source) for sentence in paragraph.sentences), default=0)
    if paragraph.kind is ParagraphKind.VERBATIM or longest < _ENDLESS_WORDS:
        return
    words = max(len(sentence.source.split()) for sentence in paragraph.sentences)
    if words > _NO_PROSE_WORDS:
        paragraph.kind = ParagraphKind.VERBATIM
        notes.append(f"paragraph {number} has {words:,} words without the end of a sentence: it is left as it is")
    elif words > _ENDLESS_WORDS:
        notes.append(
            f"paragraph {number} has {words:,} words without the end of a sentence: check its translation closely"
        )
