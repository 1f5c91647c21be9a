from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from training.word_lexicon.counting import TranslationCounts
from training.word_lexicon.selection import lexicon_lines

Links = dict[str, int]


def learnt(occurrences: Links, links: dict[str, Links]) -> dict[str, str]:
    """The lines for words with their numbers of links, two for each that both alignments have."""
    counted = defaultdict(Counter, {word: Counter(of_word) for word, of_word in links.items()})
    return lexicon_lines(TranslationCounts(Counter(occurrences), counted))


def test_the_forms_of_an_english_word_count_as_one_and_the_most_frequent_is_written() -> None:
    assert learnt({"caminaban": 10}, {"caminaban": {"walked": 10, "walking": 4, "marched": 6}}) == {
        "caminaban": "=walked7marched3"
    }


def test_a_word_of_two_likely_translations_is_evidence_only() -> None:
    lines = learnt({"banco": 20}, {"banco": {"bank": 15, "bench": 15, "shoal": 10}, "orilla": {"bank": 400}})
    assert lines["banco"] == "bank4bench4shoal2"


def test_a_rare_word_is_believed_when_a_form_of_it_agrees() -> None:
    links = {"murciélagos": {"bats": 2}, "murciélago": {"bat": 10}, "mesita": {"bedside": 2}}
    lines = learnt({"murciélagos": 1, "murciélago": 5, "mesita": 1}, links)
    assert lines == {"murciélago": "=bat9", "murciélagos": "=bats9"}


def test_a_rare_word_is_believed_when_it_looks_like_its_translation() -> None:
    assert learnt({"metanol": 1}, {"metanol": {"methanol": 2}}) == {"metanol": "=methanol9"}


def test_a_link_of_one_alignment_is_not_believed() -> None:
    assert learnt({"visones": 1}, {"visones": {"visions": 1}}) == {}


def test_a_word_that_is_mostly_not_linked_is_not_sure() -> None:
    assert learnt({"cabo": 100}, {"cabo": {"out": 40}})["cabo"] == "out9"


def test_names_that_stay_are_left_out_and_names_that_change_are_kept() -> None:
    occurrences = {"Merkel": 50, "Alemania": 50, "Torres": 40, "torres": 10}
    links = {
        "Merkel": {"Merkel": 100},
        "Alemania": {"Germany": 100},
        "Torres": {"Torres": 80},
        "torres": {"towers": 20},
    }
    assert learnt(occurrences, links) == {"alemania": "=Germany9", "torres": "=towers9"}


@pytest.mark.parametrize(
    ("counted", "form"), [({"Monday": 50, "monday": 2}, "Monday"), ({"President": 50, "president": 30}, "president")]
)
def test_english_capitals_are_written_where_they_nearly_always_are(counted: Links, form: str) -> None:
    assert learnt({"palabra": 40}, {"palabra": counted}) == {"palabra": f"={form}9"}


def test_a_phrase_that_the_aligner_cut_off_at_times_is_written_whole() -> None:
    assert learnt({"taxista": 10}, {"taxista": {"taxi": 10, "taxi driver": 10}}) == {"taxista": "=taxi driver9"}


def test_the_ending_decides_between_the_forms_of_a_rare_word() -> None:
    verbs = "acab adapt afirm alarm ayud cant cit copi cre danz dat dict dobl edit evit filtr form fum gan grit".split()
    links: dict[str, Links] = {f"{verb}aron": {f"{verb}ed": 20} for verb in verbs}
    links |= {"inventaron": {"inventing": 2}, "inventado": {"invented": 20}}
    assert learnt(dict.fromkeys(links, 10) | {"inventaron": 1}, links)["inventaron"] == "=invented9"
