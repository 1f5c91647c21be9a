"""The digests of the days before, which a new one is compared with."""

from __future__ import annotations

import hashlib
import re
from datetime import datetime
from pathlib import Path

from translate_pipeline.atomic import write_bytes_atomically
from translate_pipeline.digest.model import Digest
from translate_pipeline.digest.reading import read_digest
from translate_pipeline.digest.renderers.json import JsonRenderer
from translate_pipeline.errors import InputError, StorageError

_KEPT = 7
_UNSAFE = re.compile(r"[^0-9A-Za-z]+")


class DigestArchive:
    """Digests of one series in a folder, a file for each date; the newest seven are kept.

    Args:
        folder: where they lie; it is made when the first is kept, readable for its user alone.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def latest_before(self, date: str) -> Digest | None:
        """The newest digest of an earlier date; None if there is none.

        Raises:
            StorageError: it cannot be read, or is damaged.
        """
        for path in reversed(self._files()):
            try:
                digest = read_digest(path.read_text(encoding="utf-8"), str(path))
            except OSError as error:
                raise StorageError(f"{path}: cannot be read ({error.strerror}): make it readable") from None
            except (InputError, UnicodeDecodeError) as error:
                reason = error if isinstance(error, InputError) else f"{path}: a damaged digest"
                raise StorageError(f"{reason}; or move the file away to begin anew") from None
            if _moment(digest.date) < _moment(date):
                return digest
        return None

    def keep(self, digest: Digest) -> None:
        """Keeps a digest, in the place of one of the same date.

        Raises:
            StorageError: the folder cannot be made.
            OutputError: it cannot be written.
        """
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise StorageError(f"{self._folder}: cannot be made ({error.strerror}): make room for it") from None
        path = self._folder / f"{_UNSAFE.sub('-', _moment(digest.date).isoformat())}.json"
        # Sources are confidential: no other user may read what was translated.
        path.touch(mode=0o600)
        write_bytes_atomically(path, JsonRenderer().render(digest))
        for old in self._files()[:-_KEPT]:
            old.unlink(missing_ok=True)

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob("*.json"))


def series_name(title: str, folder: Path) -> str:
    """What a series of digests is known by: its title, and the folder that they are written to."""
    digest = hashlib.blake2b(f"{title}\0{folder}".encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
    return "-".join(part for part in (_UNSAFE.sub("-", title).strip("-").lower()[:40], digest) if part)


def _moment(date: str) -> datetime:
    """A day or moment as local time without its offset."""
    moment = datetime.fromisoformat(date.replace("Z", "+00:00"))
    return moment.astimezone().replace(tzinfo=None) if moment.tzinfo else moment
