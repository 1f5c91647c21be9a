"""Tables: with lines and a head at a terminal, columns divided by tabs in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Collection, Sequence

from translate_pipeline.cli.glossary_views import print_rows


def print_table(columns: Sequence[str], rows: Sequence[Sequence[str]], numbers: Collection[str] = ()) -> None:
    """Prints rows on standard output.

    Args:
        columns: their names, which a terminal shows.
        rows: the cells of each row.
        numbers: the columns that are aligned to the right.
    """
    if not sys.stdout.isatty():
        print_rows(rows)
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table()
    for column in columns:
        table.add_column(column, justify="right" if column in numbers else "left", overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    Console().print(table)
