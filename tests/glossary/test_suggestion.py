"""Glossary entries proposed from articles, without translation."""

from __future__ import annotations

from pathlib import Path

from translate_pipeline.document import Document
from translate_pipeline.glossary import Glossary, GlossaryEntry
from translate_pipeline.glossary.formats import read_glossary_file
from translate_pipeline.glossary.suggestion import Suggestion, suggest, suggestions_as_csv
from translate_pipeline.pipeline import Pipeline
from translate_pipeline.readers import document_from_text

PIPELINE = Pipeline(source="es")


def document(text: str, name: str = "texto") -> Document:
    return PIPELINE.prepare(document_from_text(text, name))


def suggested(text: str, *entries: GlossaryEntry, min_count: int = 1) -> dict[str, Suggestion]:
    found = suggest([document(text)], Glossary(list(entries)), min_count=min_count)
    return {suggestion.source: suggestion for suggestion in found}


def test_people_places_bodies_and_acronyms_are_suggested() -> None:
    text = "Greg Abbott habló en Texas con Médicos sin Fronteras y la OMS sobre la Primavera Árabe."
    assert set(suggested(text)) == {"Greg Abbott", "Texas", "Médicos sin Fronteras", "OMS", "Primavera Árabe"}


def test_months_days_offices_and_beginnings_of_sentences_are_not() -> None:
    text = (
        "El Gobierno calla. Según el ministro de Asuntos Exteriores, el lunes 3 de enero no habrá nada. "
        "Presidente de la República es un cargo. Rebeldes y soldados lo saben."
    )
    assert suggested(text) == {}


def test_lines_in_capitals_and_headings_in_title_case_are_not() -> None:
    text = "LA GUERRA SIGUE EN EL NORTE\n\nCorreo Electrónico\n\nAyer no pasó nada en la guerra del norte.\n"
    assert suggested(text) == {}


def test_a_name_in_a_line_in_capitals_counts_if_it_stands_elsewhere() -> None:
    found = suggested("ABBOTT CALLA SOBRE LA GUERRA\n\nEl gobernador Abbott no habló ayer.\n")
    assert found["Abbott"].count == 2


def test_what_a_glossary_has_is_left_out() -> None:
    text = "Greg Abbott viajó a Texas."
    assert set(suggested(text, GlossaryEntry("Texas", "Texas"), GlossaryEntry("Abbott", "Abbott"))) == {"Greg Abbott"}


def test_another_spelling_of_what_a_glossary_has_is_suggested_with_its_target() -> None:
    entry = GlossaryEntry("Bahréin", "Bahrain", case="exact")
    [suggestion] = suggested("Llegó ayer a Bahrein desde Bahréin.", entry).values()
    assert (suggestion.source, suggestion.target, suggestion.known_as) == ("Bahrein", "Bahrain", "Bahrain")


def test_spellings_of_one_name_are_one_entry() -> None:
    text = "La alianza de EE. UU. y Al Qaeda. Y la de EE UU con Al-Qaeda. Hablan EE. UU. y Al Qaeda."
    found = suggested(text)
    assert {source: suggestion.aliases for source, suggestion in found.items()} == {
        "EE. UU.": ("EE UU",),
        "Al Qaeda": ("Al-Qaeda",),
    }


def test_the_plural_of_an_acronym_counts_for_it_but_is_no_alias() -> None:
    [suggestion] = suggested("Vende la señal en PPV y dice que los PPVs cuestan menos que un PPV.").values()
    assert (suggestion.source, suggestion.aliases, suggestion.count) == ("PPV", (), 3)


def test_a_surname_has_an_entry_of_its_own_below_the_full_name() -> None:
    text = "Texas calla. El gobernador Greg Abbott habló en Texas. Luego Abbott se fue y Abbott volvió a Texas."
    found = suggested(text)
    assert list(found) == ["Greg Abbott", "Abbott", "Texas"]
    assert found["Abbott"].full_name == "Greg Abbott"


def test_acronyms_come_with_what_they_are_short_for() -> None:
    text = (
        "Lo dice la Agencia de la ONU para los Refugiados (Acnur). También el Observatorio Sirio de Derechos "
        "Humanos (OSDH) y los Centros para el Control y la Prevención de Enfermedades de EE.UU. (CDC, por sus siglas "
        "en inglés). La OPAQ (Organización para la Prohibición de las Armas Químicas) calla (AFP)."
    )
    found = suggested(text)
    assert {source: suggestion.expansion for source, suggestion in found.items() if suggestion.expansion} == {
        "Acnur": "Agencia de la ONU para los Refugiados",
        "OSDH": "Observatorio Sirio de Derechos Humanos",
        "CDC": "Centros para el Control y la Prevención de Enfermedades",
        "OPAQ": "Organización para la Prohibición de las Armas Químicas",
    }
    assert found["Observatorio Sirio de Derechos Humanos"].acronym == "OSDH"


def test_rare_names_can_be_left_out() -> None:
    assert set(suggested("Texas y Alepo. De nuevo a Texas.", min_count=2)) == {"Texas"}


def test_the_most_frequent_name_stands_first_and_texts_are_counted() -> None:
    documents = [document("Va de Alepo a Texas.", "uno"), document("Vuelve a Texas.", "dos")]
    first, second = suggest(documents, Glossary([]))
    assert (first.source, first.count, set(first.mentions)) == ("Texas", 2, {"uno", "dos"})
    assert second.source == "Alepo"


def test_paragraphs_in_another_language_are_left_out() -> None:
    english = "The Supreme Leader has never been seen in the City of Springfield with his Old Friends, they said."
    spanish = "El viaje de Greg Abbott fue el más largo de los que ha hecho en los últimos años, según dijeron."
    text = f"{spanish}\n\n{english}\n"
    found = suggest([Pipeline().prepare(document_from_text(text, "texto"))], Glossary([]))
    assert [suggestion.source for suggestion in found] == ["Greg Abbott"]


def test_the_table_is_a_glossary_that_tsum_reads(tmp_path: Path) -> None:
    text = (
        'El club "Cruz Azul", EE. UU., EE. UU. y EE UU; la OPAQ (Organización para la Prohibición de las Armas '
        "Químicas)."
    )
    found = suggest([document(text, "/una/carpeta/texto.txt")], Glossary([]))
    path = tmp_path / "names.csv"
    path.write_text(suggestions_as_csv(found), encoding="utf-8")
    entries = {entry.source: entry for entry in read_glossary_file(path)}
    assert set(entries) == {suggestion.source for suggestion in found}
    assert entries["EE. UU."].aliases == ("EE UU",)
    assert entries["Cruz Azul"].note == "once in texto.txt"
    assert entries["OPAQ"].note == (
        "short for Organización para la Prohibición de las Armas Químicas; once in texto.txt"
    )


def test_a_long_name_still_gives_a_glossary_that_tsum_reads(tmp_path: Path) -> None:
    text = "Es la Comisión " + "para la Prevención " * 40 + "de Desastres."
    path = tmp_path / "names.csv"
    path.write_text(suggestions_as_csv(suggest([document(text)], Glossary([]))), encoding="utf-8")
    read_glossary_file(path)
