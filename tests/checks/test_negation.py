from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.checks import Finding, Translated
from translate_pipeline.checks.negation import NegationCheck
from translate_pipeline.checks.negation_alignment import ENGLISH, SPANISH, NegationAlignment
from translate_pipeline.checks.negation_cues import english_cues, spanish_cues
from translate_pipeline.checks.negation_evidence import gather, suspicion
from translate_pipeline.checks.negation_standins import english_standin, spanish_standin

LOST, GAINED = "in the translation", "in the source"


def findings(source: str, translation: str) -> list[Finding]:
    return NegationCheck().findings(Translated(source, translation))


def required(text: str, language: int) -> list[str]:
    cues = spanish_cues(text) if language == SPANISH else english_cues(text)
    return [text[cue.start : cue.end].lower() for cue in cues if cue.required]


@pytest.mark.parametrize(
    ("source", "translation", "phrase"),
    [
        ("El niño no estaba acompañado de adultos.", "The boy was accompanied by adults.", "no estaba acompañado"),
        ("El ministro no dimitirá.", "The minister will resign.", "no dimitirá"),
        ("Nunca ha hablado con la prensa.", "He has spoken to the press.", "Nunca ha hablado"),
        ("Nadie sabe la verdad.", "Everyone knows the truth.", "Nadie sabe"),
        (
            "No hay ninguna prueba contra el acusado.",
            "There is evidence against the defendant.",
            "No hay ninguna prueba",
        ),
        (
            "Asia puede ser protegida, pero el mercado no puede ser inmune.",
            "Asia can be protected, but the market can be immune.",
            "no puede ser inmune",
        ),
        (
            "El Gobierno no aceptó la propuesta y los sindicatos no firmaron el acuerdo.",
            "The Government accepted the proposal and the unions did not sign the agreement.",
            "no aceptó",
        ),
    ],
)
def test_a_negation_that_is_lost(source: str, translation: str, phrase: str) -> None:
    (found,) = findings(source, translation)
    assert found.severity in ("error", "warning")
    assert found.source_span == phrase
    assert found.message == f"“{phrase}” is not negative {LOST}"


@pytest.mark.parametrize(
    ("source", "translation", "phrase"),
    [
        ("El acuerdo está listo.", "The agreement is not ready.", "not ready"),
        ("El ministro dimitirá.", "The minister won't resign.", "won't resign"),
        ("El presidente ha aceptado la propuesta.", "The president has never accepted the proposal.", "never accepted"),
        (
            "El presidente no ha aceptado la propuesta, pero el ministro ha firmado el acuerdo.",
            "The president has not accepted the proposal, but the minister has not signed the agreement.",
            "not signed",
        ),
        (
            "Es difícil llegar a un acuerdo y el Gobierno aceptará la propuesta.",
            "It is difficult to reach an agreement and the Government will not accept the proposal.",
            "not accept",
        ),
    ],
)
def test_a_negation_that_came_in(source: str, translation: str, phrase: str) -> None:
    (found,) = findings(source, translation)
    assert found.severity in ("error", "warning")
    assert found.target_span == phrase
    assert found.message == f"“{phrase}” is not negative {GAINED}"


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        # One negation, said once in English.
        ("No ha visto nada.", "He has seen nothing."),
        ("No vino nadie.", "Nobody came."),
        ("No tiene ningún amigo ni familia.", "He has no friends or family."),
        ("Ni el presidente ni el ministro vinieron.", "Neither the president nor the minister came."),
        ("No lo sabe, ni lo sabrá nunca.", "He does not know, nor will he ever know."),
        ("Trabaja sin ninguna ayuda.", "He works without any help."),
        ("No creo que nadie lo sepa.", "I do not think anyone knows."),
        ("No está aquí y tampoco está en casa.", "He is not here and he is not at home either."),
        ("Ya no vive en Madrid.", "He no longer lives in Madrid."),
        ("Todavía no ha llegado.", "He has not arrived yet."),
        # Negations of form alone.
        ("No obstante, el acuerdo está listo.", "Nevertheless, the agreement is ready."),
        ("Sin embargo, el acuerdo está listo.", "However, the agreement is ready."),
        ("Vendrás mañana, ¿no?", "You will come tomorrow, won't you?"),
        ("No solo vino, sino que habló.", "He not only came but also spoke."),
        ("No es más que un rumor.", "It is only a rumour."),
        ("Es más importante que nunca.", "It is more important than ever."),
        ("No cabe duda de que vendrá.", "He will undoubtedly come."),
        ("No se irá hasta que no firmen.", "He will not leave until they sign."),
        ("El tratado de no proliferación está en vigor.", "The non-proliferation treaty is in force."),
        ("El Reglamento (CE) n.º 5 está en vigor.", "Regulation (EC) No 5 is in force."),
        ("Venga quien venga, el acuerdo está listo.", "No matter who comes, the agreement is ready."),
        # Words that stand for a negation.
        ("El presidente no firmó el acuerdo.", "The president failed to sign the agreement."),
        ("El camionero no resultó herido.", "The driver was unhurt."),
        ("No es probable que venga.", "He is unlikely to come."),
        ("El Gobierno aún no ha respondido.", "The Government has yet to respond."),
        ("Habló de guerra y no de paz.", "He spoke of war rather than peace."),
        ("Es imposible saberlo.", "You cannot know."),
        ("El país carece de recursos.", "The country has no resources."),
        ("El presidente ha dejado de hablar.", "The president is not speaking any more."),
        ("Vive sin trabajo.", "He has no job."),
        ("El avión no tripulado no alcanzó su objetivo.", "The drone did not achieve its goal."),
        ("El avión no tripulado cayó.", "The unmanned aircraft fell."),
        ("Sin luz no podemos abrir y sin agua, tampoco.", "Without light we can't open, nor without water either."),
    ],
)
def test_what_is_right(source: str, translation: str) -> None:
    assert findings(source, translation) == []


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("La tienda abrió no hace mucho.", "The shop opened recently."),
        ("Esa fiesta era el no va más.", "That party was the very best."),
        ("En la sala no cabe ni un alma.", "The room is packed."),
        ("No dude en llamar.", "Feel free to call."),
        ("El arroz no puede faltar en la mesa.", "Rice is a must on the table."),
        ("No olvide la llave.", "Remember the key."),
        ("Se fue no sin antes cenar.", "She left after dinner."),
        ("No tiene problemas en admitirlo.", "She readily admits it."),
        ("Recuerde la llave.", "Don't forget the key."),
        ("Es un juego de todo o nada.", "It is an all or nothing game."),
        ("Los perros no están permitidos.", "Dogs are forbidden."),
        ("Los médicos no coinciden con el ministro.", "The doctors oppose the minister."),
    ],
)
def test_fixed_phrases_and_antonyms(source: str, translation: str) -> None:
    assert findings(source, translation) == []


def test_a_word_that_is_translated_explains_nothing() -> None:
    source = "El fracaso de las negociaciones no sorprendió al presidente."
    assert findings(source, "The failure of the negotiations surprised the president.")
    assert not findings(source, "The failure of the negotiations did not surprise the president.")


def test_a_negation_with_no_word_in_common_is_free_translation() -> None:
    assert findings("La puerta no está cerrada.", "The door is closed.")
    assert not findings("Da igual cuándo lleguéis.", "It makes no difference when you get there.")


def test_all_negations_that_are_lost_are_one_finding() -> None:
    source = "El ministro no firmó el acuerdo. El presidente no leyó la carta."
    (found,) = findings(source, "The minister signed the agreement. The president read the letter.")
    assert found.message == "“no firmó” and “no leyó” are not negative in the translation"
    assert (found.source_span, found.target_span, found.severity) == ("no firmó", "signed", "error")


def test_a_finding_quotes_no_marks() -> None:
    [finding] = findings(
        "“Y sin agua, tampoco”, lamenta Ana Sanchis.", "“And without water, yes,” Ana Sanchis regrets."
    )
    assert finding.message == "“tampoco” is not negative in the translation"


def test_only_from_spanish_to_english() -> None:
    assert not NegationCheck().findings(Translated("He will not come.", "Il viendra.", (), "en", "fr"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No lo sé.", ["no"]),
        ("No ha visto nada nunca.", ["no"]),
        ("Nada ha cambiado y nadie lo sabe.", ["nada", "nadie"]),
        ("No creo que nadie lo sepa.", ["no"]),
        ("Dijo que no vendría. Nadie lo creyó.", ["no", "nadie"]),
        ("Lo hizo sin que nadie ni nada lo parase.", []),
        ("No solo vino, si no que habló.", []),
        ("Si no viene, habrá problemas.", ["si no"]),
        ("Sea o no verdad, vendrá.", []),
        ("Cómo no, vendrá antes que nada.", []),
    ],
)
def test_spanish_negations_that_need_one_in_english(text: str, expected: list[str]) -> None:
    assert required(text, SPANISH) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He can't and won't.", ["n't", "n't"]),
        ("It is neither good nor bad.", ["neither"]),
        ("No one cannot do nothing.", ["no one", "cannot", "nothing"]),
        ("Not only that: more than ever, no matter what, no less.", []),
        ("It is late, isn't it?", []),
        ("See Regulation No. 5 and Sophie in't Veld.", []),
        ("A knot is noted in the notebook.", []),
    ],
)
def test_english_negations_that_need_one_in_spanish(text: str, expected: list[str]) -> None:
    assert required(text, ENGLISH) == expected


def test_words_that_stand_for_negations() -> None:
    assert english_standin("unhurt", "") == english_standin("rather", "than") == spanish_standin("dejó", "de") == "sure"
    assert english_standin("rather", "late") == spanish_standin("sin", "agua") == "likely"
    assert english_standin("under", "") is english_standin("house", "") is spanish_standin("dejó", "caer") is None


def test_counterparts_are_found_by_the_lexicon_and_the_nearest_are_taken() -> None:
    alignment = NegationAlignment("Mi casa y la casa de Zubizarreta.", "My house and the house of Zubizarreta.")
    spanish, english = alignment.texts
    assert [english.counterparts[index] for index, word in enumerate(english.words) if word == "house"] == [1, 4]
    assert english.counterparts[english.words.index("zubizarreta")] == spanish.words.index("zubizarreta")


def test_what_a_negation_denies_ends_with_its_sentence() -> None:
    text = "No. Vendrán muchos amigos."
    alignment = NegationAlignment(text, "No. Many friends will come.")
    assert alignment.texts[SPANISH].scope(spanish_cues(text)[0]) == []


def test_a_word_in_place_of_a_negation_lowers_the_suspicion() -> None:
    source = "El presidente no firmó el acuerdo."
    (cue,) = spanish_cues(source)
    literal, explained = (
        suspicion(SPANISH, gather(NegationAlignment(source, translation), SPANISH, cue, []))
        for translation in ("The president signed the agreement.", "The president failed to sign the agreement.")
    )
    assert explained < literal - 3


_SPANISH = "no nunca nadie nada ni sin que y si sino tampoco ningún más solo duda casa come el Ñandú ¿ ? . , «".split()
_ENGLISH = "not no n't don't cannot never nobody nor without unless only than or the house eats İ ' ’ ? . , ”".split()


@given(st.lists(st.sampled_from(_SPANISH)), st.lists(st.sampled_from(_ENGLISH)))
def test_any_words_give_at_most_one_finding_with_spans_of_the_texts(spanish: list[str], english: list[str]) -> None:
    source, translation = " ".join(spanish), " ".join(english)
    found = findings(source, translation)
    assert len(found) <= 1
    assert all(one.source_span in source and one.target_span in translation for one in found)


@given(st.text(), st.text())
def test_any_text_is_checked(source: str, translation: str) -> None:
    assert len(findings(source, translation)) <= 1


_PAIRS = (
    ("No lo sé.", "I do not know."),
    ("La casa es grande.", "The house is big."),
    ("Nadie vino a la reunión.", "Nobody came to the meeting."),
    ("El ministro no ha dicho nada.", "The minister has said nothing."),
    ("Nunca hemos visto la carta.", "We have never seen the letter."),
)


@given(st.lists(st.sampled_from(_PAIRS)))
def test_equal_negations_in_the_same_order_give_nothing(pairs: list[tuple[str, str]]) -> None:
    assert findings(" ".join(spanish for spanish, _ in pairs), " ".join(english for _, english in pairs)) == []


@given(st.integers(0, 4), st.integers(0, 4))
def test_one_negation_less_in_any_sentence_is_found(before: int, after: int) -> None:
    source = ["El ministro ha firmado la carta."] * before + ["El presidente no leyó el libro."]
    translation = ["The minister has signed the letter."] * before + ["The president read the book."]
    source += ["La casa es grande."] * after
    translation += ["The house is big."] * after
    assert [one.source_span for one in findings(" ".join(source), " ".join(translation))] == ["no leyó"]


def test_a_looping_translation_does_not_take_long() -> None:
    start = time.perf_counter()
    findings("El presidente no firmó. " * 50, "I do not know " * 500)
    assert time.perf_counter() - start < 1
