"""The glossaries of a run: the user's files before the curated ones."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from translate_pipeline.document import TermMatch
from translate_pipeline.errors import GlossaryError
from translate_pipeline.glossary.entry import GlossaryEntry
from translate_pipeline.glossary.formats import read_glossary_file
from translate_pipeline.glossary.matcher import TermMatcher


def curated_folder() -> Path:
    """Where the curated glossaries are: inside an installed package, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "glossaries"
    return inside if inside.is_dir() else package.parent / "glossaries"


def curated_files(source: str, target: str) -> list[Path]:
    """The curated glossary files for a language pair."""
    return sorted((curated_folder() / f"{source}-{target}").glob("*.csv"))


def _refuse_contradictions(entries: Iterable[GlossaryEntry]) -> None:
    seen: dict[str, GlossaryEntry] = {}
    for entry in entries:
        for form in entry.forms:
            other = seen.setdefault(form, entry)
            if other.target != entry.target:
                raise GlossaryError(
                    f"{entry.origin}: {form!r} is {entry.target!r} here and {other.target!r} in {other.origin}: "
                    "keep one of them"
                )


class Glossary:
    """Entries in order of precedence, ready to find terms in text.

    Args:
        entries: where two have the same source form the first wins.
    """

    def __init__(self, entries: Sequence[GlossaryEntry]) -> None:
        self.entries = tuple(entries)

    @functools.cached_property
    def _matcher(self) -> TermMatcher:
        return TermMatcher(self.entries)

    @functools.cached_property
    def fingerprint(self) -> str:
        """Eight hexadecimal digits that change whenever an entry does."""
        digest = hashlib.blake2b(digest_size=4)
        for entry in self.entries:
            digest.update("\t".join((*entry.forms, entry.target, entry.article)).encode() + b"\n")
        return digest.hexdigest()

    def find(self, text: str) -> list[TermMatch]:
        """The terms in `text`, the longest at each place."""
        return self._matcher.find(text) if self.entries else []


def load_glossary(files: Sequence[Path], curated: bool, source: str, target: str) -> Glossary:
    """Reads the user's glossary files, and the curated ones for the language pair if `curated`.

    Raises:
        GlossaryError: a file is bad, or the user's rows contradict each other; file and line are named.
    """
    own = [entry for path in files for entry in read_glossary_file(path)]
    _refuse_contradictions(own)
    shipped = [entry for path in curated_files(source, target) for entry in read_glossary_file(path)] if curated else []
    return Glossary([*own, *shipped])
