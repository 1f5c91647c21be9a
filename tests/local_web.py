"""A real web server on this machine for a test."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Answer:
    """What the server says to a request."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Site:
    """A running server: its address with a slash at the end, its answers by path, and what it was asked for."""

    address: str
    answers: dict[str, Answer]
    asked: list[str]

    def offer(self, *packages: Mapping[str, object]) -> dict[str, str]:
        """Puts up an index of packages; gives the environment that makes Argos read it."""
        self.answers["/index.json"] = Answer(json.dumps(packages).encode())
        return {"ARGOS_PACKAGE_INDEX": self.address}


def entry(source: str, target: str, version: str = "1.0", *links: str) -> dict[str, object]:
    """A line of the Argos index."""
    codes = {"from_code": source, "to_code": target, "from_name": f"Old {source}ish", "to_name": f"New {target}ish"}
    return {**codes, "package_version": version, "argos_version": "1.9", "links": list(links)}


@contextlib.contextmanager
def serve(answers: Mapping[str, Answer] | None = None) -> Iterator[Site]:
    """Serves answers by path on 127.0.0.1, 404 for all others. A Content-Length is added where none is given."""
    known, asked = dict(answers or {}), list[str]()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            answer = known.get(self.path, Answer(b"nothing here", 404))
            self.send_response(answer.status)
            for name, value in {"Content-Length": str(len(answer.body)), **answer.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            with contextlib.suppress(OSError):  # the client has heard enough
                self.wfile.write(answer.body)

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield Site(f"http://127.0.0.1:{server.server_port}/", known, asked)
    finally:
        server.shutdown()
        server.server_close()


def dead_address() -> str:
    """An address of this machine at which nobody answers."""
    with serve() as site:
        return site.address
