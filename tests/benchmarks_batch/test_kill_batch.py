"""A batch killed at random moments, as `python -m benchmarks.kill_batch` does it 200 times."""

from __future__ import annotations

import os
from pathlib import Path

from benchmarks.kill_batch import Batch, Findings, examine, kill_batches
from tests.desk import Desk, small_package
from translate_pipeline.memory import Context, Remembered, TranslationMemory

OPTIONS = ("--package", str(small_package()), "--no-default-glossary", "--no-project", "--from", "es")


def test_a_killed_batch_loses_nothing_and_does_nothing_twice(home: Path, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.articles(40)
    found = kill_batches(desk.inputs, tmp_path, 5, OPTIONS, os.environ, seed=3)
    assert (found.kills, found.wrong, found.repeated) == (5, [], 0)
    assert found.most_in_flight <= 65
    # The small package knows no neighbours.
    assert found.equal == 40 * found.batches


def test_what_is_wrong_is_seen(home: Path, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.articles(3)
    batch = Batch(desk.inputs, tmp_path / "batch", OPTIONS, os.environ)
    batch.prepare()
    batch.run()
    expected, found = batch.outputs(), Findings()
    examine(batch, expected, found)
    assert (found.passed, found.equal) == (True, 3)
    first, second, third = sorted(expected)
    (batch.out / first).unlink()
    (batch.out / second).write_bytes(expected[second][:-40])
    (batch.out / third).write_bytes(expected[second])
    (batch.out / ".x.part").touch()
    memory = TranslationMemory(batch.folder / "memory.sqlite")
    memory.remember(Context("es", "en", (), 2, "", ""), {"Hola.": Remembered("Hello.")})
    memory.remember(Context("es", "en", (), 2, "", ""), {"Hola.": Remembered("Hello.")})
    memory.close()
    found = Findings()
    examine(batch, expected, found)
    assert [line.split(": ", 1)[1].split(":")[0] for line in sorted(found.wrong)] == sorted(
        [".x.part is too many", f"{first} is missing", f"{second} is not whole", f"{third} is another document"]
    )
    assert found.repeated == 1
