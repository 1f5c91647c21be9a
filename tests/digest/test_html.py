"""The HTML page of a digest, read as a file; test_html_in_browser.py opens it."""

from __future__ import annotations

import base64
import hashlib
import subprocess
import sys
from dataclasses import replace

from lxml import html

from tests.digest.parsed_page import only, parsed, shown, text
from tests.digest.sample import sample_digest
from translate_pipeline.briefing.model import TermUse
from translate_pipeline.digest.model import Section
from translate_pipeline.digest.renderers.html import HtmlRenderer


class TestHostileArticles:
    def test_markup_in_an_article_is_shown_as_text(self) -> None:
        page = parsed(sample_digest())
        said = shown(page)
        assert "<script>window.hacked = true</script> y <img src=x onerror=alert(1)>" in said
        assert "<b>Malo</b>" in said
        assert '"><svg onload=alert(4)>' in said

    def test_the_page_has_one_script_its_own_and_no_element_of_an_article(self) -> None:
        page = parsed(sample_digest())
        assert len(page.xpath("//script")) == 1
        assert not page.xpath("//img | //iframe | //object | //embed | //form | //base | //link")

    def test_no_element_has_an_event_handler_or_a_style_of_its_own(self) -> None:
        names = {name for element in parsed(sample_digest()).iter() for name in element.attrib}
        assert not {name for name in names if name.startswith("on") or name == "style"}

    def test_template_marks_in_an_article_are_text(self) -> None:
        assert "Una llave {{ 7 * 7 }} y {% raw %} no cambian nada." in shown(parsed(sample_digest()))

    def test_an_address_that_is_not_of_the_web_is_text(self) -> None:
        page = parsed(sample_digest())
        assert "javascript:alert(1)" in shown(page)
        assert not [a for a in page.xpath("//@href") if not a.startswith(("#", "https://"))]

    def test_control_characters_and_lone_surrogates_do_not_break_the_page(self) -> None:
        page = HtmlRenderer().render(replace(sample_digest(), title="a\x00b\x1b[2J\ud800c"))
        assert "<h1>a\ufffdb\ufffd[2J?c</h1>" in page.decode("utf-8")

    def test_the_folder_that_an_article_was_read_from_is_not_shown(self) -> None:
        story = list(sample_digest().stories())[1]
        briefing = replace(story.articles[0].briefing, name="/home/ana/leak/corea.txt")
        page = parsed(only(replace(story, articles=(replace(story.articles[0], briefing=briefing),))))
        assert "corea.txt" in shown(page)
        assert "/home/ana" not in shown(page)


class TestNothingFromElsewhere:
    def test_the_policy_allows_the_style_and_the_script_in_the_page_by_their_hashes_alone(self) -> None:
        page = parsed(sample_digest())
        policy = page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")

        def allowed(tag: str) -> str:
            content = page.xpath(f"//{tag}")[0].text
            return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"

        rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
        assert rules == {
            "default-src": "'none'",
            "style-src": allowed("style"),
            "script-src": allowed("script"),
            "base-uri": "'none'",
            "form-action": "'none'",
        }

    def test_only_articles_are_linked_outside(self) -> None:
        page = parsed(sample_digest())
        outside = [a for a in page.xpath("//@href | //@src | //@srcset | //@action") if not a.startswith("#")]
        assert outside == ["https://eldiario.example/riada?a=1&b=2"]
        assert "url(" not in page.xpath("//style")[0].text
        assert "@import" not in page.xpath("//style")[0].text

    def test_a_link_outside_says_where_it_leads_and_hands_nothing_on(self) -> None:
        link = parsed(sample_digest()).xpath("//a[starts-with(@href, 'https:')]")[0]
        assert text(link) == "eldiario.example ↗"
        assert link.get("rel") == "noopener noreferrer"
        assert "Leaves this page" in link.get("title")

    def test_names_of_linked_sites_are_not_looked_up_beforehand(self) -> None:
        page = parsed(sample_digest())
        assert page.xpath("string(//meta[@http-equiv='x-dns-prefetch-control']/@content)") == "off"
        assert page.xpath("string(//meta[@name='referrer']/@content)") == "no-referrer"


class TestContent:
    def test_the_same_digest_gives_the_same_bytes(self) -> None:
        assert HtmlRenderer().render(sample_digest()) == HtmlRenderer().render(sample_digest())

    def test_each_id_is_there_once_and_each_link_inside_the_page_finds_one(self) -> None:
        page = parsed(sample_digest())
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))
        assert {a[1:] for a in page.xpath("//@href") if a.startswith("#")} <= set(ids)

    def test_the_opening_counts_stories_articles_and_sources_and_says_what_has_changed(self) -> None:
        overview = text(parsed(sample_digest()).xpath("//*[@class='overview']")[0])
        assert "3 stories from 5 articles by 4 sources, translated by machine from Spanish into English." in overview
        assert "Since 28 November 2024: 2 new, 1 moved on, 1 gone quiet." in overview

    def test_without_a_previous_digest_nothing_is_called_new(self) -> None:
        stories = tuple(replace(story, status="") for story in sample_digest().stories())
        page = parsed(replace(sample_digest(), since=None, quiet=(), sections=(Section("", stories),)))
        assert not page.xpath("//*[contains(@class, 'badge')]")
        assert "Since" not in text(page.xpath("//*[@class='overview']")[0])

    def test_the_contents_name_each_story_under_its_section(self) -> None:
        contents = parsed(sample_digest()).xpath("//nav")[0]
        assert [text(a) for a in contents.xpath(".//a[@class='topic-name']")] == ["Spain", "Other stories"]
        assert "A riada leaves 15 dead in Valencia" in [text(a) for a in contents.xpath(".//ol/li/ol/li/a")]

    def test_a_single_story_needs_no_contents_and_no_heading_above_its_own(self) -> None:
        story = list(sample_digest().stories())[1]
        bare = replace(only(story), mentions=(), quotations=(), timeline=(), quiet=())
        page = parsed(bare)
        assert not page.xpath("//nav")
        assert page.xpath("string(//section[@class='topic']/h2/@class)") == "unseen"

    def test_a_sentence_of_a_summary_links_to_its_place_in_the_article(self) -> None:
        page = parsed(sample_digest())
        reference = page.xpath("//*[@id='story-0a1b2c3d']//a[@class='ref']")[0]
        assert text(reference) == "El Diario a1 2.1"
        sentence = page.get_element_by_id(reference.get("href")[1:])
        assert "Fifteen people died on 29 October 2024" in text(sentence)
        assert sentence.xpath("ancestor::details")

    def test_the_story_of_one_article_says_nothing_twice(self) -> None:
        story = parsed(sample_digest()).get_element_by_id("story-4e5f6a7b")
        for fold in story.xpath(".//details"):
            fold.drop_tree()
        said = text(story)
        assert said.count("AP") == 1
        assert said.count("Andrei Belousov came to North Korea") == 1
        assert said.count("By announcing the visit") == 1

    def test_articles_that_disagree_are_told_apart_with_the_sentences_that_say_so(self) -> None:
        box = parsed(sample_digest()).xpath("//*[@class='disagreements']")[0]
        assert "personas: Quince (El Diario) · Diecisiete (La Vanguardia)" in text(box)
        assert "Quince personas murieron" in text(box)
        assert [text(em) for em in box.xpath(".//em")] == ["Quince", "Diecisiete"]

    def test_an_article_names_its_copies(self) -> None:
        assert "Also in Europa Press (30 October 2024)" in shown(parsed(sample_digest()))

    def test_what_stands_across_the_stories_is_there(self) -> None:
        page = parsed(sample_digest())
        across = {section.get("id"): text(section) for section in page.xpath("//*[@class='across']")}
        assert list(across) == ["mentions", "quotations", "timeline", "quiet", "notes"]
        assert "Red Cross Cruz Roja 1 1 El Diario a1 2.2" in across["mentions"]
        assert "“No podemos esperar más”" in across["quotations"]
        assert "29 October 2024" in across["timeline"]
        assert "Elections in Moldova Elecciones en Moldavia last reported 20 November 2024" in across["quiet"]
        assert "2 more stories are left out" in across["notes"]
        assert "2 files could not be read" in across["notes"]

    def test_what_is_empty_leaves_no_heading(self) -> None:
        bare = replace(
            sample_digest(), mentions=(), quotations=(), timeline=(), quiet=(), left_out=0, notes=(), since=None
        )
        headings = [text(h) for h in parsed(bare).xpath("//h2")]
        assert headings == ["Spain", "Other stories", "How this briefing was made"]

    def test_the_signature_has_what_makes_the_digest_again(self) -> None:
        signature = parsed(sample_digest()).get_element_by_id("signature")
        made = sample_digest().signature
        told = dict(zip(map(text, signature.xpath(".//dt")), map(text, signature.xpath(".//dd")), strict=True))
        assert told == {
            "tsum": made.tsum,
            "Package": f"{made.packages[0]}, beam {made.beam}",
            "Glossaries": made.glossaries[0],
            **dict(made.settings),
        }
        assert [text(li) for li in signature.xpath(".//li")] == [f"{i.name} {i.content}" for i in made.inputs]

    def test_full_texts_are_folded_unless_they_are_asked_for_unfolded(self) -> None:
        folded = parsed(sample_digest())
        assert folded.xpath("//details[contains(@class, 'text')]")
        assert not folded.xpath("//details[@open]")
        unfolded = parsed(sample_digest(), HtmlRenderer(unfolded=True))
        assert not unfolded.xpath("//details[contains(@class, 'text')][not(@open)]")

    def test_many_names_of_a_kind_are_folded_after_the_first_dozen(self) -> None:
        mention = sample_digest().mentions[0]
        many = tuple(replace(mention, source=f"Lugar {i}", target=f"Place {i}") for i in range(20))
        mentions = parsed(replace(sample_digest(), mentions=many)).get_element_by_id("mentions")
        assert len(mentions.xpath("./div/div/table/tbody/tr")) == 12
        assert text(mentions.xpath(".//summary")[0]) == "8 more"
        assert len(mentions.xpath(".//details//tbody/tr")) == 8


def test_the_renderer_can_be_listed_without_loading_jinja() -> None:
    code = "import sys, translate_pipeline.digest.renderers.html; sys.exit('jinja2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


class TestWording:
    def test_the_language_of_the_translations_is_not_named_among_the_sources(self) -> None:
        page = parsed(replace(sample_digest(), source_languages=("es", "en")))
        assert "translated by machine from Spanish into English." in text(page.xpath("//*[@class='lede']")[0])
        assert text(page.xpath("//*[@class='columns']")[0]) == "English, translated Spanish, original"

    def test_one_is_one(self) -> None:
        story = list(sample_digest().stories())[1]
        article = story.articles[0]
        term = TermUse("Corea", "Korea", 1, 1)
        briefing = replace(article.briefing, terms=(term,), sentences=1, words=1)
        said = shown(parsed(only(replace(story, articles=(replace(article, briefing=briefing),)))))
        assert "Full text 1 sentence · 1 term or name" in said
        assert "Spanish · 1 word " in said

    def test_the_legend_promises_no_glossary_for_a_text_that_is_not_translated(self) -> None:
        assert "held to" in text(parsed(sample_digest()).xpath("//*[@class='legend']")[0])
        page = parsed(replace(sample_digest(), shown="source"))
        assert text(page.xpath("//*[@class='legend']")[0]).startswith("term of a glossary name recognised")


class TestPaperCanBeResolved:
    def test_a_reference_names_the_article_and_the_article_its_id(self) -> None:
        page = parsed(sample_digest())
        assert text(page.xpath("//*[@class='pairs bitext']//a[@class='ref']")[0]) == "El Diario a1 2.1"
        assert text(page.xpath("//*[@id='a1']//*[@class='origin']")[0]).startswith("a1 · El Diario")

    def test_a_dated_event_leads_to_its_story(self) -> None:
        link = parsed(sample_digest()).xpath("//*[@id='timeline']//*[@class='of-story']/a")[0]
        assert link.get("href") == "#story-0a1b2c3d"
        assert text(link) == "A riada leaves 15 dead in Valencia"

    def test_the_title_at_the_head_of_a_printed_page_ends_no_rule(self) -> None:
        title = 'x"; } body { display: none } /* </style><script>alert(1)</script>'
        file = HtmlRenderer().render(replace(sample_digest(), title=title)).decode("utf-8")
        assert "body { display: none }" not in file.partition("</style>")[0].partition("<style>")[2]
        assert len(html.fromstring(file).xpath("//script")) == 1


class TestMailPage:
    def test_without_its_script_it_speaks_of_none(self) -> None:
        page = parsed(sample_digest(), HtmlRenderer(unfolded=True, interactive=False))
        assert not page.xpath("//script | //*[@class='skip'] | //*[@class='tools']")
        assert "lights up" not in shown(page)
        assert "@media print" not in page.xpath("string(//style)")
