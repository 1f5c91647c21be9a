"""A whole training run on a few hundred pairs; needs PyTorch."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch
from argostranslate import package as argos_package
from torch.nn import functional

from tests.training.reference_transformer import ReferenceTransformer
from tests.training.toy_corpus import toy_pairs
from training import background
from training.batching import shuffled_batches
from training.checkpoint import Checkpoint
from training.embeddings import lexical_embeddings
from training.evaluation import translate
from training.export_run import export_run
from training.lexicon import Lexicon
from training.loss import cross_entropy
from training.model import Transformer
from training.optimizers import orthogonalised
from training.schedule import Schedule
from training.shape import ModelShape
from training.subword import END, START, SubwordModel
from training.token_arrays import TokenPairs
from training.train import train
from training.trainer import Trainer, TrainingSettings
from training.work_folder import WorkFolder
from translate_pipeline import Pipeline
from translate_pipeline.errors import InputError, UsageError

SIZES = (64, 128, 2, 2, 1)
STEPS = 200
# The same pairs as `prepared` has, and fifty that it has not.
UNSEEN = toy_pairs(500)[450:]


def settings(minutes: float = 0.01, anneal_to: float = 0.0) -> TrainingSettings:
    # One thread: on a busy machine two wait for each other most of the time.
    return TrainingSettings(
        Schedule(minutes, 0.0, anneal_to), batch=1024, sample=100, threads=1, seed=1, report_every=5
    )


@pytest.fixture(scope="module")
def losses() -> list[float]:
    """The losses of the run, once `trained` has made it."""
    return []


@pytest.fixture(scope="module")
def trained(prepared: WorkFolder, losses: list[float], tmp_path_factory: pytest.TempPathFactory) -> WorkFolder:
    """A folder with a flat checkpoint after a fixed number of steps."""
    folder = WorkFolder(Path(shutil.copytree(prepared.path, tmp_path_factory.mktemp("trained") / "run")))
    pairs = TokenPairs.load(folder.train)
    lexicon = Lexicon.load(folder.lexicon)
    trainer = Trainer(ModelShape(len(lexicon.targets), *SIZES), settings())
    trainer.model.start_from_lexicon(lexical_embeddings(pairs, lexicon, SIZES[0]))
    batches = shuffled_batches(pairs, 1024, np.random.default_rng(1))
    for step in range(STEPS):
        losses.append(float(trainer.learn(next(batches), min(1.0, (step + 1) / 50), sample=100)))
    trainer.checkpoint().save(folder.flat)
    return folder


@pytest.fixture(scope="module")
def package(trained: WorkFolder) -> Path:
    """The package of the annealed run."""
    train(trained, settings(0.03, anneal_to=1), report=lambda line: None)
    return export_run(trained, "0.1")


def test_the_loss_falls(trained: WorkFolder, losses: list[float]) -> None:
    assert len(losses) == STEPS
    assert np.mean(losses[-20:]) < np.mean(losses[:20]) / 4


def test_the_package_loads_in_argostranslate_and_translates_in_tsum(package: Path) -> None:
    (loaded,) = argos_package.get_installed_packages([package.parent])
    assert (loaded.from_code, loaded.to_code, loaded.package_version) == ("es", "en", "0.1")
    assert json.loads((package / "metadata.json").read_text(encoding="utf-8"))["target_pieces_seen"] > 100_000
    pipeline = Pipeline(to="en", source="es", package=package, default_glossary=False)
    source, target = UNSEEN[0]
    briefing = pipeline.run(source)
    assert target.split()[1] in str(briefing)


def test_sentences_it_has_not_seen_come_out_right(package: Path) -> None:
    translations, _ = translate(package, [source for source, _ in UNSEEN])
    exact = sum(found == target for found, (_, target) in zip(translations, UNSEEN, strict=True))
    assert exact >= len(UNSEEN) // 3


def test_a_run_goes_on_where_it_was(trained: WorkFolder, tmp_path: Path) -> None:
    folder = WorkFolder(Path(shutil.copytree(trained.path, tmp_path / "run")))
    before = Checkpoint.load(folder.flat)
    lines: list[str] = []
    assert train(folder, settings(0.02), report=lines.append) == folder.flat
    after = Checkpoint.load(folder.flat)
    assert before.step == STEPS < after.step
    assert before.seen < after.seen
    first = next(line for line in lines if line.startswith("step"))
    assert float(first.split(" loss ")[1].split()[0]) < 2  # a new model begins above 5


def test_a_new_run_can_start_from_weights(trained: WorkFolder, prepared: WorkFolder, tmp_path: Path) -> None:
    folder = WorkFolder(Path(shutil.copytree(prepared.path, tmp_path / "run")))
    train(folder, settings(), init=trained.flat, report=lambda line: None)
    started = Checkpoint.load(folder.flat)
    assert started.step < STEPS
    assert started.seen > Checkpoint.load(trained.flat).seen


def test_a_new_run_can_start_from_grown_weights(trained: WorkFolder, prepared: WorkFolder, tmp_path: Path) -> None:
    folder = WorkFolder(Path(shutil.copytree(prepared.path, tmp_path / "run")))
    lines: list[str] = []
    train(folder, settings(0.02), sizes=(64, 256, 2, 3, 1), init=trained.flat, report=lines.append)
    assert Checkpoint.load(folder.flat).shape.encoder_layers == 3
    first = next(line for line in lines if line.startswith("step"))
    assert float(first.split(" loss ")[1].split()[0]) < 2  # a new model begins above 5


def test_training_in_the_background_ends_with_a_checkpoint(prepared: WorkFolder, tmp_path: Path) -> None:
    folder = WorkFolder(Path(shutil.copytree(prepared.path, tmp_path / "run")))
    arguments = [str(folder.path), "--minutes", "5", "--shape", *map(str, SIZES), "--threads", "1"]
    process = background.start(folder, arguments, niceness=0)
    try:
        assert background.status(folder).startswith(f"running, process {process}")
    finally:
        background.stop(folder)
    assert "saved" in background.status(folder)
    assert Checkpoint.load(folder.flat).shape.width == SIZES[0]


def test_another_shape_than_the_checkpoint_s_is_refused(trained: WorkFolder) -> None:
    with pytest.raises(UsageError, match="has another shape"):
        train(trained, settings(), sizes=(32, *SIZES[1:]))


@pytest.mark.parametrize("data", [b"", b"no checkpoint", b"PK\x03\x04"])
def test_a_damaged_checkpoint_is_named(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "flat.pt").write_bytes(data)
    with pytest.raises(InputError, match=r"flat\.pt: no checkpoint of this program"):
        Checkpoint.load(tmp_path / "flat.pt")


def test_the_model_computes_what_its_weights_say() -> None:
    torch.manual_seed(2)
    shape = ModelShape(40, 32, 48, 4, 2, 2)
    model = Transformer(shape).eval()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(0.1 * torch.randn_like(parameter))
        source, target = [5, 17, 30, END], [START, 9, 21]
        states = model(torch.tensor([source]), torch.tensor([target]))[0]
        logits = states @ model.embedding.weight.T + model.output_bias
    weights = {name: value.numpy() for name, value in model.state_dict().items()}
    assert {name: value.shape for name, value in weights.items()} == shape.parameters
    expected = ReferenceTransformer(shape, weights).log_probabilities(source, target)
    assert torch.log_softmax(logits, -1).numpy() == pytest.approx(expected, abs=1e-4)


def test_a_sample_of_all_pieces_gives_the_exact_loss(toy_model: SubwordModel) -> None:
    torch.manual_seed(3)
    model = Transformer(ModelShape(len(toy_model), 16, 16, 2, 1, 1))
    states, wanted = torch.randn(2, 5, 16), torch.randint(4, len(toy_model), (2, 5))
    with torch.no_grad():
        exact, count = cross_entropy(model, states, wanted, smoothing=0.1)
        sampled, _ = cross_entropy(model, states, wanted, smoothing=0.1, sample=len(toy_model))
    assert count == 10
    assert float(sampled) == pytest.approx(float(exact), rel=1e-5)


def test_a_small_sample_estimates_the_loss(toy_model: SubwordModel) -> None:
    torch.manual_seed(4)
    model = Transformer(ModelShape(len(toy_model), 16, 16, 2, 1, 1))
    states, wanted = torch.randn(2, 5, 16), torch.randint(4, len(toy_model), (2, 5))
    with torch.no_grad():
        exact, _ = cross_entropy(model, states, wanted, smoothing=0.0)
        sampled = [float(cross_entropy(model, states, wanted, smoothing=0.0, sample=60)[0]) for _ in range(50)]
    assert np.mean(sampled) == pytest.approx(float(exact), rel=0.02)


@pytest.mark.parametrize("sentences", [2, 300])
def test_the_loss_made_some_rows_at_a_time_has_the_gradients_of_the_whole(
    toy_model: SubwordModel, sentences: int
) -> None:
    torch.manual_seed(6)
    model = Transformer(ModelShape(len(toy_model), 16, 16, 2, 1, 1))
    states = torch.randn(sentences, 5, 16, requires_grad=True)
    wanted = torch.randint(4, len(toy_model), (sentences, 5))
    parameters = [states, model.embedding.weight, model.output_bias]
    loss, _ = cross_entropy(model, states, wanted, smoothing=0.1)
    logits = functional.linear(states.flatten(0, 1), model.embedding.weight, model.output_bias)
    plain = functional.cross_entropy(logits, wanted.flatten(), label_smoothing=0.1)
    assert float(loss.detach()) == pytest.approx(float(plain.detach()), rel=0.01)
    for made, expected in zip(
        torch.autograd.grad(loss, parameters), torch.autograd.grad(plain, parameters), strict=True
    ):
        assert float((made - expected).norm() / expected.norm()) < 0.02


@pytest.mark.parametrize("size", [(30, 50), (50, 30), (40, 40)])
def test_orthogonalised_matrices_have_singular_values_near_one(size: tuple[int, int]) -> None:
    torch.manual_seed(5)
    values = torch.linalg.svdvals(orthogonalised(torch.randn(size)).float())
    assert float(values.min()) > 0.5
    assert float(values.max()) < 1.3
