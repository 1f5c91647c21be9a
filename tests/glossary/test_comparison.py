from __future__ import annotations

from translate_pipeline.glossary import GlossaryEntry
from translate_pipeline.glossary.comparison import compare_glossaries

KIEV = GlossaryEntry("Kiev", "Kyiv", ("Kíev",), origin="old.csv:1")


def test_entries_are_compared_by_their_sources() -> None:
    new = [GlossaryEntry("Pekín", "Beijing"), GlossaryEntry("Kiev", "Kyiv", ("Kíev", "Kiew"), domain="geography")]
    difference = compare_glossaries([KIEV, GlossaryEntry("Roma", "Rome")], new)
    assert [entry.source for entry in difference.added] == ["Pekín"]
    assert [entry.source for entry in difference.removed] == ["Roma"]
    assert [(changed.new.source, changed.fields) for changed in difference.changed] == [("Kiev", ("aliases", "domain"))]


def test_where_an_entry_stands_is_no_difference() -> None:
    difference = compare_glossaries([KIEV], [GlossaryEntry("Kiev", "Kyiv", ("Kíev",), origin="new.csv:9")])
    assert (difference.added, difference.removed, difference.changed) == ((), (), ())


def test_of_two_entries_with_one_source_the_first_counts() -> None:
    assert compare_glossaries([KIEV], [KIEV, GlossaryEntry("Kiev", "Kiev")]).changed == ()
