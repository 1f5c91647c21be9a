"""Settings of a pipeline: plain values that can be compared, hashed and pickled."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from translate_pipeline.errors import UsageError

Device = Literal["cpu", "cuda", "auto"]
RankedOn = Literal["source", "target", "both"]


@dataclass(frozen=True)
class SummarySettings:
    """How long a summary is, and how its sentences are chosen.

    Args:
        sentences: length in sentences.
        ratio: length as a share of the document's sentences, 0 < ratio <= 1; replaces `sentences`.
        max_words: bound in words of the source language, on top of the others.
        algorithm: a name in `translate_pipeline.summarization.ALGORITHMS`.
        lead_weight: weight from 0 to 1 of a sentence's place against the algorithm's score.
        rank: the language whose sentences are ranked.
        independent: choose the sentences of each language by themselves instead of in pairs.
    """

    sentences: int = 5
    ratio: float | None = None
    max_words: int | None = None
    algorithm: str = "news"
    lead_weight: float = 0.5
    rank: RankedOn = "source"
    independent: bool = False

    def __post_init__(self) -> None:
        from translate_pipeline.summarization.algorithms import ALGORITHMS

        if self.algorithm not in ALGORITHMS:
            raise UsageError(f"--algorithm {self.algorithm!r} is unknown: use one of {', '.join(ALGORITHMS)}")
        if self.rank not in ("source", "target", "both"):
            raise UsageError(f"--rank {self.rank!r} is unknown: use source, target or both")
        if self.sentences < 1:
            raise UsageError("--sentences must be at least 1")
        if self.ratio is not None and not 0 < self.ratio <= 1:
            raise UsageError("--ratio must be more than 0 and at most 1, for instance 0.3")
        if not 0 <= self.lead_weight <= 1:
            raise UsageError("--lead-weight must be from 0 (the algorithm alone) to 1 (place alone)")
        if self.max_words is not None and self.max_words < 1:
            raise UsageError("--max-words must be at least 1")


@dataclass(frozen=True)
class Settings:
    """Everything that decides what a pipeline does.

    Args:
        to: code of the target language.
        source: code of the source language; None detects it.
        package: a package folder or an `.argosmodel` file to use instead of the installed ones.
        device: where CTranslate2 computes.
        threads: processor threads; None takes all that this process may use.
        beam: beam size in hypotheses; None is 2 for the bundled package and 4 for others.
        glossaries: glossary files in order of precedence, which come before the curated ones.
        default_glossary: whether the curated glossaries are used.
        lenient: leave bad rows of glossaries out, with a note, instead of refusing the file.
        summary: length and manner of the summary.
        summary_only: translate nothing but what the summary shows.
        memory: a translation memory, which is made where there is none; None translates everything anew.
    """

    to: str = "en"
    source: str | None = None
    package: Path | None = None
    device: Device = "cpu"
    threads: int | None = None
    beam: int | None = None
    glossaries: tuple[Path, ...] = ()
    default_glossary: bool = True
    lenient: bool = False
    summary: SummarySettings = field(default_factory=SummarySettings)
    summary_only: bool = False
    memory: Path | None = None

    def __post_init__(self) -> None:
        # Paths may be given as text, codes in capitals.
        object.__setattr__(self, "glossaries", tuple(map(Path, self.glossaries)))
        object.__setattr__(self, "package", None if self.package is None else Path(self.package))
        object.__setattr__(self, "memory", None if self.memory is None else Path(self.memory))
        object.__setattr__(self, "to", self.to.lower())
        object.__setattr__(self, "source", self.source and self.source.lower())
        if self.device not in ("cpu", "cuda", "auto"):
            raise UsageError(f"--device {self.device!r} is unknown: use cpu, cuda or auto")
        if self.threads is not None and self.threads < 1:
            raise UsageError("--threads must be at least 1")
        if self.beam is not None and not 1 <= self.beam <= 32:
            raise UsageError("--beam must be from 1 to 32")
        for option, code in (("--to", self.to), ("--from", self.source)):
            if code is not None and not re.fullmatch(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,4})?", code):
                raise UsageError(f"{option} {code!r} is no language code: use two letters, for instance es")
