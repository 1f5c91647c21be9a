from __future__ import annotations

import pickle
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from translate_pipeline import Pipeline, Settings, SummarySettings, TsumError, document_from_text
from translate_pipeline.config import RankedOn
from translate_pipeline.errors import EmptyInputError, InputError, LanguageError, NoPackageError
from translate_pipeline.translation.package import TranslationPackage

NAMES = ["Yoon Suk Yeol", "Rustem Umerov", "Andrei Belousov", "No Kwang Chol", "Kim Jong Un", "Sergei Shoigu"]
SPANISH = "El presidente del Gobierno dijo el martes que no habrá elecciones este año."


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(to="en")


def test_every_name_of_the_seed_article_is_spelt_right(pipeline: Pipeline, example: Path) -> None:
    briefing = pipeline.run(example)
    assert briefing.translation is not None
    assert [name for name in NAMES if name not in briefing.translation] == []
    assert all(term.in_translation == term.in_source for term in briefing.terms)
    assert "10,000" in briefing.translation


def test_the_summary_stands_in_pairs_in_document_order(pipeline: Pipeline, example: Path) -> None:
    briefing = pipeline.run(example)
    assert len(briefing.summary) == 5
    assert briefing.summary[0].id == "p1s1"
    places = [tuple(map(int, pair.id[1:].split("s"))) for pair in briefing.summary]
    assert places == sorted(places)
    text = example.read_text(encoding="utf-8")
    assert all(pair.source in text and pair.target in (briefing.translation or "") for pair in briefing.summary)


def test_equal_input_gives_equal_output(example: Path) -> None:
    assert Pipeline(to="en").run(example) == Pipeline(to="en").run(example)


def test_a_text_a_path_and_a_name_are_all_sources(pipeline: Pipeline, tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text(SPANISH, encoding="utf-8")
    translations = {pipeline.run(source).translation for source in (SPANISH, file, str(file))}
    assert len(translations) == 1


@pytest.mark.parametrize(
    ("source", "error"),
    [("missing.txt", InputError), (Path("missing"), InputError), (" \n", EmptyInputError), ("hola", LanguageError)],
)
def test_what_cannot_be_run(pipeline: Pipeline, source: str | Path, error: type[TsumError]) -> None:
    with pytest.raises(error):
        pipeline.run(source)


def test_paragraphs_blank_lines_and_list_marks_keep_their_places(pipeline: Pipeline) -> None:
    text = f"Título de la noticia\n\n{SPANISH}\n\n\n- {SPANISH}\n  * {SPANISH}\n\nhttps://example.org\n"
    translation = pipeline.run(text).translation or ""
    lines = translation.split("\n")
    assert len(lines) == len(text.split("\n"))
    assert [not line for line in lines] == [not line for line in text.split("\n")]
    assert lines[5].startswith("- ")
    assert lines[6].startswith("  * ")
    assert lines[8] == "https://example.org"


def test_an_english_quotation_is_not_translated(pipeline: Pipeline) -> None:
    quotation = "We will not give up until every one of these people is free to go home, whatever it costs us."
    translation = pipeline.run(f"{SPANISH}\n{quotation}\n{SPANISH}\n").translation or ""
    assert translation.split("\n")[1] == quotation
    assert "president" in translation.lower()


def test_a_paragraph_in_a_third_language_is_left_and_told_of(pipeline: Pipeline, home: Path) -> None:
    german = "Der Präsident sagte am Dienstag, dass es in diesem Jahr keine Wahlen geben werde, und ging dann weg."
    briefing = pipeline.run(f"{SPANISH}\n{german}\n{SPANISH}\n{SPANISH}\n")
    assert german in (briefing.translation or "")
    assert any("paragraph in German is left as it is" in note for note in briefing.notes)


def test_a_language_without_a_package(pipeline: Pipeline, home: Path) -> None:
    with pytest.raises(NoPackageError, match=r"tsum packages install de-en"):
        pipeline.run("Der Präsident sagte am Dienstag, dass es in diesem Jahr keine Wahlen geben werde.")


def test_text_in_the_target_language_is_summarised_only(pipeline: Pipeline) -> None:
    text = "The president said on Tuesday that there will be no elections. The parliament agreed with him."
    briefing = pipeline.run(text)
    assert not briefing.translated
    assert briefing.translation == text
    assert [pair.source for pair in briefing.summary] == [pair.target for pair in briefing.summary]


def test_a_summary_only_translates_what_it_shows(example: Path) -> None:
    briefing = Pipeline(to="en", summary_only=True, summary=SummarySettings(sentences=2)).run(example)
    assert briefing.paragraphs == ()
    assert briefing.translation is None
    assert len(briefing.summary) == 2
    assert all(pair.translated for pair in briefing.summary)


@pytest.mark.parametrize("rank", ["target", "both"])
def test_summaries_ranked_on_the_translation(example: Path, rank: RankedOn) -> None:
    settings = Settings(summary=SummarySettings(sentences=3, rank=rank), summary_only=True)
    assert len(Pipeline(settings).run(example).summary) == 3


def test_a_pipeline_pickles(example: Path) -> None:
    pipeline = Pipeline(to="en", summary_only=True)
    before = pipeline.run(example)
    assert pickle.loads(pickle.dumps(pipeline)).run(example) == before


def test_many_documents_stream(pipeline: Pipeline) -> None:
    taken = 0

    def documents() -> Iterator[str]:
        nonlocal taken
        for number in range(1000):
            taken += 1
            yield f"{SPANISH} Es la noticia número {number} de este mes."

    briefings = pipeline.run_many(documents())
    first = next(briefings)
    assert "president" in (first.translation or "").lower()
    assert taken <= 64


def test_documents_that_fail_are_handed_over_and_the_others_go_on(pipeline: Pipeline) -> None:
    failed: list[str] = []
    briefings = list(pipeline.run_many(["", SPANISH, "hola", SPANISH], lambda _, error: failed.append(str(error))))
    assert len(briefings) == 2
    assert len(failed) == 2


def test_a_byline_is_left_as_it_is(pipeline: Pipeline) -> None:
    translation = pipeline.run(f"Sin elecciones este año\nPor Pablo Iglesias Calle\n\n{SPANISH}\n").translation or ""
    assert translation.split("\n")[1] == "Por Pablo Iglesias Calle"


def test_a_spanish_paragraph_in_an_english_document(pipeline: Pipeline) -> None:
    english = "The president said on Tuesday that there will be no elections. The parliament agreed with him."
    briefing = pipeline.run(f"{english}\n{english}\n{SPANISH} {SPANISH}\n{english}")
    assert briefing.translated
    assert briefing.signature.packages != ()
    assert briefing.source_language == briefing.target_language == "en"


def test_a_document_is_not_changed_by_a_run(pipeline: Pipeline) -> None:
    document = document_from_text(SPANISH, "a")
    assert pipeline.run(document) == pipeline.run(document)
    assert document.language is None


def test_settings_and_options_are_not_mixed() -> None:
    with pytest.raises(TypeError, match="not both"):
        Pipeline(Settings(), to="fr")


def test_paths_may_be_given_as_text(tmp_path: Path) -> None:
    glossary = tmp_path / "own.csv"
    glossary.write_text("presidente del Gobierno,prime minister\n", encoding="utf-8")
    briefing = Pipeline(to="EN", glossaries=[str(glossary)]).run(SPANISH)
    assert "prime minister" in (briefing.translation or "").lower()


def test_odd_characters_are_no_crash(pipeline: Pipeline) -> None:
    assert pipeline.run(f"{SPANISH} \ud800 Hola\x00 mundo {'9' * 5000}.").translated


def test_a_package_that_cannot_be_loaded_fails_its_documents_and_no_others(
    tmp_path: Path, bundled: TranslationPackage
) -> None:
    broken = shutil.copytree(bundled.path, tmp_path / "broken")
    (broken / "model" / "model.bin").write_bytes(b"")
    english = "The president said on Tuesday that there will be no elections. The parliament agreed with him."
    failed: list[str] = []
    pipeline = Pipeline(to="en", package=broken)
    briefings = list(pipeline.run_many([SPANISH, english], lambda _, error: failed.append(str(error))))
    assert [briefing.source_language for briefing in briefings] == ["en"]
    assert len(failed) == 1
    assert "the model cannot be loaded" in failed[0]


def test_the_signature_says_how_a_briefing_was_made(pipeline: Pipeline) -> None:
    signature = pipeline.run(SPANISH).signature
    assert signature.packages[0].startswith("es-en ")
    assert len(signature.glossary) == 8
    assert signature.beam == 2
