"""One request and its answer, within limits and without following redirects."""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from translate_pipeline.fetching.addresses import Resolve, resolve_by_system, resolve_in_time
from translate_pipeline.fetching.content_encoding import ACCEPTED, decoded
from translate_pipeline.fetching.deadline import Deadline
from translate_pipeline.fetching.failure import SizeLimitError, UnreachableHostError
from translate_pipeline.fetching.proxies import proxy_for
from translate_pipeline.fetching.urls import host_and_port, without_credentials

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpcore
    import httpx

_LOOK_UP_SECONDS = 5.0


def user_agent() -> str:
    """How tsum presents itself to servers."""
    try:
        number = version("tsum")
    except PackageNotFoundError:
        number = "0"
    return f"tsum/{number} (+offline translation and summaries for the reader who asked for this page)"


@dataclass(frozen=True)
class Answer:
    """What a server answered: the body only of a page that is there (status 200 to 299)."""

    status: int
    headers: Mapping[str, str]
    data: bytes


@dataclass
class Exchange:
    """Sends requests, each on a connection of its own, and keeps no cookies.

    Args:
        allow_private: also connect to addresses that are not of the public internet.
        most_bytes: the largest body, before and after decompression.
        resolve: from names to addresses.
    """

    allow_private: bool = False
    most_bytes: int = 20_000_000
    resolve: Resolve = field(default=resolve_by_system)

    @cached_property
    def _ssl_context(self) -> ssl.SSLContext:
        import httpx

        return httpx.create_ssl_context()

    def get(self, url: httpx.URL, headers: Mapping[str, str], deadline: Deadline) -> Answer:
        """Asks for `url`. Raises `NotFetchedError` if there is no whole answer in time and size."""
        import httpx

        from translate_pipeline.fetching.connection import CheckedTransport

        own = {
            "User-Agent": user_agent(),
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "Accept-Encoding": ACCEPTED,
        }
        auth = httpx.BasicAuth(url.username, url.password) if url.userinfo else None
        bare = httpx.URL(without_credentials(url))
        transport = CheckedTransport(self._pool(url, deadline), deadline)
        with (
            httpx.Client(transport=transport, trust_env=False, follow_redirects=False) as client,
            client.stream("GET", bare, headers={**own, **headers}, auth=auth) as response,
        ):
            data = self._body(response) if response.is_success else b""
            return Answer(response.status_code, response.headers, data)

    def _body(self, response: httpx.Response) -> bytes:
        announced = response.headers.get("Content-Length", "")
        if announced.isascii() and announced.isdecimal() and int(announced[:20]) > self.most_bytes:
            raise SizeLimitError(self.most_bytes)
        return decoded(response.iter_raw(), response.headers.get("Content-Encoding", ""), self.most_bytes)

    def _pool(self, url: httpx.URL, deadline: Deadline) -> httpcore.ConnectionPool:
        import httpcore

        from translate_pipeline.fetching.connection import CheckedBackend

        proxy = proxy_for(url)
        if proxy is None:
            backend = CheckedBackend(self.resolve, deadline, only_public=not self.allow_private)
            return httpcore.ConnectionPool(ssl_context=self._ssl_context, network_backend=backend)
        if not self.allow_private:
            self._check_behind_proxy(url, deadline)
        address = proxy.url
        return httpcore.HTTPProxy(
            httpcore.URL(scheme=address.raw_scheme, host=address.raw_host, port=address.port, target=b"/"),
            proxy_auth=proxy.raw_auth,
            ssl_context=self._ssl_context,
            network_backend=CheckedBackend(self.resolve, deadline, only_public=False),
        )

    def _check_behind_proxy(self, url: httpx.URL, deadline: Deadline) -> None:
        from translate_pipeline.fetching.connection import check_public

        host, port = host_and_port(url)
        try:
            addresses = resolve_in_time(self.resolve, host, port, min(_LOOK_UP_SECONDS, deadline.left()))
        except UnreachableHostError:
            return
        check_public(host, addresses)
