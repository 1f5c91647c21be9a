"""A real web server on this machine for a test."""

from __future__ import annotations

import contextlib
import json
import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


@dataclass(frozen=True)
class Answer:
    """What the server says to a request.

    `delay` is the seconds before it says anything, `pause` those before each byte of the body, `repeat` how often it
    sends the body; `chunked` sends it in chunks, without saying how long it is.
    """

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0
    pause: float = 0.0
    repeat: int = 1
    chunked: bool = False


def moved(address: str, status: int = 302) -> Answer:
    """A redirect."""
    return Answer(b"", status, {"Location": address})


@dataclass(frozen=True)
class Site:
    """A running server.

    `address` ends with a slash; `answers` are by path; `asked` and `headers` are what it was asked for and how.
    """

    address: str
    answers: dict[str, Answer]
    asked: list[str]
    headers: list[Message]

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.address.rstrip("/").rpartition(":")[2])

    def offer(self, *packages: Mapping[str, object]) -> dict[str, str]:
        """Puts up an index of packages; gives the environment that makes Argos read it."""
        self.answers["/index.json"] = Answer(json.dumps(packages).encode())
        return {"ARGOS_PACKAGE_INDEX": self.address}


def entry(source: str, target: str, version: str = "1.0", *links: str) -> dict[str, object]:
    """A line of the Argos index."""
    codes = {"from_code": source, "to_code": target, "from_name": f"Old {source}ish", "to_name": f"New {target}ish"}
    return {**codes, "package_version": version, "argos_version": "1.9", "links": list(links)}


@contextlib.contextmanager
def serve(answers: Mapping[str, Answer] | None = None, certificate: Path | None = None) -> Iterator[Site]:
    """Serves answers by path on 127.0.0.1, 404 for all others. A Content-Length is added where none is given.

    With a `certificate` and its key in one PEM file, the server speaks HTTPS.
    """
    known, asked, headers = dict(answers or {}), list[str](), list[Message]()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            headers.append(self.headers)
            answer = known.get(self.path, Answer(b"nothing here", 404))
            time.sleep(answer.delay)
            if answer.chunked:
                self.protocol_version = "HTTP/1.1"
                size = {"Transfer-Encoding": "chunked", "Connection": "close"}
            else:
                size = {"Content-Length": str(len(answer.body) * answer.repeat)}
            with contextlib.suppress(OSError):  # the client has heard enough
                self.send_response(answer.status)
                for name, value in {**size, **answer.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                for part in self._parts(answer):
                    self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part) if answer.chunked else part)
                if answer.chunked:
                    self.wfile.write(b"0\r\n\r\n")

        def _parts(self, answer: Answer) -> Iterator[bytes]:
            for _ in range(answer.repeat):
                if not answer.pause:
                    yield answer.body
                    continue
                for place in range(len(answer.body)):
                    time.sleep(answer.pause)
                    yield answer.body[place : place + 1]

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        scheme = "https" if certificate else "http"
        yield Site(f"{scheme}://127.0.0.1:{server.server_port}/", known, asked, headers)
    finally:
        server.shutdown()
        server.server_close()


def dead_address() -> str:
    """An address of this machine at which nobody answers."""
    with serve() as site:
        return site.address
