"""Fetches pages and feeds that a user named, within limits, as a polite guest of their sites."""

from __future__ import annotations

import threading
from importlib.util import find_spec
from time import monotonic
from typing import TYPE_CHECKING

from translate_pipeline.errors import FetchError, MissingLibraryError
from translate_pipeline.fetching.addresses import Resolve, resolve_by_system
from translate_pipeline.fetching.base import Fetched, Validators
from translate_pipeline.fetching.deadline import Deadline
from translate_pipeline.fetching.exchange import Answer, Exchange
from translate_pipeline.fetching.failure import NotFetchedError, UnreachableHostError
from translate_pipeline.fetching.pacing import Pacing
from translate_pipeline.fetching.robots import Robots
from translate_pipeline.fetching.urls import host_and_port, join_url, parse_url, shown_url, without_credentials

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

MOST_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_UNMODIFIED = 304
_MOST_SITES = 200


class Fetcher:
    """Fetches addresses; keeps nothing from one fetch to the next but what sites allow and when they were asked.

    Args:
        allow_private: also fetch from this machine and private networks.
        seconds: time limit of one address, with all its redirects, without the pauses between requests to a host;
            a robots.txt that has to be read first has the same limit for itself.
        most_bytes: the largest body, before and after decompression.
        pause: seconds between the starts of two requests to one host; a site's own wish in its robots.txt is
            followed up to 10 s.
        resolve: from host names to numeric addresses.
    """

    def __init__(
        self,
        *,
        allow_private: bool = False,
        seconds: float = 30.0,
        most_bytes: int = 20_000_000,
        pause: float = 1.0,
        resolve: Resolve = resolve_by_system,
    ) -> None:
        self._seconds = seconds
        self._exchange = Exchange(allow_private, most_bytes, resolve)
        self._pacing = Pacing(pause)
        self._sites: dict[str, Robots] = {}
        self._lock = threading.Lock()

    def fetch(self, url: str, validators: Validators | None = None) -> Fetched:
        """Fetches one address.

        Args:
            url: an http or https address.
            validators: what the last fetch of this address gave, to be told whether the page has changed since.

        Raises:
            FetchError: it cannot be fetched, or must not be: one line says why.
            MissingLibraryError: the libraries for the web are not installed.
        """
        if any(find_spec(library) is None for library in ("httpx", "protego")):
            raise MissingLibraryError(shown_url(url), "an address of the web", "web")
        try:
            return self._fetch(parse_url(url), validators or Validators())
        except NotFetchedError as failure:
            raise FetchError(f"{shown_url(url)}: {failure}") from None

    def _fetch(self, asked: httpx.URL, known: Validators) -> Fetched:
        left, url = self._seconds, asked
        for _ in range(MOST_REDIRECTS + 1):
            try:
                robots = self._robots(url)
                robots.check(without_credentials(url))
                self._pacing.wait(url.host, robots.delay)
                started = monotonic()
                conditions = _conditions(known) if _is_page_of(url, known, asked) else {}
                answer = self._exchange.get(url, conditions, Deadline(left, of=self._seconds))
                left -= monotonic() - started
                if not _is_redirect(answer):
                    return _fetched(url, asked, answer, known if conditions else None)
            except NotFetchedError as failure:
                if url != asked:
                    raise NotFetchedError(f"redirected to {shown_url(str(url))}: {failure}") from None
                raise
            url = join_url(url, answer.headers["Location"])
        raise NotFetchedError(f"redirected more than {MOST_REDIRECTS} times: check the address")

    def _robots(self, url: httpx.URL) -> Robots:
        site = f"{url.scheme}://{':'.join(map(str, host_and_port(url)))}"
        with self._lock:
            robots = self._sites.pop(site, None)
        if robots is None:
            robots = self._fetch_robots(url)
        with self._lock:
            self._sites[site] = robots
            if len(self._sites) > _MOST_SITES:
                del self._sites[next(iter(self._sites))]
        return robots

    def _fetch_robots(self, page: httpx.URL) -> Robots:
        url = page.copy_with(raw_path=b"/robots.txt")
        deadline = Deadline(self._seconds)
        try:
            for _ in range(MOST_REDIRECTS + 1):
                answer = self._exchange.get(url, {}, deadline)
                if not _is_redirect(answer):
                    break
                url = join_url(url, answer.headers["Location"])
            else:
                raise NotFetchedError(f"redirected more than {MOST_REDIRECTS} times")
        except UnreachableHostError as failure:
            return Robots(failure=failure)
        except NotFetchedError as failure:
            return Robots(failure=_unknown_rules(str(failure)))
        if 200 <= answer.status < 300:
            return Robots.parse(answer.data)
        if 400 <= answer.status < 500:
            return Robots()
        return Robots(failure=_unknown_rules(f"HTTP {answer.status}: try later"))


def _unknown_rules(reason: str) -> NotFetchedError:
    return NotFetchedError(f"whether the site allows it is not known, since its robots.txt cannot be read: {reason}")


def _is_redirect(answer: Answer) -> bool:
    return answer.status in _REDIRECTS and bool(answer.headers.get("Location"))


def _conditions(known: Validators) -> Mapping[str, str]:
    conditions = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in conditions.items() if value}


def _is_page_of(url: httpx.URL, known: Validators, asked: httpx.URL) -> bool:
    return without_credentials(url) == (known.url or without_credentials(asked))


def _fetched(url: httpx.URL, asked: httpx.URL, answer: Answer, known: Validators | None) -> Fetched:
    address, headers = without_credentials(url), answer.headers
    validators = Validators(headers.get("ETag"), headers.get("Last-Modified"), address if url != asked else None)
    if answer.status == _UNMODIFIED and known is not None:
        etag, last_modified = validators.etag or known.etag, validators.last_modified or known.last_modified
        return Fetched(address, b"", unmodified=True, validators=Validators(etag, last_modified, known.url))
    if not 200 <= answer.status < 300:
        raise NotFetchedError(f"HTTP {answer.status}, {_meaning(answer.status)}")
    given = validators if validators.etag or validators.last_modified else None
    return Fetched(address, answer.data, headers.get("Content-Type", ""), validators=given)


def _meaning(status: int) -> str:
    if status in (404, 410):
        return "no such page: check the address"
    if status in (401, 402, 403, 407, 451):
        return "access denied: open it in a browser, save it and give tsum the file"
    if status == 429:
        return "too many requests: try later"
    if status >= 500:
        return "the server failed: try later"
    return "no page: check the address"
