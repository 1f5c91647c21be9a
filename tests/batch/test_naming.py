"""Names of outputs: safe everywhere, stable, never shared."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from translate_pipeline.batch.naming import flat_stem, is_flat_output, slug, tree_stem

SAFE = re.compile(r"[a-z0-9][a-z0-9.-]*[a-z0-9-]|[a-z0-9]")
DEVICES = {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))}
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=300)
PART = st.text(st.characters(exclude_characters="/\0", exclude_categories=()), min_size=1, max_size=60).filter(
    lambda part: part not in (".", "..")
)


def is_safe(name: str) -> bool:
    """Whether a name can be made on every usual file system, with an ending behind it."""
    return bool(SAFE.fullmatch(name)) and len(name) <= 120 and name.partition(".")[0] not in DEVICES


@given(ANY_TEXT)
@example("CON")
@example("con.txt.md")
@example("..")
@example("ª.º")
@example("a" * 79 + ".b")
def test_slugs_are_safe(text: str) -> None:
    assert is_safe(slug(text))
    assert len(slug(text)) <= 80
    assert slug(text) != "index"


@given(ANY_TEXT, ANY_TEXT)
@example("http://[", "x")
@example("https://news.example/%2e%2e/%00", "x")
@example("https://news.example", "x")
def test_flat_stems_are_safe_and_stable(name: str, identity: str) -> None:
    stem = flat_stem(name, identity)
    assert is_safe(stem)
    assert stem == flat_stem(name, identity)
    assert is_flat_output(f"{stem}.md")
    assert is_flat_output(f"{stem}.v12.json")


@given(st.sets(ANY_TEXT, min_size=2, max_size=20))
def test_flat_stems_of_distinct_identities_are_distinct(identities: set[str]) -> None:
    assert len({flat_stem("nota.html", identity) for identity in identities}) == len(identities)


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("/desk/Año Nuevo.TXT", "ano-nuevo-"),
        ("https://news.example/2024/10/la-nota.html?id=1#top", "la-nota-"),
        ("https://news.example/", "news.example-"),
        ("archivo.jsonl:12", "archivo.jsonl-12-"),
        ("standard input", "standard-input-"),
        ("ニュース.txt", "document-"),
    ],
)
def test_flat_stems_can_be_read(name: str, beginning: str) -> None:
    assert re.fullmatch(re.escape(beginning) + "[0-9a-f]{12}", flat_stem(name, name))


@given(st.sets(st.lists(PART, min_size=1, max_size=4).map(tuple), min_size=1, max_size=8))
@example({("A.txt",), ("a.txt",), ("a txt",), ("a.txt-",)})
@example({("a.md", "b.txt"), ("a",), ("a.md",)})
@example({("index.json", "a.txt"), ("index",), ("index-",)})
def test_tree_stems_are_safe_and_never_meet(paths: set[tuple[str, ...]]) -> None:
    root = Path("/desk")
    stems = [tree_stem(root.joinpath(*parts), root) for parts in paths]
    assert all(is_safe(part) for stem in stems for part in stem.split("/"))
    files = [f"{stem}{ending}" for stem in stems for ending in (".md", ".json", ".txt", ".html")]
    assert len(set(files)) == len(files)
    folders = {"/".join(stem.split("/")[:depth]) for stem in stems for depth in range(1, stem.count("/") + 1)}
    assert not folders & {*files, "index.json", "index.html"}


def test_a_tree_of_plain_names_keeps_them() -> None:
    root = Path("/desk")
    assert tree_stem(root / "deporte" / "2024" / "el-gol.txt", root) == "deporte/2024/el-gol.txt"


@pytest.mark.parametrize("name", ["nota.md", "index.json", "nota-0123.md", "notes-0123456789ab", "Ñ-0123456789ab.md"])
def test_names_that_no_output_has(name: str) -> None:
    assert not is_flat_output(name)
