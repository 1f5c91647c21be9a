"""The list of a job's documents, for programs and for people."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from translate_pipeline.atomic import atomic_file
from translate_pipeline.briefing.model import Briefing
from translate_pipeline.errors import OutputError
from translate_pipeline.state import DocumentState

JSON_INDEX, HTML_INDEX = "index.json", "index.html"
_RUN = re.compile(rb'\{"run": (\d+),')
_HEAD = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>tsum: documents</title>
<style>
:root { color-scheme: light dark; font: 16px/1.45 system-ui, sans-serif }
body { margin: 2rem auto; max-width: 75rem; padding: 0 1rem }
table { border-collapse: collapse; width: 100% }
th, td { border-bottom: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding: .4rem .6rem;
  text-align: left; vertical-align: top }
.file { font-size: .8em; overflow-wrap: anywhere }
td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
.original, .reason, .file { opacity: .75 }
</style>
<h1>Documents</h1>
<table>
<thead><tr><th>Date<th>Document<th>Source<th>Words<th>To check<th>Files</thead>
<tbody>
"""
_TAIL = "</tbody>\n</table>\n"


def index_facts(briefing: Briefing) -> dict[str, Any]:
    """What the index shows of a briefing."""
    known = briefing.metadata
    return {
        "title": briefing.title.target if briefing.title else None,
        "original_title": briefing.title.source if briefing.title and briefing.translated else None,
        "date": known.date,
        "source": known.source,
        "author": known.author,
        "url": known.url,
        "source_language": briefing.source_language,
        "target_language": briefing.target_language,
        "words": briefing.words,
        "sentences": briefing.sentences,
        "to_check": len(briefing.flagged),
        "notes": list(briefing.notes),
    }


def write_indexes(folder: Path, documents: Iterable[DocumentState], tsum: str, run: int) -> None:
    """Writes `index.json` and `index.html`, document by document.

    Args:
        folder: where to.
        documents: what is listed.
        tsum: the version of tsum.
        run: the last run that dealt with one of them.

    Raises:
        OutputError: they cannot be written.
    """
    with atomic_file(folder / JSON_INDEX) as write_json, atomic_file(folder / HTML_INDEX) as write_html:
        write_json(f'{{"run": {run}, "tsum": {json.dumps(tsum)}, "documents": [')
        write_html(_HEAD)
        for number, document in enumerate(documents):
            write_json((",\n" if number else "\n") + json.dumps(_fields(document), ensure_ascii=False))
            write_html(_row(document))
        write_json("\n]}\n")
        write_html(_TAIL)


def refuse_foreign_indexes(folder: Path) -> None:
    """Raises `OutputError` where a file in a folder has the name of an index, but was made by somebody else."""
    for name, mark in ((JSON_INDEX, b'"tsum": '), (HTML_INDEX, b"<title>tsum: documents</title>")):
        path = folder / name
        try:
            with path.open("rb") as file:
                is_own = mark in file.read(1024)
        except FileNotFoundError:
            continue
        except OSError as error:
            raise OutputError.from_os_error(path, error) from None
        if not is_own:
            raise OutputError(f"{path}: is no index of tsum, and would be replaced: name another folder with --out")


def indexed_run(folder: Path) -> int | None:
    """The run that the indexes of a folder were written after; None if there are none."""
    try:
        with (folder / JSON_INDEX).open("rb") as file:
            found = _RUN.match(file.read(64))
    except OSError:
        return None
    return int(found[1]) if found and (folder / HTML_INDEX).is_file() else None


def listed_outputs(folder: Path) -> frozenset[str] | None:
    """The files that the index of a folder lists, by their names in it; None if the folder has no index of tsum."""
    names: set[str] = set()
    try:
        if not (folder / JSON_INDEX).is_file():
            return None
        with (folder / JSON_INDEX).open("rb") as lines:
            if _RUN.match(lines.read(64)) is None:
                return None
            lines.seek(0)
            for line in lines:
                if line.startswith(b'{"name"'):
                    document = json.loads(line.rstrip(b",\n"))
                    names.update((*document["files"], *document.get("earlier_files", ())))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return frozenset(names)


def _fields(document: DocumentState) -> dict[str, Any]:
    fields = {"name": document.name, "identity": document.identity, "status": document.status}
    if document.reason:
        earlier = {"earlier_files": document.earlier_outputs} if document.earlier_outputs else {}
        return fields | {"reason": document.reason, "files": document.outputs, **earlier}
    return fields | {"files": document.outputs, **document.facts}


def _row(document: DocumentState) -> str:
    facts = document.facts
    title = f"<strong>{_text(facts.get('title') or document.name)}</strong>"
    if facts.get("original_title"):
        title += f'<br><span class="original" lang="{_text(facts["source_language"])}">'
        title += f"{_text(facts['original_title'])}</span>"
    if facts.get("title"):
        title += f'<br><span class="file">{_text(document.name)}</span>'
    if document.reason:
        title += f'<br><span class="reason">failed: {_text(document.reason)}</span>'
    files = ", ".join(_link(name, Path(name).suffix[1:]) for name in document.outputs)
    if document.earlier_outputs:
        earlier = ", ".join(_link(name, Path(name).name) for name in document.earlier_outputs)
        files += f'<br><span class="original">earlier: {earlier}</span>'
    day = str(facts.get("date") or "")[:10]
    return (
        f"<tr><td>{_text(day)}<td>{title}<td>{_text(facts.get('source') or '')}"
        f'<td class="number">{facts.get("words", "")}<td class="number">{facts.get("to_check", "")}<td>{files}\n'
    )


def _link(name: str, label: str) -> str:
    return f'<a href="{html.escape(_href(name))}">{_text(label)}</a>'


def _text(value: object) -> str:
    return html.escape(str(value))


def _href(name: str) -> str:
    from urllib.parse import quote

    return "./" + quote(name)
