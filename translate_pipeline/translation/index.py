"""The index of Argos packages, by argostranslate; only commands that ask for it reach the network."""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from translate_pipeline.errors import DownloadError, NoPackageError

_TIMEOUT_SECONDS = 30.0


@dataclass(frozen=True)
class IndexedPackage:
    """A package that the index offers, with the addresses it can be had from."""

    from_code: str
    to_code: str
    from_name: str
    to_name: str
    version: str
    links: tuple[str, ...]

    @property
    def pair(self) -> str:
        """The language pair as commands name it."""
        return f"{self.from_code}-{self.to_code}"


class _Collector(logging.Handler):
    """Keeps what argostranslate only logs: why the index could not be had."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _argos_errors() -> Iterator[list[str]]:
    logger = logging.getLogger("argostranslate.utils")
    collector, propagates, timeout = _Collector(), logger.propagate, socket.getdefaulttimeout()
    logger.addHandler(collector)
    logger.propagate = False
    socket.setdefaulttimeout(_TIMEOUT_SECONDS)
    try:
        yield collector.messages
    finally:
        socket.setdefaulttimeout(timeout)
        logger.propagate = propagates
        logger.removeHandler(collector)


def fetch_index() -> list[IndexedPackage]:
    """Downloads the index, whose address is argostranslate's (`ARGOS_PACKAGE_INDEX` changes it), and reads it.

    Raises:
        DownloadError: it cannot be had, or is no index.
    """
    from argostranslate import package, settings

    with _argos_errors() as errors:
        package.update_package_index()
    if errors:
        raise DownloadError(
            f"{settings.remote_package_index}: the package index cannot be had ({errors[-1][:150]}): "
            "check the network, or install from an .argosmodel file"
        )
    try:
        available = package.get_available_packages()
        found = [
            IndexedPackage(p.from_code, p.to_code, p.from_name, p.to_name, p.package_version, tuple(p.links))
            for p in available
            if p.type == "translate" and p.from_code and p.to_code
        ]
    except (ValueError, TypeError, AttributeError, KeyError):
        raise DownloadError(f"{settings.remote_package_index}: what is there is no package index") from None
    return sorted(found, key=lambda p: (p.from_code, p.to_code, p.version))


def find_in_index(source: str, target: str) -> IndexedPackage:
    """The newest package of the index for a language pair.

    Raises:
        DownloadError: the index cannot be had.
        NoPackageError: it has no such pair.
    """
    import packaging.version

    offered = [p for p in fetch_index() if (p.from_code, p.to_code) == (source, target)]
    if not offered:
        error = NoPackageError(source, target)
        error.args = (f"the package index offers nothing for {source}-{target}: see `tsum packages search`",)
        raise error
    return max(offered, key=lambda p: packaging.version.parse(p.version))
