"""The forms of Spanish words that text has, by their lemmas."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import simplemma

_CANDIDATES = 250_000
_SHORTEST = 3


def frequent_spanish_words() -> Iterable[str]:
    """Spanish words in lower case, the most frequent first, names among them: wordfreq's list of eight kinds of text.

    https://github.com/rspeer/wordfreq, data under CC BY-SA 4.0; only which forms exist is taken from it.
    """
    from wordfreq import top_n_list

    words: list[str] = top_n_list("es", _CANDIDATES)
    return words


def forms_by_lemma(words: Iterable[str]) -> dict[str, list[str]]:
    """The words that simplemma's dictionary knows, under the lemmas that it gives them."""
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        if len(word) >= _SHORTEST and word.isalpha() and simplemma.is_known(word, "es"):
            forms[simplemma.lemmatize(word, "es").lower()].append(word)
    return dict(forms)
