"""Mending a translation through attention: with attention made by hand, and with the real package's."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from translate_pipeline.document import TermMatch
from translate_pipeline.glossary.enforcement import Segment
from translate_pipeline.glossary.enforcement.repair import repair
from translate_pipeline.glossary.entry import Article, GlossaryEntry
from translate_pipeline.translation.attention import word_pieces
from translate_pipeline.translation.engine import CTranslate2Engine, Hypothesis, Request, SearchOptions


def term(text: str, source: str, target: str, article: Article = "") -> TermMatch:
    start = text.index(source)
    return TermMatch(GlossaryEntry(source, target, article=article), start, start + len(source), source)


def attending(engine: CTranslate2Engine, source: str, looks: list[tuple[str, str]], share: float = 0.9) -> Hypothesis:
    """A translation of one piece a word; each looks with `share` at a span of the source, with the rest at its end."""
    attention = np.zeros((len(looks), engine.count_pieces(source) + 1), np.float16)
    for place, (_, span) in enumerate(looks):
        start = source.index(span)
        first, end = engine.count_pieces(source[:start]), engine.count_pieces(source[: start + len(span)])
        attention[place, -1] = 1 - share
        attention[place, first:end] = share / (end - first)
    words = [word for word, _ in looks]
    return Hypothesis(" ".join(words), 0.0, tuple(f"▁{word}" for word in words), lambda: attention)


WARPLANE = "Un avión de guerra cayó."


@pytest.mark.parametrize(
    ("looks", "mended"),
    [
        ([("A", "Un"), ("plane", "avión de guerra"), ("fell.", "cayó")], "A warplane fell."),
        ([("An", "Un"), ("airplane", "avión de guerra"), ("fell.", "cayó")], "A warplane fell."),
        ([("A", "Un"), ("war", "avión de guerra"), ("bird", "avión de guerra"), ("fell.", "cayó")], "A warplane fell."),
        ([("It", "cayó"), ("fell:", "cayó"), ("an", "Un"), ("airplane!", "avión de guerra")], "It fell: a warplane!"),
        ([("A", "Un"), ("“plane”", "avión de guerra"), ("fell.", "cayó")], "A “warplane” fell."),
        ([("A", "Un"), ('"plane,"', "avión de guerra"), ("fell.", "cayó")], 'A "warplane," fell.'),
        ([("The", "Un"), ("plane's", "avión de guerra"), ("fall.", "cayó")], "The warplane's fall."),
        ([("The", "Un"), ("plane’s", "avión de guerra"), ("fall.", "cayó")], "The warplane’s fall."),
        ([("Plane", "avión de guerra"), ("fell.", "cayó")], "Warplane fell."),
        ([("“plane", "avión de guerra"), ("fell”.", "cayó")], "“Warplane fell”."),
    ],
)
def test_the_word_that_looked_at_a_term_becomes_its_target(
    engine: CTranslate2Engine, looks: list[tuple[str, str]], mended: str
) -> None:
    plane = term(WARPLANE, "avión de guerra", "warplane")
    assert repair(attending(engine, WARPLANE, looks), Segment(WARPLANE, (plane,)), [plane], engine) == mended


@pytest.mark.parametrize(
    ("looks", "share"),
    [
        ([("A", "Un"), ("plane", "avión de guerra"), ("fell.", "cayó")], 0.3),
        ([("It", "Un"), ("fell.", "cayó")], 0.9),
        ([("A", "Un"), ("Boeing", "avión de guerra"), ("fell.", "cayó")], 0.9),
        ([("An", "Un"), *[(word, "avión de guerra") for word in "old heavy war bird".split()], ("fell.", "cayó")], 0.9),
        ([("The", "avión de guerra"), ("of", "avión de guerra"), ("fell.", "cayó")], 0.9),
    ],
    ids=["it looked elsewhere", "nothing looked there", "a name stands there", "too many words", "only small words"],
)
def test_what_does_not_look_like_a_rendering_stays(
    engine: CTranslate2Engine, looks: list[tuple[str, str]], share: float
) -> None:
    plane = term(WARPLANE, "avión de guerra", "warplane")
    assert repair(attending(engine, WARPLANE, looks, share), Segment(WARPLANE, (plane,)), [plane], engine) is None


LEADERS = "Los líderes de la OTAN llegaron a Seúl."


@pytest.mark.parametrize(
    ("article", "target", "looks", "mended"),
    [
        ("none", "NATO", [("Leaders", "líderes"), ("of", "de"), ("the", "la"), ("Ottoman", "OTAN")], "Leaders of NATO"),
        ("", "NATO", [("Leaders", "líderes"), ("of", "de"), ("the", "la"), ("Ottoman", "OTAN")], "Leaders of the NATO"),
        ("the", "UN", [("Leaders", "líderes"), ("of", "de"), ("Ottoman", "OTAN")], "Leaders of the UN"),
        ("the", "UN", [("Leaders", "líderes"), ("of", "de"), ("the", "la"), ("Ottoman", "OTAN")], "Leaders of the UN"),
        (
            "",
            "NATO",
            [("Leaders", "líderes"), ("of", "OTAN"), ("the", "OTAN"), ("Ottoman", "OTAN")],
            "Leaders of the NATO",
        ),
    ],
)
def test_the_article_is_that_of_the_entry(
    engine: CTranslate2Engine, article: Article, target: str, looks: list[tuple[str, str]], mended: str
) -> None:
    otan = term(LEADERS, "OTAN", target, article)
    assert repair(attending(engine, LEADERS, looks), Segment(LEADERS, (otan,)), [otan], engine) == mended


def test_a_headline_keeps_its_capitals(engine: CTranslate2Engine) -> None:
    headline = "CUMBRE EN COREA"
    start = headline.index("COREA")
    corea = TermMatch(GlossaryEntry("Corea", "Korea"), start, start + 5, "COREA")
    hypothesis = attending(engine, headline, [("SUMMIT", "CUMBRE"), ("IN", "EN"), ("CHOREA", "COREA")])
    assert repair(hypothesis, Segment(headline, (corea,)), [corea], engine) == "SUMMIT IN KOREA"


@pytest.mark.parametrize(
    ("word", "mended"), [("1.247", "1,247 people died."), ("12,", "1,247, people died."), ("many", None)]
)
def test_a_figure_takes_the_place_of_a_figure(engine: CTranslate2Engine, word: str, mended: str | None) -> None:
    source = "Murieron 1.247 personas."
    figure = replace(term(source, "1.247", "1,247"), kind="figure")
    hypothesis = attending(engine, source, [(word, "1.247"), ("people", "personas"), ("died.", "Murieron")])
    assert repair(hypothesis, Segment(source, ()), [figure], engine) == mended


@pytest.mark.parametrize(
    ("word", "share", "mended"),
    [
        ("Zelinsky", 0.3, "President Zelenski spoke."),
        ("Zelinsky’s", 0.3, "President Zelenski’s spoke."),
        ("Velinsky", 0.3, None),
        ("Velinsky", 0.6, "President Zelenski spoke."),
        ("zelinsky", 0.3, None),
        ("zelinsky", 0.6, None),
    ],
)
def test_a_capital_of_the_same_letter_needs_less_attention(
    engine: CTranslate2Engine, word: str, share: float, mended: str | None
) -> None:
    source = "El presidente Zelenski habló."
    name = replace(term(source, "Zelenski", "Zelenski"), kind="name")
    looks = [("President", "presidente"), (word, "Zelenski"), ("spoke.", "habló")]
    assert repair(attending(engine, source, looks, share), Segment(source, ()), [name], engine) == mended


def test_several_terms_are_mended_from_right_to_left(engine: CTranslate2Engine) -> None:
    source = "El perro y el gato vieron la zona de defensa."
    terms = [
        term(source, "perro", "hound"),
        term(source, "zona de defensa", "air defense zone"),
        term(source, "gato", "cat"),
    ]
    looks = [
        ("The", "El"),
        ("bitch", "perro"),
        ("and", "y"),
        ("the", "el gato"),
        ("kitty", "gato"),
        ("saw", "vieron"),
        ("the", "la"),
        ("area.", "zona de defensa"),
    ]
    hypothesis = attending(engine, source, looks)
    expected = "The hound and the cat saw the air defense zone."
    assert repair(hypothesis, Segment(source, tuple(terms)), terms, engine) == expected
    assert repair(hypothesis, Segment(source, tuple(terms)), terms[::-1], engine) == expected
    assert hypothesis.text == "The bitch and the kitty saw the area."


def test_words_that_were_mended_are_not_mended_again(engine: CTranslate2Engine) -> None:
    source = "El perro guardián ladró."
    terms = [term(source, "perro guardián", "mastiff"), term(source, "guardián", "sentry")]
    looks = [("The", "El"), ("guard", "guardián"), ("dog", "perro"), ("barked.", "ladró")]
    hypothesis = attending(engine, source, looks)
    for missing in (terms, terms[::-1]):
        assert repair(hypothesis, Segment(source, ()), missing, engine) == "The mastiff barked."


def test_nothing_missing_and_nothing_to_look_at(engine: CTranslate2Engine) -> None:
    plane = term(WARPLANE, "avión de guerra", "warplane")
    segment = Segment(WARPLANE, (plane,))
    whole = attending(engine, WARPLANE, [("A", "Un"), ("plane", "avión de guerra"), ("fell.", "cayó")])
    assert repair(whole, segment, [], engine) is None
    assert repair(Hypothesis(whole.text, 0.0), segment, [plane], engine) is None
    assert (
        repair(Hypothesis("A plane has fallen.", 0.0, whole.pieces, whole.read_attention), segment, [plane], engine)
        is None
    )


def test_a_word_is_its_pieces() -> None:
    assert word_pieces(["▁The", "▁war", "plane", "s", "▁fell", "."]) == [(0, 1), (1, 4), (4, 6)]
    assert word_pieces(["The", "▁fall"]) == [(0, 1), (1, 2)]


SENTENCES = [
    ("El ministro y el rey estaban sobre la alfombra.", "alfombra", "rug"),
    ("La policía detuvo ayer a tres hombres en el aeropuerto.", "aeropuerto", "airfield"),
    ("El presidente habló ayer con la prensa en la capital.", "prensa", "journalists"),
    ("El juez leyó la sentencia en la sala.", "sentencia", "verdict"),
    ("El hospital recibió a dos niños heridos.", "hospital", "infirmary"),
]


@pytest.mark.parametrize(("source", "word", "target"), SENTENCES)
def test_the_packages_attention_shows_the_place_of_a_common_noun(
    engine: CTranslate2Engine, source: str, word: str, target: str
) -> None:
    noun = term(source, word, target)
    ((hypothesis,),) = engine.translate([Request(source, SearchOptions(2, attention=True))])
    repaired = repair(hypothesis, Segment(source, (noun,)), [noun], engine)
    assert repaired is not None
    before, after = hypothesis.text.split(" "), repaired.split(" ")
    changed = [place for place, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]]
    assert len(changed) == 1
    assert target in after[changed[0]]
