"""The digests of the days before, which a new one is compared with."""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from translate_pipeline.atomic import write_bytes_atomically
from translate_pipeline.digest.model import Digest
from translate_pipeline.digest.reading import read_digest
from translate_pipeline.digest.renderers.json import JsonRenderer
from translate_pipeline.errors import InputError, StorageError
from translate_pipeline.iso_dates import parse_iso_date

_KEPT = 7
_UNSAFE = re.compile(r"[^0-9A-Za-z]+")


class DigestArchive:
    """Digests of one series in a folder, a file for each date; the newest seven are kept.

    Args:
        folder: where they lie; it is made when the first is kept, readable for its user alone.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def before(self, date: str, on_damage: Callable[[str], None]) -> list[Digest]:
        """The digests of earlier dates, the newest first.

        Args:
            date: the day or moment that they are before.
            on_damage: gets a line for each file that cannot be used.
        """
        found = []
        for path in self._files():
            try:
                digest = read_digest(path.read_text(encoding="utf-8"), str(path))
            except OSError as error:
                on_damage(f"{path}: cannot be read ({error.strerror}): this briefing is not compared with it")
            except (InputError, UnicodeDecodeError):
                on_damage(f"{path}: a damaged briefing: this one is not compared with it; remove it")
            else:
                if _moment(digest.date) < _moment(date):
                    found.append(digest)
        return sorted(found, key=lambda digest: _moment(digest.date), reverse=True)

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


def kept_digests_with(folder: Path, texts: Iterable[str]) -> list[Path]:
    """The files of kept digests in which one of some texts stands.

    Args:
        folder: the folder of all series.
        texts: names, or words of an article.
    """
    wanted = [json.dumps(text, ensure_ascii=escaped)[1:-1] for text in texts if text for escaped in (True, False)]
    found = []
    for path in sorted(folder.glob("*/*.json")):
        with contextlib.suppress(OSError):
            content = path.read_text(encoding="utf-8", errors="replace")
            if any(text in content for text in wanted):
                found.append(path)
    return found


def series_name(title: str, folder: Path) -> str:
    """What a series of digests is known by: its title, and the folder that they are written to."""
    digest = hashlib.blake2b(f"{title}\0{folder}".encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
    return "-".join(part for part in (_UNSAFE.sub("-", title).strip("-").lower()[:40], digest) if part)


def _moment(date: str) -> datetime:
    """A day or moment as local time without its offset."""
    moment = parse_iso_date(date)
    return moment.astimezone().replace(tzinfo=None) if moment.tzinfo else moment
