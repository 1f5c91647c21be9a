"""From parallel text to token arrays: cleaned, filtered, without the evaluation sets, with slots."""

from __future__ import annotations

import hashlib
import json
import math
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from training.cleaning import clean, letters_only
from training.corpus import SentencePair, read_lines, read_pairs
from training.filtering import is_translation
from training.rare_words import RareWordSettings, rare_word_pairs
from training.slotting import with_slots
from training.subword import SYNTHETIC_MARK, SubwordModel, read_subword_model, train_subword_model
from training.token_arrays import TokenPairs, TokenSequences
from training.work_folder import WorkFolder
from translate_pipeline.atomic import write_atomically
from translate_pipeline.errors import InputError
from translate_pipeline.glossary import Glossary, load_glossary
from translate_pipeline.translation.engine import usable_threads

# Shorter lines of an evaluation set are everyday phrases that any corpus has.
_SHORTEST_EXCLUDED = 26
_MOST_PIECES = 160
_SUBWORD_PAIRS = 700_000
_ENCODED_AT_ONCE = 50_000
_IN_LOWER_CASE, _IN_CAPITALS, _WITHOUT_FULL_STOP = 0.01, 0.01, 0.02


@dataclass(frozen=True)
class PreparationSettings:
    """What goes into the token arrays.

    Args:
        mix: times that pairs of each origin are counted, none for origins it lacks; None counts all once. 1.5 counts
            half of them, drawn at random, once more.
        synthetic: most synthetic pairs, sampled at random.
        slotted: share of the real pairs that are added once more with slots.
        rare_words: pairs that are made of rare words.
        valid: pairs held out for the validation loss, taken from `valid_origin` if it is given.
        pieces: size of a subword model that is trained here.
        seed: of all random choices.
    """

    mix: Mapping[str, float] | None = None
    synthetic: int = 300_000
    slotted: float = 0.2
    rare_words: RareWordSettings = field(default_factory=RareWordSettings)
    valid: int = 1500
    valid_origin: str | None = None
    pieces: int = 16_000
    seed: int = 7


def _excluded(paths: Iterable[Path]) -> set[str]:
    texts = {letters_only(line) for path in paths for line in read_lines(path)}
    return {text for text in texts if len(text) >= _SHORTEST_EXCLUDED}


def _usable(
    paths: Iterable[Path], settings: PreparationSettings, excluded: set[str], synthetic: bool
) -> Iterator[SentencePair]:
    """Cleaned pairs that are translations, each once, none of them in an evaluation set."""
    seen = set()
    for pair in (pair for path in paths for pair in read_pairs(path)):
        if not synthetic and settings.mix is not None and not settings.mix.get(pair.origin):
            continue
        source, target = clean(pair.source), clean(pair.target)
        if not is_translation(source, target, synthetic):
            continue
        sides = letters_only(source), letters_only(target)
        # Of a synthetic pair only the English side is somebody's text.
        if sides[1] in excluded or (not synthetic and sides[0] in excluded):
            continue
        digest = hashlib.blake2b("\t".join(sides).encode(), digest_size=8).digest()
        if digest not in seen:
            seen.add(digest)
            yield SentencePair(source, target, pair.origin)


def _variants(pair: SentencePair, share: float, glossary: Glossary, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Now and then the pair with slots, in one case, or without full stops: what headlines and tsum itself send."""
    source, target = pair.source, pair.target
    if rng.random() < share:
        slotted = with_slots(source, target, glossary, rng)
        if slotted:
            yield slotted
    chance = rng.random()
    if chance < _IN_LOWER_CASE:
        yield source.lower(), target.lower()
    elif chance < _IN_LOWER_CASE + _IN_CAPITALS:
        yield source.upper(), target.upper()
    elif chance < _IN_LOWER_CASE + _IN_CAPITALS + _WITHOUT_FULL_STOP and source.endswith(".") and target.endswith("."):
        yield source[:-1], target[:-1]


def _times(written: float, rng: random.Random) -> int:
    whole = math.floor(written)
    return whole + (rng.random() < written - whole)


def _tokenised(texts: Sequence[tuple[str, str]], model: SubwordModel) -> TokenPairs:
    sources: list[list[int]] = []
    targets: list[list[int]] = []
    for start in range(0, len(texts), _ENCODED_AT_ONCE):
        part = texts[start : start + _ENCODED_AT_ONCE]
        encoded = zip(model.encode([text for text, _ in part]), model.encode([text for _, text in part]), strict=True)
        for source, target in encoded:
            if 0 < len(source) <= _MOST_PIECES and 0 < len(target) <= _MOST_PIECES:
                sources.append(source)
                targets.append(target)
    return TokenPairs(TokenSequences.of(sources), TokenSequences.of(targets))


def prepare(
    folder: WorkFolder,
    pairs: Sequence[Path],
    synthetic: Sequence[Path] = (),
    excluded: Sequence[Path] = (),
    subword_model: Path | None = None,
    settings: PreparationSettings | None = None,
) -> dict[str, int]:
    """Writes the token arrays and the subword model of a training run.

    Args:
        folder: where they go.
        pairs: files of real pairs, as `corpus.read_pairs` reads them.
        synthetic: files of pairs whose Spanish was made by a machine; it is marked.
        excluded: text files, such as evaluation sets, no line of which may be in the data.
        subword_model: a SentencePiece model to use; without it one is trained on the pairs.
        settings: defaults if None.

    Returns:
        The number of usable pairs by origin.

    Raises:
        InputError: a file is missing or malformed, or no pair is usable.
    """
    settings = settings or PreparationSettings()
    rng = random.Random(settings.seed)
    given_model = read_subword_model(subword_model) if subword_model else None
    banned = _excluded(excluded)
    real = list(_usable(pairs, settings, banned, synthetic=False))
    made = [(pair.source, pair.target) for pair in _usable(synthetic, settings, banned, synthetic=True)]
    made = rng.sample(made, min(settings.synthetic, len(made)))
    candidates = [n for n, pair in enumerate(real) if settings.valid_origin in (None, pair.origin)]
    held_out = set(rng.sample(candidates, min(settings.valid, len(candidates) // 2)))
    if not held_out:
        raise InputError(f"{len(candidates)} usable pairs to hold out for validation: give more pairs, or another mix")
    valid = [(real[n].source, real[n].target) for n in sorted(held_out)]
    real = [pair for n, pair in enumerate(real) if n not in held_out]
    counts = Counter(pair.origin for pair in real)

    model = given_model or train_subword_model(_subword_texts(real, made, rng), settings.pieces, usable_threads())
    glossary = load_glossary([], curated=True, source="es", target="en")
    texts: list[tuple[str, str]] = []
    drawn = []
    for pair in real:
        times = _times(1 if settings.mix is None else settings.mix[pair.origin], rng)
        if times:
            drawn.append(pair)
            texts += [(pair.source, pair.target)] * times
            texts += _variants(pair, settings.slotted, glossary, rng)
    texts += [(f"{SYNTHETIC_MARK} {source}", target) for source, target in made]
    of_rare_words = list(rare_word_pairs(drawn, [source for source, _ in made], settings.rare_words, rng))
    texts += of_rare_words

    folder.make()
    folder.subword_model.write_bytes(model.data)
    _tokenised(texts, model).save(folder.train)
    _tokenised(valid, model).save(folder.valid)
    found = {**counts, "synthetic": len(made), "rare_words": len(of_rare_words), "valid": len(valid)}
    write_atomically(folder.counts, json.dumps(found, indent=1) + "\n")
    return found


def _subword_texts(real: Sequence[SentencePair], made: Sequence[tuple[str, str]], rng: random.Random) -> Iterator[str]:
    for pair in rng.sample(real, min(len(real), _SUBWORD_PAIRS)):
        yield from (pair.source, pair.target)
    yield from (target for _, target in made)
