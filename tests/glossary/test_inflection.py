"""Inflected forms of Spanish terms, and the plural of English ones."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.glossary.inflection import english_plural, inflections, is_plural, lemma, without_accents


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("zona", {"zona", "zonas"}),
        ("misil", {"misil", "misiles"}),
        ("avión", {"avión", "aviones"}),
        ("sanción", {"sanción", "sanciones"}),
        ("rehén", {"rehén", "rehenes"}),
        ("juez", {"juez", "jueces"}),
        ("joven", {"joven", "jóvenes"}),
        ("crimen", {"crimen", "crímenes"}),
        ("orden", {"orden", "órdenes"}),
        ("ley", {"ley", "leyes"}),
        ("bombardeo", {"bombardeo", "bombardeos"}),
        ("autobús", {"autobús", "autobuses"}),
        ("portavoz", {"portavoz", "portavoces"}),
    ],
)
def test_a_noun_and_its_plural(word: str, forms: set[str]) -> None:
    assert inflections(word) == forms


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("aéreo", "aéreas"),
        ("nuclear", "nucleares"),
        ("balístico", "balísticos"),
        ("internacional", "internacionales"),
        ("alemán", "alemanas"),
        ("francés", "francesas"),
        ("senador", "senadoras"),
        ("refugiado", "refugiada"),
        ("armas", "arma"),
        ("elecciones", "elección"),
        ("jueces", "juez"),
    ],
)
def test_adjectives_and_plurals_have_their_other_forms(word: str, form: str) -> None:
    assert form in inflections(word)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("acuerdo", "acuerda"),
        ("gobierno", "gobierna"),
        ("huelga", "huelgo"),
        ("voto", "vota"),
        ("marcha", "marchar"),
        ("puerto", "puerta"),
        ("caso", "casa"),
        ("punto", "punta"),
        ("político", "política"),
        ("músico", "música"),
        ("partido", "partida"),
    ],
)
def test_a_noun_does_not_bring_a_verb_or_another_noun(word: str, other: str) -> None:
    assert other not in inflections(word)


@pytest.mark.parametrize("word", ["de", "la", "y", "f-16", "covid-19", "2024", "", "x", "a.c."])
def test_short_words_and_names_with_marks_have_no_other_forms(word: str) -> None:
    assert inflections(word) == {word}


@pytest.mark.parametrize("word", ["armas", "elecciones", "fuerzas", "datos", "jueces"])
def test_plurals(word: str) -> None:
    assert is_plural(word)


@pytest.mark.parametrize("word", ["arma", "crisis", "virus", "lunes", "análisis", "país", "mes", "misil"])
def test_singulars_even_those_in_s(word: str) -> None:
    assert not is_plural(word)


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("air defense identification zone", "air defense identification zones"),
        ("ballistic missile", "ballistic missiles"),
        ("chief of staff", "chiefs of staff"),
        ("head of state", "heads of state"),
        ("weapon of mass destruction", "weapons of mass destruction"),
        ("commander in chief", "commanders in chief"),
        ("member of parliament", "members of parliament"),
        ("vote of no confidence", "votes of no confidence"),
        ("attorney general", "attorneys general"),
        ("prime minister", "prime ministers"),
        ("spokesman", "spokesmen"),
        ("spokeswoman", "spokeswomen"),
        ("deputy", "deputies"),
        ("embassy", "embassies"),
        ("arms race", "arms races"),
        ("customs officer", "customs officers"),
        ("human rights activist", "human rights activists"),
        ("driver's license", "driver's licenses"),
        ("ex-president", "ex-presidents"),
        ("anti-aircraft missile", "anti-aircraft missiles"),
        ("aircraft", "aircraft"),
        ("crisis", "crises"),
        ("coup", "coups"),
        ("wolf", "wolves"),
        ("hero", "heroes"),
        ("F-16 fighter", "F-16 fighters"),
        ("hit man", "hit men"),
    ],
)
def test_english_plurals(singular: str, plural: str) -> None:
    assert english_plural(singular) == plural


@pytest.mark.parametrize(
    ("word", "base"), [("misiles", "misil"), ("aviones", "avión"), ("jueces", "juez"), ("zonas", "zona")]
)
def test_lemmas(word: str, base: str) -> None:
    assert lemma(word) == base


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Seúl", "Seul"),
        ("IDENTIFICACIÓN AÉREA", "IDENTIFICACION AEREA"),
        ("Agüero y Núñez", "Aguero y Nuñez"),
        ("ESPAÑA", "ESPAÑA"),
        ("Seu\u0301l, Espan\u0303a", "Seul, España"),
        ("ONU", "ONU"),
        ("", ""),
    ],
)
def test_text_without_accents_keeps_its_letters(text: str, plain: str) -> None:
    assert without_accents(text) == plain


spanish_letters = st.text(alphabet=st.sampled_from("aábcdeéfghiíjlmnñoópqrstuúüvxyz"), max_size=15)


@given(spanish_letters)
def test_a_word_is_one_of_its_own_forms(word: str) -> None:
    assert word in inflections(word)


@given(spanish_letters)
def test_accents_go_once_and_in_either_normal_form(text: str) -> None:
    plain = without_accents(text)
    assert without_accents(plain) == plain
    assert without_accents(unicodedata.normalize("NFD", text)) == plain
    assert len(plain) == len(text)
