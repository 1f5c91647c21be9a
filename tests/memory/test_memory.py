"""The translation memory: what is remembered for which context, for how long, and in which order it is preferred."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from translate_pipeline.checks.base import Finding
from translate_pipeline.memory import Context, Remembered, TranslationMemory
from translate_pipeline.memory.memory import StoredSegment, default_memory, today

CONTEXT = Context("es", "en", ("es-en 1.0 (f00d)",), 4, "glossary-1", "0.1.0.1")
HELLO = Remembered("Hello.", (Finding("names", "warning", "the name «Ana» is missing", "Ana"),))


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[TranslationMemory]:
    memory = TranslationMemory(tmp_path / "memory.sqlite")
    yield memory
    memory.close()


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A list whose only member is the day."""
    day = [20_000]
    monkeypatch.setattr("translate_pipeline.memory.memory.time.time", lambda: day[0] * 86_400.0 + 3_600)
    return day


def test_a_translation_comes_back_with_its_findings(memory: TranslationMemory, tmp_path: Path) -> None:
    memory.remember(CONTEXT, {"Hola.": HELLO, "Adiós.": Remembered("Bye.")})
    again = TranslationMemory(tmp_path / "memory.sqlite")
    assert again.recall(CONTEXT, ["Hola.", "Adiós.", "¿Qué?"]) == {"Hola.": HELLO, "Adiós.": Remembered("Bye.")}
    again.close()


@pytest.mark.parametrize(
    "other",
    [
        replace(CONTEXT, source="gl"),
        replace(CONTEXT, target="fr"),
        replace(CONTEXT, packages=("es-en 1.0 (beef)",)),
        replace(CONTEXT, packages=("es-en 1.0 (f00d)", "en-en 1.0 (f00d)")),
        replace(CONTEXT, beam=5),
        replace(CONTEXT, glossary="glossary-2"),
        replace(CONTEXT, method="0.1.0.2"),
    ],
)
def test_another_context_knows_nothing_of_it(memory: TranslationMemory, other: Context) -> None:
    memory.remember(CONTEXT, {"Hola.": HELLO})
    assert memory.recall(other, ["Hola."]) == {}
    memory.remember(other, {"Hola.": Remembered("Hi.")})
    assert memory.recall(CONTEXT, ["Hola."]) == {"Hola.": HELLO}
    assert memory.recall(other, ["Hola."]) == {"Hola.": Remembered("Hi.")}


def test_the_newest_translation_is_kept(memory: TranslationMemory) -> None:
    memory.remember(CONTEXT, {"Hola.": HELLO})
    memory.remember(CONTEXT, {"Hola.": Remembered("Hi.")})
    assert memory.recall(CONTEXT, ["Hola."]) == {"Hola.": Remembered("Hi.")}
    assert memory.count() == 1


def test_more_sentences_than_a_statement_takes(memory: TranslationMemory) -> None:
    known = {f"Frase {number}.": Remembered(f"Sentence {number}.") for number in range(3000)}
    memory.remember(CONTEXT, known)
    assert memory.recall(CONTEXT, [*known, "Otra."]) == known


def test_white_space_and_letters_that_only_look_alike_make_another_sentence(memory: TranslationMemory) -> None:
    memory.remember(CONTEXT, {"A  b.": Remembered("two"), "A b.": Remembered("one"), "\0": Remembered("zero")})
    assert {source: known.translation for source, known in memory.recall(CONTEXT, ["A  b.", "A b.", "\0"]).items()} == {
        "A  b.": "two",
        "A b.": "one",
        "\0": "zero",
    }


def test_an_imported_translation_goes_before_the_machines_in_every_context(memory: TranslationMemory) -> None:
    memory.remember(CONTEXT, {"Hola.": HELLO, "Adiós.": Remembered("Bye.")})
    memory.remember_imported("es", "en", {"Hola.": "Good day."})
    imported = Remembered("Good day.", imported=True)
    assert memory.recall(CONTEXT, ["Hola.", "Adiós."]) == {"Hola.": imported, "Adiós.": Remembered("Bye.")}
    assert memory.recall(replace(CONTEXT, beam=1, glossary="other"), ["Hola."]) == {"Hola.": imported}
    assert memory.recall(replace(CONTEXT, target="fr"), ["Hola."]) == {}
    assert memory.recall(replace(CONTEXT, source="en", target="es"), ["Good day."]) == {}


def test_an_imported_translation_is_found_whatever_the_white_space(memory: TranslationMemory) -> None:
    memory.remember_imported("es", "en", {" El\u00a0acue\u00adrdo \n de Bogota\u0301. ": "The  agreement of Bogotá.\n"})
    asked = ["El acuerdo de Bogotá.", "El  acuerdo\tde Bogotá.", "El acuerdo de Bogota."]
    imported = Remembered("The agreement of Bogotá.", imported=True)
    assert memory.recall(CONTEXT, asked) == dict.fromkeys(asked[:2], imported)


def test_what_is_not_used_is_pruned_and_what_is_recalled_counts_as_used(
    memory: TranslationMemory, calendar: list[int]
) -> None:
    memory.remember(CONTEXT, {"Hola.": HELLO, "Adiós.": Remembered("Bye.")})
    calendar[0] += 29
    assert memory.prune(30) == 0
    memory.recall(CONTEXT, ["Hola."])
    calendar[0] += 1
    assert memory.prune(30) == 1
    assert memory.recall(CONTEXT, ["Hola.", "Adiós."]) == {"Hola.": HELLO}


def test_pruning_what_was_used_today_too(memory: TranslationMemory) -> None:
    memory.remember(CONTEXT, {"Hola.": HELLO})
    assert memory.prune(1) == 0
    assert memory.prune(0) == 1
    assert (memory.count(), memory.sizes(), memory.recall(CONTEXT, ["Hola."])) == (0, [], {})
    memory.remember(CONTEXT, {"Hola.": HELLO})
    assert memory.recall(CONTEXT, ["Hola."]) == {"Hola.": HELLO}


def test_imported_translations_are_pruned_only_when_asked(memory: TranslationMemory, calendar: list[int]) -> None:
    memory.remember(CONTEXT, {"Hola.": HELLO})
    memory.remember_imported("es", "en", {"Adiós.": "Farewell."})
    calendar[0] += 1000
    assert memory.prune(365) == 1
    assert memory.recall(CONTEXT, ["Adiós."]) == {"Adiós.": Remembered("Farewell.", imported=True)}
    assert (memory.prune(0), memory.prune(0, imported=True)) == (0, 1)


def test_pruning_gives_the_space_back(memory: TranslationMemory) -> None:
    memory.remember(CONTEXT, {f"Frase {n} ".ljust(200, "x"): Remembered("y" * 200) for n in range(5000)})
    assert memory.prune(0) == 5000
    assert sum(file.stat().st_size for file in memory.path.parent.glob("memory.sqlite*")) < 200_000


def test_a_clock_set_back_forgets_nothing(memory: TranslationMemory, calendar: list[int]) -> None:
    memory.remember(CONTEXT, {"Hola.": HELLO})
    calendar[0] -= 500
    assert memory.prune(30) == 0
    assert memory.recall(CONTEXT, ["Hola."]) == {"Hola.": HELLO}
    assert [size.last_used for size in memory.sizes()] == [calendar[0]]


def test_a_context_that_another_process_pruned_is_not_taken_for_a_newer_one(tmp_path: Path) -> None:
    ours, theirs = TranslationMemory(tmp_path / "memory.sqlite"), TranslationMemory(tmp_path / "memory.sqlite")
    ours.remember(CONTEXT, {"Hola.": HELLO})
    assert theirs.prune(0) == 1
    theirs.remember(replace(CONTEXT, glossary="glossary-2"), {"Hola.": Remembered("Howdy.")})
    assert ours.recall(CONTEXT, ["Hola."]) == {}
    ours.remember(CONTEXT, {"Hola.": HELLO})
    assert ours.recall(CONTEXT, ["Hola."]) == {"Hola.": HELLO}
    ours.close()
    theirs.close()


def test_two_processes_remember_at_once(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from translate_pipeline.memory import Context, Remembered, TranslationMemory\n"
        "memory = TranslationMemory(Path(sys.argv[1]))\n"
        f"context = {CONTEXT!r}\n"
        "for number in range(100):\n"
        "    known = {f'Frase {number}-{part}.': Remembered(sys.argv[2]) for part in range(10)}\n"
        "    memory.remember(context, known | {f'De {sys.argv[2]}, {number}.': Remembered('own')})\n"
        "    assert memory.recall(context, list(known)).keys() == known.keys()\n"
        "memory.close()\n"
    )
    commands = [[sys.executable, "-c", program, str(path), name] for name in ("A", "B")]
    processes = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for command in commands]
    assert [process.communicate(timeout=60)[1] for process in processes] == ["", ""]
    memory = TranslationMemory(path)
    assert memory.count() == 1000 + 2 * 100
    memory.close()


def test_findings_that_no_one_can_read_make_the_sentence_unknown(memory: TranslationMemory) -> None:
    memory.remember(CONTEXT, {"Hola.": HELLO, "Adiós.": Remembered("Bye.")})
    connection = sqlite3.connect(memory.path)
    connection.execute("UPDATE segments SET findings = '[{\"unknown\": 1}' WHERE source = 'Hola.'")
    connection.commit()
    connection.close()
    assert memory.recall(CONTEXT, ["Hola.", "Adiós."]) == {"Adiós.": Remembered("Bye.")}


def test_sizes_and_segments(memory: TranslationMemory) -> None:
    memory.remember(CONTEXT, {"Hola.": HELLO})
    memory.remember(replace(CONTEXT, target="fr"), {"Hola.": Remembered("Salut."), "Sí.": Remembered("Oui.")})
    memory.remember_imported("es", "en", {"Adiós.": "Farewell."})
    sizes = [(size.target_language, size.glossary, size.segments, size.imported) for size in memory.sizes()]
    assert sizes == [("fr", "glossary-1", 2, False), ("en", "glossary-1", 1, False), ("en", "", 1, True)]
    english = list(memory.segments("es", "en"))
    assert [(segment.source, segment.imported) for segment in english] == [("Hola.", False), ("Adiós.", True)]
    assert english[0] == StoredSegment(
        "es", "en", "Hola.", "Hello.", "es-en 1.0 (f00d)", today(), CONTEXT.key, "glossary-1", HELLO.findings
    )
    assert [memory.count(), memory.count("es", "en"), memory.count(target="fr"), memory.count("en")] == [4, 2, 2, 0]


def test_what_another_memory_had_is_restored_in_its_context(memory: TranslationMemory, tmp_path: Path) -> None:
    memory.remember(CONTEXT, {"Hola.": HELLO, "Adiós.": Remembered("Bye.")})
    other = TranslationMemory(tmp_path / "other.sqlite")
    other.remember(CONTEXT, {"Adiós.": Remembered("See you.")})
    other.restore(list(memory.segments()))
    assert other.recall(CONTEXT, ["Hola.", "Adiós."]) == {"Hola.": HELLO, "Adiós.": Remembered("See you.")}
    other.close()


def test_the_users_memory_lies_with_the_users_data(home: Path) -> None:
    assert default_memory() == home / ".local" / "share" / "tsum" / "memory.sqlite"
