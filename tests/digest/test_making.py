from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path

import pytest

from tests.digest.press import FLOOD, FLOOD_LATER, entry, named, press, quick_pipeline
from translate_pipeline.digest.making import make_digest
from translate_pipeline.digest.model import Digest
from translate_pipeline.digest.options import DigestOptions
from translate_pipeline.digest.stories.topics import read_topics
from translate_pipeline.errors import EmptyInputError, TsumError
from translate_pipeline.readers.collections.base import Entry
from translate_pipeline.readers.collections.failed_entry import failed_entry

OPTIONS = DigestOptions("2024-10-31")


def made(
    entries: list[Entry] | None = None, options: DigestOptions = OPTIONS, earlier: Sequence[Digest] = ()
) -> Digest:
    return make_digest(quick_pipeline(), press() if entries is None else entries, options, earlier)


def members(digest: Digest) -> list[set[str]]:
    return [{article.briefing.name for article in story.articles} for story in digest.stories()]


def test_articles_on_one_event_are_one_story_and_the_most_reported_comes_first() -> None:
    digest = made()
    assert members(digest)[0] == {"copy", "later"}
    assert sorted(map(sorted, members(digest)[1:])) == [["budget"], ["match"]]
    flood = next(digest.stories())
    assert set(flood.sources) == {"El Faro", "La Hoja", "La Voz"}
    assert (flood.first_date, flood.last_date) == ("2024-10-30", "2024-10-31T09:00:00+01:00")
    assert flood.size == 3


def test_a_near_duplicate_is_folded_into_the_longer_article() -> None:
    copy = next(article for article in made().articles() if article.briefing.name == "copy")
    assert [(each.name, each.source) for each in copy.copies] == [("flood", "El Faro")]


def test_articles_are_numbered_in_the_order_in_which_they_are_shown() -> None:
    assert [article.id for article in made().articles()] == ["a1", "a2", "a3", "a4"]


def test_the_headline_and_the_summary_have_both_languages() -> None:
    for story in made().stories():
        for pair in (story.headline, *(citation.pair for citation in story.summary)):
            assert pair.translated
            assert pair.source != pair.target
        cited = {citation.article for citation in story.summary}
        assert cited <= {article.id for article in story.articles}


def test_a_story_of_several_articles_is_told_from_across_them() -> None:
    flood = next(made().stories())
    assert {citation.article for citation in flood.summary} == {"a1", "a2"}
    assert 2 <= len(flood.summary) <= 5


def test_only_so_many_stories_are_shown_and_the_others_counted() -> None:
    digest = made(options=replace(OPTIONS, most_stories=1))
    assert members(digest) == [{"copy", "later"}]
    assert digest.left_out == 2


def test_what_is_older_is_left_out_and_what_has_no_date_is_kept() -> None:
    eclipse = "Un eclipse de sol se verá en Chile el próximo verano, según los astrónomos del observatorio."
    entries = [*press(), entry("undated", eclipse)]
    since = replace(OPTIONS, since=datetime(2024, 10, 30, 12, tzinfo=timezone.utc))
    names = {article.briefing.name for article in made(entries, since).articles()}
    assert names == {"match", "later", "undated", "copy"}


def test_an_article_that_comes_twice_counts_once() -> None:
    digest = made([*press(), *press()])
    assert sum(story.size for story in digest.stories()) == 5


def test_two_articles_of_one_id_are_both_there() -> None:
    twins = [Entry("one", "archive#1", press()[0].load), Entry("two", "archive#1", press()[3].load)]
    assert len(list(made(twins).articles())) == 2


def test_many_copies_of_one_article_are_one_story_dated_or_not() -> None:
    copies = [entry(f"copy {number}", FLOOD, f"Paper {number}") for number in range(6)]
    (story,) = made([*copies, entry("later", FLOOD_LATER, None, "2024-10-31")]).stories()
    assert story.size == 7


def test_it_does_not_tell_where_articles_lie() -> None:
    digest = made([entry("/home/anna/secret/flood.txt", FLOOD)])
    assert "anna" not in repr(digest)
    assert [each.name for each in digest.signature.inputs] == ["flood.txt"]


def test_the_folder_of_the_articles_changes_nothing() -> None:
    def moved(folder: str) -> list[Entry]:
        return [replace(each, identity=f"{folder}/{each.name}") for each in press()]

    def ids(digest: Digest) -> list[str]:
        return [story.id for story in digest.stories()]

    assert ids(made(moved("/a"))) == ids(made(moved("/somewhere/else")))


def test_sections_by_topic_come_first_and_the_rest_after_them(tmp_path: Path) -> None:
    path = tmp_path / "topics.toml"
    path.write_text("[[section]]\nname = 'Sport'\nkeywords = ['Copa', 'penaltis']\n", encoding="utf-8")
    digest = made(options=replace(OPTIONS, topics=read_topics(path)))
    assert [section.name for section in digest.sections] == ["Sport", ""]
    assert [a.briefing.name for story in digest.sections[0].stories for a in story.articles] == ["match"]
    assert [article.id for article in digest.articles()] == ["a1", "a2", "a3", "a4"]


def test_the_same_articles_give_the_same_digest() -> None:
    assert made() == made()


def test_the_signature_names_each_input_with_the_hash_of_its_text() -> None:
    signature = made().signature
    assert {each.name for each in signature.inputs} == {"match", "flood", "copy", "budget", "later"}
    assert len({each.content for each in signature.inputs}) == 5
    assert signature.packages


def test_a_failure_is_told_of_and_the_others_go_on() -> None:
    failures: list[tuple[str, TsumError]] = []
    bad = failed_entry("empty", "/press/empty", EmptyInputError("empty"))
    digest = make_digest(
        quick_pipeline(), [bad, *press()], OPTIONS, on_error=lambda each, error: failures.append((each.name, error))
    )
    assert [name for name, _ in failures] == ["empty"]
    assert len(list(digest.articles())) == 4
    with pytest.raises(EmptyInputError):
        make_digest(quick_pipeline(), [bad], OPTIONS)


def test_no_articles_make_an_empty_digest() -> None:
    digest = made([])
    assert list(digest.stories()) == []
    assert not (digest.mentions or digest.quotations or digest.timeline)


def test_articles_in_several_languages_meet_in_the_target_language() -> None:
    english = entry("english", "A reservoir is full. " * 3, "Herald", "2024-10-30")
    digest = make_digest(
        type(quick_pipeline())(replace(quick_pipeline().settings, source=None)), [*press(), english], OPTIONS
    )
    assert set(digest.source_languages) == {"es", "en"}
    assert {"english"} in members(digest)


def test_stories_go_on_from_one_digest_to_the_next() -> None:
    first = made(named(press(), "flood", "budget", "match"), DigestOptions("2024-10-30"))
    assert all(story.status == "" for story in first.stories())
    second = made(named(press(), "match", "later"), earlier=[first])
    by_name = {article.briefing.name: story for story in second.stories() for article in story.articles}
    before = {article.briefing.name: story.id for story in first.stories() for article in story.articles}
    assert by_name["later"].status == "moved on"
    assert by_name["later"].id == before["flood"]
    assert by_name["match"].status == "unchanged"
    assert by_name["match"].id == before["match"]
    assert [quiet.id for quiet in second.quiet] == [before["budget"]]
    assert second.since == "2024-10-30"
    assert {a.briefing.name: a.is_new for a in second.articles()} == {"later": True, "match": False}


def test_a_story_that_nothing_leads_to_is_new() -> None:
    first = made(named(press(), "budget"), DigestOptions("2024-10-30"))
    second = made(named(press(), "budget", "flood"), earlier=[first])
    assert {
        next(iter(names)): story.status for names, story in zip(members(second), second.stories(), strict=True)
    } == {
        "budget": "unchanged",
        "flood": "new",
    }


def test_an_article_is_known_by_its_text_wherever_it_lies() -> None:
    first = made(named(press(), "flood"), DigestOptions("2024-10-30"))
    renamed = [replace(press()[1], name="renamed", identity="/elsewhere/renamed")]
    assert [story.status for story in made(renamed, earlier=[first]).stories()] == ["unchanged"]


def test_a_story_goes_on_after_a_day_without_news() -> None:
    first = made(named(press(), "flood", "budget"), DigestOptions("2024-10-29"))
    second = made(named(press(), "match"), DigestOptions("2024-10-30"), [first])
    third = made(named(press(), "later"), earlier=[second, first])
    before = {article.briefing.name: story.id for story in first.stories() for article in story.articles}
    assert [(story.id, story.status) for story in third.stories()] == [(before["flood"], "moved on")]
    assert [quiet.id for quiet in third.quiet] == [story.id for story in second.stories()]


def test_an_article_that_was_rewritten_moves_its_story_on() -> None:
    first = made(named(press(), "flood"), DigestOptions("2024-10-30"))
    rewritten = entry("flood", FLOOD + "\n\nEl río baja ya.", "El Faro", "2024-10-30")
    second = made([rewritten], earlier=[first])
    assert [story.status for story in second.stories()] == ["moved on"]
    assert [story.id for story in second.stories()] == [story.id for story in first.stories()]
