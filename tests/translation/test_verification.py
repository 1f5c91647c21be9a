from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.toy_packages import Behaviour, cipher, make_package, metadata
from translate_pipeline.translation.package import TranslationPackage
from translate_pipeline.translation.verification import known_sentences, verify


def problem(folder: Path) -> str:
    return verify(TranslationPackage(folder)).problem or "good"


def test_the_bundled_package_is_good(bundled: TranslationPackage) -> None:
    report = verify(bundled)
    assert report.problem is None
    assert report.package == bundled.name
    assert report.source == " ".join(known_sentences()["es"])
    assert "free and equal in dignity" in report.translation
    assert (report.unknown_source_pieces, report.unknown_target_pieces) == (0, 0)
    assert report.load_seconds > 0
    assert report.speed > 0


def test_the_facts_of_a_good_package_are_reported(tmp_path: Path) -> None:
    report = verify(TranslationPackage(make_package(tmp_path, "fr", "es", version="1.5")))
    assert (report.package, report.problem) == ("fr-es 1.5", None)
    assert report.source == " ".join(known_sentences()["fr"])
    assert report.translation == cipher(report.source)


@pytest.mark.parametrize(
    ("behaviour", "reason"),
    [("loop", "degenerate output"), ("silence", "degenerate output"), ("echo", "returns its source untranslated")],
)
def test_a_package_fails_whose_output_is_a(behaviour: Behaviour, reason: str, tmp_path: Path) -> None:
    report = verify(TranslationPackage(make_package(tmp_path, behaviour=behaviour)))
    assert reason in (report.problem or "")
    assert report.source


def test_pieces_unknown_to_the_model_are_counted(tmp_path: Path) -> None:
    report = verify(TranslationPackage(make_package(tmp_path, "ja", "fr")))
    assert report.unknown_source_pieces >= 1
    assert report.problem


def test_a_language_without_a_known_sentence_is_tried_in_english(tmp_path: Path) -> None:
    report = verify(TranslationPackage(make_package(tmp_path, "xx", "yy")))
    assert (report.source, report.problem) == (" ".join(known_sentences()["en"]), None)


@pytest.mark.parametrize("file", ["model/model.bin", "model/shared_vocabulary.json", "model/config.json"])
@pytest.mark.parametrize("share", [0.0, 0.5, 0.99], ids=["empty", "half", "almost all"])
def test_a_damaged_model_is_a_problem_and_no_crash(file: str, share: float, tmp_path: Path) -> None:
    folder = make_package(tmp_path)
    data = (folder / file).read_bytes()
    (folder / file).write_bytes(data[: int(share * len(data))])
    assert problem(folder).startswith(f"{folder}: the model cannot be loaded (")


def test_a_truncated_model_of_real_size_is_a_problem(bundled: TranslationPackage, tmp_path: Path) -> None:
    folder = tmp_path / "translate-es_en-9_0"
    shutil.copytree(bundled.path, folder)
    with (folder / "model" / "model.bin").open("r+b") as file:
        file.truncate((bundled.path / "model" / "model.bin").stat().st_size // 2)
    assert "the model cannot be loaded" in problem(folder)


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("sentencepiece.model", b""),
        ("sentencepiece.model", b"garbage" * 100),
        ("sentencepiece.model", bytes(1000)),
        ("bpe.model", b"garbage" * 100),
        ("bpe.model", b"\xff\xfe" * 100),
        ("bpe.model", bytes(1000)),
    ],
    ids=lambda value: value if isinstance(value, str) else str(value[:3]),
)
def test_a_damaged_tokenizer_is_a_problem_and_no_crash(file: str, data: bytes, tmp_path: Path) -> None:
    folder = make_package(tmp_path)
    (folder / "sentencepiece.model").unlink()
    (folder / file).write_bytes(data)
    assert problem(folder) != "good"


def test_a_damaged_vocabulary_map_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    folder = make_package(tmp_path)
    (folder / "model" / "vmap.txt").write_bytes(b"\xff\xfe garbage \t\t\n" * 10)
    assert problem(folder)


def test_a_vocabulary_that_is_too_short_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    folder = make_package(tmp_path)
    file = folder / "model" / "shared_vocabulary.json"
    file.write_text(json.dumps(json.loads(file.read_text(encoding="utf-8"))[:60]), encoding="utf-8")
    assert problem(folder) != "good"


def test_a_model_of_nothing_but_zeros_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    folder = make_package(tmp_path)
    model = folder / "model" / "model.bin"
    model.write_bytes(bytes(model.stat().st_size))
    assert problem(folder).startswith(f"{folder}: the model cannot be loaded (")


def test_a_target_prefix_that_the_model_does_not_know_is_no_crash(tmp_path: Path) -> None:
    folder = make_package(tmp_path)
    (folder / "metadata.json").write_bytes(metadata("es", "fr", target_prefix=">>fr<<"))
    report = verify(TranslationPackage(folder))
    assert ">>fr<<" not in report.translation
