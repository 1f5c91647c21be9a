"""Length: a translation that is far too short or too long, and sentences that were dropped or added."""

from __future__ import annotations

import functools
import re

from translate_pipeline.checks.base import Finding, Translated

# Scripts without spaces between words: Thai to Khmer, Japanese, Chinese.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_SHORTEST_RATIO, _LONGEST_RATIO, _LONG_RATIO = 0.45, 1.85, 1.55
_SHORT_RATIO = 0.8
_FEWEST_WORDS = 6
# A full stop, question or exclamation mark before a capital.
_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’»)]*\s+(?=[\"'“‘«(]*[A-ZÁÉÍÓÚÑ¿¡])")
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Dr|Sr|St|Lt|vs|No|Ms|Jr|EE|UU|Mrs|Sra|Lic|Ing|Gen|gral|Gral|Cnel|Cap|Tte|Mons|Prof|Col|Gov|Sen|Rep|núm|Dra))$"
)


@functools.lru_cache(maxsize=4096)
def _measures(text: str) -> tuple[int, int]:
    """How many words and how many sentences a text has."""
    ends = [match.start() for match in _SENTENCE_END.finditer(text)]
    sentences = 1 + sum(_ABBREVIATION.search(text[max(0, end - 6) : end]) is None for end in ends)
    return len(text.split()), sentences


class LengthCheck:
    """Compares the number of words and of sentences with the source's."""

    name = "length"

    def findings(self, pair: Translated) -> list[Finding]:
        """At most one finding: impossible length, or another number of sentences."""
        if _UNSPACED.search(pair.source) or _UNSPACED.search(pair.translation):
            return []
        (words, sentences), (given, given_sentences) = _measures(pair.source), _measures(pair.translation)
        ratio = given / max(1, words)
        if words >= _FEWEST_WORDS and given and not _SHORTEST_RATIO <= ratio <= _LONGEST_RATIO:
            how = "shorter" if ratio < 1 else "longer"
            message = f"much {how} than its source ({given} words for {words})"
            return [Finding(self.name, "error", message)]
        if (given_sentences < sentences and ratio < 0.8) or given_sentences > sentences + 1:
            message = f"{given_sentences} sentences for {sentences}"
            return [Finding(self.name, "warning", message)]
        return []
