"""A `crontab` program for tests, which keeps its table in a file of theirs."""

from __future__ import annotations

from pathlib import Path

_SCRIPT = """#!/bin/sh
spool='{spool}'
case "$1" in
-l) if [ -f "$spool" ]; then cat "$spool"; else echo 'no crontab for ana' >&2; exit 1; fi ;;
-r) rm "$spool" ;;
-) cat >"$spool.new"
   if [ -n "$(tail -c 1 "$spool.new")" ]; then
       rm "$spool.new"; echo 'new crontab file is missing newline before EOF' >&2; exit 1
   fi
   mv "$spool.new" "$spool" ;;
*) echo 'usage error' >&2; exit 1 ;;
esac
"""


class CrontabProgram:
    """An executable `crontab` in a folder of its own.

    Args:
        parent: where to make that folder, `bin`, which belongs at the front of PATH.
    """

    def __init__(self, parent: Path) -> None:
        self.folder = parent / "bin"
        self.folder.mkdir()
        self._spool = parent / "spool"
        self.replace_by(_SCRIPT.format(spool=self._spool))

    def replace_by(self, script: str) -> None:
        """Makes the program another one."""
        program = self.folder / "crontab"
        program.write_text(script, encoding="utf-8")
        program.chmod(0o755)

    @property
    def table(self) -> bytes | None:
        """The crontab of the user; None if there is none."""
        return self._spool.read_bytes() if self._spool.exists() else None

    @table.setter
    def table(self, content: bytes) -> None:
        self._spool.write_bytes(content)
