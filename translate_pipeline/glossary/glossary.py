"""The glossaries of a run: the user's files before the curated ones."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

from translate_pipeline.document import TermMatch
from translate_pipeline.errors import GlossaryError
from translate_pipeline.glossary.cache import keep_compiled, load_compiled
from translate_pipeline.glossary.compiled import CompiledGlossary, compile_glossary
from translate_pipeline.glossary.curated import curated_files
from translate_pipeline.glossary.entry import GlossaryEntry
from translate_pipeline.glossary.matcher import TermMatcher

# Raised whenever compiled glossaries look different.
_COMPILED_VERSION = 4
OnSkip = Callable[[GlossaryError], None]


class Glossary:
    """Entries in order of precedence, ready to find terms in text.

    Args:
        entries: where two have the same source form the first wins.
        source, target: the language codes, which decide how common nouns are inflected.
        compiled: the tables of these entries, if they are at hand; `entries` may then be left empty.
        fingerprint: the fingerprint of these entries, if it is known.
    """

    def __init__(
        self,
        entries: Sequence[GlossaryEntry],
        source: str = "es",
        target: str = "en",
        compiled: CompiledGlossary | None = None,
        fingerprint: str | None = None,
    ) -> None:
        self._given, self._source, self._target = tuple(entries), source, target
        self._known, self._fingerprint = compiled, fingerprint

    @functools.cached_property
    def compiled(self) -> CompiledGlossary:
        """The tables in which forms are looked up."""
        return self._known or compile_glossary(self._given, self._source, self._target)

    @functools.cached_property
    def _matcher(self) -> TermMatcher:
        return TermMatcher(self.compiled, self._given)

    @functools.cached_property
    def entries(self) -> tuple[GlossaryEntry, ...]:
        """All entries; those of a compiled glossary without dates and other things that are for people."""
        if self._given or self._known is None:
            return self._given
        return tuple(self._matcher.entry(number) for number in range(len(self._known.entries)))

    @functools.cached_property
    def fingerprint(self) -> str:
        """Eight hexadecimal digits that change whenever an entry does."""
        if self._fingerprint is not None:
            return self._fingerprint
        digest = hashlib.blake2b(digest_size=4)
        for entry in self.entries:
            fields = (*entry.forms, entry.target, entry.article, entry.case, entry.accents, entry.inflection)
            digest.update("\t".join(fields).encode() + b"\n")
        return digest.hexdigest()

    def find(self, text: str) -> list[TermMatch]:
        """The terms in `text`, the longest at each place."""
        return self._matcher.find(text) if self.compiled.exact.forms else []


def _without_contradictions(entries: Sequence[GlossaryEntry], on_skip: OnSkip | None) -> list[GlossaryEntry]:
    """Refuses rows of one file that give one form two targets, or leaves the later ones out."""
    seen: dict[str, GlossaryEntry] = {}
    kept = []
    for entry in entries:
        clash = next(((f, seen[f]) for f in entry.forms if f in seen and seen[f].target != entry.target), None)
        if clash is None:
            kept.append(entry)
            seen.update({form: entry for form in entry.forms if form not in seen})
            continue
        form, other = clash
        error = GlossaryError(
            f"{entry.origin}: {form!r} is {entry.target!r} here and {other.target!r} in {other.origin}: "
            "keep one of them"
        )
        if on_skip is None:
            raise error
        on_skip(error)
    return kept


def _cache_key(files: Sequence[Path], source: str, target: str) -> str:
    """A name for the compiled form of these files that changes whenever one of them, or tsum, does."""
    from translate_pipeline.glossary.formats import read_bytes

    digest = hashlib.blake2b(digest_size=16)
    digest.update(f"{_COMPILED_VERSION} {source}-{target}".encode())
    for path in files:
        data = read_bytes(path)
        digest.update(f"\n{path.suffix.casefold()} {len(data)}\n".encode() + data)
    return digest.hexdigest()


def load_glossary(
    files: Sequence[Path], curated: bool, source: str, target: str, *, on_skip: OnSkip | None = None
) -> Glossary:
    """Reads the user's glossary files, and the curated ones for the language pair if `curated`.

    Where files have the same source form the first file wins, and the user's win over the curated. The compiled
    form is kept in the user's cache folder.

    Args:
        files: the user's glossaries, in order of precedence.
        curated: whether the curated glossaries are used.
        source, target: the language codes.
        on_skip: gets the error of each bad row, which is left out; without it a bad row is refused.

    Raises:
        GlossaryError: a file is bad, or rows of a file contradict each other; file and line are named.
    """
    shipped = curated_files(source, target) if curated else []
    if not files and not shipped:
        return Glossary([], source, target)
    key = _cache_key([*files, *shipped], source, target)
    compiled = load_compiled(key)
    if compiled is not None:
        return Glossary([], source, target, compiled, key[:8])
    skipped: list[GlossaryError] = []
    skip = skipped.append if on_skip is not None else None
    from translate_pipeline.glossary.formats import read_glossary_file

    entries: list[GlossaryEntry] = []
    for path in files:
        rows = read_glossary_file(path, source, target, lenient=skip is not None, on_skip=skip)
        entries += _without_contradictions(rows, skip)
    for path in shipped:
        entries += read_glossary_file(path)
    compiled = compile_glossary(entries, source, target)
    if not skipped:
        keep_compiled(key, compiled)
    for error in skipped:
        if on_skip is not None:
            on_skip(error)
    return Glossary([], source, target, compiled, key[:8])
