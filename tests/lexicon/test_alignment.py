from __future__ import annotations

from training.word_lexicon.alignment import WordLink, agreed_links
from training.word_lexicon.counting import linked_phrase


def test_a_link_of_one_direction_is_left_out() -> None:
    assert agreed_links(["0-0", "1-1"], ["0-0", "1-0", "2-1"]) == [WordLink(0, 0, 0, 0)]


def test_the_neighbours_that_one_direction_gives_to_the_same_word_belong_to_the_link() -> None:
    assert agreed_links(["0-0", "1-1", "1-2", "0-3"], ["0-0", "1-2"]) == [WordLink(0, 0, 0, 0), WordLink(1, 2, 1, 2)]


def test_a_phrase_ends_with_content_words() -> None:
    english = "they bought the machine guns for us".split()
    assert linked_phrase(WordLink(1, 4, 2, 5), english) == ["machine", "guns"]


def test_a_linked_function_word_stays() -> None:
    assert linked_phrase(WordLink(0, 1, 0, 1), "is without".split()) == ["without"]
    assert linked_phrase(WordLink(0, 0, 0, 0), ["for"]) == ["for"]


def test_a_long_phrase_is_cut_to_the_linked_word() -> None:
    assert linked_phrase(WordLink(0, 2, 0, 3), "tall green old trees".split()) == ["old"]
