"""Who holds the lock of a folder, as its note says, without touching the lock."""

from __future__ import annotations

import json
import os
import socket
from dataclasses import dataclass
from pathlib import Path

NOTE_NAME = ".tsum.lock.json"


@dataclass(frozen=True)
class LockHolder:
    """The process that a lock's note names; the note of a killed process stays until the next one comes.

    Args:
        process: its number.
        host: its machine.
        began: when it took the lock, in seconds since 1970.
    """

    process: int
    host: str
    began: int

    @classmethod
    def of(cls, folder: Path) -> LockHolder | None:
        """Reads the note of a folder; None if there is none that can be read."""
        try:
            fields = json.loads((folder / NOTE_NAME).read_text(encoding="utf-8"))
            return cls(int(fields["process"]), str(fields["host"]), int(fields["began"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    @property
    def is_alive(self) -> bool | None:
        """Whether the process is there; None if that cannot be told, as of one on another machine."""
        if self.host != socket.gethostname() or os.name != "posix":
            return None
        try:
            os.kill(self.process, 0)
        except PermissionError:
            return True
        except (OSError, OverflowError):
            return False
        return True
