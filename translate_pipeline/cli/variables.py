"""Environment variables that begin as tsum's do, but that no command knows."""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping
from typing import Any

from translate_pipeline.cli.configured import PROFILE_VARIABLE, commands_below, variable_of

_PREFIX = "TSUM_"
# Those that stand for no option of a command.
_OTHERS = (PROFILE_VARIABLE, "TSUM_NO_PROJECT", "TSUM_DEBUG", "TSUM_SMTP_PASSWORD", "TSUM_BROWSER")


def unknown_variables(tsum: Any, environment: Mapping[str, str] = os.environ) -> list[str]:
    """A line for each variable that is set in vain, with the known name that is nearest to its own.

    Args:
        tsum: the `tsum` command.
        environment: the variables that are set.
    """
    options = {variable_of(parameter) for _, command in commands_below(tsum) for parameter in command.params}
    known = sorted({*_OTHERS, *(name for name in options if name)})
    return [
        f"{name} is set, but no command knows it{_nearest(name, known)}"
        for name in sorted(environment)
        if name.startswith(_PREFIX) and name not in known
    ]


def _nearest(name: str, known: list[str]) -> str:
    found = difflib.get_close_matches(name, known, 1, 0.75)
    return f": is {found[0]} meant?" if found else ""
