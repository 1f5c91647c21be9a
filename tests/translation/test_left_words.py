"""Words that a model left in Spanish, put into English where the lexicon is sure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.document import TermMatch
from translate_pipeline.glossary.entry import GlossaryEntry
from translate_pipeline.lexicon import best_translation
from translate_pipeline.translation.left_words import translate_left_words


@pytest.mark.parametrize(
    ("translation", "source", "mended", "count"),
    [
        ("The nariz was red.", "La nariz era roja.", "The nose was red.", 1),
        ("The nariz, the ojo.", "La nariz, el ojo.", "The nose, the eye.", 2),
        ("The “nariz” was red.", "La «nariz» era roja.", "The “nose” was red.", 1),
        ("nariz", "NARIZ", "nose", 1),
        ("An exalcalde spoke.", "Un exalcalde habló.", "A former mayor spoke.", 1),
        ("A olla broke.", "Una olla se rompió.", "A pot broke.", 1),
        ("They dug a acequia.", "Cavaron una acequia.", "They dug an irrigation ditch.", 1),
        ("The tapabocas helped.", "El tapabocas ayudó.", "The face mask helped.", 1),
        ("Nose, nariz; nariz!", "Nariz, nariz; ¡nariz!", "Nose, nose; nose!", 2),
        ("Muy inside, he said.", "Muy adentro, dijo.", "Very inside, he said.", 1),
        ("He left. “Allí is peace.”", "Se fue. «Allí hay paz».", "He left. “There is peace.”", 1),
        ("Perder is no shame.", "Perder no es vergüenza.", "To lose is no shame.", 1),
        ("Lluvia of stars", "Lluvia de estrellas", "Rain of stars", 1),
        ("Sabores of childhood", "Sabores de la infancia", "Tastes of childhood", 1),
    ],
)
def test_a_word_that_was_copied(translation: str, source: str, mended: str, count: int) -> None:
    assert translate_left_words(translation, source, ()) == (mended, count)


@pytest.mark.parametrize(
    ("translation", "source"),
    [
        ("The nose was red.", "La nariz era roja."),
        ("The nariz was red.", "El ojo era rojo."),
        ("The Nariz was red.", "La nariz era roja."),
        ("He has no idea, once more.", "No tiene idea, una vez más: once, me, no."),
        ("He read El País de ayer's Nariz.", "Leyó la Nariz de El País."),
        ("See https://example.org/nariz and @nariz.", "Ver https://example.org/nariz y @nariz, la nariz."),
        ("It is a nariz-like thing.", "Es como una nariz."),
        ("Molinos said no.", "Molinos dijo que no."),
        ("Molinos and giants", "Molinos y gigantes"),
        ("Lluvia again in Madrid", "Lluvia de nuevo en Madrid"),
        ("Lluvia de Andrés spoke.", "Lluvia de Andrés habló."),
        ("", "La nariz."),
        ("nariz", ""),
        ("", ""),
    ],
)
def test_what_stays(translation: str, source: str) -> None:
    assert translate_left_words(translation, source, ()) == (translation, 0)


def test_a_glossary_may_want_the_spanish_word() -> None:
    term = TermMatch(GlossaryEntry("nariz", "nariz"), 3, 8, "nariz")
    assert translate_left_words("The nariz was red.", "La nariz era roja.", [term]) == ("The nariz was red.", 0)


@pytest.mark.parametrize("word", ["que", "quedar", "hacer"])
def test_a_word_with_many_meanings_stays(word: str) -> None:
    assert best_translation(word) is None
    translation = f"He came {word} then."
    assert translate_left_words(translation, f"Vino {word} entonces.", ()) == (translation, 0)


@given(st.text(), st.text())
def test_any_text_can_be_mended(translation: str, source: str) -> None:
    mended, count = translate_left_words(translation, source, ())
    assert (mended == translation) or count


english = st.sampled_from("the a red house spoke yesterday and president of".split())


@given(st.lists(english, min_size=1), st.lists(english, min_size=1))
def test_what_stands_around_a_word_is_untouched(before: list[str], after: list[str]) -> None:
    left, right = " ".join(before), " ".join(after)
    assert translate_left_words(f"{left} nariz {right}", "La nariz.", ()) == (f"{left} nose {right}", 1)
