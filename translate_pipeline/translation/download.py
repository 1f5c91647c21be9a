"""Downloads of package archives, by requests: bounded in size and time, whole or not at all."""

from __future__ import annotations

import hashlib
from pathlib import Path
from urllib.parse import urlparse

from translate_pipeline.errors import DownloadError, OutputError
from translate_pipeline.progress import Progress, SilentProgress
from translate_pipeline.translation.archive import MOST_BYTES

_TIMEOUT_SECONDS = (10.0, 60.0)
_CHUNK_BYTES = 1 << 18


def is_url(text: str) -> bool:
    """Whether a text is an address that can be downloaded."""
    try:
        return urlparse(text).scheme in ("http", "https")
    except ValueError:
        return False


def download(url: str, target: Path, progress: Progress | None = None) -> None:
    """Downloads `url` into the file `target`.

    Raises:
        DownloadError: it cannot be had, or is larger than any package.
        OutputError: the file cannot be written.
    """
    import requests

    progress = progress or SilentProgress()
    try:
        with requests.get(
            url, stream=True, timeout=_TIMEOUT_SECONDS, headers={"Accept-Encoding": "identity"}
        ) as response:
            response.raise_for_status()
            length = response.headers.get("Content-Length", "")
            encoded = response.headers.get("Content-Encoding", "identity") != "identity"
            size = int(length) if length.isascii() and length.isdecimal() and not encoded else 0
            progress.begin("downloading", size, "bytes")
            received = 0
            with target.open("wb") as file:
                for chunk in response.iter_content(_CHUNK_BYTES):
                    received += len(chunk)
                    if received > MOST_BYTES:
                        raise DownloadError(f"{url}: larger than any package: given up")
                    file.write(chunk)
                    progress.advance(len(chunk))
    except requests.RequestException as error:
        answer = error.response
        reason = f"HTTP {answer.status_code}" if answer is not None else type(error).__name__
        raise DownloadError(f"{url}: download failed ({reason}): check the address and the network") from None
    except OSError as error:
        raise OutputError.from_os_error(target, error) from None
    if size and received != size:
        raise DownloadError(f"{url}: download broke off ({received:,} of {size:,} bytes): try again")


def check_sha256(archive: Path, expected: str) -> None:
    """Compares a file's SHA-256 with the expected one. Raises `DownloadError` if they differ."""
    digest = hashlib.sha256()
    with archive.open("rb") as file:
        while chunk := file.read(_CHUNK_BYTES):
            digest.update(chunk)
    if digest.hexdigest() != expected.strip().casefold():
        raise DownloadError(f"{archive.name}: wrong SHA-256 ({digest.hexdigest()}): nothing was installed")
