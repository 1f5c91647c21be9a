from __future__ import annotations

import gzip
import logging
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.local_web import Answer, Site, dead_address, moved, serve
from translate_pipeline.errors import FetchError
from translate_pipeline.fetching.base import Validators
from translate_pipeline.fetching.fetcher import Fetcher

CERTIFICATE = Path(__file__).with_name("news.example.pem")
PAGE = "<!doctype html><title>Noticia</title>".encode("iso-8859-1")
HTML = {"Content-Type": "text/html; charset=ISO-8859-1"}


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def _fetcher(seconds: float = 10, most_bytes: int = 1_000_000, pause: float = 0) -> Fetcher:
    return Fetcher(allow_private=True, seconds=seconds, most_bytes=most_bytes, pause=pause)


def _failure(fetcher: Fetcher, url: str) -> str:
    with pytest.raises(FetchError) as caught:
        fetcher.fetch(url)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_page_comes_with_its_type_and_address() -> None:
    with serve({"/n": Answer(PAGE, headers=HTML)}) as site:
        fetched = _fetcher().fetch(site.address + "n#abajo")
        assert (fetched.data, fetched.url, fetched.unmodified) == (PAGE, site.address + "n", False)
        assert (fetched.content_type, fetched.charset) == (HTML["Content-Type"], "iso-8859-1")
        assert fetched.validators is None


def test_the_fetcher_says_truthfully_what_it_is_and_sends_no_cookies() -> None:
    with serve({"/n": Answer(PAGE, headers={"Set-Cookie": "id=1; Path=/"})}) as site:
        fetcher = _fetcher()
        fetcher.fetch(site.address + "n")
        fetcher.fetch(site.address + "n")
        assert site.asked == ["/robots.txt", "/n", "/n"]
        for headers in site.headers:
            assert headers["User-Agent"].startswith("tsum/")
            assert headers["Cookie"] is None


def test_a_compressed_or_chunked_page_is_decoded() -> None:
    packed = Answer(gzip.compress(PAGE), headers={"Content-Encoding": "gzip"})
    with serve({"/gzip": packed, "/chunks": Answer(PAGE, chunked=True)}) as site:
        assert _fetcher().fetch(site.address + "gzip").data == PAGE
        assert _fetcher().fetch(site.address + "chunks").data == PAGE


@pytest.mark.parametrize(
    ("status", "words"),
    [(404, "no such page"), (410, "no such page"), (403, "access denied"), (429, "too many"), (500, "server failed")],
)
def test_a_status_is_told_with_its_meaning(status: int, words: str) -> None:
    with serve({"/n": Answer(b"x", status)}) as site:
        message = _failure(_fetcher(), site.address + "n")
        assert message.startswith(f"{site.address}n: HTTP {status}, ")
        assert words in message


def test_nobody_there_is_told() -> None:
    address = dead_address()
    assert _failure(_fetcher(), address) == f"{address}: connection refused: check the address, or try later"


def test_a_host_that_does_not_exist_is_told() -> None:
    def resolve(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    message = _failure(Fetcher(resolve=resolve), "https://news.example/n")
    assert message == "https://news.example/n: there is no host news.example: check the address"


@pytest.mark.parametrize("url", ["ftp://a.example/x", "file:///etc/passwd", "http://", "http://[", "nada"])
def test_what_is_no_address_of_the_web_is_refused(url: str) -> None:
    assert _failure(_fetcher(), url).startswith(f"{url}: ")


# Time and size


@pytest.mark.parametrize(
    "answer",
    [Answer(PAGE, delay=3), Answer(PAGE, pause=0.1), Answer(PAGE, pause=0.1, chunked=True)],
    ids=["silent", "dripping", "dripping chunks"],
)
def test_the_time_limit_holds_for_the_whole_answer(answer: Answer) -> None:
    with serve({"/n": answer}) as site:
        started = time.monotonic()
        message = _failure(_fetcher(seconds=0.5), site.address + "n")
        assert message == f"{site.address}n: no complete answer in 0.5 s: try later"
        assert time.monotonic() - started < 2


def test_the_time_limit_holds_while_headers_drip() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        code = (
            "import socket, sys, time\n"
            "listener = socket.socket(fileno=int(sys.argv[1]))\n"
            "connection, _ = listener.accept()\n"
            "connection.sendall(b'HTTP/1.1 200 OK\\r\\n')\n"
            "for _ in range(100):\n"
            "    connection.sendall(b'X: y\\r\\n')\n"
            "    time.sleep(0.05)\n"
        )
        server = subprocess.Popen(
            [sys.executable, "-c", code, str(listener.fileno())],
            pass_fds=[listener.fileno()],
            stderr=subprocess.DEVNULL,
        )
        try:
            started = time.monotonic()
            assert "no complete answer in 1 s" in _failure(_fetcher(seconds=1), address)
            assert time.monotonic() - started < 3
        finally:
            server.kill()
            server.wait()


def test_the_time_limit_holds_for_all_redirects_together() -> None:
    steps = {f"/{n}": Answer(b"", 302, {"Location": f"/{n + 1}"}, delay=0.3) for n in range(5)}
    with serve({**steps, "/5": Answer(PAGE)}) as site:
        message = _failure(_fetcher(seconds=0.8), site.address + "0")
        assert "no complete answer in 0.8 s" in message


@pytest.mark.parametrize("chunked", [False, True])
def test_a_body_over_the_limit_is_given_up(chunked: bool) -> None:
    with serve({"/n": Answer(bytes(100_000), repeat=500, chunked=chunked)}) as site:
        started = time.monotonic()
        message = _failure(_fetcher(), site.address + "n")
        assert message == f"{site.address}n: larger than 1 MB: given up; save it and give tsum the file"
        assert time.monotonic() - started < 5


def test_a_compressed_bomb_is_given_up() -> None:
    bomb = Answer(gzip.compress(bytes(50_000_000)), headers={"Content-Encoding": "gzip"})
    with serve({"/n": bomb}) as site:
        assert "larger than 1 MB" in _failure(_fetcher(), site.address + "n")


def test_a_body_that_breaks_off_is_no_page() -> None:
    with serve({"/n": Answer(PAGE, headers={"Content-Length": "1000"})}) as site:
        assert _failure(_fetcher(), site.address + "n") == f"{site.address}n: the transfer broke off: try again"


def test_what_speaks_no_http_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        code = "import socket, sys; c, _ = socket.socket(fileno=int(sys.argv[1])).accept(); c.sendall(b'SSH-2.0\\r\\n')"
        server = subprocess.Popen([sys.executable, "-c", code, str(listener.fileno())], pass_fds=[listener.fileno()])
        try:
            assert "the server broke the connection off" in _failure(_fetcher(), address)
        finally:
            server.wait(10)


# Redirects


def test_redirects_are_followed_and_the_last_address_is_told() -> None:
    with serve({f"/{n}": moved(f"/{n + 1}", 301) for n in range(5)} | {"/5": Answer(PAGE)}) as site:
        assert _fetcher().fetch(site.address + "0").url == site.address + "5"


def test_more_than_five_redirects_are_too_many() -> None:
    with serve({"/n": moved("/n")}) as site:
        message = _failure(_fetcher(), site.address + "n")
        assert message == f"{site.address}n: redirected more than 5 times: check the address"
        assert site.asked.count("/n") == 6


def test_a_redirect_to_another_scheme_is_refused() -> None:
    with serve({"/n": moved("file:///etc/passwd")}) as site:
        assert "only http:// and https:// can be fetched" in _failure(_fetcher(), site.address + "n")


def test_a_failure_after_a_redirect_names_both_addresses() -> None:
    with serve({"/n": moved("/weg")}) as site:
        message = _failure(_fetcher(), site.address + "n")
        assert message.startswith(f"{site.address}n: redirected to {site.address}weg: HTTP 404, ")


# Private addresses


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.1", "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254"])
def test_private_addresses_are_refused_without_a_connection(host: str) -> None:
    with serve({"/n": Answer(PAGE)}) as site:
        message = _failure(Fetcher(), f"http://{host}:{site.port}/n")
        assert "a private address (" in message
        assert message.endswith("use --allow-private if you trust it")
        assert site.asked == []


def test_a_public_name_of_a_private_address_is_refused() -> None:
    message = _failure(Fetcher(resolve=lambda host, port: ["10.0.0.7"]), "http://news.example/n")
    assert message == (
        "http://news.example/n: a private address (news.example is 10.0.0.7): use --allow-private if you trust it"
    )


def test_a_name_is_looked_up_once_for_each_connection_and_only_checked_addresses_are_connected_to() -> None:
    """A name that changes between check and connection (DNS rebinding) gains nothing."""
    looked_up: list[str] = []

    with serve({"/n": Answer(PAGE)}) as site:

        def resolve(host: str, port: int) -> list[str]:
            looked_up.append(host)
            # TEST-NET-3 stands for a public address that does not answer: it is refused, as 127.0.0.1 is.
            return ["203.0.113.1"] if len(looked_up) == 1 else ["127.0.0.1"]

        assert "a private address (news.example is 203.0.113.1)" in _failure(
            Fetcher(resolve=resolve), f"http://news.example:{site.port}/n"
        )
        assert looked_up == ["news.example"]
        assert site.asked == []


def test_of_several_addresses_the_first_that_answers_is_used() -> None:
    looked_up: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        looked_up.append(host)
        return ["127.0.0.2", "127.0.0.1"]

    with serve({"/n": Answer(PAGE)}) as site:
        fetcher = Fetcher(allow_private=True, pause=0, resolve=resolve)
        assert fetcher.fetch(f"http://news.example:{site.port}/n").data == PAGE
        assert looked_up == ["news.example"] * 2  # robots.txt and the page
        assert site.headers[0]["Host"] == f"news.example:{site.port}"


# robots.txt


def _with_robots(robots: Answer) -> dict[str, Answer]:
    return {"/robots.txt": robots, "/n": Answer(PAGE), "/privado": Answer(PAGE)}


def test_what_robots_txt_does_not_allow_is_not_fetched() -> None:
    with serve(_with_robots(Answer(b"User-agent: *\nDisallow: /privado"))) as site:
        fetcher = _fetcher()
        assert fetcher.fetch(site.address + "n").data == PAGE
        message = _failure(fetcher, site.address + "privado")
        assert message == (
            f"{site.address}privado: the site's robots.txt does not allow it: save the page and give tsum the file"
        )
        assert site.asked == ["/robots.txt", "/n"]


def test_a_redirect_leads_to_nothing_that_robots_txt_does_not_allow() -> None:
    answers = _with_robots(Answer(b"User-agent: *\nDisallow: /privado"))
    with serve({**answers, "/n": moved("/privado")}) as site:
        assert "robots.txt does not allow it" in _failure(_fetcher(), site.address + "n")
        assert "/privado" not in site.asked


@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_robots_txt_that_is_not_there_allows_everything(status: int) -> None:
    with serve(_with_robots(Answer(b"User-agent: *\nDisallow: /", status))) as site:
        assert _fetcher().fetch(site.address + "n").data == PAGE


def test_a_robots_txt_that_cannot_be_read_allows_nothing_and_is_asked_for_once() -> None:
    with serve(_with_robots(Answer(b"", 503))) as site:
        fetcher = _fetcher()
        for path in ("n", "privado"):
            message = _failure(fetcher, site.address + path)
            assert "its robots.txt cannot be read: HTTP 503: try later" in message
        assert site.asked == ["/robots.txt"]


@pytest.mark.parametrize(
    ("robots", "words"),
    [
        (Answer(b"", delay=3), "no complete answer in 0.5 s"),
        (Answer(bytes(10_000), repeat=200), "larger than 1 MB"),
        (moved("/robots.txt"), "redirected more than 5 times"),
    ],
)
def test_a_robots_txt_has_the_limits_of_a_page(robots: Answer, words: str) -> None:
    with serve(_with_robots(robots)) as site:
        message = _failure(_fetcher(seconds=0.5), site.address + "n")
        assert "its robots.txt cannot be read: " in message
        assert words in message


def test_a_robots_txt_that_has_moved_is_followed() -> None:
    answers = _with_robots(moved("/r.txt"))
    with serve({**answers, "/r.txt": Answer(b"User-agent: tsum\nDisallow: /n")}) as site:
        assert "does not allow it" in _failure(_fetcher(), site.address + "n")


def test_requests_to_a_host_are_spaced_out() -> None:
    with serve({"/n": Answer(PAGE)}) as site:
        fetcher = _fetcher(pause=0.3)
        started = time.monotonic()
        for _ in range(3):
            fetcher.fetch(site.address + "n")
        assert time.monotonic() - started >= 0.55


# Validators


def test_an_unmodified_page_is_not_sent_again() -> None:
    given = {"ETag": '"v1"', "Last-Modified": "Wed, 16 Oct 2024 08:30:00 GMT"}
    with serve({"/n": Answer(PAGE, headers=given)}) as site:
        fetcher = _fetcher()
        first = fetcher.fetch(site.address + "n")
        assert first.validators == Validators('"v1"', "Wed, 16 Oct 2024 08:30:00 GMT")
        site.answers["/n"] = Answer(b"", 304)
        second = fetcher.fetch(site.address + "n", first.validators)
        assert (second.data, second.unmodified, second.validators) == (b"", True, first.validators)
        assert site.headers[-1]["If-None-Match"] == '"v1"'
        assert site.headers[-1]["If-Modified-Since"] == "Wed, 16 Oct 2024 08:30:00 GMT"


def test_validators_of_a_redirected_page_are_sent_only_for_that_page() -> None:
    with serve({"/hoy": moved("/1"), "/1": Answer(PAGE, headers={"ETag": '"v1"'})}) as site:
        fetcher = _fetcher()
        known = fetcher.fetch(site.address + "hoy").validators
        assert known == Validators('"v1"', None, site.address + "1")
        site.answers["/1"] = Answer(b"", 304)
        assert fetcher.fetch(site.address + "hoy", known).unmodified
        assert [headers["If-None-Match"] for headers in site.headers[-2:]] == [None, '"v1"']
        site.answers.update({"/hoy": moved("/2"), "/2": Answer(PAGE)})
        assert fetcher.fetch(site.address + "hoy", known).data == PAGE
        assert site.headers[-1]["If-None-Match"] is None


def test_a_304_that_nobody_asked_for_is_no_page() -> None:
    with serve({"/n": Answer(b"", 304)}) as site:
        assert "HTTP 304" in _failure(_fetcher(), site.address + "n")


# Secrets


def test_a_user_name_and_password_are_sent_and_never_shown(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with serve({"/n": Answer(PAGE, headers={"ETag": "x"})}) as site:
        url = site.address.replace("http://", "http://ana:secreto@")
        fetched = _fetcher().fetch(url + "n")
        assert site.headers[-1]["Authorization"] == "Basic YW5hOnNlY3JldG8="
        assert "secreto" not in repr(fetched)
        assert "secreto" not in _failure(_fetcher(), url + "weg")
    assert "secreto" not in caplog.text


def test_a_user_name_and_password_stay_on_their_server() -> None:
    with serve({"/n": Answer(PAGE)}) as other, serve({"/n": moved(other.address + "n")}) as site:
        _fetcher().fetch(site.address.replace("http://", "http://ana:secreto@") + "n")
        assert all(headers["Authorization"] is None for headers in other.headers)


# TLS


def _tls_fetcher() -> Fetcher:
    return Fetcher(allow_private=True, pause=0, resolve=lambda host, port: ["127.0.0.1"])


def test_a_certificate_is_checked_against_the_name_and_not_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with serve({"/n": Answer(PAGE)}, CERTIFICATE) as site:
        assert _tls_fetcher().fetch(f"https://news.example:{site.port}/n").data == PAGE
        message = _failure(_tls_fetcher(), f"https://other.example:{site.port}/n")
        assert "its certificate cannot be trusted (Hostname mismatch" in message


def test_a_certificate_that_nobody_vouches_for_is_refused() -> None:
    with serve({"/n": Answer(PAGE)}, CERTIFICATE) as site:
        message = _failure(_tls_fetcher(), f"https://news.example:{site.port}/n")
        assert "its certificate cannot be trusted (self-signed certificate): check the address" in message


def test_a_server_without_tls_is_told() -> None:
    with serve() as site:
        message = _failure(_fetcher(), site.address.replace("http:", "https:"))
        assert "no encrypted connection (TLS) could be made: check the address" in message


# Proxies


def _through(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", site.address.rstrip("/"))


def _unknown(host: str, port: int) -> list[str]:
    if host == "127.0.0.1":
        return [host]
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


def test_the_proxy_of_the_environment_is_used_and_looks_names_up(monkeypatch: pytest.MonkeyPatch) -> None:
    with serve({"http://news.example/n": Answer(PAGE)}) as proxy:
        _through(proxy, monkeypatch)
        assert Fetcher(pause=0, resolve=_unknown).fetch("http://news.example/n").data == PAGE
        assert proxy.asked == ["http://news.example/robots.txt", "http://news.example/n"]


def test_private_addresses_are_refused_through_a_proxy_too(monkeypatch: pytest.MonkeyPatch) -> None:
    with serve({"http://news.example/n": moved("http://169.254.169.254/x")}) as proxy:
        _through(proxy, monkeypatch)
        names = {"127.0.0.1": "127.0.0.1", "news.example": "8.8.8.8", "intranet.example": "10.0.0.7"}
        fetcher = Fetcher(pause=0, resolve=lambda host, port: [names.get(host, host)])
        message = _failure(fetcher, "http://news.example/n")
        assert "redirected to http://169.254.169.254/x: a private address (169.254.169.254)" in message
        assert "a private address (intranet.example is 10.0.0.7)" in _failure(fetcher, "http://intranet.example/")
        assert proxy.asked == ["http://news.example/robots.txt", "http://news.example/n"]


def test_no_proxy_is_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    with serve({"/n": Answer(PAGE)}) as site, serve() as proxy:
        _through(proxy, monkeypatch)
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        assert _fetcher().fetch(site.address + "n").data == PAGE
        assert proxy.asked == []


def test_a_proxy_of_another_kind_is_said_to_be_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("all_proxy", "socks5://127.0.0.1:1080")
    assert "the proxy that the environment names is no http" in _failure(_fetcher(), "http://news.example/")
