"""The tokenizer that sumy is given: our own words, and no NLTK data to download."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’-](?=\w))*")


class WordTokenizer:
    """What sumy asks of a tokenizer object; sentences are cut before sumy sees them."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """The words of a sentence, without numbers and marks."""
        return tuple(_WORD.findall(sentence))

    def to_sentences(self, paragraph: str) -> tuple[str, ...]:
        """The paragraph as one sentence."""
        return (paragraph,)
