from __future__ import annotations

import gzip
import lzma
from pathlib import Path

import pytest

from training.corpus import SentencePair, read_lines, read_mix, read_pairs
from translate_pipeline.errors import InputError

TEXT = "Hola, mundo.\tHello, world.\tgreetings\nAdiós.\tGoodbye.\n"
PAIRS = [SentencePair("Hola, mundo.", "Hello, world.", "greetings"), SentencePair("Adiós.", "Goodbye.", "pairs")]


def test_pairs_are_read_plain_or_packed(tmp_path: Path) -> None:
    (tmp_path / "pairs.tsv").write_text(TEXT, encoding="utf-8")
    (tmp_path / "pairs.tsv.xz").write_bytes(lzma.compress(TEXT.encode()))
    (tmp_path / "pairs.tsv.gz").write_bytes(gzip.compress(TEXT.encode()))
    for path in sorted(tmp_path.iterdir()):
        assert list(read_pairs(path)) == PAIRS


def test_separators_inside_a_line_do_not_end_it(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text("uno\u2028dos\x0btres\tone\u2028two\n", encoding="utf-8")
    assert [pair.source for pair in read_pairs(path)] == ["uno\u2028dos\x0btres"]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.tsv", b"uno\tone\ndos\n", "a.tsv:2: no tab"),
        ("a.tsv", b"uno\tone\n" + "año\tyear\n".encode("latin-1"), "a.tsv:1: not UTF-8"),
        ("a.tsv.xz", b"no xz", "a.tsv.xz: the packed file is damaged after line 0"),
        ("a.tsv.xz", lzma.compress(TEXT.encode())[:-30], "a.tsv.xz: the packed file is damaged"),
        ("a.tsv.gz", b"no gzip", "a.tsv.gz: the packed file is damaged after line 0"),
    ],
)
def test_a_bad_file_is_named(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError, match=message):
        list(read_pairs(tmp_path / name))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    for read in (read_pairs, read_lines):
        with pytest.raises(InputError, match="nowhere: no such file"):
            list(read(tmp_path / "nowhere"))


def test_a_mix_gives_times_by_origin(tmp_path: Path) -> None:
    path = tmp_path / "mix.csv"
    path.write_text("origin,times\nnews,4\nlaw,1\nspeech,0.25\n", encoding="utf-8")
    assert read_mix(path) == {"news": 4, "law": 1, "speech": 0.25}


@pytest.mark.parametrize("row", ["news", "news,many", "news,1,2", "news,-1", "news,1.", "news,nan", "news,٣"])
def test_a_bad_row_of_a_mix_is_named(tmp_path: Path, row: str) -> None:
    path = tmp_path / "mix.csv"
    path.write_text(f"origin,times\nlaw,1\n{row}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"mix.csv:3"):
        read_mix(path)


@pytest.mark.parametrize("name", ["mix.csv", "news_mix.csv"])
def test_the_mixes_of_the_bundled_package_are_valid(name: str) -> None:
    mix = read_mix(Path(__file__).parents[2] / "training" / name)
    assert mix["wmt_news"] == 4
    assert min(mix.values()) > 0
