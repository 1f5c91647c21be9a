from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from tests.digest.minimal import empty_digest
from translate_pipeline.digest.archive import DigestArchive, series_name
from translate_pipeline.errors import StorageError


def test_the_newest_digest_of_an_earlier_date_is_the_previous_one(tmp_path: Path) -> None:
    archive = DigestArchive(tmp_path / "series")
    for date in ("2024-10-29", "2024-10-30", "2024-10-31T18:00"):
        archive.keep(replace(empty_digest(), date=date))
    assert archive.latest_before("2024-10-31T18:00").date == "2024-10-30"  # type: ignore[union-attr]
    assert archive.latest_before("2024-11-05").date == "2024-10-31T18:00"  # type: ignore[union-attr]
    assert archive.latest_before("2024-10-29") is None


def test_an_empty_archive_has_none(tmp_path: Path) -> None:
    assert DigestArchive(tmp_path / "none").latest_before("2024-10-31") is None


def test_a_digest_replaces_the_one_of_the_same_date(tmp_path: Path) -> None:
    archive = DigestArchive(tmp_path)
    archive.keep(empty_digest())
    archive.keep(replace(empty_digest(), title="Evening"))
    assert archive.latest_before("2999-01-01").title == "Evening"  # type: ignore[union-attr]
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
def test_a_damaged_digest_is_told_of_with_a_way_out(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "2024-10-30T00-00-00.json"
    path.write_bytes(content)
    with pytest.raises(StorageError) as caught:
        DigestArchive(tmp_path).latest_before("2024-10-31")
    assert str(path) in str(caught.value)
    assert "move the file away" in str(caught.value)


def test_a_series_is_known_by_its_title_and_its_folder() -> None:
    name = series_name("Morning briefing: España", Path("/desk"))
    assert name.startswith("morning-briefing-espa-a-")
    assert name != series_name("Morning briefing: España", Path("/other"))
    assert name != series_name("Evening briefing: España", Path("/desk"))
    assert "/" not in series_name("../../etc", Path("/desk"))
