"""Plain tables, as the README quotes them."""

from __future__ import annotations

from collections.abc import Sequence


def print_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Prints a Markdown table: the first column to the left, the others to the right."""
    widths = [max(len(row[column]) for row in [header, *rows]) for column in range(len(header))]

    def line(cells: Sequence[str]) -> str:
        padded = [
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
        ]
        return f"| {' | '.join(padded)} |"

    print(line(header))
    print(f"|{'|'.join('-' * (width + 1) + (':' if column else '-') for column, width in enumerate(widths))}|")
    for row in rows:
        print(line(row), flush=True)


def verdict(value: float, target: float, *, at_least: bool = False) -> str:
    """`met` or `missed`, with the target."""
    met = value >= target if at_least else value < target
    return f"{'met' if met else 'MISSED'} ({'>=' if at_least else '<'} {target:g})"
