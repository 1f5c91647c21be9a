"""Compiled glossaries between runs: the same terms from the file, and no harm from a bad file or folder."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Tsum
from translate_pipeline.errors import GlossaryError
from translate_pipeline.glossary import Glossary, GlossaryEntry, load_glossary
from translate_pipeline.glossary.cache import cache_folder, keep_compiled, load_compiled
from translate_pipeline.glossary.compiled import CompiledGlossary, compile_glossary

ENTRIES = [
    GlossaryEntry("Corea del Sur", "South Korea", ("República de Corea",), note="the country"),
    GlossaryEntry("misil balístico", "ballistic missile"),
    GlossaryEntry("armas nucleares", "nuclear weapons"),
    GlossaryEntry("Países Bajos", "Netherlands", article="the", accents="optional"),
    GlossaryEntry("MERCOSUR", "Mercosur", case="any"),
]
TEXT = "Misiles balísticos y armas nucleares: Paises Bajos, Mercosur y la República de Corea."


def own_glossary(folder: Path, rows: str = "Seúl,Seoul\n") -> Path:
    path = folder / "own.csv"
    path.write_text(rows, encoding="utf-8")
    return path


def kept_files() -> list[Path]:
    return sorted(cache_folder().glob("*"))


@pytest.mark.usefixtures("home")
def test_a_compiled_glossary_comes_back_as_it_was() -> None:
    compiled = compile_glossary(ENTRIES, "es", "en")
    keep_compiled("key", compiled)
    again = load_compiled("key")
    assert again is not None
    assert again.entries == compiled.entries
    assert [list(map(list, rows)) for rows in again.exact.forms.values()] == [
        list(map(list, rows)) for rows in compiled.exact.forms.values()
    ]
    assert Glossary([], compiled=again).find(TEXT) == Glossary([], compiled=compiled).find(TEXT)


@pytest.mark.usefixtures("home")
def test_what_is_found_is_the_same_with_the_cache_and_without() -> None:
    keep_compiled("key", compile_glossary(ENTRIES, "es", "en"))
    warm = Glossary([], compiled=load_compiled("key")).find(TEXT)
    cold = Glossary(ENTRIES).find(TEXT)
    assert len(cold) == 5
    assert [(m.text, m.target, m.start, m.end, m.entry.article) for m in warm] == [
        (m.text, m.target, m.start, m.end, m.entry.article) for m in cold
    ]


words = st.text(alphabet=st.sampled_from("aáñzAÉ 1.'\"\\/\u0301مא🙂"), min_size=1, max_size=8).filter(str.strip)


@given(st.lists(st.builds(GlossaryEntry, source=words, target=words, note=words), max_size=6), words)
def test_any_glossary_survives_the_file(
    tmp_path_factory: pytest.TempPathFactory, entries: list[GlossaryEntry], text: str
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "any"))
        compiled = compile_glossary(entries, "es", "en")
        keep_compiled("key", compiled)
        again = load_compiled("key")
    assert again is not None
    searched = " ".join([text, *(entry.source for entry in entries)])
    assert Glossary([], compiled=again).find(searched) == Glossary([], compiled=compiled).find(searched)


def test_the_second_run_reads_the_first_runs_file(home: Path) -> None:
    path = own_glossary(home)
    first = load_glossary([path], False, "es", "en")
    (kept,) = kept_files()
    written = kept.read_bytes()
    second = load_glossary([path], False, "es", "en")
    assert kept.read_bytes() == written
    assert second.fingerprint == first.fingerprint
    assert second.find("en Seúl") == first.find("en Seúl")


def test_a_kept_file_is_really_what_is_used(home: Path) -> None:
    path = own_glossary(home)
    load_glossary([path], False, "es", "en")
    (kept,) = kept_files()
    kept.write_text(kept.read_text(encoding="utf-8").replace("Seoul", "Keijo"), encoding="utf-8")
    assert [match.target for match in load_glossary([path], False, "es", "en").find("en Seúl")] == ["Keijo"]


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"\x00" * 100,
        b"\xff\xfe{}",
        b"null",
        b"[]",
        b"12",
        b'"text"',
        b"{}",
        b'{"exact": {}, "inflected": {}}',
        b'{"exact": [], "inflected": {}}',
        b'{"exact": {"lengths": {}, "forms": {}, "more": 1}, "inflected": {}}',
        b'{"entries": [], "exact": {}, "inflected": {}, "of_another_version": 1}',
        b"[" * 100_000,
        "{ünïcode".encode("latin-1"),
    ],
)
def test_a_damaged_file_is_ignored_and_written_anew(home: Path, damage: bytes) -> None:
    path = own_glossary(home)
    load_glossary([path], False, "es", "en")
    (kept,) = kept_files()
    whole = kept.read_bytes()
    kept.write_bytes(damage)
    assert [match.target for match in load_glossary([path], False, "es", "en").find("en Seúl")] == ["Seoul"]
    assert kept.read_bytes() == whole


@pytest.mark.parametrize("table", ["entries", "lemmas", "nouns", "agreeing", "plurals", "plural_sources"])
def test_a_file_that_lacks_something_is_ignored(home: Path, table: str) -> None:
    keep_compiled("key", compile_glossary(ENTRIES, "es", "en"))
    (kept,) = kept_files()
    fields = json.loads(kept.read_bytes())
    assert fields[table]
    kept.write_text(json.dumps(fields | {table: type(fields[table])()}))
    assert load_compiled("key") is None
    kept.write_text(json.dumps({name: value for name, value in fields.items() if name != table}))
    assert load_compiled("key") is None
    kept.write_text(json.dumps(fields))
    assert load_compiled("key") is not None


@pytest.mark.parametrize("part", ["lengths", "forms"])
def test_a_file_that_lacks_a_form_is_ignored(home: Path, part: str) -> None:
    keep_compiled("key", compile_glossary(ENTRIES, "es", "en"))
    (kept,) = kept_files()
    fields = json.loads(kept.read_bytes())
    fields["inflected"][part].popitem()
    kept.write_text(json.dumps(fields))
    assert load_compiled("key") is None


def test_a_file_of_another_version_of_tsum_is_ignored(home: Path) -> None:
    keep_compiled("key", compile_glossary(ENTRIES, "es", "en"))
    (kept,) = kept_files()
    fields = json.loads(kept.read_bytes())
    kept.write_text(json.dumps(fields | {"origin": f"1{fields['origin']}"}))
    assert load_compiled("key") is None


def test_a_file_that_was_cut_anywhere_is_ignored(home: Path) -> None:
    keep_compiled("key", compile_glossary(ENTRIES, "es", "en"))
    (kept,) = kept_files()
    whole = kept.read_bytes()
    for length in range(len(whole)):
        kept.write_bytes(whole[:length])
        assert load_compiled("key") is None


def test_a_folder_in_the_place_of_the_file_does_no_harm(home: Path) -> None:
    path = own_glossary(home)
    load_glossary([path], False, "es", "en")
    (kept,) = kept_files()
    kept.unlink()
    kept.mkdir()
    assert len(load_glossary([path], False, "es", "en").find("en Seúl")) == 1


def test_a_file_in_the_place_of_the_folder_does_no_harm(home: Path) -> None:
    path = own_glossary(home)
    cache_folder().parent.mkdir(parents=True)
    cache_folder().write_text("in the way")
    assert len(load_glossary([path], False, "es", "en").find("en Seúl")) == 1
    assert cache_folder().read_text() == "in the way"


def test_a_link_to_itself_does_no_harm(home: Path) -> None:
    path = own_glossary(home)
    cache_folder().parent.mkdir(parents=True)
    cache_folder().symlink_to(cache_folder())
    assert len(load_glossary([path], False, "es", "en").find("en Seúl")) == 1


def test_a_folder_that_cannot_be_written_does_no_harm(tsum: Tsum, home: Path) -> None:
    path = own_glossary(home)
    # /proc refuses new files to every user, root included.
    result = tsum(
        "translate", "-", "--from", "es", "-g", path, input="Seúl está lejos.".encode(), env={"XDG_CACHE_HOME": "/proc"}
    )
    assert result.code == 0, result.err
    assert "Seoul" in result.out
    assert "Traceback" not in result.err


@pytest.mark.usefixtures("home")
def test_without_a_home_nothing_is_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "relative/folder")
    assert cache_folder() == Path.home() / ".cache" / "tsum" / "glossaries"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "elsewhere"))
    assert cache_folder() == tmp_path / "elsewhere" / "tsum" / "glossaries"


@pytest.mark.parametrize(
    ("rows", "target"),
    [
        ("Seúl,Keijo\n", "Keijo"),
        ("# comment\nSeúl,Seoul\n", "Seoul"),
        ("Pekín,Beijing\n", None),
    ],
)
def test_a_changed_glossary_is_noticed_even_with_the_old_date(home: Path, rows: str, target: str | None) -> None:
    path = own_glossary(home)
    before = load_glossary([path], False, "es", "en")
    status = path.stat()
    path.write_text(rows, encoding="utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    after = load_glossary([path], False, "es", "en")
    assert [match.target for match in after.find("en Seúl")] == ([target] if target else [])
    assert after.fingerprint != before.fingerprint


def test_the_order_of_files_is_part_of_the_key(home: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text("Kiev,Kyiv\n")
    second.write_text("Kiev,Kiev\n")
    for files, target in (([first, second], "Kyiv"), ([second, first], "Kiev"), ([first, second], "Kyiv")):
        assert [match.target for match in load_glossary(files, False, "es", "en").find("en Kiev")] == [target]
    assert len(kept_files()) == 2


def test_language_pairs_have_files_of_their_own(home: Path) -> None:
    path = own_glossary(home, "misil,missile\n")
    assert len(load_glossary([path], False, "es", "en").find("misiles")) == 1
    assert load_glossary([path], False, "es", "fr").find("misiles") == []
    assert len(load_glossary([path], False, "es", "en").find("misiles")) == 1


def test_a_bad_row_is_refused_each_time_and_never_kept(home: Path) -> None:
    path = own_glossary(home, "Seúl,Seoul\nSeúl,Keijo\n")
    for _ in range(2):
        with pytest.raises(GlossaryError, match="Seúl"):
            load_glossary([path], False, "es", "en")
        skipped: list[GlossaryError] = []
        glossary = load_glossary([path], False, "es", "en", on_skip=skipped.append)
        assert [match.target for match in glossary.find("en Seúl")] == ["Seoul"]
        assert len(skipped) == 1
    assert not cache_folder().exists()


def test_the_few_that_were_used_last_are_kept(home: Path) -> None:
    now = time.time()
    for number in range(9):
        keep_compiled(f"k{number}", CompiledGlossary())
        os.utime(cache_folder() / f"k{number}.json", (now - 90 + number,) * 2)
        assert load_compiled("k0") is not None
    assert [path.name for path in kept_files()] == ["k0.json", "k6.json", "k7.json", "k8.json"]


def test_what_was_not_used_for_a_month_goes(home: Path) -> None:
    for key, days in (("old", 31), ("young", 29)):
        keep_compiled(key, CompiledGlossary())
        os.utime(cache_folder() / f"{key}.json", (time.time() - days * 86_400,) * 2)
    keep_compiled("new", CompiledGlossary())
    assert [path.name for path in kept_files()] == ["new.json", "young.json"]


def modes() -> list[str]:
    """The modes of the cache folder, the folder in it, and each file there."""
    return [oct(path.stat().st_mode & 0o777) for path in (cache_folder().parent, cache_folder(), *kept_files())]


def test_no_other_user_can_read_what_is_kept(home: Path) -> None:
    before = os.umask(0)
    try:
        keep_compiled("key", CompiledGlossary())
    finally:
        os.umask(before)
    assert modes() == ["0o700", "0o700", "0o600"]


@pytest.mark.parametrize("again", [load_compiled, lambda key: keep_compiled(key, CompiledGlossary())])
def test_what_others_could_read_is_narrowed(home: Path, again: Callable[[str], object]) -> None:
    keep_compiled("key", CompiledGlossary())
    cache_folder().parent.chmod(0o755)
    cache_folder().chmod(0o777)
    (cache_folder() / "key.json").chmod(0o644)
    again("key")
    assert modes() == ["0o700", "0o700", "0o600"]


def test_a_pair_is_turned_round_where_the_file_says_that_it_may_be(home: Path) -> None:
    entries = [
        {"source": "Seúl", "target": "Seoul", "direction": "both", "aliases": ["Seul"]},
        {"source": "Pekín", "target": "Beijing"},
    ]
    path = home / "own.json"
    path.write_text(json.dumps({"source_language": "es", "target_language": "en", "entries": entries}))
    for _ in range(2):
        matches = load_glossary([path], False, "en", "es").find("From Seoul to Beijing, Seúl, Seul")
        assert [(match.text, match.target) for match in matches] == [("Seoul", "Seúl")]
        straight = load_glossary([path], False, "es", "en").find("De Seúl, Seul y Seoul a Pekín")
        assert [(match.text, match.target) for match in straight] == [
            ("Seúl", "Seoul"),
            ("Seul", "Seoul"),
            ("Pekín", "Beijing"),
        ]
