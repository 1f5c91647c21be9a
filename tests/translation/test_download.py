from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

import pytest

from tests.local_web import Answer, dead_address, serve
from translate_pipeline.errors import DownloadError, OutputError
from translate_pipeline.translation.download import check_sha256, download, is_url

BODY = bytes(range(256)) * 4000


class Recorded:
    """Progress that remembers what it was told."""

    def __init__(self) -> None:
        self.totals: list[int] = []
        self.done = 0

    def begin(self, task: str, total: int, unit: str = "words") -> None:
        self.totals.append(total)

    def advance(self, done: int) -> None:
        self.done += done


@pytest.mark.parametrize("text", ["http://a.example/x", "https://a.example/x", "HTTPS://a.example"])
def test_an_address_is_told_from_a_file_name(text: str) -> None:
    assert is_url(text)


@pytest.mark.parametrize("text", ["", "es-en", "a.argosmodel", "/http://x", "file:///etc/passwd", "ftp://a/b", "http"])
def test_what_is_no_web_address_is_not_downloaded(text: str) -> None:
    assert not is_url(text)


def test_a_malformed_address_is_no_address() -> None:
    assert not is_url("http://[")


def test_a_file_is_downloaded_byte_for_byte_and_progress_is_told(tmp_path: Path) -> None:
    progress = Recorded()
    with serve({"/p": Answer(BODY)}) as site:
        download(site.address + "p", tmp_path / "p", progress)
    assert (tmp_path / "p").read_bytes() == BODY
    assert (progress.totals, progress.done) == ([len(BODY)], len(BODY))


def test_a_redirect_is_followed(tmp_path: Path) -> None:
    with serve({"/old": Answer(b"", 302, {"Location": "/new"}), "/new": Answer(BODY)}) as site:
        download(site.address + "old", tmp_path / "p")
        assert site.asked == ["/old", "/new"]
    assert (tmp_path / "p").read_bytes() == BODY


@pytest.mark.parametrize("status", [403, 404, 500])
def test_an_error_of_the_server_is_reported_with_its_number(status: int, tmp_path: Path) -> None:
    with serve({"/p": Answer(BODY, status)}) as site, pytest.raises(DownloadError, match=f"HTTP {status}"):
        download(site.address + "p", tmp_path / "p")
    assert not (tmp_path / "p").exists()


def test_a_redirect_in_a_circle_is_a_failed_download(tmp_path: Path) -> None:
    with serve({"/p": Answer(b"", 302, {"Location": "/p"})}) as site, pytest.raises(DownloadError, match="failed"):
        download(site.address + "p", tmp_path / "p")


def test_a_redirect_to_a_local_file_is_not_followed(tmp_path: Path) -> None:
    with (
        serve({"/p": Answer(b"", 302, {"Location": "file:///etc/hostname"})}) as site,
        pytest.raises(DownloadError, match="failed"),
    ):
        download(site.address + "p", tmp_path / "p")


def test_a_download_that_breaks_off_is_reported(tmp_path: Path) -> None:
    answer = Answer(BODY, headers={"Content-Length": str(len(BODY) + 1)})
    with serve({"/p": answer}) as site, pytest.raises(DownloadError, match=r"/p: download"):
        download(site.address + "p", tmp_path / "p")


def test_a_server_that_is_down_is_reported_with_the_address(tmp_path: Path) -> None:
    address = dead_address() + "p"
    with pytest.raises(DownloadError, match=f"^{address}: download failed"):
        download(address, tmp_path / "p")


def test_a_file_that_the_server_compresses_on_the_way_arrives_whole(tmp_path: Path) -> None:
    with serve({"/p": Answer(gzip.compress(BODY), headers={"Content-Encoding": "gzip"})}) as site:
        download(site.address + "p", tmp_path / "p")
    assert (tmp_path / "p").read_bytes() == BODY


def test_a_length_that_is_no_number_stops_nothing(tmp_path: Path) -> None:
    with serve({"/p": Answer(BODY, headers={"Content-Length": "unknown"})}) as site:
        download(site.address + "p", tmp_path / "p")
    assert (tmp_path / "p").read_bytes() == BODY


def test_a_place_that_cannot_be_written_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with serve({"/p": Answer(BODY)}) as site, pytest.raises(OutputError, match="cannot be written"):
        download(site.address + "p", tmp_path / "file" / "p")


def test_the_right_checksum_is_accepted_in_either_case(tmp_path: Path) -> None:
    (tmp_path / "p").write_bytes(BODY)
    digest = hashlib.sha256(BODY).hexdigest()
    for written in (digest, digest.upper(), f" {digest}\n"):
        check_sha256(tmp_path / "p", written)


@pytest.mark.parametrize("expected", ["", "0" * 64, hashlib.sha256(b"").hexdigest(), "abc"])
def test_a_wrong_checksum_is_refused_and_the_right_one_shown(expected: str, tmp_path: Path) -> None:
    (tmp_path / "p").write_bytes(BODY)
    with pytest.raises(DownloadError, match=hashlib.sha256(BODY).hexdigest()):
        check_sha256(tmp_path / "p", expected)
