"""BLEU and chrF of packages, with confidence intervals and a paired test, by sacreBLEU."""

from __future__ import annotations

import importlib
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.test_sets import TestSet
from translate_pipeline.errors import UsageError
from translate_pipeline.translation.engine import CTranslate2Engine, Request, SearchOptions
from translate_pipeline.translation.package import TranslationPackage

_SAMPLES = 1000


@dataclass(frozen=True)
class MetricScore:
    """A corpus score.

    Args:
        score: of all sentences.
        interval: half the width of the 95 % confidence interval of the bootstrap.
        p_value: chance of a difference from the first system as large as this one, were there none; None
            for the first.
    """

    score: float
    interval: float
    p_value: float | None


@dataclass(frozen=True)
class Evaluation:
    """What a package reached on a test set; speed in source words a second."""

    package: str
    test_set: str
    bleu: MetricScore
    chrf: MetricScore
    speed: float


def sacrebleu(module: str) -> Any:
    """A module of sacreBLEU (Post 2018, W18-6319). Raises `UsageError` if it is not installed."""
    try:
        return importlib.import_module(f"sacrebleu.{module}")
    except ImportError:
        raise UsageError("sacrebleu is not installed: pip install -r training/requirements.txt") from None


def evaluate(packages: Sequence[Path], test_set: TestSet, beam: int | None = None) -> tuple[list[Evaluation], str]:
    """Translates a test set with each package as tsum's engine does, and compares all with the first.

    The intervals and p-values are those of 1,000 bootstrap samples, paired for the p-values (Koehn 2004, W04-3250).

    Args:
        packages: package folders.
        beam: beam size; None is what tsum uses for its own packages.

    Returns:
        An evaluation for each package, and sacreBLEU's signatures.
    """
    metrics, significance = sacrebleu("metrics"), sacrebleu("significance")
    translated = [translate(path, test_set.sources, beam) for path in packages]
    # Two packages may have the same name.
    systems = [(f"{number} {packages[number].name}", output) for number, (output, _) in enumerate(translated)]
    test = significance.PairedTest(
        systems,
        {"BLEU": metrics.BLEU(), "chrF": metrics.CHRF()},
        references=[test_set.references],
        test_type="bs",
        n_samples=_SAMPLES,
    )
    signatures, results = test()
    columns = zip(packages, results["BLEU"], results["chrF2"], translated, strict=True)
    found = []
    for path, bleu, chrf, (output, speed) in columns:
        is_same = output == translated[0][0]
        found.append(
            Evaluation(path.name, test_set.name, _metric_score(bleu, is_same), _metric_score(chrf, is_same), speed)
        )
    return found, " ".join(f"{name}|{signature}" for name, signature in signatures.items())


def _metric_score(result: Any, is_same: bool) -> MetricScore:
    chance = None if result.p_value is None else float(result.p_value)
    # To equal outputs sacreBLEU gives the smallest chance there is.
    return MetricScore(float(result.score), float(result.ci), 1.0 if is_same and chance is not None else chance)


def translate(package: Path, sources: Sequence[str], beam: int | None = None) -> tuple[list[str], float]:
    """The package's translations, and its speed in source words a second; loading is not counted."""
    engine = CTranslate2Engine(TranslationPackage(package, bundled=True), beam=beam)
    search = SearchOptions(engine.beam)
    engine.translate([Request("1", search)])
    began = time.perf_counter()
    found = engine.translate([Request(source, search) for source in sources])
    words = sum(len(source.split()) for source in sources)
    return [hypotheses[0].text for hypotheses in found], words / (time.perf_counter() - began)
