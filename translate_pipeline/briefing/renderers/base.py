"""What a renderer is: briefings in, text out."""

from __future__ import annotations

from typing import Protocol

from translate_pipeline.briefing.model import Briefing, SentencePair, TermUse
from translate_pipeline.counting import counted
from translate_pipeline.language import language_name

__all__ = [
    "Renderer",
    "column_names",
    "facts",
    "heading",
    "language_name",
    "marked",
    "origin",
    "place",
    "term_row",
    "to_check",
]


class Renderer(Protocol):
    """Shows briefings in one format.

    `endings` are the file endings that choose it; `frame` is what stands before, between and after several
    briefings in one text.
    """

    name: str
    endings: tuple[str, ...]
    frame: tuple[str, str, str]

    def render(self, briefing: Briefing) -> str:
        """One briefing as text."""
        ...


def column_names(briefing: Briefing) -> tuple[str, str]:
    """What the columns of translation and source are called."""
    source, target = language_name(briefing.source_language), language_name(briefing.target_language)
    return target, source if source != target else "Original"


def heading(briefing: Briefing) -> str:
    """The title of a briefing: the article's own in the target language, else the file's name."""
    return marked(briefing.title) if briefing.title else briefing.name


def facts(briefing: Briefing) -> str:
    """One line: languages, length, and how it was made."""
    source, target = language_name(briefing.source_language), language_name(briefing.target_language)
    languages = f"{source} to {target}" if briefing.translated and source != target else source
    size = f"{counted(briefing.sentences, 'sentence')}, {counted(briefing.words, 'word')}"
    made = [f"package {package}" for package in briefing.signature.packages]
    if briefing.signature.beam is not None:
        made.append(f"beam {briefing.signature.beam}")
    if briefing.signature.glossary:
        made.append(f"glossary {briefing.signature.glossary}")
    return " · ".join(
        [languages, size, *made, f"tsum {briefing.signature.tsum}", f"summary {briefing.signature.summary}"]
    )


def origin(briefing: Briefing) -> str:
    """One line: who published the article, when, by whom, and where it is; empty if nothing is known."""
    known = briefing.metadata
    return " · ".join(part for part in (known.source, known.date, known.author, known.url) if part)


def place(pair: SentencePair) -> str:
    """A sentence's id as people read it: paragraph and sentence, `4.2`."""
    return pair.id[1:].replace("s", ".")


def to_check(briefing: Briefing) -> list[tuple[SentencePair, str]]:
    """The flagged sentences, each with all that was found in it in one line."""
    return [(pair, "; ".join(finding.message for finding in pair.findings)) for pair in briefing.flagged]


def term_row(term: TermUse) -> tuple[str, str, str]:
    """A term's two forms, and how often it came through of how often it stands in the source."""
    return term.source, term.target, f"{term.in_translation}/{term.in_source}"


def marked(pair: SentencePair) -> str:
    """The translation, with a mark before it if something was found in it."""
    return f"⚠ {pair.target}" if pair.findings else pair.target
