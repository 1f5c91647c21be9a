"""`tsum memory`: the sentences that need not be translated again."""

from __future__ import annotations

import dataclasses
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from translate_pipeline.cli import options as opt
from translate_pipeline.cli.console import Notes, TerminalProgress, check_output, write_standard_output
from translate_pipeline.cli.glossary_views import print_json, print_rows
from translate_pipeline.counting import counted
from translate_pipeline.errors import OutputError, StorageError, UsageError

if TYPE_CHECKING:
    from translate_pipeline.memory.memory import ContextSize, TranslationMemory

app = typer.Typer(help="Show, prune, export and import the translation memory.", no_args_is_help=True)


def _language(tag: str | None) -> str | None:
    """The language of a tag, as the memory has it: `es` for `es-MX`."""
    from translate_pipeline.glossary.formats.languages import language_of

    return None if tag is None else language_of(tag)


Memory = Annotated[
    Path | None, typer.Option("--memory", metavar="FILE", help="The translation memory; without it, the user's own.")
]
From = Annotated[
    str | None, typer.Option("--from", metavar="CODE", callback=_language, help="Only from this language, such as es.")
]
To = Annotated[
    str | None, typer.Option("--to", metavar="CODE", callback=_language, help="Only to this language, such as en.")
]

_DAY = 86_400
_COLUMNS = ("Languages", "Translated by", "Glossary", "Segments", "Last used")
_SHOWN_FINGERPRINT = 12


@contextmanager
def _memory_at(path: Path | None, create: bool = False) -> Iterator[TranslationMemory]:
    """The memory at a path; one that was named must be there unless it may be made."""
    from translate_pipeline.memory.memory import TranslationMemory, default_memory

    if path is not None and not create and not path.exists():
        raise StorageError(f"{path}: no translation memory there: check the path")
    memory = TranslationMemory(path or default_memory())
    try:
        yield memory
    finally:
        memory.close()


@app.command("stats")
def stats(
    memory: Memory = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> int:
    """Show how much is remembered, by languages, packages and glossary."""
    with _memory_at(memory) as opened:
        sizes, occupied = opened.sizes(), _bytes_on_disk(opened.path)
        path = opened.path
    segments = sum(size.segments for size in sizes)
    if json:
        contexts = [{**dataclasses.asdict(size), "last_used": _date(size.last_used)} for size in sizes]
        print_json({"path": str(path), "bytes": occupied, "segments": segments, "contexts": contexts})
    elif sys.stdout.isatty():
        _show_table(f"{path}: {segments:,} segments, {_human_size(occupied)}", [_row(size) for size in sizes])
    else:
        print_rows([(str(path), f"{segments:,} segments", _human_size(occupied)), *(_row(size) for size in sizes)])
    return 0


def _row(size: ContextSize) -> tuple[str, ...]:
    return (
        f"{size.source_language}-{size.target_language}",
        "people (imported)" if size.imported else size.packages,
        size.glossary[:_SHOWN_FINGERPRINT] or "-",
        f"{size.segments:,}",
        _date(size.last_used),
    )


def _show_table(title: str, rows: Sequence[tuple[str, ...]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=Text(title), title_justify="left")
    for column in _COLUMNS:
        table.add_column(column, justify="right" if column == "Segments" else "left")
    for row in rows:
        table.add_row(*map(Text, row))
    Console().print(table)


@app.command("prune")
def prune(
    unused: Annotated[int, typer.Option("--unused", metavar="DAYS", min=0, help="Not used for so many days; 0: all.")],
    imported: Annotated[bool, typer.Option("--imported", help="Remove imported translations, too.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before all is removed.")] = False,
    memory: Memory = None,
) -> int:
    """Remove translations that were not used for a number of days; imported ones stay."""
    with _memory_at(memory) as opened:
        if unused == 0 and not yes:
            spared = "" if imported else " but imported translations"
            _confirm(f"Remove everything{spared} from {opened.path}?", "--unused 0 removes everything")
        removed = opened.prune(unused, imported)
        left, occupied = opened.count(), _bytes_on_disk(opened.path)
    write_standard_output(f"removed {_segments(removed)}; {left:,} left, {_human_size(occupied)}\n")
    return 0


def _confirm(question: str, consequence: str) -> None:
    if not sys.stdin.isatty():
        raise UsageError(f"{consequence}: say --yes, too")
    typer.confirm(question, abort=True, err=True)


@app.command("forget")
def forget(
    text: Annotated[
        str | None, typer.Argument(metavar="[TEXT]", help="What stands in the sentences, such as a name.")
    ] = None,
    document: Annotated[
        Path | None, typer.Option("--document", metavar="FILE", help="The sentences of a document.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    memory: Memory = None,
) -> int:
    """Remove the sentences with a text in them or in their translation, or those of a document; imported ones, too.

    What was removed is overwritten in the file. `tsum forget` also removes what `tsum batch` made of a document.
    """
    if (text is None) == (document is None) or (text is not None and not text.strip()):
        raise UsageError("say which sentences to forget: a text that stands in them, or --document FILE")
    briefings = kept_briefings_with([text if text is not None else Path(document or "").name])
    with _memory_at(memory) as opened:
        keys = opened.keys_of(text) if text is not None else _sentences_of(document)
        found = opened.count_of(keys)
        if not found and not briefings:
            Notes().note("no such sentence is remembered")
            return 0
        if not yes:
            kept = f" and {counted(len(briefings), 'kept briefing')}" if briefings else ""
            _confirm(
                f"Remove {_segments(found)} from {opened.path}{kept}?", f"{_segments(found)}{kept} would be removed"
            )
        removed = opened.forget(keys)
        if not opened.vacuum():
            Notes().warning(LOG_IS_READ.format(opened.path))
    write_standard_output(f"removed {_segments(removed)}\n")
    remove_kept_briefings(briefings)
    return 0


def kept_briefings_with(texts: Iterable[str]) -> list[Path]:
    """The files of the briefings that `tsum brief --since-last` keeps in which one of some texts stands."""
    from translate_pipeline.digest.archive import kept_digests_with
    from translate_pipeline.storage.folders import state_folder

    return kept_digests_with(state_folder() / "briefings", texts)


def remove_kept_briefings(paths: Iterable[Path]) -> None:
    """Removes kept briefings, and says so. Raises `OutputError`."""
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise OutputError.from_os_error(path, error) from None
        write_standard_output(f"removed {path}\n")


LOG_IS_READ = "{}: another process reads it, so that what was removed is still in its log: give the command again later"


def _sentences_of(document: Path | None) -> set[bytes]:
    """The keys of a document's sentences, cut as every command cuts them."""
    from translate_pipeline.config import Settings
    from translate_pipeline.memory.memory import sentence_keys
    from translate_pipeline.pipeline import Pipeline
    from translate_pipeline.readers.sources import Sources

    pipeline = Pipeline(Settings())
    entries = Sources().entries([str(document)])
    return {
        key
        for entry in entries
        for sentence in pipeline.prepare(entry).sentences()
        for key in sentence_keys(sentence.source)
    }


@app.command("export")
def export(
    file: Annotated[Path, typer.Argument(metavar="FILE.tmx", help="The new file.")],
    source: From = None,
    target: To = None,
    memory: Memory = None,
    quiet: opt.Quiet = False,
) -> int:
    """Write the memory to a TMX 1.4 file, which other translation tools read."""
    from translate_pipeline.memory.tmx import export_tmx

    with _memory_at(memory) as opened:
        check_output(file, [str(opened.path)])
        progress = TerminalProgress(quiet)
        try:
            written = export_tmx(opened, file, source, target, progress)
        finally:
            progress.close()
    size = f", {_human_size(file.stat().st_size)}" if file.is_file() else ""
    write_standard_output(f"wrote {_segments(written)} to {file}{size}\n")
    if not written:
        wanted = "".join(f" {word} {code}" for word, code in (("from", source), ("to", target)) if code)
        Notes(quiet).note(f"nothing{wanted} is remembered")
    return 0


@app.command("import")
def import_file(
    file: Annotated[Path, typer.Argument(metavar="FILE.tmx", help="A translation memory of any tool.")],
    source: From = None,
    target: To = None,
    memory: Memory = None,
    quiet: opt.Quiet = False,
) -> int:
    """Take people's translations from a TMX file: `batch` and `brief` prefer them to tsum's own.

    `run` and `translate` do so with --memory FILE.

    What `tsum memory export` wrote comes back as it was, unless someone has changed it.
    """
    from translate_pipeline.memory.tmx import import_tmx

    with _memory_at(memory, create=True) as opened:
        progress = TerminalProgress(quiet)
        try:
            found = import_tmx(opened, file, source, target, progress)
        finally:
            progress.close()
    people = "1 translation" if found.imported == 1 else f"{found.imported:,} translations"
    restored = f", {found.restored:,} of tsum's own" if found.restored else ""
    write_standard_output(f"imported {people} by people{restored}\n")
    if found.imported:
        users = "every command uses them" if memory else "batch and brief use them; run and translate do"
        Notes(quiet).note(f"{users} with --memory {opened.path}")
    if found.left_out:
        Notes(quiet).note(
            f"units left out: {found.left_out:,} (without a wanted pair of languages, or with a text that is empty or "
            "longer than 20,000 characters)"
        )
    return 0


def _segments(count: int) -> str:
    return "1 segment" if count == 1 else f"{count:,} segments"


def _date(day: int) -> str:
    return time.strftime("%Y-%m-%d", time.gmtime(day * _DAY))


def _bytes_on_disk(path: Path) -> int:
    """The size of a SQLite file with its write-ahead log."""
    return sum(file.stat().st_size for file in (path, path.with_name(f"{path.name}-wal")) if file.exists())


def _human_size(size: int) -> str:
    from rich.filesize import decimal

    return decimal(size)
