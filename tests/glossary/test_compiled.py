"""The compiled glossary finds what a slow reading of the entries finds."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.glossary import Glossary, GlossaryEntry
from translate_pipeline.glossary.compiled import CompiledGlossary, compile_glossary, is_inflected, tokens_of
from translate_pipeline.glossary.entry import Accents, Case, Inflection
from translate_pipeline.glossary.inflection import agreeing_forms, inflections

ZONE = GlossaryEntry("zona de identificación de defensa aérea", "air defense identification zone")
MISSILE = GlossaryEntry("misil balístico", "ballistic missile", ("cohete balístico",))
WEAPONS = GlossaryEntry("armas nucleares", "nuclear weapons")
COUP = GlossaryEntry("golpe de Estado", "coup", ("golpe",))


def found(text: str, *entries: GlossaryEntry, source: str = "es", target: str = "en") -> list[tuple[str, str]]:
    return [(match.text, match.target) for match in Glossary(entries, source, target).find(text)]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("zona de identificación de defensa aérea", "air defense identification zone"),
        ("zonas de identificación de defensa aérea", "air defense identification zones"),
        ("Zonas de identificación de defensa aérea", "air defense identification zones"),
        ("ZONA DE IDENTIFICACIÓN DE DEFENSA AÉREA", "air defense identification zone"),
        ("ZONAS DE IDENTIFICACIÓN DE DEFENSA AÉREA", "air defense identification zones"),
        ("zonas\u00a0de  identificación\nde defensa aérea", "air defense identification zones"),
    ],
)
def test_singular_and_plural_in_the_capitals_of_a_text(text: str, target: str) -> None:
    assert found(f"En las {text}.", ZONE) == [(text, target)]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("dos misiles balísticos", [("misiles balísticos", "ballistic missiles")]),
        ("un cohete balístico", [("cohete balístico", "ballistic missile")]),
        ("dos cohetes balísticos", [("cohetes balísticos", "ballistic missiles")]),
        ("un misil. Balístico, dijo", []),
        ("un misil, balístico", []),
        ("un misil antibalístico", []),
        ("MisileS balísticos", []),
    ],
)
def test_aliases_have_inflected_forms_too(text: str, terms: list[tuple[str, str]]) -> None:
    assert found(text, MISSILE) == terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("las armas nucleares", [("armas nucleares", "nuclear weapons")]),
        ("LAS ARMAS NUCLEARES", [("ARMAS NUCLEARES", "nuclear weapons")]),
        ("un arma nuclear", []),
    ],
)
def test_a_plural_has_no_singular(text: str, terms: list[tuple[str, str]]) -> None:
    assert found(text, WEAPONS) == terms


def test_a_singular_and_a_plural_of_their_own_stand_side_by_side() -> None:
    both = (WEAPONS, GlossaryEntry("arma nuclear", "nuke"))
    assert found("armas nucleares y un arma nuclear", *both) == [
        ("armas nucleares", "nuclear weapons"),
        ("arma nuclear", "nuke"),
    ]


def test_a_form_of_the_glossary_has_its_own_target_even_as_a_plural() -> None:
    gas = GlossaryEntry("gas lacrimógeno", "tear gas", ("gases lacrimógenos",))
    assert found("con gases lacrimógenos", gas) == [("gases lacrimógenos", "tear gas")]


@pytest.mark.parametrize(
    ("inflection", "case", "do_not_translate"), [("none", "", False), ("", "exact", False), ("", "any", False)]
)
def test_what_is_not_inflected(inflection: Inflection, case: Case, do_not_translate: bool) -> None:
    entry = GlossaryEntry("misil balístico", "ballistic missile", inflection=inflection, case=case)
    assert not is_inflected(entry)
    assert found("el misil balístico", entry) == [("misil balístico", "ballistic missile")]
    assert found("los misiles balísticos", entry) == []


def test_names_are_not_inflected() -> None:
    assert found("los Misiles", GlossaryEntry("Misil", "Missile")) == []
    assert not is_inflected(GlossaryEntry("OTAN", "NATO"))
    assert not is_inflected(GlossaryEntry("kiev", "kiev", do_not_translate=True))


@pytest.mark.parametrize(("source", "target"), [("en", "es"), ("es", "fr"), ("pt", "en")])
def test_other_language_pairs_are_not_inflected(source: str, target: str) -> None:
    assert found("dos misiles balísticos", MISSILE, source=source, target=target) == []
    assert found("un misil balístico", MISSILE, source=source, target=target) == [
        ("misil balístico", "ballistic missile")
    ]


def test_a_target_with_a_capital_has_no_plural() -> None:
    line = GlossaryEntry("línea verde", "Green Line")
    assert found("las líneas verdes", line) == [("líneas verdes", "Green Line")]


@pytest.mark.parametrize(
    ("text", "case", "matches"),
    [
        ("Mercosur", "", True),
        ("MERCOSUR", "", True),
        ("mercosur", "", False),
        ("Mercosur", "exact", True),
        ("MERCOSUR", "exact", False),
        ("mercosur", "exact", False),
        ("MERCOSUR", "any", True),
        ("mercosur", "any", True),
        ("mErCoSuR", "any", True),
        ("mErCoSuR", "", False),
    ],
)
def test_capitals(text: str, case: Case, matches: bool) -> None:
    assert bool(found(f"el {text}.", GlossaryEntry("Mercosur", "Mercosur", case=case))) is matches


@pytest.mark.parametrize(
    ("text", "form", "matches"),
    [
        ("la OMS", "oms", False),
        ("la OMS", "OMS", True),
        ("la Oms", "OMS", False),
        ("el PP", "pp", False),
        ("LA CASA", "la casa", True),
        ("La casa", "la casa", True),
        ("La Casa", "la casa", False),
    ],
)
def test_three_capitals_are_an_acronym_more_are_a_headline(text: str, form: str, matches: bool) -> None:
    assert bool(found(text, GlossaryEntry(form, "x", inflection="none"))) is matches


@pytest.mark.parametrize(
    ("text", "accents", "matches"),
    [
        ("Seúl", "", True),
        ("Seul", "", False),
        ("Seúl", "optional", True),
        ("Seul", "optional", True),
        ("SEUL", "optional", True),
        ("SEÚL", "", True),
        ("Séul", "optional", False),
    ],
)
def test_accents(text: str, accents: Accents, matches: bool) -> None:
    assert bool(found(f"en {text}", GlossaryEntry("Seúl", "Seoul", accents=accents))) is matches


def test_the_tilde_is_no_accent() -> None:
    assert found("los anos", GlossaryEntry("los años", "the years", accents="optional")) == []


def test_a_decomposed_entry_is_composed() -> None:
    entry = GlossaryEntry("identificacio\u0301n ae\u0301rea", "air identification")
    assert found("la identificación aérea", entry) == [("identificación aérea", "air identification")]


def test_the_longest_match_wins_over_the_first_entry() -> None:
    entries = (GlossaryEntry("Corea", "Korea"), GlossaryEntry("Corea del Sur", "South Korea"))
    assert found("Corea del Sur y Corea del Norte", *entries) == [("Corea del Sur", "South Korea"), ("Corea", "Korea")]


@pytest.mark.parametrize("longest_first", [True, False])
def test_the_longest_of_many_forms_with_the_same_first_words_wins(longest_first: bool) -> None:
    forms = ["Estado Mayor", "Estado Mayor Conjunto", "Estado Mayor Conjunto del Sur"]
    entries = [GlossaryEntry(form, form) for form in sorted(forms, key=len, reverse=longest_first)]
    text = "Estado Mayor Conjunto del Sur, Estado Mayor Conjunto del Norte, Estado Mayor"
    assert found(text, *entries) == [(form, form) for form in sorted(forms, key=len, reverse=True)]


def test_a_longer_inflected_match_wins_over_a_shorter_exact_one() -> None:
    entries = (GlossaryEntry("misiles", "rockets"), MISSILE)
    assert found("misiles balísticos y misiles", *entries) == [
        ("misiles balísticos", "ballistic missiles"),
        ("misiles", "rockets"),
    ]


def test_an_exact_match_wins_over_an_inflected_one_of_its_length() -> None:
    entries = (MISSILE, GlossaryEntry("misiles balísticos", "BMs"))
    assert found("dos misiles balísticos", *entries) == [("misiles balísticos", "BMs")]


def test_the_first_entry_wins_if_both_have_the_form_in_their_own_way() -> None:
    first, second = GlossaryEntry("Kiev", "Kyiv"), GlossaryEntry("kiev", "Kiev", case="any")
    assert found("KIEV", first, second) == [("KIEV", "Kyiv")]
    assert found("KIEV", second, first) == [("KIEV", "Kiev")]
    assert found("kiev", first, second) == [("kiev", "Kiev")]


def test_a_longer_form_that_does_not_fit_leaves_room_for_a_shorter_one() -> None:
    entries = (
        GlossaryEntry("banco central europeo", "ECB", case="exact"),
        GlossaryEntry("banco central", "central bank"),
    )
    assert found("el Banco central europeo", *entries) == [("Banco central", "central bank")]


def test_a_shorter_match_does_not_hide_what_begins_inside_it() -> None:
    entries = (GlossaryEntry("Corte Suprema", "Supreme Court"), GlossaryEntry("Suprema de Justicia", "x"))
    assert found("la Corte Suprema de Justicia", *entries) == [("Corte Suprema", "Supreme Court")]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("EE.UU. y EE. UU.", ["EE.UU.", "EE. UU."]),
        ("EE UU", []),
        ("covid-19 y covid19", ["covid-19"]),
        ("¡covid-19!", ["covid-19"]),
        ("supercovid-19", []),
        ("covid-190", []),
    ],
)
def test_marks_inside_a_form_count_and_white_space_does_not(text: str, terms: list[str]) -> None:
    entries = (GlossaryEntry("EE. UU.", "US"), GlossaryEntry("covid-19", "COVID-19"))
    assert [term for term, _ in found(text, *entries)] == terms


@pytest.mark.parametrize("text", ["", " ", "\n", "...", "¿?", "🙂", "مرحبا", "人人", "a" * 10_000, "- " * 5_000])
def test_text_without_terms(text: str) -> None:
    assert found(text, ZONE, MISSILE) == []


def test_no_entries_find_nothing() -> None:
    assert found("misil balístico") == []
    assert compile_glossary([], "es", "en") == CompiledGlossary()


def test_right_to_left_text_around_a_term() -> None:
    text = "قال \u202bOTAN\u202c إن"
    (match,) = Glossary([GlossaryEntry("OTAN", "NATO")]).find(text)
    assert text[match.start : match.end] == "OTAN"


def _is_exactly(given: Sequence[str], wanted: Sequence[str], case: Case) -> bool:
    text, form = " ".join(given), " ".join(wanted)
    if text.casefold() != form.casefold():
        return False
    if text == form or case != "":
        return text == form or case == "any"
    in_capitals = text.isupper() and sum(ch.isalpha() for ch in text) > 3
    return in_capitals or (form[0].islower() and text == form[0].upper() + form[1:])


def _is_inflection(given: Sequence[str], wanted: Sequence[str]) -> bool:
    in_capitals = " ".join(given).isupper()
    for place, (word, token) in enumerate(zip(given, wanted, strict=True)):
        is_noun = place == 0 or wanted[place - 1] in ("de", "la")
        if token != token.lower():
            fits = word == (token.upper() if in_capitals else token)
        else:
            in_one_case = in_capitals or word == word.lower() or (place == 0 and word == word.capitalize())
            fits = in_one_case and word.casefold() in (inflections(token) if is_noun else agreeing_forms(token))
        if not fits:
            return False
    return True


def slow_find(text: str, entries: Sequence[GlossaryEntry]) -> list[tuple[int, int, str]]:
    """Start, end and source of each match, by trying every form at every word; of equal forms the first counts."""
    exact_forms: dict[str, GlossaryEntry] = {}
    noun_forms: dict[str, GlossaryEntry] = {}
    for entry in entries:
        for form in entry.forms:
            exact_forms.setdefault(" ".join(tokens_of(form)), entry)
            if is_inflected(entry) and form[0].islower():
                noun_forms.setdefault(" ".join(tokens_of(form)), entry)
    places = [(match.start(), match.end()) for match in re.finditer(r"\w+|[^\w\s]", text)]
    found, index = [], 0
    while index < len(places):
        best = (0, False, "")
        for is_exact, forms in ((True, exact_forms), (False, noun_forms)):
            for form, entry in forms.items():
                wanted = form.split(" ")
                given = [text[start:end] for start, end in places[index : index + len(wanted)]]
                if len(given) == len(wanted) and (len(wanted), is_exact) > best[:2]:
                    fits = _is_exactly(given, wanted, entry.case) if is_exact else _is_inflection(given, wanted)
                    best = (len(wanted), is_exact, entry.source) if fits else best
        length, _, source = best
        if length:
            found.append((places[index][0], places[index + length - 1][1], source))
        index += length or 1
    return found


source_words = st.sampled_from(["misil", "balístico", "de", "Corea", "OTAN", "zona", "EE", ".", "aérea", "Zona", "la"])
forms = st.lists(source_words, min_size=1, max_size=4).map(" ".join)
generated_entries = st.lists(
    st.builds(
        GlossaryEntry,
        source=forms,
        target=st.sampled_from(["one", "Two", "three four"]),
        aliases=st.lists(forms, max_size=2).map(tuple),
        case=st.sampled_from(["", "exact", "any"]),
        inflection=st.sampled_from(["", "none"]),
    ),
    max_size=8,
)
text_words = st.sampled_from(
    "misil misiles balístico balísticos Misiles MISILES BALÍSTICOS de DE Corea corea COREA OTAN otan Otan zona zonas "
    "Zona ZONAS EE EE. aérea aéreas . , la La LA".split()
)


@given(generated_entries, st.lists(text_words, max_size=14), st.sampled_from([" ", "  ", "\u00a0", "\n"]))
def test_matching_equals_a_slow_reading(entries: list[GlossaryEntry], words: list[str], space: str) -> None:
    text = space.join(words)
    matches = Glossary(entries).find(text)
    assert [(match.start, match.end, match.entry.source) for match in matches] == slow_find(text, entries)
    assert all(text[match.start : match.end] == match.text for match in matches)


@given(st.text())
def test_any_text_can_be_searched(text: str) -> None:
    end = 0
    for match in Glossary([ZONE, MISSILE, GlossaryEntry("a", "b", case="any"), GlossaryEntry(".", "!")]).find(text):
        assert end <= match.start < match.end
        assert text[match.start : match.end] == match.text
        end = match.end
