"""`tsum glossary`: glossary files, and what they do to a text."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from translate_pipeline.cli import options as opt
from translate_pipeline.cli.console import Notes, check_output, write_standard_output
from translate_pipeline.cli.glossary_inputs import language_pair, read_file, read_layers
from translate_pipeline.cli.glossary_views import (
    difference_facts,
    difference_lines,
    entry_facts,
    lookup_facts,
    lookup_rows,
    print_json,
    print_rows,
)
from translate_pipeline.errors import ExitCode

app = typer.Typer(help="Convert, check, extend, list, search and compare glossaries.", no_args_is_help=True)

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
From = Annotated[
    str | None, typer.Option("--from", metavar="CODE", help="Language of the sources, if the file does not say; es.")
]
To = Annotated[
    str | None, typer.Option("--to", metavar="CODE", help="Language of the targets, if the file does not say; en.")
]
Domain = Annotated[str | None, typer.Option("--domain", metavar="FIELD", help="Subject field, such as military.")]


@app.command("convert")
def convert(
    file: Annotated[Path, typer.Argument(metavar="IN", help="A glossary.")],
    output: Annotated[Path, typer.Argument(metavar="OUT", help="The new file; its ending says the format.")],
    bare: Annotated[bool, typer.Option("--bare", help="Sources and targets alone, as DeepL imports them.")] = False,
    source: From = None,
    target: To = None,
    lenient: opt.Lenient = False,
) -> int:
    """Convert a glossary to CSV, TSV, TBX or JSON."""
    from translate_pipeline.glossary.formats import format_to_write, write_glossary

    known = format_to_write(output, bare)
    check_output(output, [str(file)])
    found = read_file(file, source, target, lenient)
    assumed = language_pair(source, target) if known.name in ("TBX", "JSON") or source or target else None
    write_glossary(output, found.entries, found.pair or assumed, bare)
    return 0


@app.command("check")
def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Glossaries, in order of precedence.")],
    source: From = None,
    target: To = None,
    json: Json = False,
) -> int:
    """Look for bad rows, contradictions, repetitions, and forms that never match.

    The exit code is 4 if there is an error, and 0 if there are warnings alone.
    """
    import dataclasses

    from translate_pipeline.glossary.checking import check_glossaries

    findings, count = check_glossaries(files, language_pair(source, target) if source or target else None)
    errors = sum(finding.severity == "error" for finding in findings)
    if json:
        print_json([dataclasses.asdict(finding) for finding in findings])
    else:
        write_standard_output("".join(f"{finding}\n" for finding in findings))
        Notes().note(f"{count:,} entries, errors: {errors}, warnings: {len(findings) - errors}")
    return int(ExitCode.GLOSSARY) if errors else 0


@app.command("add")
def add(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The glossary; it is made if it is missing.")],
    term: Annotated[str, typer.Argument(metavar="SOURCE", help="The term in the source language.")],
    translation: Annotated[str, typer.Argument(metavar="TARGET", help="Its form in the target language.")],
    alias: Annotated[
        list[str] | None, typer.Option("--alias", metavar="FORM", help="Another source form; repeatable.")
    ] = None,
    article: Annotated[str, typer.Option("--article", metavar="none|the", help="The target's article.")] = "",
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="For people.")] = "",
    domain: Domain = None,
    replace: Annotated[bool, typer.Option("--replace", help="Change entries that contradict the new one.")] = False,
    source: From = None,
    target: To = None,
) -> int:
    """Add an entry to a glossary; the rest of the file stays as it is."""
    from translate_pipeline.glossary.addition import add_entry
    from translate_pipeline.glossary.formats.fields import entry_from_fields

    fields = {"source": term, "target": translation, "article": article, "note": note, "domain": domain or ""}
    entry = entry_from_fields(fields, alias or (), "the new entry")
    done = add_entry(file, entry, language_pair(source, target), replace)
    write_standard_output(f"{done}: {entry.source} → {entry.target} in {file}\n")
    return 0


@app.command("list")
def list_glossaries(
    files: Annotated[list[Path] | None, typer.Argument(metavar="[FILE…]", help="Glossaries to list.")] = None,
    domain: Domain = None,
    source: From = None,
    target: To = None,
    no_project: opt.NoProject = False,
    lenient: opt.Lenient = False,
    json: Json = False,
) -> int:
    """List the entries of glossaries, or, without files, the glossaries that a run would use here."""
    if files:
        entries = [
            entry
            for path in files
            for entry in read_file(path, source, target, lenient).entries
            if domain is None or entry.domain == domain
        ]
        if json:
            print_json([entry_facts(entry) for entry in entries])
        else:
            print_rows([(e.source, e.target, "|".join(e.aliases), e.domain, e.origin) for e in entries])
        return 0
    layers = read_layers([], True, no_project, language_pair(source, target), lenient)
    facts = [
        {
            "file": str(layer.file),
            "from": layer.origin,
            "entries": sum(domain is None or entry.domain == domain for entry in layer.entries),
        }
        for layer in layers
    ]
    if json:
        print_json(facts)
    else:
        print_rows([(str(f["entries"]), str(f["from"]), str(f["file"])) for f in facts])
    return 0


@app.command("lookup")
def lookup(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Text in the source language; - reads standard input.")],
    glossary: opt.Glossaries = None,
    no_default_glossary: opt.NoDefaultGlossary = False,
    no_project: opt.NoProject = False,
    source: From = None,
    target: To = None,
    lenient: opt.Lenient = False,
    json: Json = False,
) -> int:
    """Show which entries match in a text, where they stand, and which others they keep out."""
    from translate_pipeline.glossary.lookup import look_up
    from translate_pipeline.readers.decoding import decode

    if text == "-":
        text = decode(sys.stdin.buffer.read(), "standard input").text
    elif os.path.isfile(text):  # noqa: PTH113 (Path.is_file raises on names that are too long)
        Notes().note(f"{text}: its name is looked up, not what is in the file: for that give - and `< {text}`")
    pair = language_pair(source, target)
    layers = read_layers(glossary or [], not no_default_glossary, no_project, pair, lenient)
    entries = [entry for layer in layers for entry in layer.entries]
    found = look_up(text, entries, pair.source, pair.target)
    if json:
        print_json(lookup_facts(found))
    else:
        print_rows(lookup_rows(found))
    if not found:
        Notes().note("no entry matches")
    return 0


@app.command("diff")
def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A glossary.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The one to compare it with.")],
    source: From = None,
    target: To = None,
    lenient: opt.Lenient = False,
    json: Json = False,
) -> int:
    """Show which entries were added (+), removed (-) or changed (~), by their sources."""
    from translate_pipeline.glossary.comparison import compare_glossaries

    before, after = (read_file(path, source, target, lenient) for path in (old, new))
    difference = compare_glossaries(before.entries, after.entries)
    if json:
        print_json(difference_facts(difference))
    else:
        write_standard_output("".join(f"{line}\n" for line in difference_lines(difference)))
    return 0
