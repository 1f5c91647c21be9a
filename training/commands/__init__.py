"""The commands of `python -m training`: arguments and printing, nothing else."""

from __future__ import annotations

import typer

from training.commands import background, make, measure

app = typer.Typer(
    help="Make tsum's bundled package: prepare, lexicon, train (or background start), export, evaluate.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(make.prepare)
app.command()(make.lexicon)
app.command()(make.vocabulary)
app.command()(make.confirm)
app.command()(make.train)
app.command()(make.export)
app.command()(measure.evaluate)
app.command()(measure.slots)
app.command()(measure.search)
app.command()(measure.speed)
app.add_typer(background.app, name="background")
