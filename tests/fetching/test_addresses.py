from __future__ import annotations

import socket
import time

import pytest

from translate_pipeline.fetching.addresses import is_public, resolve_by_system, resolve_in_time
from translate_pipeline.fetching.failure import UnreachableHostError


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "193.110.128.109", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"],
)
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.9.1",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.2.1",
        "198.18.0.1",
        "224.0.0.1",
        "239.1.1.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "2002:7f00:1::1",
        "2002:808:808::1",
        "2002:a00:1::",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:db8::1",
        "fe80::1",
        "fe80::1%eth0",
        "2606:4700::1%eth0",
        "fec0::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "5f00::1",
        "localhost",
        "",
    ],
)
def test_private_and_special_addresses_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f.0.0.1", "localhost"])
def test_other_spellings_of_this_machine_resolve_to_what_is_checked(host: str) -> None:
    assert not any(map(is_public, resolve_by_system(host, 80)))


def test_a_host_that_does_not_exist_is_said_so() -> None:
    def resolve(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    with pytest.raises(UnreachableHostError, match=r"^there is no host news\.example: check the address$"):
        resolve_in_time(resolve, "news.example", 80, 5)


def test_a_label_that_is_too_long_is_no_host() -> None:
    with pytest.raises(UnreachableHostError, match="there is no host"):
        resolve_in_time(resolve_by_system, "a" * 64 + ".example", 80, 5)


def test_a_passing_failure_of_the_resolver_is_told_from_a_wrong_name() -> None:
    def resolve(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    with pytest.raises(UnreachableHostError, match=r"news\.example cannot be looked up now: check the network"):
        resolve_in_time(resolve, "news.example", 80, 5)


def test_a_resolver_that_hangs_is_not_waited_for() -> None:
    def resolve(host: str, port: int) -> list[str]:
        time.sleep(3)
        return ["8.8.8.8"]

    started = time.monotonic()
    with pytest.raises(UnreachableHostError, match="cannot be looked up now"):
        resolve_in_time(resolve, "news.example", 80, 0.1)
    assert time.monotonic() - started < 1
