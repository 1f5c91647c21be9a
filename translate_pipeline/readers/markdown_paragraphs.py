"""The paragraphs of a Markdown document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate_pipeline.document import Paragraph, ParagraphKind
from translate_pipeline.readers.layout import is_byline
from translate_pipeline.readers.markdown_inline import HARD_BREAK, Segment, segments_of
from translate_pipeline.readers.markdown_parsing import RunningText, inline_tokens, is_one_paragraph, running_texts
from translate_pipeline.translation.prose import is_prose

# The box of a task, the mark of a call-out, the number of a footnote.
_BOX = re.compile(r"\[(?:(?:[ xX]|![A-Za-z]+)\][+-]?|\^[^\[\]\s]+\]:)[ ]")
_NUMBER = re.compile(r"(\d+)([.)][ ]?)")
_RUN = re.compile(r"(.)\1*[ ]?")
# Below a line of text it makes a table of both.
_DELIMITER_ROW = re.compile(r"[-:| ]+")
_BARE_PIPE = re.compile(r"(?<!\\)\|")
_LEAD_PARAGRAPHS = 5


def markdown_paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs, headings and cells of a text of Markdown, and before the first what else stands there.

    What is between two of them is the suffix of the first, as far as it does not stand in the line of the second.
    """
    paragraphs = [p for p in _paragraphs(text) if p.prefix or p.text or p.suffix]
    _find_bylines(paragraphs)
    return paragraphs


def _paragraphs(text: str) -> Iterator[Paragraph]:
    references: dict[str, object] = {}
    position = 0
    last = Paragraph("", "", "", ParagraphKind.VERBATIM)
    for running in running_texts(text, references):
        line = max(position, text.rfind("\n", 0, running.start) + 1)
        last.suffix += text[position:line]
        yield last
        segments = segments_of(inline_tokens(running.content, references))
        *others, last = _paragraphs_of(running, segments, text, text[line : running.start])
        yield from others
        position = running.end
    last.suffix += text[position:]
    yield last


def _paragraphs_of(running: RunningText, segments: list[Segment], text: str, mark: str) -> list[Paragraph]:
    """The paragraphs of running text, one for each line that its author set."""
    if not any(segment.has_prose for segment in segments):
        source = text[running.start : running.end]
        if "\n" in source:
            return [Paragraph(mark + source, "", "", ParagraphKind.VERBATIM)]
        return [Paragraph(mark, source, "", ParagraphKind.VERBATIM)]
    paragraphs: list[Paragraph] = []
    begins_line = not (running.is_cell and "|" in mark) and not running.is_marked_heading
    # By the number of its pipes, a line of text above `---` is a heading and not the head of a table.
    is_underlined = running.kind is ParagraphKind.HEADING and not running.is_marked_heading
    above = ""
    for segment in segments:
        if begins_line and not segment.before:
            block_mark, segment.text = _split_block_mark(segment.text, above, segment.ending)
            mark += block_mark
        paragraph = _paragraph(segment, mark, running.kind)
        if running.is_cell:
            paragraph.prefix = mark + _BARE_PIPE.sub(r"\\|", paragraph.prefix[len(mark) :])
            paragraph.suffix = _BARE_PIPE.sub(r"\\|", paragraph.suffix)
            paragraphs += _split_at_pipes(paragraph, " \\| ")
        elif is_underlined:
            paragraphs += _split_at_pipes(paragraph, " | ")
        else:
            paragraphs.append(paragraph)
        begins_line = segment.ending == HARD_BREAK
        mark, above = (running.continuation, f"x{HARD_BREAK}") if begins_line else ("", "")
    return paragraphs


def _paragraph(segment: Segment, mark: str, kind: ParagraphKind) -> Paragraph:
    images = "".join(f" {image}" for image in segment.images)
    links = f" ({', '.join(segment.links)})" if segment.links else ""
    before = " ".join(segment.before) + (" " if segment.before and segment.text else "")
    kind = kind if segment.has_prose else ParagraphKind.VERBATIM
    suffix = "".join(segment.references) + images + links + segment.ending
    return Paragraph(mark + before, segment.text, suffix, kind)


def _split_at_pipes(whole: Paragraph, pipe: str) -> list[Paragraph]:
    """The paragraphs of a cell or heading, one between each two pipes in it, so that these come through translation."""
    first, *others = whole.text.split("|")
    if not others:
        return [whole]
    parts = [Paragraph(whole.prefix, first.rstrip(), ""), *(Paragraph(pipe, other.strip(), "") for other in others)]
    for part in parts:
        part.kind = whole.kind if is_prose(part.text) else ParagraphKind.VERBATIM
    parts[-1].suffix = whole.suffix
    return parts


def _split_block_mark(text: str, above: str, ending: str) -> tuple[str, str]:
    """What text would begin a block with, so marked that it does not, and the rest.

    Args:
        text: running text.
        above: the line above it.
        ending: how its line ends.
    """
    below = f"{ending}x" if ending == HARD_BREAK else ""
    box = _BOX.match(text)
    if box and not above and is_one_paragraph(text + below):
        return box.group(), text[box.end() :]
    # Below a line of a list or quotation, text may begin a block that cannot begin below one of a mere paragraph.
    if not text or text[0].isalpha():
        return "", text
    if (
        is_one_paragraph(text + below)
        and is_one_paragraph(above + text)
        and not (above and _DELIMITER_ROW.fullmatch(text))
    ):
        return "", text
    number = _NUMBER.match(text)
    if number:
        return f"{number[1]}\\{number[2]}", text[number.end() :]
    run = _RUN.match(text)
    end = run.end() if run else 1
    return "\\" + text[:end], text[end:]


def _find_bylines(paragraphs: list[Paragraph]) -> None:
    shown = [paragraph for paragraph in paragraphs if paragraph.text]
    for paragraph in shown[1:_LEAD_PARAGRAPHS]:
        if paragraph.kind is ParagraphKind.BODY and is_byline(paragraph.text):
            paragraph.kind = ParagraphKind.BYLINE
