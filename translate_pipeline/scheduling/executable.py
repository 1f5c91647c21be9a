"""The tsum that runs now, as a scheduler can start it."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def tsum_command() -> tuple[str, ...]:
    """The `tsum` program by its absolute path, else this Python with the module.

    A script that looks its interpreter up in PATH would find another one, or none, under a scheduler.
    """
    # Links are not followed: a virtual environment's Python and pipx's tsum are links that must stay.
    program = Path(sys.argv[0]).absolute()
    if program.name == "tsum" and os.access(program, os.X_OK) and not _looks_interpreter_up(program):
        return (str(program),)
    return (str(Path(sys.executable).absolute()), "-m", "translate_pipeline")


def _looks_interpreter_up(program: Path) -> bool:
    with program.open("rb") as file:
        return b"/env " in file.readline(256)
