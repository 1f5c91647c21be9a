"""The data that flows through the pipeline: a document of paragraphs of sentences."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Literal

from translate_pipeline.metadata import Metadata

if TYPE_CHECKING:
    from translate_pipeline.checks.base import Finding
    from translate_pipeline.glossary.entry import GlossaryEntry
    from translate_pipeline.language import DetectedLanguage


class ParagraphKind(str, Enum):
    """What a paragraph is for the reader, which decides whether it can be translated or summarised.

    An aside is a caption or a row of a table: it is translated, but no part of the prose.
    """

    BODY = "body"
    HEADING = "heading"
    ASIDE = "aside"
    BYLINE = "byline"
    VERBATIM = "verbatim"


@dataclass(frozen=True)
class TermMatch:
    """A glossary entry found in a sentence, or a URL, name or figure that has only one right form.

    `start` and `end` are character offsets into the sentence; `target_form` is the inflected target of an inflected
    source, empty where the entry's own target fits.
    """

    entry: GlossaryEntry
    start: int
    end: int
    text: str
    kind: Literal["term", "verbatim", "name", "figure"] = "term"
    target_form: str = ""

    @property
    def target(self) -> str:
        """What is to stand in the translation."""
        return self.target_form or self.entry.target

    def overlaps(self, start: int, end: int) -> bool:
        """Whether a span of the same text has characters of this match."""
        return start < self.end and self.start < end

    @property
    def in_capitals(self) -> bool:
        """Whether the text sets in capitals what the entry does not, as headlines do."""
        return self.text.isupper() and not any(form.isupper() for form in self.entry.forms)


@dataclass
class Sentence:
    """One sentence; `start` and `end` are character offsets into its paragraph's text."""

    id: str
    source: str
    start: int
    end: int
    translation: str | None = None
    terms: list[TermMatch] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


@dataclass
class Paragraph:
    """A paragraph: its text, and what stands around it in the file and must keep its place."""

    prefix: str
    text: str
    suffix: str
    kind: ParagraphKind = ParagraphKind.BODY
    language: str | None = None
    sentences: list[Sentence] = field(default_factory=list)

    def _joined(self, parts: list[str]) -> str:
        pieces, position = [], 0
        for sentence, part in zip(self.sentences, parts, strict=True):
            pieces += [self.text[position : sentence.start], part]
            position = sentence.end
        return "".join([*pieces, self.text[position:]])

    @property
    def translation(self) -> str:
        """The paragraph with each translated sentence in the place of its source."""
        return self._joined([s.source if s.translation is None else s.translation for s in self.sentences])


@dataclass
class Document:
    """A text as it was read, cut into paragraphs and sentences.

    `leading` is the white space before the first paragraph; `notes` are sentences for the user about
    how the input was read; `as_markup` makes of plain text what shows it in the format of the input.
    """

    name: str
    leading: str
    paragraphs: list[Paragraph]
    encoding: str | None = None
    language: DetectedLanguage | None = None
    notes: list[str] = field(default_factory=list)
    metadata: Metadata = field(default_factory=Metadata)
    as_markup: Callable[[str], str] | None = None

    @property
    def source_text(self) -> str:
        """The text as it was read, white space included."""
        return self.leading + "".join(p.prefix + p.text + p.suffix for p in self.paragraphs)

    @property
    def translated_text(self) -> str:
        """The translation with paragraphs, blank lines and list marks in their places."""
        return self.leading + "".join(p.prefix + self._written(p) + p.suffix for p in self.paragraphs)

    def _written(self, paragraph: Paragraph) -> str:
        if self.as_markup is None or paragraph.kind is ParagraphKind.VERBATIM:
            return paragraph.translation
        return self.as_markup(paragraph.translation)

    @property
    def title(self) -> Paragraph | None:
        """The first paragraph if it is a heading."""
        first = next((p for p in self.paragraphs if p.kind is not ParagraphKind.VERBATIM), None)
        return first if first is not None and first.kind is ParagraphKind.HEADING else None

    @property
    def fingerprint(self) -> str:
        """A short text that changes with its text and with what is known of its origin."""
        text = "\0".join([*self.metadata.known().values(), self.source_text])
        return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

    def sentences(self) -> Iterator[Sentence]:
        """All sentences in document order."""
        for paragraph in self.paragraphs:
            yield from paragraph.sentences
