"""Speed of a package against a model of the shape of Argos's own packages, in one run."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

from training.decoding import Decoder, Search
from training.export import PackageDescription, export_package
from training.shape import ModelShape
from training.subword import SubwordModel
from training.weights import random_weights

# As https://github.com/argosopentech/argos-train trains them; argostranslate decodes with beam 4.
ARGOS_LAYERS, ARGOS_WIDTH, ARGOS_FEED_FORWARD, ARGOS_HEADS = 6, 512, 2048, 8
ARGOS_SEARCH = Search(4, vocabulary_map=False)


@dataclass(frozen=True)
class SpeedComparison:
    """Source words a second of a package and of the Argos shape, the median of some rounds."""

    package: float
    argos_shape: float

    @property
    def ratio(self) -> float:
        """How many times as fast the package is."""
        return self.package / self.argos_shape


def compare_speed(package: Path, sources: Sequence[str], beam: int, rounds: int = 3) -> SpeedComparison:
    """Translates the sources by turns with the package and with random weights of the Argos shape.

    Random weights do not end a sentence, so they are held to the package's own output lengths. They have the
    package's vocabulary; Argos's own is twice as large or more, and so slower than what is measured here.

    Args:
        beam: the package's beam; the Argos shape has beam 4 and no vocabulary map.
    """
    with tempfile.TemporaryDirectory() as scratch:
        ours, theirs = Decoder(package), Decoder(_argos_shaped(Path(scratch), package))
        encoded = [ours.package.tokenizer.encode(source) for source in sources]
        lengths = [len(pieces) for pieces in ours.decode(encoded, Search(beam))]
        words = sum(len(source.split()) for source in sources)
        speeds: list[tuple[float, float]] = []
        for _ in range(rounds):
            began = time.perf_counter()
            ours.decode(encoded, Search(beam))
            between = time.perf_counter()
            theirs.decode(encoded, ARGOS_SEARCH, lengths)
            speeds.append((words / (between - began), words / (time.perf_counter() - between)))
    return SpeedComparison(*(median(column) for column in zip(*speeds, strict=True)))


def _argos_shaped(parent: Path, package: Path) -> Path:
    model = SubwordModel((package / "sentencepiece.model").read_bytes())
    shape = ModelShape(len(model), ARGOS_WIDTH, ARGOS_FEED_FORWARD, ARGOS_HEADS, ARGOS_LAYERS, ARGOS_LAYERS)
    description = PackageDescription("0", 0, date.today())
    return export_package(parent, description, shape, random_weights(shape), model.pieces, model.data, None)
