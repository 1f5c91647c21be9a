from __future__ import annotations

import functools

from translate_pipeline import Pipeline
from translate_pipeline.digest.mentions import mentions
from translate_pipeline.digest.model import Article, Mention

TEXT = (
    "El presidente ruso, Vladimir Putin, recibió en Moscú al ministro Andrei Belousov. "
    "Putin y Belousov hablaron de la OTAN y de Corea del Norte.\n\n"
    "Según la OTAN, Putin enviará a Belousov a Pionyang. En Moscú no lo confirmaron.\n"
)
OTHER = "La OTAN pidió a Vladimir Putin que saliera de Ucrania. La OTAN se reúne en Bruselas.\n"


@functools.cache
def articles() -> tuple[Article, ...]:
    briefings = Pipeline(to="en").run_many([TEXT, OTHER])
    return tuple(Article(f"a{n}", briefing, f"/{n}", str(n)) for n, briefing in enumerate(briefings, 1))


def by_name() -> dict[str, Mention]:
    return {mention.target: mention for mention in mentions(articles())}


def test_people_places_and_bodies_are_counted_over_all_articles() -> None:
    found = by_name()
    assert (found["NATO"].kind, found["NATO"].count, found["NATO"].articles) == ("body", 4, 2)
    assert (found["Moscow"].kind, found["Moscow"].count, found["Moscow"].articles) == ("place", 2, 1)


def test_a_surname_counts_as_the_full_name_of_its_article() -> None:
    found = by_name()
    assert (found["Vladimir Putin"].kind, found["Vladimir Putin"].count) == ("person", 4)
    assert "Putin" not in found
    assert found["Andrei Belousov"].count == 3


def test_the_source_form_and_the_first_sentence_are_given() -> None:
    nato = by_name()["NATO"]
    assert nato.source == "OTAN"
    assert nato.first.article == "a1"
    assert nato.first.pair.source.startswith("Putin y Belousov hablaron")


def test_the_most_frequent_come_first() -> None:
    counts = [mention.count for mention in mentions(articles())]
    assert counts == sorted(counts, reverse=True)


def test_what_is_named_once_is_left_out() -> None:
    assert "Brussels" not in by_name()
    assert "Brussels" in {mention.target for mention in mentions(articles(), fewest=1)}


def test_no_articles_name_nothing() -> None:
    assert mentions(()) == ()
