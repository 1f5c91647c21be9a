from __future__ import annotations

from dataclasses import replace

import pytest

from tests.digest.articles import article
from tests.digest.sample import sample_digest
from translate_pipeline import Pipeline
from translate_pipeline.digest.model import Article, Quotation
from translate_pipeline.digest.quotations import quotations


def _said(text: str, language: str = "es") -> list[tuple[str, str]]:
    return [(found.speaker_source, found.text) for found in quotations([article(text, language=language)])]


SPANISH = [
    pytest.param("“No vamos a negociar con nadie”, dijo Putin.", "Putin", id="a verb and a name behind it"),
    pytest.param("«No vamos a negociar con nadie», afirma Putin.", "Putin", id="angle marks"),
    pytest.param('"No vamos a negociar con nadie", ha dicho Putin.', "Putin", id="straight marks and the perfect"),
    pytest.param("Putin dijo: “No vamos a negociar con nadie”.", "Putin", id="a colon"),
    pytest.param("Putin aseguró ayer que “no van a negociar con nadie”.", "Putin", id="a subordinate clause"),
    pytest.param("“No vamos a negociar con nadie”, según Putin.", "Putin", id="según behind"),
    pytest.param("Según explicó Putin, “no van a negociar con nadie”.", "Putin", id="según before, with a verb"),
    pytest.param(
        "“No vamos a negociar con nadie”, dijo este lunes a la agencia Efe el ministro de Defensa, Andrei Belousov.",
        "Andrei Belousov",
        id="an office and its holder behind days and listeners",
    ),
    pytest.param(
        "El ministro de Exteriores sirio, Walid Muallem, ha afirmado en la ONU que “no van a negociar con nadie”.",
        "Walid Muallem",
        id="an office and its holder before the verb",
    ),
    pytest.param(
        "La directora de los CDC (por sus siglas en inglés), la Dra. Rochelle Walensky, dijo: “No vamos a ceder más”.",
        "Rochelle Walensky",
        id="brackets and a title",
    ),
    pytest.param("Pérez, de 45 años, dijo que “no van a negociar con nadie”.", "Pérez", id="an insertion"),
    pytest.param("“No vamos a ceder más”, dijo el abogado de Manning, David Coombs.", "David Coombs", id="his lawyer"),
    pytest.param("“No vamos a ceder nunca más”, se preguntó Merkel en Berlín.", "Merkel", id="a reflexive verb"),
    pytest.param("“No vamos a negociar con nadie”, denuncia Greenpeace.", "Greenpeace", id="a verb that may be a noun"),
    pytest.param("—No vamos a negociar con nadie —dijo Juan Pérez.", "Juan Pérez", id="speech behind a dash"),
]


@pytest.mark.parametrize(("text", "speaker"), SPANISH)
def test_the_name_that_a_verb_of_speech_is_tied_to_says_it(text: str, speaker: str) -> None:
    assert [said for said, _ in _said(text)] == [speaker]


ENGLISH = [
    pytest.param("“We will not talk to anybody,” said Putin.", "Putin", id="a verb and a name behind it"),
    pytest.param("“We will not talk to anybody,” Sergei Lavrov said on Monday.", "Sergei Lavrov", id="subject first"),
    pytest.param("‘We will not talk to anybody,’ Sergei Lavrov told reporters.", "Sergei Lavrov", id="single marks"),
    pytest.param(
        "“We will not talk to anybody,” said the Russian foreign minister, Sergei Lavrov.",
        "Sergei Lavrov",
        id="an office and its holder",
    ),
    pytest.param("Foreign Minister Sergei Lavrov said that “we will not talk to any.”", "Sergei Lavrov", id="a title"),
    pytest.param("According to Sergei Lavrov, “we will not talk to anybody.”", "Sergei Lavrov", id="according to"),
]


@pytest.mark.parametrize(("text", "speaker"), ENGLISH)
def test_english_is_read_too(text: str, speaker: str) -> None:
    assert [said for said, _ in _said(text, "en")] == [speaker]


LEFT_OUT = [
    pytest.param("“No vamos a negociar con nadie”, dijo él.", id="a pronoun"),
    pytest.param("“No vamos a negociar con nadie”, dijo el ministro de Defensa.", id="an office without a name"),
    pytest.param("“No vamos a negociar con nadie”, dijo el abogado de Manning.", id="somebody else's lawyer"),
    pytest.param("“No vamos a negociar con nadie”, según fuentes del Kremlin.", id="sources"),
    pytest.param("“No vamos a negociar con nadie”, según El País.", id="a newspaper"),
    pytest.param("“No vamos a negociar con nadie”, informó la agencia Efe.", id="an agency"),
    pytest.param(
        "“No vamos a negociar con nadie”, explicó una fuente del grupo Sacsa, Sacsa, a Efe.", id="a source of"
    ),
    pytest.param("“No vamos a ceder”, dijo un profesor del Instituto Karolinska en Estocolmo, Suecia.", id="a place"),
    pytest.param("“No vamos a negociar con nadie”, se dijo en la reunión de Putin.", id="an impersonal verb"),
    pytest.param("Putin no dijo que “no van a negociar con nadie”.", id="a denial"),
    pytest.param("Putin habló de un “nuevo orden mundial” en Moscú.", id="few words"),
    pytest.param("García Márquez escribió “El amor en los tiempos del cólera”.", id="a title"),
    pytest.param("Una pancarta decía: “Apoyo total y solidaridad con el ejército”.", id="a banner"),
    pytest.param("La portavoz del presidente Putin dijo que “no van a negociar con nadie”.", id="Putin's spokeswoman"),
    pytest.param("Pérez y López dijeron que “no van a negociar con nadie”.", id="two speakers"),
    pytest.param('Ana dijo: "Me gritó "no vamos a negociar con nadie" y se fue".', id="marks within marks of one kind"),
]


@pytest.mark.parametrize("text", LEFT_OUT)
def test_a_quotation_is_left_out_where_it_is_not_certain_who_says_it(text: str) -> None:
    assert _said(text) == []


def test_an_english_noun_behind_a_name_is_somebody_else() -> None:
    assert _said("“We will not talk to anybody,” said a Deutsche Bank spokesman.", "en") == []


def test_a_quotation_keeps_its_marks() -> None:
    assert _said("«Es una “guerra total” contra todos», dijo Putin.") == [
        ("Putin", "«Es una “guerra total” contra todos»")
    ]


def test_a_sentence_of_four_words_is_a_quotation() -> None:
    assert _said("“No podemos esperar más”, dijo María Pérez.") == [("María Pérez", "“No podemos esperar más”")]


def test_a_quotation_of_several_sentences_is_one_and_its_citation_holds_them() -> None:
    text = (
        "“Es una tragedia para todo el pueblo de Siria y de sus vecinos. No vamos a negociar con nadie. "
        "Nunca lo haremos, pase lo que pase, ni hoy ni mañana”, dijo Putin. Después se fue."
    )
    (found,) = quotations([article(text)])
    assert found.text == text.partition(", dijo Putin")[0]
    assert found.citation.pair.source == text.removesuffix(" Después se fue.")


def test_a_quotation_that_is_interrupted_is_two() -> None:
    found = _said("“No vamos a negociar con nadie”, dijo Putin, “y no vamos a ceder ni un metro”.")
    assert found == [("Putin", "“No vamos a negociar con nadie”"), ("Putin", "“y no vamos a ceder ni un metro”")]


def test_a_verb_without_subject_goes_on_with_the_speaker_of_the_sentence_before() -> None:
    text = "“No vamos a negociar con nadie”, dijo Putin.\n“Tampoco vamos a ceder ni un metro”, añadió."
    assert [speaker for speaker, _ in _said(text)] == ["Putin", "Putin"]


def test_a_quotation_alone_goes_on_with_the_speaker_before_it_in_its_paragraph() -> None:
    text = "“No vamos a negociar con nadie”, dijo Putin. “Tampoco vamos a ceder ni un metro”."
    assert [speaker for speaker, _ in _said(text)] == ["Putin", "Putin"]


def test_a_quotation_alone_in_its_paragraph_is_nobodys() -> None:
    text = "“No vamos a negociar con nadie”, dijo Putin.\n“Tampoco vamos a ceder ni un metro”."
    assert [speaker for speaker, _ in _said(text)] == ["Putin"]


def test_somebody_else_between_ends_what_one_says() -> None:
    text = "“No vamos a negociar con nadie”, dijo Putin. Un soldado lloraba. “Tampoco vamos a ceder nada”, añadió."
    assert [speaker for speaker, _ in _said(text)] == ["Putin"]


def test_the_speaker_has_the_name_that_stands_in_the_translation() -> None:
    text = "El ministro de Exteriores, Serguéi Lavrov, dijo: “No vamos a negociar con nadie”."
    (found,) = quotations([Article("a1", Pipeline(to="en").run(text), "", "")])
    assert (found.speaker_source, found.speaker_target) == ("Serguéi Lavrov", "Sergei Lavrov")


def test_a_body_goes_with_the_state_it_is_of() -> None:
    text = "“No vamos a negociar con nadie”, dijo el Ministerio de Defensa ruso."
    (found,) = quotations([Article("a1", Pipeline(to="en").run(text), "", "")])
    assert (found.speaker_source, found.speaker_target) == (
        "Ministerio de Defensa ruso",
        "Russian Ministry of Defense",
    )


def test_terms_of_joined_sentences_stand_where_their_words_are() -> None:
    text = (
        "“Rusia no va a negociar con nadie bajo amenazas, ni con Ucrania ni con sus aliados de Europa. "
        "Tampoco vamos a ceder ante Francia ni ante los demás, porque la razón está de nuestra parte”, dijo Lavrov."
    )
    (found,) = quotations([Article("a1", Pipeline(to="en").run(text), "", "")])
    pair = found.citation.pair
    marked = {pair.source[mark.start : mark.end]: mark for mark in pair.terms}
    assert {"Rusia", "Ucrania", "Francia", "Lavrov"} <= marked.keys()
    shown = [m for m in pair.terms if m.target_start is not None and m.target_end is not None]
    assert all(pair.target[m.target_start : m.target_end].casefold() == m.target.casefold() for m in shown)


def test_what_stands_in_two_articles_is_quoted_once() -> None:
    text = "“No vamos a negociar con nadie”, dijo Putin."
    found = quotations([article(text, "a1"), article(f"{text} Después se fue.", "a2")])
    assert [quotation.citation.article for quotation in found] == ["a1"]


def test_a_briefing_of_the_summary_alone_is_read_too() -> None:
    whole = article("“No vamos a negociar con nadie”, dijo Putin.")
    summary = replace(whole, briefing=replace(whole.briefing, paragraphs=(), title=None))
    assert [found.speaker_source for found in quotations([summary])] == ["Putin"]


def test_articles_in_other_languages_are_passed_over() -> None:
    french = replace(article("« Nous ne négocierons avec personne », según Putin."), id="a1")
    briefing = replace(
        french.briefing,
        source_language="fr",
        paragraphs=tuple(replace(paragraph, language="fr") for paragraph in french.briefing.paragraphs),
    )
    assert quotations([replace(french, briefing=briefing)]) == ()


def test_the_sample_digest_has_its_quotation_found() -> None:
    digest = sample_digest()
    found: tuple[Quotation, ...] = quotations(list(digest.articles()))
    assert [(q.speaker_source, q.text) for q in found] == [(q.speaker_source, q.text) for q in digest.quotations]
