"""Spanish that was left in the English text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.checks import Translated
from translate_pipeline.checks.untranslated import UntranslatedCheck, copied_words, opening_spanish_words, spanish_words
from translate_pipeline.document import TermMatch
from translate_pipeline.glossary import Glossary
from translate_pipeline.glossary.entry import GlossaryEntry


def left(translation: str, *targets: str) -> list[str]:
    terms = [TermMatch(GlossaryEntry("x", target), 0, 1, "x") for target in targets]
    return [match.group() for match in spanish_words(translation, terms)]


@pytest.mark.parametrize(
    ("translation", "words"),
    [
        ("The ministro spoke.", ["ministro"]),
        ("He was the líder of the huelga.", ["líder", "huelga"]),
        ("It was a carro blanco.", ["carro", "blanco"]),
        ("The party de la gente.", ["gente"]),
        ("He said que no.", ["que"]),
        ("They fue a casa.", ["fue", "casa"]),
        ("He is muy good", ["muy"]),
        ("tres men", ["tres"]),
        ("“hola”, he said", ["hola"]),
        ("hombre/mujer", ["hombre", "mujer"]),
        ("The president de left.", ["de"]),
        ("(sin) a reply", ["sin"]),
    ],
)
def test_spanish_words_that_were_left(translation: str, words: list[str]) -> None:
    assert left(translation) == words


@pytest.mark.parametrize(
    "translation",
    [
        "No, me, once, come, dame, son, van, pies, pan, actual, red, idea, general, final, capital, sex, pro, mate",
        "The guerrilla took the plaza; a junta and a caudillo ruled.",
        "The cartel paid in bitcoins for tequila, salsa and chorizo.",
        "A mariachi played salsa at the casino bar.",
        "The metro is natural, particular and metropolitan.",
        "Per capita, vice versa, ad hoc, status quo, pro bono, bona fide.",
        "He'll go to the gas plant; she's gone.",
        "A co-pilot took an X-ray.",
        "",
        "...",
        "٣ مرحبا بالعالم",
        "人人生而自由",
    ],
)
def test_english_words_that_spanish_has_too(translation: str) -> None:
    assert left(translation) == []


@pytest.mark.parametrize(
    "translation",
    [
        "The Partido de los Trabajadores won.",
        "Ortega y Gasset wrote it.",
        "El País and La Jornada report it.",
        "He lives in San Juan de los Lagos, by the Rio de la Plata.",
        "He read El Diario de la Mañana and El Mundo.",
        "Juana de Arco and Charles de Gaulle",
        "Osama bin Laden",
        "José Eduardo dos Santos",
        "Los Ministros",
        "LOS MINISTROS",
    ],
)
def test_particles_and_capitals_of_names_stay(translation: str) -> None:
    assert left(translation) == []


@pytest.mark.parametrize(
    "translation",
    [
        "See https://example.org/los-ministros-de-ayer for more.",
        "So says @los_ministros in #ministros.",
        "Write to ministros@example.org.",
        "the p.ej. case",
        "the d'hombres and l'ministro",
    ],
)
def test_addresses_and_parts_of_words_are_no_words(translation: str) -> None:
    assert left(translation) == []


def test_a_glossary_term_may_be_spanish() -> None:
    assert left("The huelga general began.") == ["huelga"]
    assert left("The huelga general began.", "huelga general") == []


@pytest.mark.parametrize(
    ("source", "translation", "words"),
    [
        ("Preso en Barbadillo", "Preso in Barbadillo", ["Preso"]),
        ("Muertos: 14. Heridos: 20.", "Dead: 14. Heridos: 20.", ["Heridos"]),
        ("«Golpeada pero no derrotada»", "“Golpeada but not defeated”", ["Golpeada"]),
        ("Podemos Euskadi votó.", "Podemos Euskadi voted.", []),
        ("Flores habló.", "Flores spoke.", []),
        ("Total: 14.", "Total: 14.", []),
        ("El senador G. Lugar habló.", "Senator G. Lugar spoke.", []),
        ("Los heridos llegaron.", "Heridos arrived.", []),
    ],
)
def test_a_word_that_opens_a_sentence_may_be_left_too(source: str, translation: str, words: list[str]) -> None:
    assert [match["word"] for match in opening_spanish_words(translation, source)] == words
    messages = [finding.message for finding in UntranslatedCheck().findings(Translated(source, translation))]
    assert messages == [f"left untranslated: {word}" for word in words]


def test_a_word_that_both_languages_have_was_left_if_the_source_has_it() -> None:
    assert UntranslatedCheck().findings(Translated("El heno ardió.", "The hay burned.")) == []
    assert UntranslatedCheck().findings(Translated("Aquí hay gente.", "Here hay people.")) != []


def test_one_finding_names_all_the_words_once() -> None:
    (finding,) = UntranslatedCheck().findings(Translated("x", "The ministro and the ministro spoke to gente."))
    assert (finding.severity, finding.message) == ("error", "left untranslated: ministro, gente")
    assert finding.target_span == "ministro"


def test_a_whole_sentence_that_was_left_has_a_short_message() -> None:
    (finding,) = UntranslatedCheck().findings(Translated("x", "los ministros hablaron ayer de la huelga " * 20))
    assert finding.message.startswith("left untranslated: los, ministros, hablaron, ayer")
    assert len(finding.message) <= 100


@pytest.mark.parametrize(("source", "target"), [("en", "es"), ("es", "pt"), ("ca", "en")])
def test_other_language_pairs_have_no_findings(source: str, target: str) -> None:
    assert UntranslatedCheck().findings(Translated("x", "Los ministros hablaron", (), source, target)) == []


@given(st.text())
def test_any_text_can_be_checked(text: str) -> None:
    for match in spanish_words(text):
        assert text[match.start() : match.end()] == match.group()
        assert match.group().islower()


@pytest.mark.parametrize(
    ("source", "translation", "words"),
    [
        ("Una ventisca cubrió las vías.", "A ventisca covered the tracks.", ["ventisca"]),
        ("Hubo granizo y cerezas.", "There was hail and cherries.", []),
        ("Bailó una rumba en la sauna.", "He danced a rumba in the sauna.", []),
        ("Comió foie en Lyon.", "He ate foie in Lyon.", ["foie"]),
        ("Midió 12 cm.", "It measured 12 cm.", []),
        ("Habló Ventisca.", "Ventisca spoke.", []),
    ],
)
def test_words_copied_that_english_has_not(source: str, translation: str, words: list[str]) -> None:
    assert [match.group() for match in copied_words(translation, source)] == words


def test_a_term_may_be_kept_as_it_is() -> None:
    glossary = Glossary([GlossaryEntry("ventisca", "ventisca")])
    source = "Una ventisca cubrió las vías."
    assert copied_words("A ventisca covered the tracks.", source, glossary.find(source)) == []
