"""Translations that a package gave, that a person's translation confirms, and that the lexicon has not.

The lexicon was counted in the texts of officials and columnists, where `fiscal` is hardly ever a prosecutor.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from training.corpus import SentencePair
from training.files import replaced
from translate_pipeline.glossary.enforcement.base import Segment
from translate_pipeline.lexicon.english_stem import english_stem, english_stems
from translate_pipeline.translation.engine import CTranslate2Engine, Request, SearchOptions
from translate_pipeline.translation.mistranslated_words import replacements
from translate_pipeline.translation.package import TranslationPackage

_SENTENCES_AT_ONCE = 1000


def confirmed_by(package: Path, pairs: Sequence[SentencePair]) -> Iterator[tuple[str, str]]:
    """Spanish words with what the package made of them, where the lexicon knows better and the pair does not.

    Each hypothesis is mended as tsum would; a word that gave way to the lexicon's is confirmed if the pair's English
    has it and has not the lexicon's. Takes three minutes for 18,000 pairs on two CPU cores.

    Raises:
        PackageError: the package cannot be used.
    """
    engine = CTranslate2Engine(TranslationPackage(package, bundled=True))
    search = SearchOptions(engine.beam, engine.beam, attention=True)
    for start in range(0, len(pairs), _SENTENCES_AT_ONCE):
        some = pairs[start : start + _SENTENCES_AT_ONCE]
        for pair, hypotheses in zip(some, engine.translate([Request(p.source, search) for p in some]), strict=True):
            english = english_stems(pair.target)
            for hypothesis in hypotheses:
                for found in replacements(hypothesis, Segment(pair.source, ()), engine):
                    if english_stem(found.core.group()) in english and not english_stems(found.english) <= english:
                        yield found.source, found.core.group()


def add_confirmed(known: str, found: Iterable[tuple[str, str]]) -> str:
    """The lines of `confirmed.txt` with more in them, in the order of the alphabet, one form of each English word.

    Args:
        known: the lines that it has.
        found: Spanish words, each with an English one.
    """
    by_word: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for spanish, *english in map(str.split, known.splitlines()):
        by_word[spanish].update((english_stem(word), word) for word in english)
    for spanish, word in found:
        by_word[spanish].setdefault(english_stem(word), word)
    return "".join(f"{spanish} {' '.join(sorted(words.values()))}\n" for spanish, words in sorted(by_word.items()))


def confirm(package: Path, pairs: Sequence[SentencePair], destination: Path) -> int:
    """Adds what pairs confirm to a file, and returns the number of its Spanish words.

    Raises:
        PackageError: the package cannot be used.
        OutputError: the file cannot be written.
    """
    known = destination.read_text(encoding="utf-8") if destination.exists() else ""
    text = add_confirmed(known, confirmed_by(package, pairs))
    with replaced(destination) as file:
        file.write(text.encode())
    return text.count("\n")
