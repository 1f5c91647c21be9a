from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from markdown_it import MarkdownIt

from tests.digest.minimal import empty_digest
from tests.digest.read_markdown import active_elements, links, parsed, read_text
from tests.digest.sample import sample_digest
from translate_pipeline.digest.model import Digest, Shown
from translate_pipeline.digest.renderers.markdown import MarkdownRenderer
from translate_pipeline.digest.renderers.markdown_escaping import escaped

SIDES: tuple[Shown, ...] = ("both", "source", "target")


def markdown_of(digest: Digest) -> str:
    return MarkdownRenderer().render(digest).decode("utf-8")


def shown_texts(digest: Digest) -> list[str]:
    return [read_text(token) for token in parsed(markdown_of(digest)) if token.type == "inline"]


def rows(digest: Digest) -> list[list[str]]:
    """The rows of all tables, as they are read."""
    found: list[list[str]] = []
    tokens = parsed(markdown_of(digest))
    for token, following in pairwise(tokens):
        if token.type == "tr_open":
            found.append([])
        elif token.type in ("td_open", "th_open"):
            found[-1].append(read_text(following))
    return found


def test_it_says_that_a_machine_has_translated_unless_the_source_alone_is_shown() -> None:
    said = "translated by machine from Spanish into English"
    assert said in " ".join(shown_texts(sample_digest()))
    assert said not in " ".join(shown_texts(replace(sample_digest(), shown="source")))


def test_each_sentence_stands_beside_its_source_with_the_reference_to_its_article() -> None:
    assert ["", "English", "Spanish"] in rows(sample_digest())
    assert [
        "a1 2.1",
        "Fifteen people died on 29 October 2024 in Valencia by floods, according to the Generalitat.",
        "Quince personas murieron el 29 de octubre de 2024 en Valencia por las inundaciones, según la Generalitat.",
    ] in rows(sample_digest())


def test_the_headings_are_an_outline_of_the_digest() -> None:
    tokens = parsed(markdown_of(sample_digest()))
    headings = [
        (token.tag, read_text(following)) for token, following in pairwise(tokens) if token.type == "heading_open"
    ]
    assert headings[:5] == [
        ("h1", "Morning briefing"),
        ("h2", "Spain"),
        ("h3", "1. ⚠ A riada leaves 15 dead in Valencia"),
        ("h4", "a1 ⚠ A riada leaves 15 dead in Valencia"),
        ("h4", "a2 The dead for Valencia rise to 17"),
    ]
    assert [text for tag, text in headings if tag == "h2"] == [
        "Spain",
        "Other stories",
        "People, places and bodies",
        "Quotations",
        "Timeline",
        "Gone quiet",
        "Notes",
        "Full text",
        "How this was made",
    ]


def test_a_table_of_several_languages_names_none_of_them() -> None:
    digest = sample_digest()
    story = digest.sections[0].stories[0]
    french = replace(story.articles[1], briefing=replace(story.articles[1].briefing, source_language="fr"))
    story = replace(story, articles=(story.articles[0], french))
    found = rows(replace(digest, sections=(replace(digest.sections[0], stories=(story,)),)))
    assert found[0] == ["", "English", "Original"]
    assert ["", "English", "French"] in found


def test_a_sentence_left_as_it_is_stands_in_both_columns_of_a_table_that_has_two() -> None:
    digest = sample_digest()
    story = digest.sections[0].stories[0]
    first, *others = story.summary
    left = replace(first, pair=replace(first.pair, target=first.pair.source, translated=False))
    story = replace(story, summary=(left, *others))
    found = rows(replace(digest, sections=(replace(digest.sections[0], stories=(story,)),)))
    assert ["a1 2.1", first.pair.source, first.pair.source] in found


def test_names_quotations_disagreements_and_dates_are_tables() -> None:
    found = rows(sample_digest())
    assert ["Red Cross (Cruz Roja)", "body", "1 time", "1 article", "a1 2.2"] in found
    assert "María Pérez|a1 3.1|“We can't wait more,” said María Pérez" in "\n".join(map("|".join, found))
    assert ["Diecisiete", "a2 2.1"] in [row[:2] for row in found]
    assert ["2024-10-31", "31 de octubre", "a2 2.2"] in [row[:3] for row in found]
    assert ["riada.txt", "11111111"] in found


def test_the_full_text_of_every_article_stands_near_the_end_with_its_terms() -> None:
    full_text = markdown_of(sample_digest()).partition("## Full text")[2]
    for article in sample_digest().articles():
        for paragraph in article.briefing.paragraphs:
            for pair in paragraph.sentences:
                assert escaped(pair.source) in full_text
                assert escaped(pair.target) in full_text
    assert "| ministro de Defensa | defense minister | 4/4 |" in full_text


def test_a_finding_marks_its_sentence_and_is_told_near_it() -> None:
    texts = shown_texts(sample_digest())
    assert "⚠ left untranslated: riada" in texts
    assert "⚠ 1.1: left untranslated: riada" in texts


@pytest.mark.parametrize("shown", SIDES)
def test_only_the_asked_side_is_shown(shown: Shown) -> None:
    markdown = markdown_of(replace(sample_digest(), shown=shown))
    for source in ("Quince personas murieron", "Una riada deja", "Cruz Roja", "Elecciones en Moldavia", "“No podemos"):
        assert (source in markdown) == (shown != "target"), source
    for target in ("Fifteen people died", "A riada leaves", "Red Cross", "Elections in Moldova", "left untranslated"):
        assert (target in markdown) == (shown != "source"), target


@pytest.mark.parametrize("shown", SIDES)
def test_all_rows_of_a_table_have_as_many_cells_as_its_header(shown: Shown) -> None:
    lines = markdown_of(replace(sample_digest(), shown=shown)).splitlines()
    width = 0
    for line, before in zip(lines, ["", *lines], strict=False):
        cells = line.replace("\\|", "").count("|")
        width = width if before.startswith("|") else cells
        assert not line.startswith("|") or cells == width


@pytest.mark.parametrize("shown", SIDES)
def test_articles_full_of_markup_leave_nothing_active(shown: Shown) -> None:
    markdown = markdown_of(replace(sample_digest(), shown=shown))
    assert active_elements(markdown) == set()
    assert set(links(markdown)) == {"https://eldiario.example/riada?a=1&b=2"}
    assert "<script" not in MarkdownIt("commonmark").enable("table").render(markdown)


def test_hostile_text_is_read_as_it_was_written() -> None:
    texts = shown_texts(sample_digest())
    assert '<script>alert("name")</script>.txt' in "\n".join(texts)
    assert "Una llave {{ 7 * 7 }} y {% raw %} no cambian nada." in texts


def test_what_a_digest_does_not_have_leaves_no_heading() -> None:
    texts = shown_texts(empty_digest())
    assert texts == [
        "Nothing today",
        "2024-11-29 · English",
        "0 stories from 0 articles.",
        "How this was made",
        "tsum 0.1.0",
    ]


def test_the_same_digest_gives_the_same_bytes() -> None:
    assert MarkdownRenderer().render(sample_digest()) == MarkdownRenderer().render(sample_digest())
