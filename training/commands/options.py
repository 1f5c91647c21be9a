"""Arguments and options that several commands share."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Annotated

import typer

from translate_pipeline.errors import UsageError

Folder = Annotated[
    Path, typer.Argument(metavar="FOLDER", envvar="TSUM_TRAINING", help="Folder of the run: data, checkpoints, log.")
]
Package = Annotated[Path, typer.Argument(metavar="PACKAGE", help="Package folder.", exists=True, file_okay=False)]
Tests = Annotated[
    list[str], typer.Option("--test", metavar="NAME:SOURCE:REFERENCE", help="Test set, two files; repeatable.")
]
Against = Annotated[
    Path | None, typer.Option("--against", metavar="PACKAGE", help="Package to compare with, in a paired test.")
]
Beam = Annotated[int | None, typer.Option("--beam", min=1, help="Beam; without it, tsum's for the bundled package.")]
Version = Annotated[str, typer.Option("--version", metavar="N.N", help="Version of the package.")]


def require_torch() -> None:
    """Raises `UsageError` if PyTorch is not installed."""
    if importlib.util.find_spec("torch") is None:
        raise UsageError("PyTorch is not installed: pip install -r training/requirements.txt")
