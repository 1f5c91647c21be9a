"""Tables that set each sentence beside its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from translate_pipeline.briefing.model import SentencePair
from translate_pipeline.digest.model import Shown
from translate_pipeline.digest.renderers.distinct_findings import finding_messages
from translate_pipeline.digest.renderers.word.elements import Element, paragraph, run
from translate_pipeline.digest.renderers.word.marks import WARNING, Side, side_runs
from translate_pipeline.digest.renderers.word.writer import DocxWriter
from translate_pipeline.language import language_name

# Of the sentences, and of a column before them, in the width of a table.
_SHARE, _FIRST_SHARE = 12, 3


@dataclass(frozen=True)
class PairRow:
    """A sentence with its translation, as a row.

    Args:
        pair: the sentence.
        source_language, target_language: codes of the languages of its sides.
        prefix: a list mark before it.
        reference: runs that say where it stands.
    """

    pair: SentencePair
    source_language: str
    target_language: str
    prefix: str = ""
    reference: tuple[Element, ...] = ()


def pair_row(
    pair: SentencePair,
    languages: tuple[str, str],
    shown: Shown,
    prefix: str = "",
    reference: tuple[Element, ...] = (),
) -> PairRow:
    """A sentence as a row, without what was found in its translation if that is not shown.

    Args:
        pair: the sentence.
        languages: codes of its source's and its translation's language.
        shown: which side is shown.
        prefix: a list mark before it.
        reference: runs that say where it stands.
    """
    return PairRow(replace(pair, findings=()) if shown == "source" else pair, *languages, prefix, reference)


def shown_sides(rows: Sequence[PairRow], shown: Shown) -> tuple[Side, ...]:
    """The sides that a table of these sentences has: the text itself where nothing was translated."""
    if shown == "source" or not any(row.pair.translated for row in rows):
        return ("source",)
    return ("target",) if shown == "target" else ("target", "source")


def side_names(rows: Sequence[PairRow], sides: Sequence[Side]) -> list[str]:
    """The languages of the columns."""
    targets, sources = (
        " / ".join(dict.fromkeys(map(language_name, codes)))
        for codes in ([row.target_language for row in rows], [row.source_language for row in rows])
    )
    if len(sides) > 1 and sources == targets:
        sources = "Original"
    return [targets if side == "target" else sources for side in sides]


def side_cell(row: PairRow, side: Side) -> list[Element]:
    """One side of a sentence, and under a translation what the checks say of it."""
    translation = side == "target" and row.pair.translated
    language = row.target_language if translation else row.source_language
    prefix = [run(row.prefix, language)] if row.prefix.strip() else []
    cell = [paragraph(*prefix, *side_runs(row.pair, side, language), language=language)]
    if side == "target":
        cell += [paragraph(run(WARNING + text), style="FindingNote") for text in finding_messages(row.pair.findings)]
    return cell


def pair_cells(row: PairRow, sides: Sequence[Side]) -> list[list[Element]]:
    """The cells of a row, with the reference at the end of the first one's sentence."""
    cells = [side_cell(row, side) for side in sides]
    if row.reference:
        cells[0][0].extend([run(" "), *row.reference])
    return cells


def pair_table(
    writer: DocxWriter,
    rows: Sequence[PairRow],
    shown: Shown,
    first_column: str = "",
    first_cells: Sequence[list[Element]] = (),
) -> None:
    """A table with a column for each side that is shown.

    Args:
        writer: where it goes.
        rows: its sentences; without any there is no table.
        shown: which side is shown.
        first_column: the name of a column before them, if there is one.
        first_cells: the paragraphs in that column, a list for each row.
    """
    if not rows:
        return
    sides = shown_sides(rows, shown)
    names, cells = side_names(rows, sides), [pair_cells(row, sides) for row in rows]
    shares = [_SHARE // len(sides)] * len(sides)
    if first_column:
        names, shares = [first_column, *names], [_FIRST_SHARE, *shares]
        cells = [[first, *others] for first, others in zip(first_cells, cells, strict=True)]
    writer.table(names, cells, shares)
