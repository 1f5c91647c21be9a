"""What a package translates rightly, by a person's translation, joins the lexicon."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.corpus import SentencePair
from training.word_lexicon.confirmation import add_confirmed, confirm, confirmed_by
from translate_pipeline.translation.store import bundled_packages

PACKAGE = bundled_packages()[0].path
SOURCE = "¿Qué estará tramando el viejo zorro?"  # the package first has the fox swallow


@pytest.mark.parametrize(
    ("target", "confirmed"),
    [
        ("What will the old fox swallow?", {("tramando", "swallow")}),
        ("What will the old fox be plotting?", set()),
        ("What will the old fox swallow, what is it plotting?", set()),
        ("What will the old fox eat?", set()),
    ],
    ids=["the package is right", "the lexicon is right", "both are", "neither is"],
)
def test_a_word_is_confirmed_by_the_pair(target: str, confirmed: set[tuple[str, str]]) -> None:
    assert set(confirmed_by(PACKAGE, [SentencePair(SOURCE, target, "test")])) == confirmed


def test_lines_are_in_order_and_forms_of_one_word_stand_once() -> None:
    known = "papel paper\n"
    found = [("juicio", "view"), ("papel", "papers"), ("juicio", "opinion"), ("juicio", "views")]
    assert add_confirmed(known, found) == "juicio opinion view\npapel paper\n"


def test_what_is_confirmed_is_added_to_the_file(tmp_path: Path) -> None:
    file = tmp_path / "confirmed.txt"
    file.write_text("papel paper\n", encoding="utf-8")
    pairs = [SentencePair(SOURCE, "What will the old fox swallow?", "test")]
    assert confirm(PACKAGE, pairs, file) == 2
    assert file.read_text(encoding="utf-8") == "papel paper\ntramando swallow\n"
