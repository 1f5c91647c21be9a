"""A sentence as it is read for counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from translate_pipeline.digest.counts.numbers import Number, cardinal_numbers
from translate_pipeline.digest.counts.words import CountWords, count_words
from translate_pipeline.language import function_words
from translate_pipeline.summarization.stemming import stemmer

_MOST_CHARACTERS = 3000
_MOST_NUMBERS = 15
_TOKEN = re.compile(r"\w+(?:[-'’]\w+)*|[^\w\s]")


class Word(NamedTuple):
    """A word in lower case, or a mark, with its offsets."""

    text: str
    start: int
    end: int
    is_capitalised: bool


@dataclass(frozen=True)
class CountSentence:
    """A sentence with its words and its numbers.

    Args:
        text: the sentence.
        language: its code.
        words: its words and marks; what stands where is told by places among them.
        numbers: its cardinal numbers.
        known: the words by which its language counts.
    """

    text: str
    language: str
    words: Sequence[Word]
    numbers: Sequence[Number]
    known: CountWords

    def at(self, place: int) -> str:
        """A word in lower case; empty outside of the sentence."""
        return self.words[place].text if 0 <= place < len(self.words) else ""

    def is_word(self, place: int) -> bool:
        """Whether no mark stands at a place, nor the end of the sentence."""
        return self.at(place)[:1].isalnum()

    def place_behind(self, offset: int) -> int:
        """The place of the first word that begins at an offset or behind it."""
        return next((place for place, word in enumerate(self.words) if word.start >= offset), len(self.words))

    def is_content(self, place: int) -> bool:
        """Whether a word that means something by itself stands at a place."""
        word = self.at(place)
        return len(word) > 2 and word[0].isalpha() and word not in function_words(self.language)

    def stem(self, place: int) -> str:
        """The stem of a word."""
        return stemmer(self.language)(self.at(place))


def count_sentence(text: str, language: str) -> CountSentence | None:
    """A sentence in Spanish (`es`) or English (`en`) as it is read for counts; None if it has no numbers or is data."""
    if len(text) > _MOST_CHARACTERS:
        return None
    numbers = cardinal_numbers(text, language)
    if not 0 < len(numbers) <= _MOST_NUMBERS:
        return None
    found = _TOKEN.finditer(text)
    words = [Word(match.group().lower(), *match.span(), match.group()[0].isupper()) for match in found]
    return CountSentence(text, language, words, numbers, count_words(language))
