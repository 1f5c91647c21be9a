"""Markdown, with tables that set each sentence beside its source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from translate_pipeline.briefing.model import Briefing, SentencePair
from translate_pipeline.briefing.renderers.base import (
    column_names,
    facts,
    heading,
    language_name,
    marked,
    origin,
    place,
    term_row,
    to_check,
)


def _cell(text: str) -> str:
    """Text that stays inside its table cell and is shown as it is."""
    for mark in "\\`*_[]<>|&~$":
        text = text.replace(mark, "\\" + mark)
    return " ".join(text.split())


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    lines = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    lines += ["| " + " | ".join(map(_cell, row)) + " |" for row in rows]
    return [*lines, ""]


def _pairs(briefing: Briefing, pairs: Iterable[SentencePair]) -> list[str]:
    target, source = column_names(briefing)
    if not briefing.translated:
        return _table(["", source], ([place(pair), pair.source] for pair in pairs))
    return _table(["", target, source], ([place(pair), marked(pair), pair.source] for pair in pairs))


def _summaries(briefing: Briefing) -> list[str]:
    if not briefing.source_summary and not briefing.target_summary:
        return ["## Summary", "", *_pairs(briefing, briefing.summary)]
    lines = []
    for code, pairs, text in (
        (briefing.target_language, briefing.target_summary, marked),
        (briefing.source_language, briefing.source_summary, lambda pair: pair.source),
    ):
        lines += [f"## Summary: {language_name(code)}", ""]
        lines += _table(["", language_name(code)], ([place(pair), text(pair)] for pair in pairs))
    return lines


def _one(briefing: Briefing) -> list[str]:
    lines = [f"# {_cell(heading(briefing))}", ""]
    if briefing.title and briefing.translated:
        lines += [f"*{_cell(briefing.title.source)}*", ""]
    if origin(briefing):
        lines += [_cell(origin(briefing)), ""]
    lines += [facts(briefing), ""]
    lines += [f"> {_cell(note)}\n" for note in briefing.notes]
    lines += _summaries(briefing)
    if briefing.terms:
        lines += ["## Terms", ""]
        lines += _table(["Source", "Held as", "In translation / in source"], map(term_row, briefing.terms))
    flagged = to_check(briefing)
    if flagged:
        lines += ["## To check", ""]
        lines += [f"- {place(pair)}: {_cell(message)}" for pair, message in flagged] + [""]
    if briefing.paragraphs and briefing.translated:
        lines += ["## Full text", ""]
        lines += _pairs(briefing, (pair for paragraph in briefing.paragraphs for pair in paragraph.sentences))
    return lines


class MarkdownRenderer:
    """Markdown for files and pipes."""

    name = "md"
    endings: tuple[str, ...] = (".md", ".markdown")

    frame = ("", "\n", "")

    def render(self, briefing: Briefing) -> str:
        """A briefing under a heading of the first level."""
        return "\n".join(_one(briefing)).rstrip() + "\n"
