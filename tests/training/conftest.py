"""The toy data and packages of these tests; tests that need PyTorch are collected where it is installed."""

from __future__ import annotations

import importlib.util
from datetime import date
from pathlib import Path

import pytest

from tests.training.toy_corpus import toy_pairs, write_pairs
from training.export import PackageDescription, export_package
from training.lexicon import Lexicon, estimate_lexicon
from training.prepare import PreparationSettings, prepare
from training.shape import ModelShape
from training.subword import SubwordModel, read_subword_model
from training.token_arrays import TokenPairs
from training.vocabulary_map import vocabulary_map
from training.weights import random_weights
from training.work_folder import WorkFolder
from translate_pipeline.translation.store import bundled_packages

NEEDS_TORCH = ["test_training_run.py", "test_growth.py"]
TOY_PIECES = 380
_HAS_TORCH = importlib.util.find_spec("torch") is not None
collect_ignore = [] if _HAS_TORCH else NEEDS_TORCH


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says what was not tested, so that nobody takes silence for success."""
    if not _HAS_TORCH:
        terminalreporter.write_sep("!", f"NOT RUN, of tests/training: {', '.join(NEEDS_TORCH)}", red=True, bold=True)
        terminalreporter.write_line(
            "PyTorch is not installed, so no model was trained in these tests; exported packages were tested with "
            "random weights. To run it: pip install -r training/requirements.txt"
        )


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> WorkFolder:
    """What `prepare` and `lexicon` make of 450 pairs."""
    folder = WorkFolder(tmp_path_factory.mktemp("run"))
    pairs = write_pairs(folder.path / "toy.tsv", toy_pairs(450))
    prepare(folder, [pairs], settings=PreparationSettings(valid=30, pieces=TOY_PIECES, slotted=0.5))
    estimate_lexicon(TokenPairs.load(folder.train), TOY_PIECES).save(folder.lexicon)
    return folder


@pytest.fixture(scope="session")
def toy_model(prepared: WorkFolder) -> SubwordModel:
    """The subword model of the toy pairs."""
    return read_subword_model(prepared.subword_model)


@pytest.fixture(scope="session")
def toy_package(prepared: WorkFolder, toy_model: SubwordModel, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package of random weights."""
    shape = ModelShape(len(toy_model), 32, 64, 2, 2, 1)
    frequencies = TokenPairs.load(prepared.train).targets.frequencies(len(toy_model))
    return export_package(
        tmp_path_factory.mktemp("packages"),
        PackageDescription("0.1", 1234, date(2026, 1, 2)),
        shape,
        random_weights(shape),
        toy_model.pieces,
        toy_model.data,
        vocabulary_map(Lexicon.load(prepared.lexicon), toy_model, frequencies),
    )


@pytest.fixture
def bundled_model() -> Path:
    """The subword model of the bundled package."""
    return bundled_packages()[-1].path / "sentencepiece.model"
