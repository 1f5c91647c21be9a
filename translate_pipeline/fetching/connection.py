"""Connections to checked addresses that end when the time is up."""

from __future__ import annotations

import ssl
import typing
from collections.abc import Iterable, Iterator

import httpcore
import httpx

from translate_pipeline.fetching.addresses import Resolve, is_public, resolve_in_time
from translate_pipeline.fetching.deadline import Deadline
from translate_pipeline.fetching.failure import NotFetchedError, TimeLimitError, UnreachableHostError

_SECONDS_AN_ADDRESS = 10.0


class PrivateAddressError(UnreachableHostError):
    """An address that is not of the public internet."""

    def __init__(self, host: str, address: str) -> None:
        which = address if host == address else f"{host} is {address}"
        super().__init__(f"a private address ({which}): use --allow-private if you trust it")


def check_public(host: str, addresses: Iterable[str]) -> list[str]:
    """Those of a host's addresses that are public. Raises `PrivateAddressError` if none is."""
    addresses = list(addresses)
    public = [address for address in addresses if is_public(address)]
    if not public:
        raise PrivateAddressError(host, addresses[0])
    return public


class BoundedStream(httpcore.NetworkStream):
    """A connection on which every wait ends with the deadline, however slowly the other side drips."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        encrypted = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        return BoundedStream(encrypted, self._deadline)

    def get_extra_info(self, info: str) -> typing.Any:
        return self._stream.get_extra_info(info)


class CheckedBackend(httpcore.NetworkBackend):
    """Looks a name up once, checks what it gave, and connects to just that: a name cannot change in between.

    Args:
        resolve: from names to addresses.
        deadline: when to give up.
        only_public: refuse addresses that are not of the public internet.
    """

    def __init__(self, resolve: Resolve, deadline: Deadline, only_public: bool) -> None:
        self._resolve, self._deadline, self._only_public = resolve, deadline, only_public
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        name = host.strip("[]")
        addresses = resolve_in_time(self._resolve, name, port, self._deadline.left())
        if self._only_public:
            addresses = check_public(name, addresses)
        for address in addresses[:-1]:
            try:
                return self._connect(address, port, min(_SECONDS_AN_ADDRESS, self._deadline.left()), socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return self._connect(addresses[-1], port, self._deadline.left(), socket_options)

    def _connect(
        self, address: str, port: int, seconds: float, options: Iterable[httpcore.SOCKET_OPTION] | None
    ) -> httpcore.NetworkStream:
        stream = self._sockets.connect_tcp(address, port, timeout=seconds, socket_options=options)
        return BoundedStream(stream, self._deadline)


class _Body(httpx.SyncByteStream):
    def __init__(self, parts: Iterable[bytes], deadline: Deadline) -> None:
        self._parts, self._deadline = parts, deadline

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._parts
        except httpcore.TimeoutException:
            raise TimeLimitError(self._deadline.limit) from None
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError):
            raise NotFetchedError("the transfer broke off: try again") from None

    def close(self) -> None:
        if close := getattr(self._parts, "close", None):
            close()


class CheckedTransport(httpx.BaseTransport):
    """Sends one request through a pool of httpcore, the library that httpx itself connects with.

    Raises:
        NotFetchedError: each failure with its reason in words.
    """

    def __init__(self, pool: httpcore.ConnectionPool, deadline: Deadline) -> None:
        self._pool, self._deadline = pool, deadline

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        asked = httpcore.Request(
            request.method,
            httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
        )
        try:
            answer = self._pool.handle_request(asked)
        except httpcore.TimeoutException:
            raise TimeLimitError(self._deadline.limit) from None
        except httpcore.ConnectError as error:
            raise UnreachableHostError(_why_not_connected(error)) from None
        except httpcore.ProxyError as error:
            raise UnreachableHostError(
                f"the proxy refuses it ({str(error)[:60]}): check the proxy and its settings"
            ) from None
        except (httpcore.NetworkError, httpcore.RemoteProtocolError, OSError):
            raise NotFetchedError("the server broke the connection off: try again") from None
        except httpcore.ProtocolError:
            raise NotFetchedError("not a valid request: check the address") from None
        parts = typing.cast("Iterable[bytes]", answer.stream)
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(parts, self._deadline))

    def close(self) -> None:
        self._pool.close()


def _why_not_connected(error: httpcore.ConnectError) -> str:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return f"its certificate cannot be trusted ({cause.verify_message}): check the address"
        if isinstance(cause, ssl.SSLError):
            return "no encrypted connection (TLS) could be made: check the address"
        if isinstance(cause, ConnectionRefusedError):
            return "connection refused: check the address, or try later"
        cause = cause.__cause__ or cause.__context__
    return "cannot be reached: check the address and the network"
