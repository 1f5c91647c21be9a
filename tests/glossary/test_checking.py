from __future__ import annotations

from pathlib import Path

import pytest

from translate_pipeline.glossary.checking import check_glossaries


def findings(folder: Path, *texts: str) -> list[tuple[str, int | None, str, str]]:
    files = []
    for number, text in enumerate(texts):
        path = folder / f"{number}.csv"
        path.write_text(text, encoding="utf-8")
        files.append(path)
    return [(Path(f.file).name, f.line, f.severity, f.kind) for f in check_glossaries(files)[0]]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("Kiev,Kyiv\nPekín,Beijing\n", []),
        ("Sputnik,Sputnik\n", []),
        ("Kiev,Kyiv\nKiev,Kiev\n", [(2, "error", "contradiction")]),
        ("Kiev,Kyiv\nKiev,Kyiv\n", [(2, "warning", "duplicate")]),
        ("Kiev,Kyiv\nPekín,\nX,Y\n", [(2, "error", "bad-row"), (3, "error", "bad-row")]),
        ("source,target,aliases\nKiev,Kyiv,Kíev|Kíev\n", [(2, "warning", "duplicate")]),
        ("source,target,aliases\nKiev,Kyiv,Kíev\nKíev,Kyiv,\n", [(3, "warning", "duplicate")]),
        ("source,target,aliases\nKiev,Kyiv,Kíev\nKíev,Kiev,\n", [(3, "error", "contradiction")]),
        ("source,target,aliases\nKiev,Kyiv,\nKiew,Kiew,Kiev\n", [(3, "error", "contradiction")]),
        ("EE. UU.,US\nEE.UU.,USA\n", [(2, "warning", "never-matches")]),
        ("otan,NATO\nOTAN,North Atlantic Treaty Organization\n", [(2, "warning", "never-matches")]),
        (
            "source,target\nKiev,Kyiv\n\nPekín\nRoma,Rome\nKiev,Kiev\n",
            [(4, "error", "bad-row"), (6, "error", "contradiction")],
        ),
        (
            "source,target,accents,case\nÁvila,Avila,optional,any\nAVILA,AVILA,,\nLeón,Leon,,\nLeon,Leo,,\n",
            [(3, "warning", "never-matches")],
        ),
        ("absolver,acquit\nmilitar,military\nmujer,woman\n", [(1, "warning", "verb")]),
        ("source,target,aliases\nimputar,charge,imputó|imputado\nabstenerse,abstain,\n", [(3, "warning", "verb")]),
        ("dimitir,resign\nDetener,Detener\nguerra civil,civil war\n", [(1, "warning", "verb")]),
        ("source,note\nKiev,Kyiv\n", [(1, "error", "bad-file")]),
        ("source,target,colour\n", [(1, "error", "bad-file")]),
    ],
)
def test_what_is_found_in_a_file(tmp_path: Path, rows: str, found: list[tuple[int, str, str]]) -> None:
    assert findings(tmp_path, rows) == [("0.csv", *finding) for finding in found]


def test_the_first_of_two_files_overrides_the_second(tmp_path: Path) -> None:
    assert findings(tmp_path, "Kiev,Kyiv\n", "Pekín,Beijing\nKiev,Kiev\n") == [("1.csv", 2, "warning", "overridden")]


def test_files_of_different_pairs_do_not_go_together(tmp_path: Path) -> None:
    assert findings(tmp_path, "es,en\nKiev,Kyiv\n", "fr,en\nKiev,Kyiv\n") == [("1.csv", None, "error", "bad-file")]


def test_a_finding_is_one_line_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Kiev,Kyiv\nKiev,Kiev\n")
    (finding,), count = check_glossaries([path])
    assert str(finding) == f"{path}:2: error: 'Kiev' is 'Kiev' here and 'Kyiv' in {path}:1: keep one of them"
    assert count == 2


def test_a_missing_file(tmp_path: Path) -> None:
    (finding,), count = check_glossaries([tmp_path / "a.csv"])
    assert str(finding) == (
        f"{tmp_path}/a.csv: error: glossary cannot be read (No such file or directory): check the path"
    )
    assert count == 0
