"""Which network addresses belong to the public internet, and which to this machine or a private network."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from translate_pipeline.fetching.failure import UnreachableHostError

# From a host name and a port to numeric addresses, in the order in which to try them; raises `OSError`.
Resolve = Callable[[str, int], list[str]]

# All unicast addresses that IANA has given out so far; others are private, multicast or reserved.
_GLOBAL_UNICAST = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Whether a numeric address can be reached by anybody on the internet.

    An IPv6 address that stands for an IPv4 one (mapped, NAT64) is judged by that one, too. What is not a numeric
    address is not public, nor is one of 6to4, which no longer leads anywhere (RFC 7526).
    """
    try:
        number = ip_address(address)
    except ValueError:
        return False
    if isinstance(number, IPv4Address):
        return _is_public_ipv4(number)
    inner = _ipv4_in(number)
    if inner is not None and not _is_public_ipv4(inner):
        return False
    if number.ipv4_mapped is not None or number in _NAT64:
        return True
    is_6to4 = number.sixtofour is not None
    return number in _GLOBAL_UNICAST and number.is_global and number.scope_id is None and not is_6to4


def _is_public_ipv4(number: IPv4Address) -> bool:
    return number.is_global and not number.is_multicast and not number.is_reserved


def _ipv4_in(number: IPv6Address) -> IPv4Address | None:
    if number in _NAT64:
        return IPv4Address(int(number) & 0xFFFFFFFF)
    return number.ipv4_mapped


def resolve_by_system(host: str, port: int) -> list[str]:
    """The addresses of a host as the system knows them. Raises `OSError` (`socket.gaierror`)."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def resolve_in_time(resolve: Resolve, host: str, port: int, seconds: float) -> list[str]:
    """The addresses of a host, within a time limit that the system's resolver does not have itself.

    Raises:
        UnreachableHostError: there is no such host, or no answer in time.
    """
    found: list[str] = []
    failed: list[Exception] = []

    def look_up() -> None:
        try:
            found.extend(resolve(host, port))
        except (OSError, UnicodeError) as error:  # UnicodeError: a label longer than 63 characters
            failed.append(error)

    thread = threading.Thread(target=look_up, daemon=True)
    thread.start()
    thread.join(seconds)
    if found:
        return found
    temporary = failed and getattr(failed[0], "errno", None) == socket.EAI_AGAIN
    if temporary or not failed:
        raise UnreachableHostError(f"the name {host} cannot be looked up now: check the network, or try later")
    raise UnreachableHostError(f"there is no host {host}: check the address")
