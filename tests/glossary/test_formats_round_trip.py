"""What is written in one format and read in another is the same."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.errors import GlossaryError
from translate_pipeline.glossary import GlossaryEntry
from translate_pipeline.glossary.formats import FORMATS, LanguagePair, read_glossary, write_glossary
from translate_pipeline.glossary.formats.base import GlossaryFormat, refuse
from translate_pipeline.glossary.formats.fields import entry_from_fields

ES_EN = LanguagePair("es", "en")
CSV, TSV, TBX, JSON = FORMATS

letters = st.one_of(
    st.sampled_from("aeiñÉ0 |\\,;\t\"'#&<>=:/…´\n\u0301\u00ad\u2028\ufeff"), st.characters(exclude_categories=["Cs"])
)
texts = st.text(letters, max_size=20)
terms = st.builds("{}{}".format, st.sampled_from(["Kiev", "#1", "el ", "tsum:", "\\|ab"]), texts)
notes = st.one_of(st.just(""), texts, st.just("tsum: case=any"), st.just("tsum:"))


@st.composite
def entries(draw: st.DrawFn) -> GlossaryEntry:
    """Any entry that a file can have."""
    keep = draw(st.booleans())
    source = draw(terms)
    fields = {
        "source": source,
        "target": source if keep else draw(terms),
        "do_not_translate": "yes" if keep else "",
        "article": draw(st.sampled_from(["", "none", "the"])),
        "case": draw(st.sampled_from(["", "exact", "any"])),
        "accents": draw(st.sampled_from(["", "optional"])),
        "inflection": draw(st.sampled_from(["", "none"])),
        "direction": draw(st.sampled_from(["", "both"])),
        "note": draw(notes),
        "domain": draw(texts),
        "attribution": draw(texts),
        "date": draw(st.one_of(st.just(""), st.dates().map(str))),
    }
    try:
        return entry_from_fields(fields, draw(st.lists(terms, max_size=3)), "")
    except GlossaryError:  # a character that no file may have
        return GlossaryEntry("Kiev", "Kyiv")


def through(known: GlossaryFormat, given: list[GlossaryEntry]) -> list[GlossaryEntry]:
    """The entries after they were written and read in a format."""
    found = known.read(Path("x"), known.write(given, ES_EN).encode(), None, refuse)
    assert found.pair == ES_EN
    assert all(entry.origin.startswith("x:") for entry in found.entries)
    return [dataclasses.replace(entry, origin="") for entry in found.entries]


@given(given_entries=st.lists(entries(), min_size=1, max_size=5))
def test_nothing_is_lost_from_csv_to_tbx_to_json_to_csv(given_entries: list[GlossaryEntry]) -> None:
    from_csv = through(CSV, given_entries)
    assert from_csv == given_entries
    from_tbx = through(TBX, from_csv)
    assert from_tbx == given_entries
    from_json = through(JSON, from_tbx)
    assert from_json == given_entries
    assert through(CSV, through(TSV, from_json)) == given_entries


@given(old=st.lists(entries(), min_size=1, max_size=3), new=entries(), known=st.sampled_from(FORMATS))
def test_an_edit_adds_and_changes_nothing_else(
    old: list[GlossaryEntry], new: GlossaryEntry, known: GlossaryFormat
) -> None:
    data = known.write(old, ES_EN).encode()
    edited = known.edit(Path("x"), data, {0: new}, [new], ES_EN)
    found = [dataclasses.replace(e, origin="") for e in known.read(Path("x"), edited.encode(), None, refuse).entries]
    assert found == [new, *old[1:], new]


def test_real_files(tmp_path: Path) -> None:
    entry = GlossaryEntry("Kiev", "Kyiv", ("Kíev",), "none", "the capital", domain="geography", direction="both")
    write_glossary(tmp_path / "0.csv", [entry], ES_EN)
    for number, suffix in enumerate((".tbx", ".json", ".tsv", ".csv"), 1):
        previous = next(tmp_path.glob(f"{number - 1}.*"))
        write_glossary(tmp_path / f"{number}{suffix}", read_glossary(previous).entries, ES_EN)
    assert (tmp_path / "4.csv").read_text() == (tmp_path / "0.csv").read_text()
