"""What became of a name in a translation."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Sequence

from translate_pipeline.translation.attention import attention_shares, run_around, words_with_attention
from translate_pipeline.translation.engine import Hypothesis

_ENOUGH_ATTENTION = 0.4
_ALIKE = 0.75
_EDGE = re.compile(r"^[\W_]+|(?:['’]s)?[\W_]*$")
_DOTTED = re.compile(r"(?:[A-Z]\.){2,}")
_ARTICLE = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)
_NO_RENDERING = frozenset(
    "a after all also an and as at before but by for from he her his however i if in is it its my no not now of on or "
    "our she so that the their there these they this to today tomorrow was we what when who with yesterday you "
    "your".split()
)


def letters_of(text: str) -> str:
    """The letters and digits of a text without accents and capitals."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(ch for ch in decomposed if ch.isalnum()).lower()


def _trimmed(text: str) -> str | None:
    """Text without the article before it and the marks and possessive around it; None if nothing is left."""
    dotted = _DOTTED.search(text)
    if dotted and " " not in text:
        return dotted.group()
    text = _ARTICLE.sub("", _EDGE.sub("", text))
    return None if text.lower() in _NO_RENDERING else text or None


def _stands_out(word: str) -> bool:
    return any(ch.isupper() or ch.isdigit() for ch in word)


def alike_rendering(name: str, translation: str) -> str | None:
    """The words of a translation that are written much like a name, or None."""
    wanted = letters_of(name)
    words = translation.split(" ")
    length = len(name.split())
    best, similarity = None, _ALIKE
    matcher = difflib.SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    for size in sorted({max(1, length - 1), length, length + 1}):
        for start in range(len(words) - size + 1):
            if not _stands_out(words[start]) or not _stands_out(words[start + size - 1]):
                continue
            text = _trimmed(" ".join(words[start : start + size]))
            if text is None:
                continue
            letters = letters_of(text)
            if letters == wanted:
                return text
            matcher.set_seq1(letters)
            if matcher.real_quick_ratio() > similarity and matcher.quick_ratio() > similarity:
                ratio = matcher.ratio()
                if ratio > similarity:
                    best, similarity = text, ratio
    return best


def attended_rendering(hypothesis: Hypothesis, first: int, end: int) -> str | None:
    """The words of a translation that the decoder wrote while it looked at source pieces `first` to `end`, or None.

    Lower-case words at the ends are left out where a capitalised word stands between them.
    """
    words = words_with_attention(hypothesis)
    if words is None:
        return None
    shares = attention_shares(hypothesis, first, end)
    best = max(range(len(shares)), key=shares.__getitem__)
    if shares[best] < _ENOUGH_ATTENTION:
        return None
    left, right = run_around(shares, best, _ENOUGH_ATTENTION)
    return _trimmed(" ".join(_between_capitals(words[left:right])))


def _between_capitals(words: Sequence[str]) -> Sequence[str]:
    capitals = [i for i, word in enumerate(words) if _stands_out(word)]
    return words[capitals[0] : capitals[-1] + 1] if capitals else words
