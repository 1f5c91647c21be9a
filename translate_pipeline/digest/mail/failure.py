"""What goes wrong between a mail server and its client, in words."""

from __future__ import annotations

import contextlib
import smtplib
import socket
import ssl
from collections.abc import Iterator, Mapping

from translate_pipeline.digest.mail.address import header_text
from translate_pipeline.errors import MailError

_LONGEST_REPLY = 200
Refusals = Mapping[str, tuple[int, bytes]]


@contextlib.contextmanager
def told_in_one_line(server: str) -> Iterator[None]:
    """Raises MailError, which names the server, for all that smtplib raises."""
    try:
        yield
    except (OSError, smtplib.SMTPException) as error:
        raise MailError(f"{server}: {_reason(error)}") from None


def partly_refused(server: str, refused: Refusals) -> MailError:
    """What to say if a server takes a message for some of its recipients."""
    return MailError(f"{server}: {_refusals(refused)}; the mail is on its way to all others")


def _reason(error: OSError | smtplib.SMTPException) -> str:
    if isinstance(error, smtplib.SMTPException):
        return _answer(error)
    if isinstance(error, ssl.SSLCertVerificationError):
        why = f"its certificate cannot be trusted ({header_text(error.verify_message)})"
        return f"{why}: nothing was sent; check the host, or trust its CA with --smtp-ca-file"
    if isinstance(error, ssl.SSLError):
        return "no TLS on this port: tls is usual on port 465, starttls on 587"
    if isinstance(error, socket.gaierror):
        return "there is no such host, or no network: check its name"
    if isinstance(error, ConnectionRefusedError):
        return "connection refused: check host and port"
    if isinstance(error, TimeoutError):
        return "no answer in time: check host and port, or try later"
    return f"the connection failed ({error.strerror or header_text(str(error))}): try later"


def _answer(error: smtplib.SMTPException) -> str:
    if isinstance(error, smtplib.SMTPServerDisconnected):
        if isinstance(error.__context__, TimeoutError):
            return (
                "no answer in time: check port and security (tls is usual on port 465, starttls on 587), or try later"
            )
        return "the connection was lost: the mail may not have been sent"
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return f"{_refusals(error.recipients)}; nothing was sent"
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return f"the login is refused ({_reply(error.smtp_code, error.smtp_error)}): check user and password"
    if isinstance(error, smtplib.SMTPSenderRefused):
        reply = _reply(error.smtp_code, error.smtp_error)
        return f"{header_text(error.sender)} is refused as sender ({reply}): nothing was sent"
    if isinstance(error, smtplib.SMTPResponseException):
        return f"the mail is refused ({_reply(error.smtp_code, error.smtp_error)})"
    return f"the mail could not be sent: {header_text(str(error))}"


def _refusals(refused: Refusals) -> str:
    told = [f"{header_text(name)} is refused ({_reply(*answer)})" for name, answer in refused.items()]
    return ", ".join(told)


def _reply(code: int, text: bytes | str) -> str:
    """What a server has answered, on one line that a terminal shows as it is."""
    said = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return f"{code} {header_text(said)[:_LONGEST_REPLY]}".strip()
