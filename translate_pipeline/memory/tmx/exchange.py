"""The translation memory to a TMX file and back."""

from __future__ import annotations

import stat
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from translate_pipeline.errors import InputError
from translate_pipeline.memory.memory import StoredSegment, TranslationMemory
from translate_pipeline.memory.tmx.properties import machine_segment
from translate_pipeline.memory.tmx.reading import read_tmx
from translate_pipeline.memory.tmx.writing import write_tmx
from translate_pipeline.progress import Progress, SilentProgress

# Other processes write between two batches.
_BATCH = 1_000


@dataclass(frozen=True)
class TmxImport:
    """What an import found.

    Args:
        imported: translations by people.
        restored: translations of the machine that tsum had exported, and that no one has changed.
        left_out: units without two languages that were wanted, or with texts that are empty or too long.
    """

    imported: int
    restored: int
    left_out: int


def export_tmx(
    memory: TranslationMemory,
    path: Path,
    source: str | None = None,
    target: str | None = None,
    progress: Progress | None = None,
) -> int:
    """Writes the memory, or what it has from or to a language, to a TMX file, whole or not at all.

    Returns:
        How many segments were written.

    Raises:
        StorageError: the memory cannot be read.
        OutputError: the file cannot be written.
    """
    progress = progress or SilentProgress()
    progress.begin("Exporting", memory.count(source, target), "segments")

    def segments() -> Iterator[StoredSegment]:
        for segment in memory.segments(source, target):
            yield segment
            progress.advance(1)

    return write_tmx(path, segments(), source)


def import_tmx(
    memory: TranslationMemory,
    path: Path,
    source: str | None = None,
    target: str | None = None,
    progress: Progress | None = None,
) -> TmxImport:
    """Takes a TMX file into the memory, or what it has from or to a language; of a bad file nothing is taken.

    Other people's translations are remembered for every package and glossary of their language pair. What tsum
    itself wrote is put back in its context, unless someone has changed it.

    Raises:
        InputError: the file cannot be read, is no TMX, or is hostile.
        StorageError: the memory cannot be written.
    """
    progress = progress or SilentProgress()
    try:
        status = path.stat()
    except OSError as error:
        raise InputError.from_os_error(path, error) from None
    if stat.S_ISFIFO(status.st_mode) or stat.S_ISCHR(status.st_mode):
        raise InputError(f"{path}: a pipe or device, but it must be read twice: save it as a file first")
    progress.begin("Importing", 2 * status.st_size, "bytes")
    for _ in read_tmx(path, progress.advance):
        pass
    batch = _Batch(memory)
    left_out = 0
    for unit in read_tmx(path, progress.advance):
        segment = machine_segment(unit)
        if segment is not None:
            pairs = [(segment.source_language, segment.target_language, segment.source, segment.translation)]
        else:
            pairs = list(unit.pairs())
        wanted = [pair for pair in pairs if source in (None, pair[0]) and target in (None, pair[1])]
        left_out += not wanted
        if segment is None:
            batch.add_imported(wanted)
        elif wanted:
            batch.add_restored(segment)
    batch.write()
    return TmxImport(batch.imported, batch.restored, left_out)


class _Batch:
    """Gathers what is to be written to the memory together."""

    def __init__(self, memory: TranslationMemory) -> None:
        self._memory = memory
        self._imported: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
        self._restored: list[StoredSegment] = []
        self._size = self.imported = self.restored = 0

    def add_imported(self, pairs: list[tuple[str, str, str, str]]) -> None:
        for source_language, target_language, source, translation in pairs:
            self._imported[source_language, target_language][source] = translation
        self.imported += len(pairs)
        self._grow(len(pairs))

    def add_restored(self, segment: StoredSegment) -> None:
        self._restored.append(segment)
        self.restored += 1
        self._grow(1)

    def _grow(self, by: int) -> None:
        self._size += by
        if self._size >= _BATCH:
            self.write()

    def write(self) -> None:
        for languages, translations in self._imported.items():
            self._memory.remember_imported(*languages, translations)
        if self._restored:
            self._memory.restore(self._restored)
        self._imported.clear()
        self._restored.clear()
        self._size = 0
