"""The sides of sentences in the HTML page, their languages, and the marks in them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from lxml import html

from tests.digest.parsed_page import only, parsed, text
from tests.digest.sample import sample_digest
from translate_pipeline.briefing.model import ParagraphPair, SentencePair, TermMark
from translate_pipeline.digest.model import Digest
from translate_pipeline.digest.renderers.html import HtmlRenderer

ENGLISH = "The president of the Red Cross"
SPANISH = "La presidenta de la Cruz Roja"
PAIR = "//*[@class='pairs bitext']//*[@class='pair']"


def with_pair(pair: SentencePair) -> Digest:
    """A digest of one article whose summary and text are one sentence."""
    story = list(sample_digest().stories())[1]
    article = story.articles[0]
    briefing = replace(article.briefing, summary=(pair,), paragraphs=(ParagraphPair("body", None, "", (pair,)),))
    citation = replace(story.summary[0], pair=pair)
    return only(replace(story, summary=(citation,), articles=(replace(article, briefing=briefing),)))


class TestSides:
    def test_both_sides_are_shown_with_their_languages(self) -> None:
        page = parsed(sample_digest())
        english, spanish = (page.xpath(f"({PAIR}/p)[starts-with(., '{start}')]")[0] for start in (ENGLISH, SPANISH))
        assert (english.get("lang"), english.get("dir")) == ("en", "ltr")
        assert (spanish.get("lang"), spanish.get("dir")) == ("es", "ltr")
        assert english.getparent() is spanish.getparent()

    @pytest.mark.parametrize(("side", "there", "absent"), [("source", SPANISH, ENGLISH), ("target", ENGLISH, SPANISH)])
    def test_one_side_is_shown_where_one_is_wanted(self, side: Any, there: str, absent: str) -> None:
        said = HtmlRenderer().render(replace(sample_digest(), shown=side)).decode("utf-8")
        plain = text(html.fromstring(said))
        assert there in plain
        assert absent not in plain
        assert ("Elections in Moldova" in plain, "Elecciones en Moldavia" in plain) == (
            side == "target",
            side == "source",
        )

    def test_with_the_translation_only_no_sentence_of_the_source_is_in_the_file(self) -> None:
        file = HtmlRenderer().render(replace(sample_digest(), shown="target")).decode("utf-8")
        translated = [a for a in sample_digest().articles() if a.briefing.translated]
        sources = [s for a in translated for p in a.briefing.paragraphs for s in p.sentences if s.translated]
        assert sources
        assert not [s.source for s in sources if s.source in file]

    def test_findings_are_about_the_translation_and_left_out_with_it(self) -> None:
        assert "⚠" not in HtmlRenderer().render(replace(sample_digest(), shown="source")).decode("utf-8")

    def test_a_language_written_from_right_to_left_runs_so(self) -> None:
        pair = SentencePair("p1s1", "وصل الوزير إلى بغداد.", "The minister arrived in Baghdad.")
        digest = with_pair(pair)
        story = next(digest.stories())
        briefing = replace(story.articles[0].briefing, source_language="ar")
        page = parsed(only(replace(story, articles=(replace(story.articles[0], briefing=briefing),))))
        side = page.xpath(f"{PAIR}/p[2]")[0]
        assert (side.get("lang"), side.get("dir"), text(side)) == ("ar", "rtl", pair.source)

    def test_a_paragraph_in_another_language_says_so(self) -> None:
        pair = SentencePair("p1s1", "Nous ne savons rien.", "We know nothing.")
        digest = with_pair(pair)
        story = next(digest.stories())
        briefing = replace(story.articles[0].briefing, paragraphs=(ParagraphPair("body", "fr", "", (pair,)),))
        page = parsed(only(replace(story, articles=(replace(story.articles[0], briefing=briefing),))))
        assert {p.get("lang") for p in page.xpath("//p[.//*[@data-s]][contains(., 'Nous')]")} == {"fr"}

    def test_a_sentence_that_was_left_as_it_is_keeps_its_language_on_both_sides(self) -> None:
        pair = SentencePair("p1s1", "¡Viva!", "¡Viva!", translated=False)
        sides = parsed(with_pair(pair)).xpath(f"{PAIR}/p/@lang")
        assert sides == ["es", "es"]

    def test_an_article_that_needed_no_translation_stands_in_one_column(self) -> None:
        digest = sample_digest()
        story = list(digest.stories())[1]
        briefing = replace(story.articles[0].briefing, translated=False, source_language="en")
        page = parsed(only(replace(story, articles=(replace(story.articles[0], briefing=briefing),))))
        assert not page.xpath("//*[contains(@class, 'pair')][count(p) > 1][ancestor::*[@class='story']]")
        assert not page.xpath("//*[@class='columns']")
        assert "translated by machine" not in text(page.xpath("//*[@class='overview']")[0])


class TestMarks:
    def test_a_flagged_sentence_is_marked_with_its_words_and_its_message(self) -> None:
        headline = parsed(sample_digest()).xpath("//*[@class='headline bitext']")[0]
        assert headline.xpath(".//*[@role='img']/@aria-label") == ["To check:"]
        assert text(headline.xpath(".//mark[@class='error']")[0]) == "riada"
        assert text(headline.xpath(".//*[@class='message']")[0]) == "left untranslated: riada"

    def test_what_was_found_in_an_article_is_listed_with_its_text(self) -> None:
        listed = parsed(sample_digest()).xpath("//details//ul[@class='flagged']")[0]
        assert text(listed) == "1.1 left untranslated: riada"

    def test_a_term_is_marked_on_both_sides_and_knows_its_twin(self) -> None:
        term = TermMark(3, 12, "Cruz Roja", "Red Cross", 4, 13, "term")
        page = parsed(with_pair(SentencePair("p1s1", "La Cruz Roja ayuda.", "The Red Cross helps.", terms=(term,))))
        marks = page.xpath(f"{PAIR}//*[@class='term']")
        assert [(text(mark), mark.get("data-t")) for mark in marks] == [("Red Cross", "0"), ("Cruz Roja", "0")]
        assert marks[0].get("title") == "Cruz Roja → Red Cross"

    def test_a_term_that_does_not_stand_in_the_translation_is_marked_in_the_source(self) -> None:
        term = TermMark(3, 12, "Cruz Roja", "Red Cross", None, None, "name")
        page = parsed(with_pair(SentencePair("p1s1", "La Cruz Roja ayuda.", "It helps.", terms=(term,))))
        assert [text(mark) for mark in page.xpath(f"{PAIR}//*[@class='name']")] == ["Cruz Roja"]
