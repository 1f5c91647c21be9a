"""`tsum packages`: the translation packages of Argos."""

from __future__ import annotations

import dataclasses
import json as json_module
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from translate_pipeline.cli import options as opt
from translate_pipeline.cli.console import Notes, TerminalProgress, write_standard_output
from translate_pipeline.errors import ExitCode

app = typer.Typer(help="List, find, install, verify and remove translation packages.", no_args_is_help=True)

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def _print_json(value: object) -> None:
    write_standard_output(json_module.dumps(value, ensure_ascii=False, indent=2) + "\n")


def _print_rows(rows: Sequence[tuple[str, ...]]) -> None:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))] if rows else []
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    write_standard_output("".join(line + "\n" for line in lines))


@app.command("list")
def list_packages(json: Json = False) -> int:
    """List the packages that tsum can use, in the order in which it would, and those it would not."""
    from translate_pipeline.translation.store import bundled_packages, installed_packages
    from translate_pipeline.translation.trust import problem_of

    installed, broken = installed_packages()
    facts = [
        {
            "pair": package.metadata.pair,
            "version": package.metadata.version,
            "path": str(package.path),
            "bundled": package.bundled,
            "problem": problem_of(package),
        }
        for package in [*installed, *bundled_packages()]
    ] + [{"pair": None, "version": None, "path": str(b.path), "bundled": False, "problem": b.problem} for b in broken]
    if json:
        _print_json(facts)
        return 0
    rows = [
        (
            str(f["pair"] or "-"),
            str(f["version"] or "-"),
            "bundled" if f["bundled"] else Path(str(f["path"])).name,
            f"not used: {f['problem']}" if f["problem"] else "good",
        )
        for f in facts
    ]
    _print_rows(rows)
    return 0


@app.command("search")
def search(
    text: Annotated[str, typer.Argument(metavar="[LANGUAGE]", help="A code or a name, for instance es.")] = "",
    json: Json = False,
) -> int:
    """Search the Argos index (this asks the network)."""
    from translate_pipeline.translation.index import fetch_index

    wanted = text.casefold()
    found = [
        package
        for package in fetch_index()
        if not wanted
        or wanted in (package.from_code, package.to_code, package.pair)
        or wanted in f"{package.from_name} {package.to_name}".casefold()
    ]
    if json:
        _print_json([dataclasses.asdict(package) for package in found])
        return 0
    if not found:
        Notes().note(f"the index offers nothing for {text!r}")
        return int(ExitCode.NO_PACKAGE)
    _print_rows([(p.pair, p.version, f"{p.from_name} to {p.to_name}") for p in found])
    return 0


@app.command("install")
def install_package(
    package: Annotated[str, typer.Argument(metavar="FILE|URL|PAIR", help="An .argosmodel file, a URL, or es-en.")],
    sha256: Annotated[str | None, typer.Option("--sha256", metavar="HEX", help="The archive's checksum.")] = None,
    trust: Annotated[bool, typer.Option("--trust", help="Install even if verification fails.")] = False,
    quiet: opt.Quiet = False,
) -> int:
    """Install a package: it is checked and verified before it is put in its place."""
    from translate_pipeline.translation.installation import install

    progress = TerminalProgress(quiet)
    try:
        installed, seen = install(package, sha256, trust, progress)
    finally:
        progress.close()
    write_standard_output(f"installed {installed.name} in {installed.path}\n")
    if seen.problem is not None:
        Notes(quiet).note(f"{installed.name} fails verification, so it is not used: {seen.problem}")
    return 0


@app.command("verify")
def verify_packages(
    packages: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PACKAGE…]", help="Pairs, folders or files; all without it."),
    ] = None,
    device: opt.DeviceOption = opt.DeviceName.CPU,
    threads: opt.Threads = None,
    json: Json = False,
) -> int:
    """Translate a known sentence with each package, and report what is seen."""
    from translate_pipeline.translation.store import bundled_packages, find_packages, installed_packages
    from translate_pipeline.translation.verification import verify

    installed, broken = installed_packages()
    wanted = [p for name in packages for p in find_packages(name)] if packages else [*installed, *bundled_packages()]
    seen = [(package, verify(package, device.value, threads)) for package in wanted]
    failed = any(report.problem for _, report in seen) or (not packages and bool(broken))
    if json:
        unusable = [{"path": str(b.path), "problem": b.problem} for b in broken] if not packages else []
        _print_json([*({"path": str(p.path), **dataclasses.asdict(report)} for p, report in seen), *unusable])
    else:
        for package, report in seen:
            write_standard_output(
                f"{report.package}  {package.path}\n"
                f"  source       {report.source}\n"
                f"  translation  {report.translation or '-'}\n"
                f"  unknown      {report.unknown_source_pieces} source, {report.unknown_target_pieces} target pieces\n"
                f"  speed        loaded in {report.load_seconds:.2f} s, {report.speed:.0f} source words a second\n"
                f"  verdict      {report.problem or 'good'}\n"
            )
        for folder in broken if not packages else ():
            write_standard_output(f"-  {folder.path}\n  verdict      {folder.problem}\n")
    return int(ExitCode.BAD_PACKAGE) if failed else 0


@app.command("remove")
def remove_package(
    package: Annotated[str, typer.Argument(metavar="PACKAGE", help="A pair or a folder name, as `list` shows it.")],
) -> int:
    """Remove an installed package."""
    from translate_pipeline.translation.installation import remove

    write_standard_output(f"removed {remove(package)}\n")
    return 0
