"""Invented words: neither English nor the source's, as small models make them of words that they do not know."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translate_pipeline.checks.base import Finding, Translated
from translate_pipeline.checks.english_vocabulary import is_english_word
from translate_pipeline.checks.words import held_words, words_of

# The letters of a word, without the marks around them.
CORE = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_OPENS = ('"', "“", "(")
_SHORTEST = 3


def invented_words(words: Sequence[str], source: str) -> list[int]:
    """The places of words that are not English and do not stand in the source.

    Words with a capital inside a sentence are names, and left to their check.

    Args:
        words: an English text, cut at its spaces.
        source: the Spanish text.
    """
    source_words = words_of(source)
    found = []
    for place, word in enumerate(words):
        match = CORE.search(word)
        if match is None or len(match.group()) < _SHORTEST:
            continue
        core = match.group()
        opens = place == 0 or word[: match.start()] in _OPENS or words[place - 1][-1:] in ".?!"
        if not core.islower() and not (opens and core[1:].islower()):
            continue
        folded = core.casefold()
        if folded in source_words or folded.removesuffix("s") in source_words:
            continue
        if not all(map(is_english_word, folded.split("-"))) and not is_english_word(folded.replace("-", "")):
            found.append(place)
    return found


class InventedCheck:
    """Finds words of an English translation that are in no vocabulary, from Spanish to English."""

    name = "invented"

    def findings(self, pair: Translated) -> list[Finding]:
        """At most one note: rare words of real English are in no vocabulary either."""
        if (pair.source_language, pair.target_language) != ("es", "en"):
            return []
        words = pair.translation.split(" ")
        held = held_words(pair.terms)
        cores = [CORE.search(words[place]) for place in invented_words(words, pair.source)]
        shown = [core.group() for core in cores if core is not None and core.group().casefold() not in held]
        if not shown:
            return []
        listed = ", ".join(dict.fromkeys(shown))[:80]
        return [Finding(self.name, "note", f"may be no English: {listed}", "", shown[0])]
