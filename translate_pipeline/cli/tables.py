"""Tables with a head: in columns at a terminal, divided by tabs in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Collection, Sequence
from typing import Literal

from translate_pipeline.cli.glossary_views import print_rows


def print_table(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    numbers: Collection[str] = (),
    whole: Collection[str] = (),
) -> None:
    """Prints rows below the names of their columns on standard output.

    Args:
        columns: their names.
        rows: the cells of each row.
        numbers: the columns that are aligned to the right.
        whole: the columns whose cells a narrow terminal does not break.
    """
    if not sys.stdout.isatty():
        print_rows([columns, *rows])
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    for column in columns:
        justify: Literal["left", "right"] = "right" if column in numbers else "left"
        table.add_column(column, justify=justify, overflow="fold", no_wrap=column in whole)
    for row in rows:
        table.add_row(*map(Text, row))
    Console().print(table)
