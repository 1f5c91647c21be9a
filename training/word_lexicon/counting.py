"""How often Spanish words are linked with English ones."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from training.corpus import SentencePair, read_lines
from training.word_lexicon.alignment import WordLink, align_words
from training.word_lexicon.token_lines import read_token_lines, truecaser

# Words are aligned twice, as they are and by their first five letters.
ALIGNED_PREFIXES = (0, 5)
# Documentation of software and forms: other words than the news has, or other meanings of the same ones.
_LEFT_OUT = frozenset(
    "carpentries debian_handbook debian_web gnome_user_docs letsencrypt mozilla_foundation mozilla_legal mozilla_www "
    "opendata_handbook openscience_handbook php_docs programming_historian python_docs ropensci_devguide sdg_metadata "
    "tails_www umbrella".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+")
_MOST_WORDS = 100
# What English has where Spanish has an ending, an article or nothing: no part of a phrase that translates a word.
FUNCTION_WORDS = frozenset(
    "a all also am an and any are as at be been being but by can could d did do does doing done each every for from "
    "had has have having he her him his i if in is it its just let ll m may me might more most must my no not of on "
    "one or our own re s shall she should so some such t than that the their them then there these they this those "
    "to us ve very was we were what which who whom whose will with would you your".split()
)
_LONGEST_PHRASE = 3


@dataclass
class TranslationCounts:
    """How often each Spanish word occurs, and how often it is linked with each English word or phrase.

    Words are in the case that they have within a sentence. A link is counted once for each alignment that has it.
    """

    occurrences: Counter[str] = field(default_factory=Counter)
    links: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


def count_translations(pairs: Iterable[SentencePair], folder: Path) -> TranslationCounts:
    """Aligns the words of parallel text and counts the links; `folder` takes the files of the aligner.

    Raises:
        UsageError: eflomal is not installed.
    """
    sources, targets = folder / "sources", folder / "targets"
    _write_words(pairs, sources, targets)
    alignments = [align_words(sources, targets, prefix) for prefix in ALIGNED_PREFIXES]
    source_case, target_case = truecaser(sources), truecaser(targets)
    counts = TranslationCounts()
    for source, target, *links in zip(read_token_lines(sources), read_token_lines(targets), *alignments, strict=True):
        source_words, target_words = source_case(source), target_case(target)
        counts.occurrences.update(source_words)
        for link in itertools.chain(*links):
            counts.links[source_words[link.source]][" ".join(linked_phrase(link, target_words))] += 1
    return counts


def _write_words(pairs: Iterable[SentencePair], sources: Path, targets: Path) -> None:
    """Writes the words of the pairs; a fixed phrase, whose words mean other things elsewhere, is one word."""
    phrases = sorted(read_lines(Path(__file__).with_name("fixed_phrases.txt")), key=len, reverse=True)
    fixed_phrase = re.compile(rf"(?<!\S)(?:{'|'.join(phrases)})(?!\S)", re.IGNORECASE)
    with sources.open("w", encoding="utf-8") as source_file, targets.open("w", encoding="utf-8") as target_file:
        for pair in pairs:
            source, target = _WORD.findall(pair.source), _WORD.findall(pair.target)
            if pair.origin not in _LEFT_OUT and 0 < len(source) <= _MOST_WORDS and 0 < len(target) <= _MOST_WORDS:
                print(fixed_phrase.sub(lambda match: match[0].replace(" ", "_"), " ".join(source)), file=source_file)
                print(*target, file=target_file)


def linked_phrase(link: WordLink, target: Sequence[str]) -> Sequence[str]:
    """The English words of a link, without function words at the ends."""
    first, last = link.first, link.last
    while first < link.target and target[first].lower() in FUNCTION_WORDS:
        first += 1
    while last > link.target and target[last].lower() in FUNCTION_WORDS:
        last -= 1
    if last - first >= _LONGEST_PHRASE:
        first = last = link.target
    return target[first : last + 1]
