"""`tsum doctor`: what tsum has to work with."""

from __future__ import annotations

import json as json_module
from typing import Annotated, Any

import typer

from translate_pipeline.cli.configured import ConfigurationChoice
from translate_pipeline.cli.console import write_standard_output
from translate_pipeline.cli.variables import unknown_variables
from translate_pipeline.errors import ExitCode, UsageError


def _lines(value: Any, indent: str = "") -> list[str]:
    lines = []
    for name, part in value.items():
        label = str(name).replace("_", " ")
        if isinstance(part, dict):
            lines += [f"{indent}{label}", *_lines(part, indent + "  ")]
        elif isinstance(part, list):
            lines += [f"{indent}{label}"] + [f"{indent}  {item}" for item in part or ["none"]]
        else:
            lines.append(f"{indent}{label:<22} {part}")
    return lines


def doctor(
    ctx: typer.Context, json: Annotated[bool, typer.Option("--json", help="Print JSON, for bug reports.")] = False
) -> int:
    """Report versions, packages and their health, places, processor features, and what is missing."""
    from translate_pipeline.diagnosis import diagnose

    report = diagnose()
    of_packages, of_settings = report["problems"], _problems_of_settings(ctx)
    report["problems"] = [*of_packages, *of_settings]
    if json:
        write_standard_output(json_module.dumps(report, ensure_ascii=False, indent=2) + "\n")
    else:
        write_standard_output("".join(line + "\n" for line in _lines(report)))
    if of_packages:
        return int(ExitCode.BAD_PACKAGE)
    return int(ExitCode.USAGE) if of_settings else 0


def _problems_of_settings(ctx: typer.Context) -> list[str]:
    """What is wrong in tsum.toml and in the environment."""
    problems = unknown_variables(ctx.find_root().command)
    try:
        if isinstance(ctx.obj, ConfigurationChoice):
            _ = ctx.obj.configuration
    except UsageError as error:
        problems.insert(0, str(error))
    return problems
