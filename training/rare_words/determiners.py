"""What the determiners before a noun say of its gender and number."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable
from itertools import pairwise

from training.rare_words.agreement import NounAgreement
from training.rare_words.words import WORD
from training.word_lexicon.inflected_forms import FEMININE, MASCULINE

_DETERMINERS = {
    (MASCULINE, False): "el un este ese del al nuestro",
    (FEMININE, False): "la una esta esa nuestra",
    (MASCULINE, True): "los unos estos nuestros",
    (FEMININE, True): "las unas estas nuestras",
}
_AGREEMENTS = {
    word: NounAgreement(gender, plural) for (gender, plural), words in _DETERMINERS.items() for word in words.split()
}
_FEWEST_SIGHTS = 4
_LEAST_WITH_DETERMINER, _LEAST_ALIKE = 0.15, 0.7


def agreement_after(word: str) -> NounAgreement | None:
    """That of a noun after a word in lower case; None if it is no determiner."""
    return _AGREEMENTS.get(word)


def agreements_by_determiners(sentences: Iterable[str], words: Container[str]) -> dict[str, NounAgreement]:
    """Those of the words that are nouns, by what stands before them in sentences.

    A noun has a determiner in a seventh of the places that it stands in, and seven of ten of these agree.
    """
    sights = Counter[str]()
    after: defaultdict[str, Counter[NounAgreement]] = defaultdict(Counter)
    for sentence in sentences:
        for before, word in pairwise(WORD.findall(sentence.lower())):
            if word in words:
                sights[word] += 1
                if agreement := _AGREEMENTS.get(before):
                    after[word][agreement] += 1
    found = {}
    for word, counts in after.items():
        best, count = counts.most_common(1)[0]
        is_seen = sights[word] >= _FEWEST_SIGHTS
        if is_seen and count >= _LEAST_WITH_DETERMINER * sights[word] and count >= _LEAST_ALIKE * counts.total():
            found[word] = best
    return found
