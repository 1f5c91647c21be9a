"""Translations kept in SQLite, by sentence and by what decided them."""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from translate_pipeline.checks.base import Finding
from translate_pipeline.errors import StorageError
from translate_pipeline.memory.context import IMPORTED, Context
from translate_pipeline.memory.plain_text import plain_text
from translate_pipeline.storage.database import Database
from translate_pipeline.storage.folders import data_folder

_APPLICATION_ID = 0x7473756D
# Numbers of contexts are never used twice: another process may still know one that was pruned.
_MIGRATIONS = (
    """
    CREATE TABLE contexts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        key TEXT NOT NULL UNIQUE,
        source TEXT NOT NULL,
        target TEXT NOT NULL,
        packages TEXT NOT NULL,
        glossary TEXT NOT NULL
    );
    CREATE TABLE segments (
        context INTEGER NOT NULL REFERENCES contexts (id),
        hash BLOB NOT NULL,
        source TEXT NOT NULL,
        translation TEXT NOT NULL,
        findings TEXT,
        used INTEGER NOT NULL,
        PRIMARY KEY (context, hash)
    ) WITHOUT ROWID
    """,
)
# SQLite's own bound on the variables of a statement was 999 for long.
_QUESTIONS = 900
_DAY = 86_400
_KEY_BYTES = 16


@dataclass(frozen=True)
class Remembered:
    """A sentence's translation, and what the checks found in it.

    An imported translation is a person's work. No findings are kept with it, since they depend on the glossary.
    """

    translation: str
    findings: tuple[Finding, ...] = ()
    imported: bool = False


@dataclass(frozen=True)
class StoredSegment:
    """A row of the memory; `used` is the day of its last use, in days since 1970; `context` is the context's key."""

    source_language: str
    target_language: str
    source: str
    translation: str
    packages: str
    used: int
    context: str
    glossary: str
    findings: tuple[Finding, ...] = ()

    @property
    def imported(self) -> bool:
        """Whether it is a person's translation, not the machine's."""
        return self.packages == IMPORTED


@dataclass(frozen=True)
class ContextSize:
    """How many segments the memory has for a package and a glossary, and the last day one of them was used."""

    source_language: str
    target_language: str
    packages: str
    glossary: str
    segments: int
    last_used: int

    @property
    def imported(self) -> bool:
        """Whether the segments are a person's translations, not the machine's."""
        return self.packages == IMPORTED


def default_memory() -> Path:
    """The user's translation memory."""
    return data_folder() / "memory.sqlite"


def today() -> int:
    """The day, in days since 1970."""
    return int(time.time()) // _DAY


def sentence_keys(source: str) -> set[bytes]:
    """What the memory knows a sentence by, 16 bytes each: as a document has it, and as an import would."""
    return {_hash(source), _hash(plain_text(source))}


def joined_keys(keys: Collection[bytes]) -> bytes:
    """Keys of sentences as one value, in order."""
    return b"".join(sorted(keys))


def divided_keys(joined: bytes) -> set[bytes]:
    """The inverse of `joined_keys`."""
    return {joined[start : start + _KEY_BYTES] for start in range(0, len(joined), _KEY_BYTES)}


def _hash(source: str) -> bytes:
    return hashlib.blake2b(source.encode("utf-8", "surrogatepass"), digest_size=_KEY_BYTES).digest()


class TranslationMemory:
    """A translation memory in a SQLite file, which several processes may use at once.

    Args:
        path: the file.

    Raises:
        StorageError: it cannot be opened, is damaged, or of a newer version of tsum. All methods raise it, too.
    """

    def __init__(self, path: Path) -> None:
        self._database = Database(path, _APPLICATION_ID, _MIGRATIONS, "the translation memory")
        self.path = path
        self._ids: dict[str, int] = {}

    def recall(self, context: Context, sources: Sequence[str]) -> dict[str, Remembered]:
        """The sentences among `sources` that are known.

        An imported translation of the language pair goes before the machine's, whatever the packages and the
        glossary; white space and invisible characters do not matter there.
        """
        known = self._recall_imported(Context.imported(context.source, context.target), sources)
        return known | self._find(context, [source for source in sources if source not in known])

    def _recall_imported(self, context: Context, sources: Sequence[str]) -> dict[str, Remembered]:
        if self._context_id(context) is None:
            return {}
        plain = {source: plain_text(source) for source in sources}
        found = self._find(context, set(plain.values()))
        return {source: replace(found[text], imported=True) for source, text in plain.items() if text in found}

    def _find(self, context: Context, sources: Collection[str]) -> dict[str, Remembered]:
        number = self._context_id(context)
        if number is None:
            return {}
        by_hash = {_hash(source): source for source in sources}
        hashes, found, stale = list(by_hash), {}, []
        for start in range(0, len(hashes), _QUESTIONS):
            part = hashes[start : start + _QUESTIONS]
            query = (
                "SELECT hash, source, translation, findings, used FROM segments "
                f"WHERE context = ? AND hash IN ({', '.join('?' * len(part))})"
            )
            for key, source, translation, findings, used in self._database.rows(query, (number, *part)):
                kept = findings_from_json(findings)
                if by_hash.get(key) != source or kept is None:
                    continue
                found[source] = Remembered(translation, kept)
                if used != today():
                    stale.append((today(), number, key))
        if stale:
            with self._database.transaction() as connection:
                connection.executemany("UPDATE segments SET used = ? WHERE context = ? AND hash = ?", stale)
        return found

    def remember(self, context: Context, translations: Mapping[str, Remembered]) -> None:
        """Keeps translations, all or none of them."""
        if not translations:
            return
        packages = " + ".join(context.packages)
        with self._database.transaction() as connection:
            number = _context_number(
                connection, context.key, context.source, context.target, packages, context.glossary
            )
            connection.executemany(
                "INSERT OR REPLACE INTO segments VALUES (?, ?, ?, ?, ?, ?)",
                [
                    (number, _hash(source), source, kept.translation, findings_as_json(kept.findings), today())
                    for source, kept in translations.items()
                ],
            )
        self._ids[context.key] = number

    def remember_imported(self, source: str, target: str, translations: Mapping[str, str]) -> None:
        """Keeps a person's translations for every package and glossary of a language pair, all or none of them."""
        kept = {plain_text(text): Remembered(plain_text(theirs)) for text, theirs in translations.items()}
        self.remember(Context.imported(source, target), kept)

    def restore(self, segments: Sequence[StoredSegment]) -> None:
        """Puts segments of another memory back in their contexts, all or none; what is known already stays."""
        with self._database.transaction() as connection:
            for segment in segments:
                languages = segment.source_language, segment.target_language
                number = _context_number(connection, segment.context, *languages, segment.packages, segment.glossary)
                findings = findings_as_json(segment.findings)
                values = (_hash(segment.source), segment.source, segment.translation, findings, segment.used)
                connection.execute("INSERT OR IGNORE INTO segments VALUES (?, ?, ?, ?, ?, ?)", (number, *values))

    def _context_id(self, context: Context) -> int | None:
        if context.key not in self._ids:
            for (number,) in self._database.rows("SELECT id FROM contexts WHERE key = ?", (context.key,)):
                self._ids[context.key] = int(number)
        return self._ids.get(context.key)

    def sizes(self) -> list[ContextSize]:
        """How much there is, by languages, package and glossary, the largest first."""
        query = (
            "SELECT c.source, c.target, c.packages, c.glossary, count(*), max(s.used) FROM segments s "
            "JOIN contexts c ON c.id = s.context GROUP BY c.id ORDER BY 5 DESC, c.id"
        )
        return [ContextSize(*row) for row in self._database.rows(query)]

    def count(self, source: str | None = None, target: str | None = None) -> int:
        """How many segments there are, of a language pair if given."""
        query = (
            "SELECT count(*) FROM segments WHERE context IN "
            "(SELECT id FROM contexts WHERE (? IS NULL OR source = ?) AND (? IS NULL OR target = ?))"
        )
        return next(int(number) for (number,) in self._database.rows(query, (source, source, target, target)))

    def segments(self, source: str | None = None, target: str | None = None) -> Iterator[StoredSegment]:
        """Every segment, one by one, in the order in which contexts were first used; of a language pair if given."""
        query = (
            "SELECT c.source, c.target, s.source, s.translation, c.packages, s.used, c.key, c.glossary, s.findings "
            "FROM contexts c JOIN segments s ON s.context = c.id "
            "WHERE (? IS NULL OR c.source = ?) AND (? IS NULL OR c.target = ?) ORDER BY c.id, s.hash"
        )
        for row in self._database.rows(query, (source, source, target, target)):
            yield StoredSegment(*(*row[:8], findings_from_json(row[8]) or ()))

    def prune(self, unused_days: int, imported: bool = False) -> int:
        """Deletes what was not used for so many days, all of it for 0; returns how many segments went.

        Args:
            unused_days: days since the last use.
            imported: delete imported translations, too.
        """
        with self._database.transaction() as connection:
            deleted = connection.execute(
                "DELETE FROM segments WHERE used <= ? "
                "AND (? OR context NOT IN (SELECT id FROM contexts WHERE packages = ?))",
                (today() - unused_days, imported, IMPORTED),
            ).rowcount
            connection.execute("DELETE FROM contexts WHERE id NOT IN (SELECT DISTINCT context FROM segments)")
        self._ids.clear()
        if deleted:
            # The segments are gone: their space can be given back another time if the disk is full or others write.
            with contextlib.suppress(StorageError):
                self._database.vacuum()
        return deleted

    def forget(self, keys: Collection[bytes]) -> int:
        """Deletes sentences by their keys, from all contexts, also what people translated; returns how many went.

        Args:
            keys: what `sentence_keys` gave for each.
        """
        with self._database.transaction() as connection:
            contexts = [number for (number,) in connection.execute("SELECT id FROM contexts")]
            return sum(
                connection.execute("DELETE FROM segments WHERE context = ? AND hash = ?", (number, key)).rowcount
                for number in contexts
                for key in keys
            )

    def keys_of(self, text: str) -> set[bytes]:
        """The keys of the sentences with a text in them or in their translation, in capitals or not."""
        wanted = plain_text(text).casefold()
        rows = self._database.rows("SELECT hash, source, translation FROM segments")
        return {bytes(key) for key, *sides in rows if any(wanted in plain_text(side).casefold() for side in sides)}

    def count_of(self, keys: Collection[bytes]) -> int:
        """How many segments have one of these keys."""
        return sum(bytes(key) in keys for (key,) in self._database.rows("SELECT hash FROM segments"))

    def vacuum(self) -> bool:
        """Leaves nothing of what was deleted in the file; tells whether its log could be emptied, too."""
        return self._database.vacuum()

    def close(self) -> None:
        """Closes the file."""
        self._database.close()


def _context_number(connection: sqlite3.Connection, *context: str) -> int:
    """The number of a context, given as key, languages, packages and glossary; it is made if it is new."""
    query = "INSERT OR IGNORE INTO contexts (key, source, target, packages, glossary) VALUES (?, ?, ?, ?, ?)"
    connection.execute(query, context)
    (number,) = connection.execute("SELECT id FROM contexts WHERE key = ?", context[:1]).fetchone()
    return int(number)


def findings_as_json(findings: Sequence[Finding]) -> str | None:
    """Findings as the memory keeps them; None if there are none."""
    return json.dumps([asdict(finding) for finding in findings], ensure_ascii=False) if findings else None


def findings_from_json(stored: object) -> tuple[Finding, ...] | None:
    """The inverse of `findings_as_json`; None for what it has not written."""
    if not isinstance(stored, str):
        return ()
    try:
        return tuple(Finding(**fields) for fields in json.loads(stored))
    except (ValueError, TypeError):
        return None
