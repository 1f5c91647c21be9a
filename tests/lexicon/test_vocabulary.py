from __future__ import annotations

import re
from pathlib import Path

import pytest

from training.word_lexicon.vocabulary import VocabularyWord, WordClass, read_vocabulary
from translate_pipeline.checks.english_vocabulary import is_english_word
from translate_pipeline.errors import InputError

_WORD = re.compile(r"[^\W\d_]+")


def test_the_editors_vocabulary_is_large_in_order_and_without_repetition() -> None:
    words = read_vocabulary()
    assert len(words) > 10_000
    keys = [(word.lemma, word.word_class.value) for word in words]
    assert keys == sorted(set(keys))


def test_a_line_is_lemma_class_translations_and_doubt(tmp_path: Path) -> None:
    file = tmp_path / "vocabulary.tsv"
    file.write_text("reyerta\tnf\tbrawl|fight\t\nbanda\tnf\tband|gang\tamb\n", encoding="utf-8")
    assert read_vocabulary(file) == [
        VocabularyWord("reyerta", WordClass.FEMININE, ("brawl", "fight"), is_ambiguous=False),
        VocabularyWord("banda", WordClass.FEMININE, ("band", "gang"), is_ambiguous=True),
    ]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("reyerta\tnf\tbrawl", "3 columns, not 4"),
        ("reyerta\tsust\tbrawl\t", "no class 'sust'"),
        ("Reyerta\tnf\tbrawl\t", "no word in lower case"),
        ("reyerta\tnf\tbrawl (street)\t", "is not one to three translations"),
        ("reyerta\tnf\t\t", "is not one to three translations"),
        ("reyerta\tnf\tbrawl\tmaybe", "is not 'amb'"),
    ],
)
def test_a_faulty_line_is_named(line: str, fault: str, tmp_path: Path) -> None:
    file = tmp_path / "vocabulary.tsv"
    file.write_text("zanja\tnf\tditch\t\n" + line + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=fault) as caught:
        read_vocabulary(file)
    assert str(caught.value).startswith(f"{file}:2: ")


def test_what_the_editors_wrote_is_english_to_the_checks() -> None:
    # Spanish has these too, and a text that has one is more likely to have it from there.
    spanish = {"con", "fin", "flagrante", "hay", "muleta", "quince", "registrar", "saber", "sin", "tan", "verse"}
    words = (word for entry in read_vocabulary() for phrase in entry.translations for word in _WORD.findall(phrase))
    assert {word for word in words if word.islower() and len(word) > 2 and not is_english_word(word)} <= spanish
