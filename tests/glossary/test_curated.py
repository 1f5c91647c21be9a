"""The curated glossaries: built from their sources, free of contradictions, and silent where a name is no name."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from glossaries.build import FOLDER, build, built_texts, csv_text, main, read_parts, stale_files
from glossaries.everyday_words import everyday_names, everyday_words
from glossaries.merging import GlossaryPart, Merged, merge
from translate_pipeline.errors import GlossaryError
from translate_pipeline.glossary import Glossary, GlossaryEntry, load_glossary
from translate_pipeline.glossary.formats import read_glossary_file


@pytest.fixture(scope="module")
def merged() -> Merged:
    return build()


@pytest.fixture(scope="module")
def entries() -> list[GlossaryEntry]:
    return [entry for path in sorted((FOLDER / "es-en").glob("*.csv")) for entry in read_glossary_file(path)]


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return load_glossary([], True, "es", "en")


def found(glossary: Glossary, text: str) -> dict[str, str]:
    return {match.text: match.target for match in glossary.find(text)}


def test_the_files_are_what_their_sources_make(merged: Merged) -> None:
    assert stale_files(built_texts(merged), FOLDER / "es-en") == []


def test_people_have_settled_everything(merged: Merged) -> None:
    assert merged.to_settle == []


def test_there_are_enough_entries(entries: list[GlossaryEntry]) -> None:
    assert len(entries) >= 5000


def test_no_form_has_two_targets(entries: list[GlossaryEntry]) -> None:
    forms = [form for entry in entries for form in entry.forms]
    assert len(forms) == len(set(forms))


def test_every_row_says_who_says_so_and_when(entries: list[GlossaryEntry]) -> None:
    known = {"editors", *(entry.attribution for part in read_parts() if not part.by_hand for entry in part.entries)}
    for entry in entries:
        assert entry.attribution in known, entry
        assert date.fromisoformat(entry.date) <= date.fromisoformat("2026-11-30"), entry


def test_every_source_has_its_licence() -> None:
    table = (FOLDER / "sources" / "README.md").read_text(encoding="utf-8")
    folders = {path.name for path in (FOLDER / "sources").iterdir() if path.is_dir()}
    assert set(re.findall(r"^\| `([\w-]+)` \|", table, re.MULTILINE)) == folders


def test_no_name_is_an_everyday_word(entries: list[GlossaryEntry]) -> None:
    assert everyday_names(entries) == {}


def test_everyday_words_are_spanish() -> None:
    assert {"paz", "victoria", "marcas", "norte", "aún"} <= everyday_words()
    assert not {"rusia", "madrid", "putin"} & everyday_words()


@pytest.mark.parametrize(
    ("text", "term", "target"),
    [
        ("Viajó de Londres a Ginebra.", "Ginebra", "Geneva"),
        ("El papa llegó a Yakarta.", "Yakarta", "Jakarta"),
        ("Fue detenido en Breslavia.", "Breslavia", "Wroclaw"),
        ("La guerra llegó a la región de Bélgorod.", "región de Bélgorod", "Belgorod region"),
        ("El condado de Maricopa contó los votos.", "condado de Maricopa", "Maricopa County"),
        ("San Cristóbal y Nieves votó.", "San Cristóbal y Nieves", "St. Kitts and Nevis"),
        ("El buque cruzó el estrecho de Malaca.", "estrecho de Malaca", "Strait of Malacca"),
        ("El dictador Nicolae Ceaucescu cayó.", "Nicolae Ceaucescu", "Nicolae Ceausescu"),
        ("Iván el Terrible murió en 1584.", "Iván el Terrible", "Ivan the Terrible"),
        ("El ejército surcoreano disparó.", "surcoreano", "South Korean"),
        ("La economía tayika crece.", "tayika", "Tajik"),
        ("Habla suajili.", "suajili", "Swahili"),
        ("Pagó mil coronas suecas.", "coronas suecas", "Swedish crowns"),
        ("El rublo ruso cayó.", "rublo ruso", "Russian ruble"),
        ("La Primavera de Praga acabó.", "Primavera de Praga", "Prague Spring"),
        ("Estudió en la Universidad de Columbia.", "Universidad de Columbia", "Columbia University"),
        ("LA GUERRA DE VIETNAM TERMINÓ.", "GUERRA DE VIETNAM", "Vietnam War"),
        ("Nació en el siglo XIX.", "siglo XIX", "19th century"),
        ("Siglo XXI, año 2025.", "Siglo XXI", "21st century"),
        ("Piden un alto el fuego incondicional de 30 días.", "alto el fuego incondicional", "unconditional ceasefire"),
        ("Llegó el cuerpo de bomberos.", "cuerpo de bomberos", "fire department"),
    ],
)
def test_names_have_the_form_of_news_agencies(glossary: Glossary, text: str, term: str, target: str) -> None:
    assert found(glossary, text).get(term) == target


@pytest.mark.parametrize(
    ("text", "term", "target"),
    [
        ("dos misiles aire-aire", "misiles aire-aire", "air-to-air missiles"),
        ("los golpes de Estado", "golpes de Estado", "coups"),
        ("las armas químicas", "armas químicas", "chemical weapons"),
        ("los ministros de Exteriores", "ministros de Exteriores", "foreign ministers"),
        ("los primeros ministros", "primeros ministros", "prime ministers"),
        ("varios países en desarrollo", "países en desarrollo", "developing countries"),
        ("las minas terrestres", "minas terrestres", "land mines"),
        ("los ex guerrilleros", "ex guerrilleros", "former guerrillas"),
        ("los rescatistas", "rescatistas", "rescuers"),
        ("los agujeros negros", "agujeros negros", "black holes"),
    ],
)
def test_common_nouns_have_their_plurals(glossary: Glossary, text: str, term: str, target: str) -> None:
    assert found(glossary, text) == {term: target}


def test_curated_glossaries_are_compiled_without_libraries(tmp_path: Path) -> None:
    program = (
        "import sys; from translate_pipeline.glossary import load_glossary; "
        "load_glossary([], True, 'es', 'en').find('misiles'); "
        "print({'simplemma', 'inflect'} & set(sys.modules))"
    )
    environment = os.environ | {"XDG_CACHE_HOME": str(tmp_path)}
    result = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    assert result.stdout == "set()\n"


@pytest.mark.parametrize(
    "text",
    [
        "Paz y pan, pidieron.",
        "Colonia o imperio, da igual.",
        "Florencia Rojas y Mauricio Soto ganaron.",
        "Belén Ruiz y Victoria Soto cantan.",
        "El presidente Napolitano y el señor Alemán hablaron.",
        "Aún no hay acuerdo.",
        "Tácito o expreso, el acuerdo vale.",
        "El programa DACA sigue en pie.",
        "La prenda se lava con agua de colonia.",
        "Sena Lulic vio la tarjeta.",
        "Granada explosiva en la plaza.",
    ],
)
def test_words_that_are_no_names_match_nothing(glossary: Glossary, text: str) -> None:
    assert found(glossary, text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("China y la empresa china firmaron.", {"China": "China", "china": "Chinese"}),
        ("Subió a la montaña rusa.", {"montaña rusa": "roller coaster"}),
        ("Fue el cabeza de turco.", {"cabeza de turco": "scapegoat"}),
        ("Ganó el Inter de Milán.", {"Inter de Milán": "Inter Milan"}),
        ("Murió Rosa Luxemburgo.", {"Rosa Luxemburgo": "Rosa Luxemburg"}),
        (
            "Guinea Ecuatorial y Guinea-Bisáu",
            {"Guinea Ecuatorial": "Equatorial Guinea", "Guinea-Bisáu": "Guinea-Bissau"},
        ),
        ("Nuevo México y México", {"Nuevo México": "New Mexico", "México": "Mexico"}),
    ],
)
def test_the_longer_name_wins(glossary: Glossary, text: str, expected: dict[str, str]) -> None:
    assert found(glossary, text) == expected


def row(source: str, target: str, *aliases: str, origin: str = "a.csv:2") -> GlossaryEntry:
    return GlossaryEntry(source, target, aliases, origin=origin, attribution="editors", date="2026-11-24")


def test_hand_written_rows_win_and_a_row_goes_on_with_its_alias() -> None:
    hand = GlossaryPart("places", [row("Kiev", "Kyiv")], True)
    data = GlossaryPart("places", [row("Kiev", "Kiev", "Kíev", origin="b.tsv:2"), row("Bonn", "Bonn")], False)
    merged = merge([hand, data])
    assert [(entry.source, entry.target) for entry in merged.glossaries["places"]] == [
        ("Bonn", "Bonn"),
        ("Kiev", "Kyiv"),
        ("Kíev", "Kiev"),
    ]
    assert merged.contradictions == ["b.tsv:2: 'Kiev' is 'Kiev' here and 'Kyiv' in a.csv:2, which is kept"]
    assert merged.to_settle == []


def test_hand_written_rows_that_contradict_each_other_are_for_people() -> None:
    merged = merge([GlossaryPart("a", [row("Kiev", "Kyiv"), row("Kiev", "Kiev", origin="a.csv:3")], True)])
    assert merged.to_settle == ["a.csv:3: 'Kiev' is 'Kiev' here and 'Kyiv' in a.csv:2, which is kept"]


def test_a_form_that_stands_there_twice_with_one_target_is_kept_once() -> None:
    merged = merge([GlossaryPart("places", [row("Bonn", "Bonn"), row("Bonn", "Bonn")], False)])
    assert (len(merged.glossaries["places"]), merged.duplicates) == (1, 1)


def test_a_name_that_is_an_everyday_word_is_left_out() -> None:
    part = GlossaryPart("places", [row("Paz", "Paz"), row("La Paz", "La Paz")], True)
    merged = merge([part], everyday_names(part.entries))
    assert [entry.source for entry in merged.glossaries["places"]] == ["La Paz"]
    assert merged.to_settle == ["a.csv:2: 'Paz' is an everyday word with a capital; left out"]


@pytest.mark.parametrize(
    ("entry", "missing"),
    [
        (GlossaryEntry("Bonn", "Bonn", origin="a.csv:2", date="2026-11-24"), "attribution"),
        (GlossaryEntry("Bonn", "Bonn", origin="a.csv:2", attribution="editors"), "date"),
    ],
)
def test_a_row_without_attribution_or_date_is_refused(entry: GlossaryEntry, missing: str) -> None:
    with pytest.raises(GlossaryError, match=rf"^a\.csv:2: no {missing}: "):
        merge([GlossaryPart("places", [entry], True)])


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    entry = GlossaryEntry(
        'Washington, "D. C."', "Washington, DC", ("Washington DC",), "none", case="exact", accents="optional",
        inflection="none", domain="place", attribution="editors", date="2026-11-24", note="capital, of the US",
    )  # fmt: skip
    path.write_text(csv_text([entry]), encoding="utf-8")
    (read,) = read_glossary_file(path)
    assert csv_text([read]) == csv_text([entry])


def test_stale_files_are_named(tmp_path: Path) -> None:
    (tmp_path / "old.csv").write_text("source,target\n", encoding="utf-8")
    (tmp_path / "same.csv").write_text("a\n", encoding="utf-8")
    stale = stale_files({"same.csv": "a\n", "new.csv": "b\n"}, tmp_path)
    assert [path.name for path in stale] == ["new.csv", "old.csv"]


def test_check_says_that_the_files_are_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 0
    assert capsys.readouterr().out == ""
