from __future__ import annotations

import importlib.resources
import lzma
import re

import pytest

from translate_pipeline.lexicon.word_list import find_counted, find_curated, find_entry

_FIND = {"counted.txt.xz": find_counted, "curated.txt.xz": find_curated}
_LETTERS = re.compile(r"[^\W\d_]+")


def lines_of(name: str) -> tuple[list[str], list[str]]:
    """The Spanish words and the English lines of a file of the lexicon."""
    file = importlib.resources.files("translate_pipeline.lexicon") / name
    spanish, _, english = lzma.decompress(file.read_bytes()).decode().partition("\n\n")
    return spanish.split("\n"), english.split("\n")


@pytest.mark.parametrize("name", _FIND)
def test_the_words_are_in_order_and_in_lower_case(name: str) -> None:
    spanish, english = lines_of(name)
    assert len(spanish) == len(english) > 30_000
    assert spanish == sorted(set(spanish))
    assert all(word.isalpha() and word == word.lower() and len(word) > 1 for word in spanish)


@pytest.mark.parametrize("name", _FIND)
def test_every_line_is_one_to_three_translations_with_falling_probabilities(name: str) -> None:
    for word, line in zip(*lines_of(name), strict=True):
        entry = _FIND[name](word)
        assert entry is not None, word
        probabilities = list(entry.probabilities.values())
        assert 1 <= len(probabilities) <= 3, word
        assert probabilities == sorted(probabilities, reverse=True), word
        assert all(0.1 <= probability <= 0.9 for probability in probabilities), word
        assert all(_LETTERS.fullmatch(re.sub(r"[ '-]", "", form)) for form in entry.probabilities), word
        packed = "".join(f"{form}{round(10 * p)}" for form, p in entry.probabilities.items())
        assert line.removeprefix("=") == packed, word
        assert entry.is_sure == line.startswith("=")


@pytest.mark.parametrize("name", _FIND)
def test_the_files_are_small(name: str) -> None:
    file = importlib.resources.files("translate_pipeline.lexicon") / name
    assert len(file.read_bytes()) < 350_000


def test_the_editors_translation_comes_before_what_was_counted() -> None:
    counted, both = find_counted("mazo"), find_entry("mazo")
    assert counted is not None and both is not None
    assert (counted.best, both.best) == ("sledgehammer", "mallet")
    assert both.probabilities["sledgehammer"] < both.probabilities["mallet"]


@pytest.mark.parametrize(
    ("spanish", "english"),
    [
        ("apuñalaron", "stabbed"),
        ("motosierras", "chainsaws"),
        ("resbaladizas", "slippery"),
        ("arrodillándose", "kneeling"),
    ],
)
def test_the_editors_words_are_found_in_all_their_forms(spanish: str, english: str) -> None:
    entry = find_entry(spanish)
    assert entry is not None and entry.is_sure
    assert entry.best == english


def test_a_form_that_was_never_seen_means_what_its_verb_means() -> None:
    entry = find_entry("circulaba")
    assert entry is not None
    assert "circulated" in entry.probabilities
