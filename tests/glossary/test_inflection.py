"""Inflected forms of Spanish terms, and the plural of English ones."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.glossary.inflection import (
    agreeing_forms,
    compute_agreeing_forms,
    compute_english_plural,
    compute_inflections,
    english_plural,
    inflections,
    is_plural,
    lemma,
    without_accents,
)


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
        ("país", {"país", "países"}),
        ("régimen", {"régimen", "regímenes"}),
        ("carácter", {"carácter", "caracteres"}),
        ("líder", {"líder", "líderes"}),
        ("gas", {"gas", "gases"}),
        ("plan", {"plan", "planes"}),
        ("guion", {"guion", "guiones"}),
        ("crisis", {"crisis"}),
        ("primer", {"primer", "primeros"}),
        ("israelí", {"israelí", "israelís", "israelíes"}),
        # simplemma takes these, or their plurals, for verbs.
        ("vacuna", {"vacuna", "vacunas"}),
        ("tira", {"tira", "tiras"}),
        ("erupción", {"erupción", "erupciones"}),
        ("colisión", {"colisión", "colisiones"}),
        ("escuadrón", {"escuadrón", "escuadrones"}),
        ("fusil", {"fusil", "fusiles"}),
        ("moción", {"moción", "mociones"}),
        ("incursión", {"incursión", "incursiones"}),
        ("revolución", {"revolución", "revoluciones"}),
        ("munición", {"munición", "municiones"}),
        ("ofensiva", {"ofensiva", "ofensivas"}),
        ("valla", {"valla", "vallas"}),
        ("feminicidio", {"feminicidio", "feminicidios"}),
        ("rescatista", {"rescatista", "rescatistas"}),
        ("desplazado", {"desplazado", "desplazados"}),
        ("equipos", {"equipo", "equipos"}),
    ],
)
def test_a_noun_and_its_plural(word: str, forms: set[str]) -> None:
    assert inflections(word) == compute_inflections(word) == forms


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("nuclear", "nucleares"),
        ("balístico", "balísticos"),
        ("internacional", "internacionales"),
        ("alemán", "alemanas"),
        ("francés", "francesas"),
        ("senador", "senadoras"),
        ("armas", "arma"),
        ("elecciones", "elección"),
        ("jueces", "juez"),
    ],
)
def test_nouns_have_their_other_forms(word: str, form: str) -> None:
    assert form in inflections(word)
    assert form in agreeing_forms(word)


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("aéreo", "aéreas"),
        ("aérea", "aéreos"),
        ("químico", "químicos"),
        ("química", "químicas"),
        ("armado", "armadas"),
        ("refugiado", "refugiada"),
        ("humanos", "humana"),
        ("encubierto", "encubiertos"),
        ("explosivos", "explosiva"),
        ("alemana", "alemanes"),
    ],
)
def test_what_goes_with_a_noun_agrees_with_it(word: str, form: str) -> None:
    assert form in agreeing_forms(word)
    assert form in compute_agreeing_forms(word)


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
        ("vacuna", "vacuno"),
        ("estado", "estar"),
        ("estado", "estada"),
        ("desplazado", "desplazares"),
        ("equipos", "equiposes"),
    ],
)
def test_a_word_does_not_bring_a_verb_or_another_noun(word: str, other: str) -> None:
    assert other not in inflections(word)


@pytest.mark.parametrize(
    ("word", "other"), [("estado", "estar"), ("estado", "estada"), ("partido", "partida"), ("armada", "armar")]
)
def test_what_goes_with_a_noun_does_not_bring_a_verb(word: str, other: str) -> None:
    assert other not in agreeing_forms(word)


@pytest.mark.parametrize(
    ("word", "adjective"),
    [
        ("físico", "físicas"),
        ("químico", "químicas"),
        ("médico", "médica"),
        ("periódico", "periódicas"),
        ("activo", "activas"),
        ("marino", "marinas"),
        ("minero", "minera"),
        ("refugiado", "refugiada"),
    ],
)
def test_a_noun_in_o_has_no_feminine(word: str, adjective: str) -> None:
    assert adjective not in inflections(word)


@pytest.mark.parametrize("word", ["de", "la", "los", "por", "sin", "y", "f-16", "covid-19", "2024", "", "x", "a.c."])
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
        ("F-16", "F-16s"),
        ("hit man", "hit men"),
        ("land mine", "land mines"),
        ("thief", "thieves"),
        ("passer-by", "passers-by"),
        ("runner-up", "runners-up"),
        ("add-on", "add-ons"),
        ("mother-in-law", "mothers-in-law"),
        ("secretary-general", "secretaries-general"),
        ("brigadier general", "brigadier generals"),
        ("president-elect", "presidents-elect"),
        ("minister without portfolio", "ministers without portfolio"),
        ("air-to-air missile", "air-to-air missiles"),
        ("surface-to-surface missile", "surface-to-surface missiles"),
        ("fighter-bomber", "fighter-bombers"),
        ("gas", "gases"),
        ("virus", "viruses"),
        ("witness", "witnesses"),
    ],
)
def test_english_plurals(singular: str, plural: str) -> None:
    assert english_plural(singular) == compute_english_plural(singular) == plural


@pytest.mark.parametrize(
    "term",
    [
        "armed forces",
        "sanctions",
        "customs",
        "troops",
        "barracks",
        "human rights",
        "politics",
        "police",
        "military spending",
        "women",
        "Indigenous people",
        "members of parliament",
        "news",
        "aircraft",
        "",
    ],
)
def test_what_stands_in_the_plural_or_has_none_stays(term: str) -> None:
    assert english_plural(term) == term


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
    assert word in inflections(word) <= agreeing_forms(word)


@given(spanish_letters)
def test_accents_go_once_and_in_either_normal_form(text: str) -> None:
    plain = without_accents(text)
    assert without_accents(plain) == plain
    assert without_accents(unicodedata.normalize("NFD", text)) == plain
    assert len(plain) == len(text)
