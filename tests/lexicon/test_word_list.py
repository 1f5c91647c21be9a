from __future__ import annotations

import importlib.resources

from translate_pipeline.lexicon.word_list import find_entry, read_word_list


def test_the_words_are_in_order_and_in_lower_case() -> None:
    spanish, english = read_word_list()
    assert len(spanish) == len(english) > 30_000
    assert list(spanish) == sorted(set(spanish))
    assert all(word.isalpha() and word == word.lower() and len(word) > 1 for word in spanish)


def test_every_line_is_one_to_three_translations_with_falling_probabilities() -> None:
    for word, line in zip(*read_word_list(), strict=True):
        entry = find_entry(word)
        assert entry is not None, word
        probabilities = list(entry.probabilities.values())
        assert 1 <= len(probabilities) <= 3, word
        assert probabilities == sorted(probabilities, reverse=True), word
        assert all(0.1 <= probability <= 0.9 for probability in probabilities), word
        assert all(form.replace(" ", "").replace("-", "").isalpha() for form in entry.probabilities), word
        packed = "".join(f"{form}{round(10 * p)}" for form, p in entry.probabilities.items())
        assert line.removeprefix("=") == packed, word
        assert entry.is_sure == line.startswith("=")


def test_the_file_is_small() -> None:
    file = importlib.resources.files("translate_pipeline.lexicon") / "es_en.txt.xz"
    assert len(file.read_bytes()) < 350_000
