from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from argostranslate import package as argos_package

from tests.conftest import Tsum
from tests.toy_packages import installed
from training.export import PackageDescription, archive, export_package, record_scores
from training.shape import ModelShape
from training.subword import SubwordModel
from training.weights import random_weights
from translate_pipeline.errors import OutputError
from translate_pipeline.translation.archive import unpack
from translate_pipeline.translation.engine import CTranslate2Engine, Request, SearchOptions
from translate_pipeline.translation.package import SLOTS, TranslationPackage


def test_argostranslate_loads_the_package(toy_package: Path) -> None:
    loaded = argos_package.Package(toy_package)
    assert (loaded.from_code, loaded.to_code, loaded.package_version) == ("es", "en", "0.1")
    assert (loaded.from_name, loaded.to_name, loaded.type) == ("Spanish", "English", "translate")
    pieces = loaded.tokenizer.encode("La presidenta abrió la casa.")
    assert loaded.tokenizer.decode(pieces) == "La presidenta abrió la casa."


def test_argostranslate_finds_it_among_installed_packages(toy_package: Path) -> None:
    (found,) = argos_package.get_installed_packages([toy_package.parent])
    assert found.package_path == toy_package


def test_tsum_decodes_with_it(toy_package: Path) -> None:
    package = TranslationPackage(toy_package)
    assert package.knows_slots
    assert package.has_vocabulary_map
    ((hypothesis,),) = CTranslate2Engine(package, threads=1).translate([Request("La casa.", SearchOptions(2))])
    assert hypothesis.pieces


def test_tsum_installs_its_archive(toy_package: Path, tsum: Tsum, home: Path) -> None:
    result = tsum("packages", "install", archive(toy_package), "--trust")
    assert result.code == 0, result.err
    assert (installed(home) / "translate-es_en-0_1" / "model" / "vmap.txt").is_file()


def test_the_archive_is_the_same_every_time_and_holds_the_folder(toy_package: Path, tmp_path: Path) -> None:
    first = archive(toy_package).read_bytes()
    assert archive(toy_package).read_bytes() == first
    folder = unpack(archive(toy_package), tmp_path / "unpacked")
    for path in (path for path in toy_package.rglob("*") if path.is_file()):
        assert (folder / path.relative_to(toy_package)).read_bytes() == path.read_bytes()


def test_metadata_says_what_the_model_is(toy_package: Path) -> None:
    metadata = json.loads((toy_package / "metadata.json").read_text(encoding="utf-8"))
    assert metadata["date"] == "2026-01-02"
    assert metadata["target_pieces_seen"] == 1234
    assert metadata["slots"] == list(SLOTS)
    assert metadata["parameters"] > 30_000


def test_scores_are_added_to_the_metadata(toy_model: SubwordModel, tmp_path: Path) -> None:
    package = export(tmp_path, toy_model)
    record_scores(package, {"one": {"bleu": 20.5}})
    record_scores(package, {"two": {"bleu": 10.5}})
    metadata = json.loads((package / "metadata.json").read_text(encoding="utf-8"))
    assert metadata["scores"] == {"one": {"bleu": 20.5}, "two": {"bleu": 10.5}}
    assert TranslationPackage(package).name == "es-en 2.0"


def test_a_package_takes_the_place_of_one_of_its_name(toy_model: SubwordModel, tmp_path: Path) -> None:
    package = export(tmp_path, toy_model)
    (package / "model" / "vmap.txt").write_text("old", encoding="utf-8")
    export(tmp_path, toy_model)
    assert not (package / "model" / "vmap.txt").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["translate-es_en-2_0"]


def test_a_place_that_cannot_be_written_is_named(toy_model: SubwordModel, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot be written"):
        export(tmp_path / "file", toy_model)


def export(parent: Path, model: SubwordModel) -> Path:
    shape = ModelShape(len(model), 16, 16, 2, 1, 1)
    description = PackageDescription("2.0", 0, date(2026, 1, 2))
    return export_package(parent, description, shape, random_weights(shape), model.pieces, model.data, None)
