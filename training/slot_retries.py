"""What other searches make of sentences whose slots were not copied exactly once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from training.slot_copying import SlottedSentence
from translate_pipeline.translation.engine import CTranslate2Engine, Request, SearchOptions
from translate_pipeline.translation.package import TranslationPackage

_SLOT = re.compile(r"⟦(\d)⟧")


@dataclass(frozen=True)
class Retry:
    """A search whose hypotheses are taken in turn until one has each slot once.

    Args:
        name: for people.
        beam: hypotheses.
        shift: what is added to the numbers of the slots, modulo ten.
        most_pieces: length of a clause; longer sentences are cut at clause boundaries.
    """

    name: str
    beam: int
    shift: int = 0
    most_pieces: int = 150


RETRIES = (
    Retry("second hypothesis of beam 2", 2),
    Retry("hypotheses of beam 4", 4),
    Retry("slots 3 numbers higher", 4, shift=3),
    Retry("slots 5 numbers higher", 4, shift=5),
    Retry("in clauses of 60 pieces", 4, most_pieces=60),
    Retry("in clauses of 30 pieces", 4, most_pieces=30),
)


def _shifted(text: str, shift: int) -> str:
    return _SLOT.sub(lambda slot: f"⟦{(int(slot.group(1)) + shift) % 10}⟧", text)


def retry_failures(
    package: Path, sentences: Sequence[SlottedSentence], retries: Sequence[Retry] = RETRIES
) -> Iterator[tuple[Retry, list[SlottedSentence]]]:
    """Each retry in turn, with the sentences that are still not exact after it."""
    engine = CTranslate2Engine(TranslationPackage(package, bundled=True))
    left = [sentence for sentence in sentences if not sentence.is_exact]
    for retry in retries:
        search = SearchOptions(retry.beam, retry.beam)
        requests = [Request(_shifted(sentence.source, retry.shift), search, retry.most_pieces) for sentence in left]
        found = engine.translate(requests)
        left = [
            sentence
            for sentence, hypotheses in zip(left, found, strict=True)
            if not any(
                replace(sentence, translation=_shifted(hypothesis.text, -retry.shift)).is_exact
                for hypothesis in hypotheses
            )
        ]
        yield retry, left
