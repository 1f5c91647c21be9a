"""The editors' vocabulary: rare Spanish words, and the English that the news has for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from training.corpus import read_lines
from training.word_lexicon.lines import MOST_TRANSLATIONS
from translate_pipeline.errors import InputError

VOCABULARY = Path(__file__).with_name("vocabulary.tsv")


class WordClass(Enum):
    """What a word is, as the vocabulary's second column says it."""

    MASCULINE = "nm"
    FEMININE = "nf"
    COMMON_GENDER = "nmf"
    PERSON = "n"
    ADJECTIVE = "adj"
    VERB = "v"
    ADVERB = "adv"
    INTERJECTION = "intj"

    @property
    def is_noun(self) -> bool:
        """Whether the word has a plural that English has too."""
        return self.value.startswith("n")


@dataclass(frozen=True)
class VocabularyWord:
    """A Spanish word in its dictionary form.

    Attributes:
        lemma: masculine singular or infinitive.
        word_class: decides how it is inflected; a noun of class `PERSON` has a feminine.
        translations: one to three, in dictionary form, verbs without `to`; the most frequent in news first.
        is_ambiguous: whether no translation can be written without knowing the sentence.
    """

    lemma: str
    word_class: WordClass
    translations: tuple[str, ...]
    is_ambiguous: bool


def read_vocabulary(path: Path = VOCABULARY) -> list[VocabularyWord]:
    """The words of a vocabulary: lemma, class, translations divided by `|`, and `amb` or nothing, by tabs.

    Raises:
        InputError: a line is none; it says which.
    """
    return [_word(path, number, line) for number, line in enumerate(read_lines(path), 1)]


def _word(path: Path, number: int, line: str) -> VocabularyWord:
    columns = line.split("\t")
    if len(columns) != 4:
        raise InputError(f"{path}:{number}: {len(columns)} columns, not 4")
    lemma, name, written, ambiguous = columns
    try:
        word_class = WordClass(name)
    except ValueError:
        classes = ", ".join(member.value for member in WordClass)
        raise InputError(f"{path}:{number}: no class {name!r}: one of {classes}") from None
    translations = tuple(written.split("|"))
    if not lemma.isalpha() or not lemma.islower():
        raise InputError(f"{path}:{number}: {lemma!r} is no word in lower case")
    if not 1 <= len(translations) <= MOST_TRANSLATIONS or not all(map(_is_phrase, translations)):
        raise InputError(
            f"{path}:{number}: {written!r} is not one to three translations of letters, hyphens, apostrophes"
        )
    if ambiguous not in ("", "amb"):
        raise InputError(f"{path}:{number}: {ambiguous!r} is not 'amb'")
    return VocabularyWord(lemma, word_class, translations, bool(ambiguous))


def _is_phrase(text: str) -> bool:
    return all(part.replace("'", "").isalpha() for part in text.replace("-", " ").split(" "))
