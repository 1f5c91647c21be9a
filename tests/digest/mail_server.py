"""A real mail server on this machine for a test."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

CERTIFICATE = Path(__file__).with_name("mail.example.pem")
"""A certificate of `localhost` and 127.0.0.1 with its key, signed by nobody else."""


@dataclass
class MailServer:
    """A running server.

    `envelopes` are those that it has taken, `senders` all that it was told of, `logins` the names and passwords that it
    was given.
    """

    refused: tuple[str, ...]
    port: int = 0
    envelopes: list[Envelope] = field(default_factory=list)
    senders: list[str] = field(default_factory=list)
    logins: list[tuple[str, str]] = field(default_factory=list)

    async def handle_MAIL(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self.senders.append(address)
        if address in self.refused:
            return "553 5.7.1 not yours"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refused:
            return "550 5.1.1 nobody of that name\x1b[2J"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.envelopes.append(envelope)
        return "250 OK"

    def log_in(self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: object) -> AuthResult:
        """Lets in whoever has the password `secreto` or `contraseña`."""
        assert isinstance(given, LoginPassword)
        self.logins.append((given.login.decode(), given.password.decode()))
        return AuthResult(success=given.password.decode() in ("secreto", "contraseña"), handled=False)


@contextlib.contextmanager
def serve_mail(
    *,
    starttls: Path | None = None,
    tls: Path | None = None,
    wants_login: bool = False,
    refused: tuple[str, ...] = (),
) -> Iterator[MailServer]:
    """Takes mail on 127.0.0.1.

    Args:
        starttls: its certificate and key for encryption after a greeting in the clear.
        tls: those for encryption from the first byte.
        wants_login: whether it takes mail only from those who log in.
        refused: addresses that it takes no mail from or for.
    """
    started = MailServer(refused)
    loop = asyncio.new_event_loop()

    def session() -> SMTP:
        return SMTP(
            started,
            hostname="localhost",
            tls_context=_context(starttls) if starttls else None,
            authenticator=started.log_in if wants_login else None,
            auth_required=wants_login,
            loop=loop,
        )

    listening = loop.run_until_complete(loop.create_server(session, "127.0.0.1", 0, ssl=_context(tls) if tls else None))
    started.port = listening.sockets[0].getsockname()[1]
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield started
    finally:
        loop.call_soon_threadsafe(listening.close)
        asyncio.run_coroutine_threadsafe(_finished(), loop).result(5)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(5)
        loop.close()


async def _finished() -> None:
    """Ends the sessions that clients have left open."""
    tasks = asyncio.all_tasks() - {asyncio.current_task()}
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def _context(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context
