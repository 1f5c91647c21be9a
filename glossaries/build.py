"""Builds the curated glossaries in `es-en/` from the hand-written files and the extracts of open data.

`python glossaries/build.py` writes them, `python glossaries/build.py --check` says whether they are up to date.
README.md tells what the files are.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from glossaries.everyday_words import everyday_names
from glossaries.merging import GlossaryPart, Merged, merge
from translate_pipeline.atomic import write_atomically
from translate_pipeline.errors import GlossaryError, TsumError
from translate_pipeline.glossary.compiled import is_inflected, is_lower, noun_forms, noun_places, tokens_of
from translate_pipeline.glossary.entry import GlossaryEntry
from translate_pipeline.glossary.formats import read_glossary_file
from translate_pipeline.glossary.inflection import (
    compute_agreeing_forms,
    compute_english_plural,
    compute_inflections,
    compute_is_plural,
)

FOLDER = Path(__file__).resolve().parent
COLUMNS = (
    "source",
    "target",
    "aliases",
    "article",
    "case",
    "accents",
    "inflection",
    "domain",
    "attribution",
    "date",
    "note",
)
# Folders of `sources/`, the better spelling first.
SOURCES = (
    "cldr",
    "country-codes",
    "natural-earth",
    "usagov",
    "tico-19",
    "party-facts",
    "subdivisions",
    "wikidata",
    "wikidata-everypolitician",
)

# What the names in these files stand for counts more than the field in which they made it.
DOMAINS = {"people": "person", "figures": "person", "organisations": "organization"}


def _part(path: Path, is_hand_made: bool) -> GlossaryPart:
    entries = read_glossary_file(path)
    domain = DOMAINS.get(path.stem)
    return GlossaryPart(path.stem, [replace(e, domain=domain) for e in entries] if domain else entries, is_hand_made)


def read_parts(folder: Path = FOLDER) -> list[GlossaryPart]:
    """The files of `hand/`, then those of `sources/` in the order of `SOURCES`.

    Raises:
        GlossaryError: a file is bad, or a folder of `sources/` has no place in `SOURCES`.
    """
    parts = [_part(path, True) for path in sorted(folder.glob("hand/*.csv"))]
    unknown = {path.parent.name for path in folder.glob("sources/*/*.tsv")} - set(SOURCES)
    if unknown:
        raise GlossaryError(f"{folder / 'sources' / min(unknown)}: not in SOURCES of build.py: give it a place there")
    for source in SOURCES:
        for path in sorted((folder / "sources" / source).glob("*.tsv")):
            parts.append(_part(path, False))
    return parts


def build(folder: Path = FOLDER) -> Merged:
    """The curated glossaries, merged, without names that are everyday words.

    Raises:
        GlossaryError: a file is bad, or a row has no attribution or date.
    """
    parts = read_parts(folder)
    everyday = everyday_names(entry for part in parts for entry in part.entries)
    return merge(parts, everyday)


def csv_text(entries: Iterable[GlossaryEntry]) -> str:
    """A curated glossary file, header and rows."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for entry in entries:
        cells = {name: getattr(entry, name) for name in COLUMNS}
        writer.writerow({**cells, "aliases": "|".join(entry.aliases)}.values())
    return text.getvalue()


def curated_texts(merged: Merged) -> dict[str, str]:
    """The text of each curated file by its name."""
    return {f"{name}.csv": csv_text(rows) for name, rows in merged.glossaries.items() if rows}


def inflections_text(merged: Merged) -> str:
    """JSON with the inflected forms of the curated common nouns, so that no run has to load the libraries for them."""
    nouns = [entry for rows in merged.glossaries.values() for entry in rows if is_inflected(entry)]
    words: set[str] = set()
    agreeing: set[str] = set()
    for tokens in (tokens_of(form) for entry in nouns for form in noun_forms(entry)):
        places = noun_places(tokens)
        for place, token in enumerate(tokens):
            if is_lower(token):
                (words if place in places else agreeing).add(token)
    table = {
        "inflections": {token: sorted(compute_inflections(token)) for token in sorted(words)},
        "agreeing": {token: sorted(compute_agreeing_forms(token)) for token in sorted(agreeing)},
        "plural_words": [token for token in sorted(words) if compute_is_plural(token)],
        "plurals": {e.target: compute_english_plural(e.target) for e in nouns if e.target.islower()},
    }
    return json.dumps(table, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def built_texts(merged: Merged) -> dict[str, str]:
    """The text of each file that the build writes, by its name."""
    return curated_texts(merged) | {"inflections.json": inflections_text(merged)}


def stale_files(texts: dict[str, str], folder: Path) -> list[Path]:
    """Curated files that are missing, differ from their text, or have none."""
    present = {path.name for pattern in ("*.csv", "*.json") for path in folder.glob(pattern)}
    differ = [
        name for name, text in texts.items() if name not in present or (folder / name).read_bytes() != text.encode()
    ]
    return [folder / name for name in sorted({*differ, *(present - texts.keys())})]


def main(arguments: Sequence[str] | None = None) -> int:
    """Builds or checks; returns the exit code: 0, 1 if `--check` finds stale files, 4 if a file is bad."""
    parser = argparse.ArgumentParser(prog="python glossaries/build.py", description="Builds the curated glossaries.")
    parser.add_argument("--check", action="store_true", help="write nothing, say whether the files are up to date")
    parser.add_argument("--verbose", action="store_true", help="also list sources that contradict what is kept")
    options = parser.parse_args(arguments)
    try:
        merged = build()
    except TsumError as error:
        print(error, file=sys.stderr)
        return int(error.exit_code)
    for message in [*merged.to_settle, *(merged.contradictions if options.verbose else ())]:
        print(message, file=sys.stderr)
    texts, target = built_texts(merged), FOLDER / "es-en"
    stale = stale_files(texts, target)
    if options.check:
        for path in stale:
            print(f"{path}: not up to date: run python glossaries/build.py", file=sys.stderr)
        return 1 if stale else 0
    for path in stale:
        if path.name in texts:
            write_atomically(path, texts[path.name])
        else:
            path.unlink()
    entries = sum(map(len, merged.glossaries.values()))
    print(
        f"{entries:,} entries in {len(texts)} files, {len(stale)} written; left out: {merged.duplicates:,} "
        f"duplicate forms, {len(merged.contradictions) + len(merged.to_settle):,} others"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
