"""A briefing at a terminal, laid out by rich: two columns, terms highlighted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from translate_pipeline.briefing.model import Briefing, SentencePair
from translate_pipeline.briefing.renderers.base import (
    column_names,
    facts,
    heading,
    language_name,
    origin,
    place,
    term_row,
    to_check,
)
from translate_pipeline.checks.terms import term_pattern


def _highlighted(text: str, forms: Sequence[str], style: str) -> Text:
    shown = Text(text)
    if forms:
        shown.highlight_regex(term_pattern(forms), style)
    return shown


class _Columns:
    """The two columns of a briefing, with its terms highlighted in each."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._source_forms = [form for term in briefing.terms for form in term.source.split(" / ")]
        self._target_forms = [term.target for term in briefing.terms]

    def target(self, pair: SentencePair) -> Text:
        shown = _highlighted(pair.target, self._target_forms, "bold cyan")
        return Text.assemble(("⚠ ", "bold yellow"), shown) if pair.findings else shown

    def source(self, pair: SentencePair) -> Text:
        return _highlighted(pair.source, self._source_forms, "bold")

    def table(self, pairs: Iterable[SentencePair]) -> Table:
        table = Table(box=None, padding=(0, 2, 1, 0), expand=True, header_style="dim")
        table.add_column("", style="dim", width=5)
        briefing = self._briefing
        target, source = column_names(briefing)
        if briefing.translated:
            table.add_column(target, ratio=1)
        table.add_column(source if briefing.translated else language_name(briefing.source_language), ratio=1)
        for pair in pairs:
            cells = [self.target(pair)] if briefing.translated else []
            table.add_row(place(pair), *cells, self.source(pair))
        return table


def _section(name: str, *body: RenderableType) -> Group:
    return Group(Text(name, style="bold"), *body)


def _parts(briefing: Briefing) -> Iterable[RenderableType]:
    columns = _Columns(briefing)
    title: list[RenderableType] = [Text(heading(briefing), style="bold")]
    if briefing.title and briefing.translated:
        title.append(Text(briefing.title.source, style="italic"))
    if origin(briefing):
        title.append(Text(origin(briefing)))
    yield Panel(Group(*title, Text(facts(briefing), style="dim")), border_style="dim")
    for note in briefing.notes:
        yield Text(f"Note: {note}\n", style="yellow")
    if briefing.source_summary or briefing.target_summary:
        for name, pairs, text in (
            (language_name(briefing.target_language), briefing.target_summary, columns.target),
            (language_name(briefing.source_language), briefing.source_summary, columns.source),
        ):
            table = Table(box=None, padding=(0, 2, 1, 0), show_header=False)
            for pair in pairs:
                table.add_row(Text(place(pair), style="dim"), text(pair))
            yield _section(f"Summary: {name}", table)
    else:
        yield _section("Summary", columns.table(briefing.summary))
    if briefing.terms:
        table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
        for name in ("Source", "Held as", "In translation / in source"):
            table.add_column(name)
        for term in briefing.terms:
            complete = term.in_translation == term.in_source
            source, target, count = term_row(term)
            table.add_row(Text(source), Text(target), Text(count, style="" if complete else "bold yellow"))
        yield _section("Terms", table, Text(""))
    flagged = to_check(briefing)
    if flagged:
        lines = [Text.assemble((f"⚠ {place(pair)} ", "bold yellow"), message) for pair, message in flagged]
        yield _section("To check", *lines, Text(""))
    if briefing.paragraphs and briefing.translated:
        everything = (pair for paragraph in briefing.paragraphs for pair in paragraph.sentences)
        yield _section("Full text", columns.table(everything))


def print_briefing(briefing: Briefing, console: Console) -> None:
    """Prints a briefing on a terminal, as wide as it is."""
    for part in _parts(briefing):
        console.print(part)
