"""Which words are English."""

from __future__ import annotations

import functools
import importlib.resources
import lzma
import re

_ENDINGS = (
    ("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""),
    ("er", ""), ("er", "e"), ("ers", ""), ("ness", ""), ("able", ""), ("ation", "e"), ("ise", "ize"), ("ised", "ized"),
    ("ising", "izing"), ("isation", "ization"), ("our", "or"), ("ours", "ors"), ("est", ""), ("ful", ""), ("less", ""),
)  # fmt: skip
_PREFIX = re.compile(
    r"^(?:un|re|non|anti|pre|post|over|under|inter|multi|co|counter|pro|super|sub|mis|dis|out)-?(?=\w{3})"
)


@functools.cache
def _vocabulary() -> frozenset[str]:
    """The words of the training pairs, and those of law, disasters, sport and the like that they lack."""
    folder = importlib.resources.files("translate_pipeline.checks")
    counted = lzma.decompress((folder / "english_words.txt.xz").read_bytes()).decode()
    more = (folder / "english_words_of_news.txt").read_text(encoding="utf-8")
    return frozenset([*counted.split(), *more.split()])


@functools.lru_cache(maxsize=65536)
def is_english_word(word: str) -> bool:
    """Whether English has a word, names included: in the vocabulary, or formed from one that is.

    Args:
        word: a word in lower case.
    """
    known = _vocabulary()
    if word in known:
        return True
    stems = [word.removesuffix(ending) + instead for ending, instead in _ENDINGS if word.endswith(ending)]
    bare = _PREFIX.sub("", word)
    return any(stem in known and len(stem) > 2 for stem in stems) or (bare != word and is_english_word(bare))
