from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from tests.digest.other_process import rendered_elsewhere
from tests.digest.sample import sample_digest
from translate_pipeline.briefing.model import FindingReport, SentencePair, TermMark
from translate_pipeline.digest.model import Article, Citation, Digest, Shown
from translate_pipeline.digest.renderers.docx import DocxRenderer
from translate_pipeline.errors import UsageError
from translate_pipeline.readers.docx import DocxReader


def rendered(digest: Digest) -> Any:
    return docx.Document(io.BytesIO(DocxRenderer().render(digest)))


def parts(digest: Digest) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(DocxRenderer().render(digest))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def headings(document: Any, level: int) -> list[str]:
    return [p.text for p in document.paragraphs if p.style.style_id == f"Heading{level}"]


def cells(table: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def table_under(document: Any, heading: str) -> Any:
    """The first table after a heading."""
    start = next(p for p in document.paragraphs if p.text == heading and p.style.style_id.startswith("Heading"))
    return docx.table.Table(next(start._element.itersiblings(qn("w:tbl"))), document)


def runs(document: Any) -> Iterator[tuple[str, str | None, str | None]]:
    """Each run of the body: its text, its character style, its language."""
    for run in document.element.body.iter(qn("w:r")):
        text = "".join(t.text or "" for t in run.iter(qn("w:t")))
        yield text, value(run, "w:rStyle"), value(run, "w:lang")


def value(run: Any, tag: str) -> str | None:
    """What a property of a run is set to."""
    found = run.find(f"{qn('w:rPr')}/{qn(tag)}")
    return None if found is None else found.get(qn("w:val"))


def with_pair(pair: SentencePair, language: str = "es") -> Digest:
    """A digest of one story of one article of one sentence."""
    digest = sample_digest()
    story = digest.sections[0].stories[0]
    article = story.articles[0]
    briefing = replace(article.briefing, source_language=language, title=None, summary=(pair,), paragraphs=(), terms=())
    only = Article("a1", briefing, article.identity, article.content)
    story = replace(story, headline=pair, articles=(only,), summary=(Citation("a1", pair),), disagreements=())
    section = replace(digest.sections[0], stories=(story,))
    return replace(digest, sections=(section,), mentions=(), quotations=(), timeline=(), quiet=())


# Content


def test_it_opens_with_title_date_and_what_is_in_it() -> None:
    document = rendered(sample_digest())
    assert [p.text for p in document.paragraphs[:2]] == [
        "Morning briefing",
        "Friday 29 November 2024 · Spanish to English",
    ]
    assert document.paragraphs[0].style.name == "Title"
    assert document.paragraphs[2].text.startswith("3 stories from 5 articles")
    assert "translated by machine from Spanish into English." in document.paragraphs[2].text


def test_where_the_source_alone_is_shown_it_speaks_of_no_translation() -> None:
    assert "by machine" not in rendered(replace(sample_digest(), shown="source")).paragraphs[2].text


def test_its_parts_stand_in_the_order_of_a_briefing() -> None:
    document = rendered(sample_digest())
    assert headings(document, 1) == [
        "Spain", "Other stories", "People, places and bodies", "Quotations", "Timeline", "Gone quiet", "Notes",
        "Articles", "How this was made",
    ]  # fmt: skip
    assert headings(document, 2)[0] == "⚠ A riada leaves 15 dead in Valencia"
    assert [p.text for p in document.paragraphs if p.style.name == "Article Heading"][:2] == [
        "a1 ⚠ A riada leaves 15 dead in Valencia",
        "a2 The dead for Valencia rise to 17",
    ]


def test_a_summary_sets_each_sentence_beside_its_source_with_its_place() -> None:
    table = table_under(rendered(sample_digest()), "⚠ A riada leaves 15 dead in Valencia")
    assert cells(table)[0] == ["English", "Spanish"]
    assert cells(table)[2] == [
        "The president of the Red Cross, María Pérez, asked for urgent aid. [El Diario a1\u00a02.2]",
        "La presidenta de la Cruz Roja, María Pérez, pidió ayuda urgente.",
    ]


def test_an_article_has_its_origin_its_terms_and_its_whole_text() -> None:
    document = rendered(sample_digest())
    texts = [p.text for p in document.paragraphs]
    at = texts.index("a1 ⚠ A riada leaves 15 dead in Valencia")
    assert "Una riada deja quince muertos en Valencia" in texts[at + 1]
    assert "⚠ left untranslated: riada" in texts[at + 2]
    assert texts[at + 3] == "El Diario · 30 October 2024, 08:00 · riada.txt · https://eldiario.example/riada?a=1&b=2"
    assert texts[at + 5] == "Nearly the same: Europa Press · 30 October 2024 · copia.txt"
    assert ["Cruz Roja", "Red Cross", "1/1"] in cells(table_under(document, "Terms"))
    assert len(cells(table_under(document, "Full text"))) == 6


def test_figures_that_articles_do_not_agree_on_stand_side_by_side() -> None:
    document = rendered(sample_digest())
    label = next(p for p in document.paragraphs if p.text.startswith("The articles do not agree"))
    assert label.text == "The articles do not agree on a figure: personas"
    table = docx.table.Table(next(label._element.itersiblings(qn("w:tbl"))), document)
    assert [row[0] for row in cells(table)] == ["Figure", "Quince", "Diecisiete"]


def test_what_goes_across_the_articles_is_in_tables() -> None:
    document = rendered(sample_digest())
    assert cells(table_under(document, "People, places and bodies"))[3] == [
        "Red Cross (Cruz Roja)", "body", "1", "1", "a1\u00a02.2",
    ]  # fmt: skip
    assert cells(table_under(document, "Quotations"))[1][::2] == ["María Pérez", "“No podemos esperar más”"]
    assert cells(table_under(document, "Timeline"))[1][0] == "\n".join(
        ("29 October 2024", "29 de octubre de 2024", "A riada leaves 15 dead in Valencia")
    )
    assert "Elections in Moldova (Elecciones en Moldavia) · last on 20 November 2024" in [
        p.text for p in document.paragraphs
    ]


def test_how_it_was_made_is_at_the_end() -> None:
    *_, made, inputs = rendered(sample_digest()).tables
    assert ["package", sample_digest().signature.packages[0]] in cells(made)
    assert cells(inputs)[1] == ["riada.txt", "11111111"]


def test_its_text_can_be_read_back() -> None:
    document = DocxReader().read(DocxRenderer().render(sample_digest()), "resumen.docx")
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Diecisiete personas han muerto en Valencia por las inundaciones del martes" in text
    assert "<script>window.hacked = true</script>" in text
    assert "{{ 7 * 7 }}" in text


@pytest.mark.parametrize(
    ("shown", "there", "missing"),
    [
        ("target", "asked for urgent aid", "pidió ayuda urgente"),
        ("source", "pidió ayuda urgente", "asked for urgent aid"),
    ],
)
def test_one_side_is_shown_alone_if_it_is_wanted_alone(shown: Shown, there: str, missing: str) -> None:
    document = rendered(replace(sample_digest(), shown=shown))
    text = "".join(text for text, _, _ in runs(document))
    assert there in text
    assert missing not in text
    assert ("⚠" in text) == (shown == "target")
    assert all(len(row) == 1 for row in cells(table_under(document, "Full text")))
    assert ("personas" in text) == (shown == "source")
    assert ("29 de octubre de 2024" in text) == (shown == "source")


def test_text_that_was_not_translated_stands_once() -> None:
    pair = SentencePair("p1s1", "It is here.", "It is here.", translated=False)
    assert cells(rendered(with_pair(pair, "en")).tables[0]) == [["English"], ["It is here. [El Diario a1\u00a01.1]"]]


# Marks and languages


def test_each_side_is_in_its_language() -> None:
    languages = {text: language for text, _, language in runs(rendered(sample_digest()))}
    assert languages["La presidenta de la "] == "es-ES"
    assert languages["The president of the "] == "en-US"
    assert languages["“No podemos esperar más”"] == "es-ES"


def test_a_language_that_runs_from_right_to_left_does_so() -> None:
    document = rendered(with_pair(SentencePair("p1s1", "وصل الوزير", "The minister arrived"), "ar"))
    cell = document.tables[0].rows[1].cells[1]
    assert cell.paragraphs[0]._element.pPr.find(qn("w:bidi")) is not None
    properties = cell.paragraphs[0].runs[0]._element.rPr
    assert properties.find(qn("w:rtl")) is not None
    assert properties.find(qn("w:lang")).get(qn("w:bidi")) == "ar-SA"


def test_terms_names_and_what_a_check_has_found_have_styles_of_their_own() -> None:
    pair = SentencePair(
        "p1s1",
        "Ana ve la alfombra roja 15 veces",
        "Ana sees the red carpet 15 or 115 times",
        True,
        (FindingReport("numbers", "error", "15 is not sure", "15", "15"),),
        (
            TermMark(10, 23, "alfombra roja", "red carpet", 13, 23, "term"),
            TermMark(0, 3, "Ana", "Ana", 0, 3, "name"),
            TermMark(27, 99, "veces", "veces", None, None, "term"),
        ),
    )
    styled = [(text, style) for text, style, _ in runs(rendered(with_pair(pair)))]
    start = styled.index(("Ana", "RecognisedName"))
    table = styled[start:]
    assert [found for found in table if found[1] in ("Term", "RecognisedName", "Finding")][:3] == [
        ("Ana", "RecognisedName"), ("alfombra roja", "Term"), ("15", "Finding"),
    ]  # fmt: skip
    english = table[table.index(("⚠ ", "Warning"), 1) :]
    assert english[:6] == [
        ("⚠ ", "Warning"), ("Ana", "RecognisedName"), (" sees the ", None), ("red carpet", "Term"), (" ", None),
        ("15", "Finding"),
    ]  # fmt: skip
    assert english[6] == (" or 115 times", None)


def test_the_message_of_a_check_stands_under_its_sentence() -> None:
    finding = FindingReport("numbers", "error", "15 is missing", "15", "")
    table = rendered(with_pair(SentencePair("p1s1", "15 veces", "Some times", True, (finding, finding)))).tables[0]
    cell = table.rows[1].cells[0]
    assert [p.text for p in cell.paragraphs] == ["⚠ Some times [El Diario a1\u00a01.1]", "⚠ 15 is missing (×2)"]
    assert cell.paragraphs[1].style.name == "Finding Note"


# The document


def test_every_style_that_it_uses_is_defined() -> None:
    files = parts(sample_digest())
    document = rendered(sample_digest())
    defined = {style.style_id for style in document.styles}
    used = {
        found.get(qn("w:val"))
        for part in (document.element, document.sections[0].header._element, document.sections[0].footer._element)
        for tag in ("w:pStyle", "w:rStyle", "w:tblStyle")
        for found in part.iter(qn(tag))
    }
    assert used - defined == set()
    assert b"ListBullet" in files["word/numbering.xml"]


def test_every_table_repeats_its_header_and_fills_the_page() -> None:
    document = rendered(sample_digest())
    section = document.sections[0]
    for table in document.tables:
        first, *others = table._element.findall(qn("w:tr"))
        assert first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None for row in others)
        width = sum(int(column.get(qn("w:w"))) for column in table._element.iter(qn("w:gridCol")))
        assert width == pytest.approx((section.page_width - section.left_margin - section.right_margin) / 635, abs=10)


def test_what_stands_over_a_table_stays_on_its_page() -> None:
    # LibreOffice loses rows of a table whose repeated header it moves to a page without the lines over it.
    document = rendered(sample_digest())
    for table in document.tables:
        above = table._element.getprevious()
        style = docx.text.paragraph.Paragraph(above, document).style
        while style.paragraph_format.keep_with_next is None and style.base_style is not None:
            style = style.base_style
        assert style.paragraph_format.keep_with_next, "".join(above.itertext())


def test_what_a_check_says_of_a_headline_stays_with_its_table() -> None:
    finding = FindingReport("numbers", "error", "15 is missing", "15", "")
    document = rendered(with_pair(SentencePair("p1s1", "15 veces", "Some times", True, (finding,))))
    notes = [p.style for p in document.paragraphs if p.text == "⚠ 15 is missing"]
    assert [style.name for style in notes] == ["Heading Note"]
    assert notes[0].paragraph_format.keep_with_next


def test_the_table_of_contents_leads_to_every_section_and_story_but_not_to_articles() -> None:
    document = rendered(sample_digest())
    contents = document.element.body.find(qn("w:sdt"))
    assert 'TOC \\o "1-2"' in "".join(code.text for code in contents.iter(qn("w:instrText")))
    bookmarks = {mark.get(qn("w:name")) for mark in document.element.body.iter(qn("w:bookmarkStart"))}
    links = list(contents.iter(qn("w:hyperlink")))
    assert {link.get(qn("w:anchor")) for link in links} <= bookmarks
    titles = ["".join(text.text for text in link.iter(qn("w:t"))) for link in links]
    assert sorted(titles) == sorted(headings(document, 1) + headings(document, 2))


def test_every_reference_leads_to_an_article() -> None:
    document = rendered(sample_digest())
    marks = [mark.get(qn("w:name")) for mark in document.element.body.iter(qn("w:bookmarkStart"))]
    assert len(marks) == len(set(marks))
    inner = [link.get(qn("w:anchor")) for link in document.element.body.iter(qn("w:hyperlink"))]
    assert {anchor for anchor in inner if anchor} <= set(marks)
    assert "article_1" in inner


def test_a_reference_to_an_article_that_is_not_shown_is_no_link() -> None:
    digest = sample_digest()
    mention = replace(digest.mentions[0], first=Citation("a99", digest.mentions[0].first.pair))
    table = table_under(rendered(replace(digest, mentions=(mention,))), "People, places and bodies")
    assert cells(table)[1][4] == "a99\u00a02.1"
    assert table._element.find(f".//{qn('w:hyperlink')}") is None


def test_only_addresses_of_the_web_become_links() -> None:
    document = rendered(sample_digest())
    outside = {r.target_ref for r in document.part.rels.values() if r.is_external}
    assert outside == {"https://eldiario.example/riada?a=1&b=2"}
    assert any("javascript:alert(1)" in p.text for p in document.paragraphs)


def test_each_page_has_the_title_the_date_and_its_number() -> None:
    section = rendered(sample_digest()).sections[0]
    assert section.header.paragraphs[0].text == "Morning briefing · 29 November 2024"
    codes = [code.text.strip() for code in section.footer._element.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_its_properties_tell_title_language_and_day_and_nothing_of_this_machine() -> None:
    properties = rendered(replace(sample_digest(), title="Á" * 300)).core_properties
    assert properties.title == "Á" * 255
    assert properties.language == "en-US"
    assert (properties.author, properties.last_modified_by) == ("tsum", "tsum")
    assert f"{properties.created:%Y-%m-%d %H:%M}" == f"{properties.modified:%Y-%m-%d %H:%M}" == "2024-11-29 06:00"
    assert not {"docProps/app.xml", "docProps/thumbnail.jpeg"} & set(parts(sample_digest()))


# Hostile text, bytes


def test_characters_that_xml_cannot_hold_do_not_break_it() -> None:
    hostile = "a\x00b\x08c\x0bd\ud800e\udffff\ufffeg\uffffh\u202ei]]>&<\x1b[2J 10\u00a0000"
    digest = with_pair(SentencePair(hostile, hostile, hostile))
    story = digest.sections[0].stories[0]
    article = story.articles[0]
    metadata = replace(
        article.briefing.metadata, source=hostile, author=hostile, date=hostile, url=f"https://a.example/{hostile}"
    )
    article = replace(article, briefing=replace(article.briefing, metadata=metadata, name=hostile, notes=(hostile,)))
    story = replace(story, articles=(article,), sources=(hostile,), first_date=hostile, last_date=hostile)
    sections = (replace(digest.sections[0], name=hostile, stories=(story,)),)
    document = rendered(replace(digest, title=hostile, sections=sections, notes=(hostile,)))
    assert document.tables[0].rows[1].cells[1].text == "abcd�e�f�g�hi]]>&<[2J 10\u00a0000"
    assert "\u202e" not in "".join(text for text, _, _ in runs(document))


def test_the_same_digest_gives_the_same_bytes_in_another_process() -> None:
    assert rendered_elsewhere(sample_digest(), DocxRenderer) == DocxRenderer().render(sample_digest())


def test_its_parts_bear_the_day_of_the_digest() -> None:
    with zipfile.ZipFile(io.BytesIO(DocxRenderer().render(sample_digest()))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2024, 11, 29, 6, 0, 0)}


def test_a_date_that_is_no_day_is_told() -> None:
    with pytest.raises(UsageError, match="not a day"):
        DocxRenderer().render(replace(sample_digest(), date="mañana"))


def test_an_empty_digest_is_a_document() -> None:
    digest = replace(
        sample_digest(), sections=(), mentions=(), quotations=(), timeline=(), quiet=(), notes=(), source_languages=()
    )
    assert headings(rendered(digest), 1) == ["How this was made"]
