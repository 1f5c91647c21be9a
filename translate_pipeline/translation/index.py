"""The index of Argos packages, by argostranslate; only commands that ask for it reach the network."""

from __future__ import annotations

import http.client
import logging
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import packaging.version

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
        try:
            package.update_package_index()
        except (OSError, http.client.HTTPException) as error:
            errors.append(str(error))
    if errors:
        raise DownloadError(
            f"{settings.remote_package_index}: the package index cannot be had ({errors[-1][:150]}): "
            "check the network, or install from an .argosmodel file"
        )
    try:
        available = package.get_available_packages()
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
        raise DownloadError(f"{settings.remote_package_index}: what is there is no package index") from None
    found = [indexed for indexed in map(_indexed, available) if indexed is not None]
    return sorted(found, key=lambda p: (p.from_code, p.to_code, packaging.version.parse(p.version)))


def _indexed(offered: Any) -> IndexedPackage | None:
    """An entry of the index, or None for one that is no translation package with a sound version."""
    fields = offered.from_code, offered.to_code, offered.package_version
    if offered.type != "translate" or not all(isinstance(field, str) and field for field in fields):
        return None
    try:
        packaging.version.parse(offered.package_version)
    except packaging.version.InvalidVersion:
        return None
    links = offered.links if isinstance(offered.links, list) else []
    names = [name if isinstance(name, str) else "" for name in (offered.from_name, offered.to_name)]
    usable = tuple(link for link in links if isinstance(link, str))
    return IndexedPackage(offered.from_code, offered.to_code, names[0], names[1], offered.package_version, usable)


def find_in_index(source: str, target: str) -> IndexedPackage:
    """The newest package of the index for a language pair.

    Raises:
        DownloadError: the index cannot be had.
        NoPackageError: it has no such pair.
    """
    offered = [p for p in fetch_index() if (p.from_code, p.to_code) == (source, target)]
    if not offered:
        error = NoPackageError(source, target)
        error.args = (f"the package index offers nothing for {source}-{target}: see `tsum packages search`",)
        raise error
    return max(offered, key=lambda p: packaging.version.parse(p.version))
