"""The SQLite file in which runs keep what they have done."""

from __future__ import annotations

from pathlib import Path

from translate_pipeline.storage.database import Database
from translate_pipeline.storage.folders import state_folder

_APPLICATION_ID = 0x74737374
_MIGRATIONS = (
    """
    CREATE TABLE documents (
        job TEXT NOT NULL,
        identity TEXT NOT NULL,
        content TEXT NOT NULL,
        settings TEXT NOT NULL,
        status TEXT NOT NULL,
        reason TEXT,
        exit_code INTEGER,
        name TEXT NOT NULL,
        outputs TEXT NOT NULL,
        facts TEXT NOT NULL,
        run INTEGER NOT NULL,
        place INTEGER NOT NULL,
        PRIMARY KEY (job, identity)
    ) WITHOUT ROWID;
    CREATE INDEX documents_by_place ON documents (job, place);
    CREATE TABLE validators (
        job TEXT NOT NULL,
        url TEXT NOT NULL,
        purpose TEXT NOT NULL,
        fields TEXT NOT NULL,
        PRIMARY KEY (job, url)
    ) WITHOUT ROWID;
    CREATE TABLE runs (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        command TEXT NOT NULL,
        job TEXT NOT NULL,
        began REAL NOT NULL,
        ended REAL,
        done INTEGER NOT NULL DEFAULT 0,
        skipped INTEGER NOT NULL DEFAULT 0,
        failed INTEGER NOT NULL DEFAULT 0,
        words INTEGER NOT NULL DEFAULT 0,
        outcome TEXT
    );
    CREATE TABLE failures (
        run INTEGER NOT NULL,
        name TEXT NOT NULL,
        reason TEXT NOT NULL
    )
    """,
    "ALTER TABLE documents ADD COLUMN sentences BLOB NOT NULL DEFAULT x''",
)


def default_state() -> Path:
    """The user's state file."""
    return state_folder() / "state.sqlite"


def storable(text: str) -> str:
    """A text that SQLite can keep: the bytes of a file name that is not UTF-8 are written out."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


class StateStore(Database):
    """The state file.

    Args:
        path: the file; it is made if it is not there.

    Raises:
        StorageError: it cannot be opened, is damaged, or of a newer version of tsum.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path, _APPLICATION_ID, _MIGRATIONS, "the state of earlier runs")
