from __future__ import annotations

from datetime import date

from translate_pipeline.digest.stories.ranking import importance

TODAY = date(2024, 10, 30)
YESTERDAY = date(2024, 10, 29)


def test_more_sources_are_more_important_than_more_articles_of_one() -> None:
    assert importance(3, 3, [TODAY], TODAY) > importance(1, 6, [TODAY], TODAY)


def test_of_equal_stories_the_more_recent_is_more_important() -> None:
    assert importance(2, 3, [TODAY], TODAY) > importance(2, 3, [YESTERDAY], TODAY)


def test_a_story_that_lasts_is_more_important() -> None:
    assert importance(2, 3, [YESTERDAY, TODAY], TODAY) > importance(2, 3, [TODAY, TODAY], TODAY)


def test_undated_stories_count_as_some_days_old() -> None:
    undated = importance(2, 2, [], TODAY)
    assert importance(2, 2, [date(2024, 9, 1)], TODAY) < undated < importance(2, 2, [TODAY], TODAY)


def test_a_day_to_come_is_no_more_recent_than_today() -> None:
    assert importance(1, 1, [date(2025, 1, 1)], TODAY) == importance(1, 1, [TODAY], TODAY)
