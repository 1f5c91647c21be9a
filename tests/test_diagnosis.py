from __future__ import annotations

import json
import sys
from pathlib import Path

import ctranslate2

from tests.toy_packages import everything_below
from translate_pipeline.diagnosis import diagnose
from translate_pipeline.pipeline import version
from translate_pipeline.translation.package import TranslationPackage


def test_versions_are_those_that_are_installed(home: Path) -> None:
    report = diagnose()
    assert report["tsum"] == version()
    assert report["libraries"]["ctranslate2"] == ctranslate2.__version__
    assert "missing" not in report["libraries"].values()
    assert sys.executable in report["python"]


def test_a_sound_installation_has_no_problems(home: Path) -> None:
    assert diagnose()["problems"] == []


def test_looking_leaves_no_trace_in_an_empty_home(home: Path) -> None:
    diagnose()
    assert everything_below(home) == []


def test_the_bundled_package_and_what_it_can_do_are_named(home: Path, bundled: TranslationPackage) -> None:
    (line,) = [line for line in diagnose()["packages"] if line.startswith(f"{bundled.name} ")]
    assert "bundled" in line
    assert line.endswith(": good")
    assert ("vocabulary map" in line) == bundled.has_vocabulary_map
    assert ("slots" in line) == bundled.knows_slots


def test_places_are_those_of_this_home(home: Path) -> None:
    places = diagnose()["places"]
    assert places["cache"] == str(home / ".cache" / "tsum")
    assert places["installed_packages"] == "none yet"
    assert Path(places["program"]).is_dir()
    assert Path(places["curated_glossaries"]).is_dir()


def test_the_processor_has_threads_and_ctranslate2_its_types(home: Path) -> None:
    report = diagnose()
    assert report["processor"]["threads"] >= 1
    assert report["processor"]["model"]
    assert "int8" in report["ctranslate2"]["compute_types_cpu"]
    assert bool(report["ctranslate2"]["cuda_devices"]) == bool(report["ctranslate2"]["compute_types_cuda"])


def test_the_report_is_plain_json(home: Path) -> None:
    report = diagnose()
    assert json.loads(json.dumps(report)) == report
