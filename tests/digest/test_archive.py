from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from tests.digest.minimal import empty_digest
from translate_pipeline.digest.archive import DigestArchive, kept_digests_with, series_name


def dates_before(archive: DigestArchive, date: str) -> list[str]:
    return [digest.date for digest in archive.before(date, pytest.fail)]


def test_the_digests_of_earlier_dates_come_newest_first(tmp_path: Path) -> None:
    archive = DigestArchive(tmp_path / "series")
    for date in ("2024-10-29", "2024-10-30", "2024-10-31T18:00"):
        archive.keep(replace(empty_digest(), date=date))
    assert dates_before(archive, "2024-10-31T18:00") == ["2024-10-30", "2024-10-29"]
    assert dates_before(archive, "2024-11-05") == ["2024-10-31T18:00", "2024-10-30", "2024-10-29"]
    assert dates_before(archive, "2024-10-29") == []


def test_an_empty_archive_has_none(tmp_path: Path) -> None:
    assert dates_before(DigestArchive(tmp_path / "none"), "2024-10-31") == []


def test_a_digest_replaces_the_one_of_the_same_date(tmp_path: Path) -> None:
    archive = DigestArchive(tmp_path)
    archive.keep(empty_digest())
    archive.keep(replace(empty_digest(), title="Evening"))
    assert [digest.title for digest in archive.before("2999-01-01", pytest.fail)] == ["Evening"]
    assert len(list(tmp_path.iterdir())) == 1


def test_seven_are_kept_and_no_other_user_may_read_them(tmp_path: Path) -> None:
    archive = DigestArchive(tmp_path / "series")
    for day in range(1, 11):
        archive.keep(replace(empty_digest(), date=f"2024-10-{day:02}"))
    files = sorted((tmp_path / "series").iterdir())
    assert len(files) == 7
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE((tmp_path / "series").stat().st_mode) == 0o700


@pytest.mark.parametrize("content", [b"", b"{}", b'{"schema": 1}', b"\xff\xfe", b"[" * 100_000])
def test_a_damaged_digest_is_told_of_and_passed_over(content: bytes, tmp_path: Path) -> None:
    archive = DigestArchive(tmp_path)
    archive.keep(replace(empty_digest(), date="2024-10-29"))
    path = tmp_path / "2024-10-30T00-00-00.json"
    path.write_bytes(content)
    told: list[str] = []
    assert [digest.date for digest in archive.before("2024-10-31", told.append)] == ["2024-10-29"]
    assert told == [f"{path}: a damaged briefing: this one is not compared with it; remove it"]


def test_the_kept_digests_that_name_something_are_found(tmp_path: Path) -> None:
    DigestArchive(tmp_path / "one").keep(replace(empty_digest(), title="Fuente Zacarías"))
    DigestArchive(tmp_path / "two").keep(empty_digest())
    assert [path.parent.name for path in kept_digests_with(tmp_path, ["Zacarías"])] == ["one"]
    assert kept_digests_with(tmp_path, [""]) == kept_digests_with(tmp_path / "none", ["x"]) == []


def test_a_series_is_known_by_its_title_and_its_folder() -> None:
    name = series_name("Morning briefing: España", Path("/desk"))
    assert name.startswith("morning-briefing-espa-a-")
    assert name != series_name("Morning briefing: España", Path("/other"))
    assert name != series_name("Evening briefing: España", Path("/desk"))
    assert "/" not in series_name("../../etc", Path("/desk"))
