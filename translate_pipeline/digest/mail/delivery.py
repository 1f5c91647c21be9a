"""Hands a message to a mail server, encrypted (RFC 5321, RFC 3207, RFC 8314)."""

from __future__ import annotations

import base64
import contextlib
import re
import smtplib
import ssl
from collections.abc import Sequence
from typing import TYPE_CHECKING

from translate_pipeline.digest.mail.failure import partly_refused, told_in_one_line
from translate_pipeline.errors import InputError, MailError

if TYPE_CHECKING:
    from translate_pipeline.digest.mail import MailSettings

# What a client calls itself; its own name and address are nobody's business.
_NAMELESS = "[127.0.0.1]"
_LINE_BREAK = re.compile(rb"\r\n|\r|\n")
_LOGGED_IN = 235


def deliver(
    message: bytes, sender: str, recipients: Sequence[str], settings: MailSettings, password: str | None
) -> None:
    """Connects, logs in if there is a password, and sends.

    Args:
        message: it goes as it is, but for its line breaks, which become those of the protocol.
        sender, recipients: addresses without names.
        settings: the server.
        password: None for a server that wants none.

    Raises:
        InputError: the file of certificates cannot be read.
        MailError: as `send` raises it.
    """
    trusted = None if settings.security == "none" else _trusted(settings)
    with told_in_one_line(settings.server), contextlib.closing(_connected(settings, trusted)) as server:
        if settings.user is not None and password is not None:
            _log_in(server, settings, settings.user, password)
        refused = server.sendmail(sender, recipients, _LINE_BREAK.sub(b"\r\n", message))
        # The server has the message; how it takes leave does not matter.
        with contextlib.suppress(OSError, smtplib.SMTPException):
            server.quit()
    if refused:
        raise partly_refused(settings.server, refused)


def _trusted(settings: MailSettings) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=settings.ca_file)
    except ssl.SSLError:
        raise InputError(f"{settings.ca_file}: no certificates in it: give a file in PEM") from None
    except OSError as error:
        raise InputError.from_os_error(settings.ca_file or "certificates", error) from None


def _connected(settings: MailSettings, trusted: ssl.SSLContext | None) -> smtplib.SMTP:
    if trusted is not None and settings.security == "tls":
        return smtplib.SMTP_SSL(settings.host, settings.port, _NAMELESS, timeout=settings.timeout, context=trusted)
    server = smtplib.SMTP(settings.host, settings.port, _NAMELESS, timeout=settings.timeout)
    if trusted is not None:
        try:
            server.ehlo_or_helo_if_needed()
            if not server.has_extn("starttls"):
                raise MailError(
                    f"{settings.server}: offers no encryption (STARTTLS): nothing was sent; tls is usual on port 465"
                )
            server.starttls(context=trusted)
        except BaseException:
            server.close()
            raise
    return server


def _log_in(server: smtplib.SMTP, settings: MailSettings, user: str, password: str) -> None:
    server.ehlo_or_helo_if_needed()
    if not server.has_extn("auth"):
        raise MailError(f"{settings.server}: takes no login: leave the user out, or check port and security")
    if f"{user}{password}".isascii():
        server.login(user, password)
        return
    # smtplib knows ASCII only; RFC 4616 has names and passwords in UTF-8.
    secret = base64.b64encode(f"\0{user}\0{password}".encode()).decode("ascii")
    code, reply = server.docmd("AUTH", f"PLAIN {secret}")
    if code != _LOGGED_IN:
        raise smtplib.SMTPAuthenticationError(code, reply)
