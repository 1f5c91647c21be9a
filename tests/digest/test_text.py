from __future__ import annotations

import unicodedata
from dataclasses import replace
from itertools import pairwise

import pytest
from rich.cells import cell_len

from tests.digest.minimal import digest_of, empty_digest
from tests.digest.sample import sample_digest
from translate_pipeline.briefing.model import SentencePair
from translate_pipeline.digest.model import Digest, Section, Shown
from translate_pipeline.digest.renderers.text import TextRenderer
from translate_pipeline.metadata import Metadata

SIDES: tuple[Shown, ...] = ("both", "source", "target")
SOURCE = "Quince personas murieron el 29 de octubre de 2024 en Valencia"
TARGET = "people died on 29 October 2024 in Valencia"


def text_of(digest: Digest) -> str:
    return TextRenderer().render(digest).decode("utf-8")


def unwrapped(digest: Digest) -> str:
    return " ".join(text_of(digest).split())


def one_story() -> Digest:
    """The story of a single article."""
    digest = sample_digest()
    section = digest.sections[1]
    return replace(digest, sections=(replace(section, stories=section.stories[:1]),))


def test_the_parts_stand_in_the_order_of_reading() -> None:
    lines = text_of(sample_digest()).splitlines()
    headings = [above for above, line in pairwise(lines) if line and set(line) <= set("=-")]
    assert headings == [
        "Morning briefing",
        "Spain",
        "Other stories",
        "People, places and bodies",
        "Quotations",
        "Timeline",
        "Gone quiet",
        "Notes",
        "How this was made",
    ]


def test_the_overview_counts_stories_and_tells_what_has_changed() -> None:
    text = unwrapped(sample_digest())
    assert "3 stories from 5 articles (1 nearly the same as another), by 4 sources, " in text
    assert "Since 2024-11-28: 2 new, 1 moved on, 1 gone quiet." in text


def test_it_says_that_a_machine_has_translated() -> None:
    said = "translated by machine from Spanish into English."
    assert said in unwrapped(sample_digest())
    assert said in unwrapped(replace(sample_digest(), shown="target"))


def test_of_a_source_in_the_language_of_the_reader_it_does_not_say_that_it_was_translated() -> None:
    text = unwrapped(replace(sample_digest(), source_languages=("es", "en", "fr")))
    assert "2024-11-29 · Spanish, French to English" in text
    assert "translated by machine from Spanish, French into English." in text


def test_where_no_translation_is_shown_it_speaks_of_none() -> None:
    assert "by machine" not in unwrapped(replace(sample_digest(), shown="source"))
    assert "by machine" not in unwrapped(empty_digest())


def test_a_story_has_its_headline_in_both_languages_its_status_sources_and_days() -> None:
    lines = text_of(sample_digest()).splitlines()
    start = lines.index("1. ⚠ A riada leaves 15 dead in Valencia")
    assert lines[start + 1] == "   es: Una riada deja quince muertos en Valencia"
    assert lines[start + 3] == "Moved on · 3 articles · El Diario, La Vanguardia · 2024-10-30"


def test_a_source_stands_indented_under_its_translation_with_the_reference_to_its_article() -> None:
    lines = text_of(sample_digest()).splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("a1 2.1"))
    assert lines[start : start + 4] == [
        "a1 2.1    Fifteen people died on 29 October 2024 in Valencia by floods,",
        "          according to the Generalitat.",
        "          es: Quince personas murieron el 29 de octubre de 2024 en",
        "              Valencia por las inundaciones, según la Generalitat.",
    ]


def test_what_articles_disagree_on_stands_with_who_reports_which_figure() -> None:
    text = unwrapped(sample_digest())
    assert "The articles do not agree on a figure: personas. Quince · a1 2.1 Fifteen people" in text
    assert "Diecisiete · a2 2.1 Seventeen people" in text


def test_an_article_has_its_source_date_address_and_copies() -> None:
    text = unwrapped(sample_digest())
    assert "El Diario · 2024-10-30 08:00 +01:00 · ⚠ 1 sentence to check https://eldiario.example/riada?a=1&b=2" in text
    assert "Nearly the same: - Europa Press · 2024-10-30 · copia.txt" in text


def test_names_quotations_dates_and_quiet_stories_are_listed() -> None:
    text = unwrapped(sample_digest())
    assert "- Red Cross (Cruz Roja) · body · 1 time · 1 article · a1 2.2" in text
    assert "María Pérez · a1 3.1 “We can't wait more,” said" in text
    assert "es: “No podemos esperar más”" in text
    assert (
        "2024-10-31 · 31 de octubre · a2 2.2 · 1. A riada leaves 15 dead in Valencia The President of the Government"
        in text
    )
    assert "- Elections in Moldova (Elecciones en Moldavia) · last on 2024-11-20" in text
    assert "- 2 more stories left out" in text


def test_the_signature_says_how_to_make_it_again() -> None:
    digest = sample_digest()
    text = unwrapped(digest)
    for package in digest.signature.packages:
        assert f"- package {package}" in text
    assert "- max stories: 20" in text
    assert "- riada.txt · 11111111" in text


def test_a_finding_marks_its_sentence_and_is_told_under_it() -> None:
    lines = text_of(sample_digest()).splitlines()
    start = lines.index("1. ⚠ A riada leaves 15 dead in Valencia")
    assert lines[start + 2] == "   ⚠ left untranslated: riada"


@pytest.mark.parametrize("shown", SIDES)
def test_only_the_asked_side_is_shown(shown: Shown) -> None:
    text = unwrapped(replace(sample_digest(), shown=shown))
    for source in (
        SOURCE,
        "Una riada deja",
        "Cruz Roja",
        "personas.",
        "Quince · a1",
        "Elecciones en Moldavia",
        "“No podemos",
        "31 de octubre",
    ):
        assert (source in text) == (shown != "target"), source
    for target in (
        TARGET,
        "A riada leaves 15",
        "Red Cross",
        "Elections in Moldova",
        "“We can't",
        "left untranslated",
        "to check",
    ):
        assert (target in text) == (shown != "source"), target


def test_a_sentence_that_was_left_as_it_is_stands_once() -> None:
    assert text_of(sample_digest()).count("no cambian nada") == 1


def test_the_summary_of_a_story_of_one_article_stands_once() -> None:
    without_text = [replace(a.briefing, paragraphs=()) for a in one_story().articles()]
    digest = one_story()
    story = digest.sections[0].stories[0]
    story = replace(story, articles=(replace(story.articles[0], briefing=without_text[0]),))
    text = unwrapped(replace(digest, sections=(replace(digest.sections[0], stories=(story,)),)))
    assert text.count("By announcing the visit, the Ministry of Defense") == 1


def test_summaries_that_were_ranked_apart_are_both_shown() -> None:
    digest = digest_of("x")
    article = next(digest.articles())
    briefing = replace(
        article.briefing,
        summary=(),
        target_summary=(SentencePair("p3s1", "tercero", "third"),),
        source_summary=(SentencePair("p4s1", "cuarto", "fourth"),),
    )
    story = replace(next(digest.stories()), summary=(), articles=(replace(article, briefing=briefing),))
    digest = replace(digest, sections=(Section("", (story,)),))
    assert "3.1 third 4.1 cuarto" in unwrapped(digest)
    assert "tercero" not in unwrapped(digest)
    assert "cuarto" not in unwrapped(replace(digest, shown="target"))
    assert "third" not in unwrapped(replace(digest, shown="source"))


def test_each_source_stands_after_the_code_of_its_own_language() -> None:
    digest = sample_digest()
    story = digest.sections[0].stories[0]
    french = replace(story.articles[1], briefing=replace(story.articles[1].briefing, source_language="fr"))
    story = replace(story, articles=(story.articles[0], french))
    text = unwrapped(replace(digest, sections=(replace(digest.sections[0], stories=(story,)),)))
    assert "es: Quince personas" in text
    assert "fr: Diecisiete personas" in text
    assert "es: Diecisiete" not in text


def test_the_full_text_is_shown_of_a_single_article_only() -> None:
    last = "did not violate South Korea's territorial airspace."
    assert last in unwrapped(one_story())
    assert last not in unwrapped(sample_digest())
    assert "the full text of the articles is not in this format" in unwrapped(sample_digest())
    assert "the full text of the articles is not in this format" not in unwrapped(one_story())


def test_what_a_digest_does_not_have_leaves_no_heading() -> None:
    assert text_of(empty_digest()).splitlines() == [
        "Nothing today",
        "=============",
        "2024-11-29 · English",
        "",
        "0 stories from 0 articles.",
        "",
        "How this was made",
        "-----------------",
        "",
        "- tsum 0.1.0",
    ]


@pytest.mark.parametrize("shown", SIDES)
def test_lines_have_72_columns_at_most(shown: Shown) -> None:
    for digest in (sample_digest(), one_story()):
        assert max(map(cell_len, text_of(replace(digest, shown=shown)).splitlines())) <= 72


@pytest.mark.parametrize(
    "text", ["北京" * 60, "한국어 문장입니다 " * 20, "e\u0301a\u0323" * 90, "x" * 500, "العربية " * 40]
)
def test_lines_of_every_script_have_72_columns_at_most(text: str) -> None:
    lines = text_of(digest_of(text, language="zh")).splitlines()
    assert max(map(cell_len, lines)) <= 72
    assert unicodedata.normalize("NFC", "".join(text.split())) in "".join("".join(lines).split())


def test_an_address_longer_than_a_line_stands_alone_and_unbroken() -> None:
    address = "https://news.example/" + "a-long-title-" * 12
    lines = text_of(digest_of("x", Metadata(url=address))).splitlines()
    assert address in lines
    assert all(cell_len(line) <= 72 for line in lines if line != address)


def test_terminal_escapes_and_turned_text_become_harmless() -> None:
    evil = "rm\x1b[2J\x9b31m\x07\r\u202egnp.exe\u2066\n- forged\u2028line\x85x"
    text = text_of(digest_of(evil))
    assert {letter for letter in text if unicodedata.category(letter) in ("Cc", "Cf", "Zl", "Zp")} == {"\n"}
    assert not any(line.startswith("- forged") for line in text.splitlines())


def test_the_same_digest_gives_the_same_bytes() -> None:
    assert TextRenderer().render(sample_digest()) == TextRenderer().render(sample_digest())
