"""Verification of a package: a known sentence is translated, and the facts about it are reported."""

from __future__ import annotations

import functools
import importlib.resources
import json
import time
from dataclasses import dataclass

from translate_pipeline.checks import Translated
from translate_pipeline.checks.degeneration import DegenerationCheck
from translate_pipeline.config import Device
from translate_pipeline.errors import PackageError
from translate_pipeline.translation.engine import CTranslate2Engine, Request, SearchOptions
from translate_pipeline.translation.package import TranslationPackage


@dataclass(frozen=True)
class Verification:
    """What was seen when a package translated a known sentence.

    `speed` is in source words a second, loading included in `load_seconds` only; `problem` is None for a
    package that can be trusted with text.
    """

    package: str
    source: str
    translation: str
    unknown_source_pieces: int
    unknown_target_pieces: int
    load_seconds: float
    speed: float
    problem: str | None


@functools.cache
def known_sentences() -> dict[str, list[str]]:
    """Article 1 of the Universal Declaration of Human Rights by language code, sentence by sentence."""
    file = importlib.resources.files("translate_pipeline") / "translation" / "known_sentences.json"
    sentences: dict[str, list[str]] = json.loads(file.read_text(encoding="utf-8"))
    return sentences


def verify(package: TranslationPackage, device: Device = "cpu", threads: int | None = None) -> Verification:
    """Loads a package, translates the known sentences of its source language, and judges the outcome.

    A package fails if it cannot be loaded, loops, or gives nothing, the source itself, or unknown pieces.
    """
    source = known_sentences().get(package.metadata.from_code[:2], known_sentences()["en"])
    engine = CTranslate2Engine(package, device, threads)
    began = time.perf_counter()
    try:
        engine.translate([Request("1", SearchOptions(1))])
        loaded = time.perf_counter()
        found = engine.translate([Request(text, SearchOptions(engine.beam)) for text in source])
    except PackageError as error:
        return Verification(package.name, " ".join(source), "", 0, 0, time.perf_counter() - began, 0.0, str(error))
    seconds = time.perf_counter() - loaded
    hypotheses = [hypotheses[0] for hypotheses in found]
    translation = " ".join(hypothesis.text for hypothesis in hypotheses)
    unknown_target = sum(hypothesis.pieces.count("<unk>") for hypothesis in hypotheses)
    unknown_source = sum(package.tokenizer.unknown(package.tokenizer.encode(text)) for text in source)
    return Verification(
        package.name,
        " ".join(source),
        translation,
        unknown_source,
        unknown_target,
        round(loaded - began, 3),
        round(sum(len(text.split()) for text in source) / max(seconds, 1e-6), 1),
        _problem(source, [hypothesis.text for hypothesis in hypotheses], unknown_target),
    )


def _problem(source: list[str], target: list[str], unknown: int) -> str | None:
    for text, translation in zip(source, target, strict=True):
        degenerate = DegenerationCheck().findings(Translated(text, translation))
        if degenerate:
            return f"degenerate output ({degenerate[0].message})"
        if len(translation) > 6 * len(text) + 40:
            return "output without end"
    if " ".join(source).casefold() == " ".join(target).casefold():
        return "it returns its source untranslated"
    return "unknown pieces in the output" if unknown else None
