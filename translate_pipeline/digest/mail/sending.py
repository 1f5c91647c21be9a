"""Sends mail through a server."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from translate_pipeline.digest.mail.address import header_text, parsed_address
from translate_pipeline.errors import InputError, UsageError

if TYPE_CHECKING:
    from email.message import EmailMessage

Security = Literal["starttls", "tls", "none"]

PASSWORD_VARIABLE = "TSUM_SMTP_PASSWORD"


@dataclass(frozen=True)
class MailSettings:
    """A mail server, and who sends what to whom.

    Args:
        host, port: the server; 587 is usual for `starttls`, 465 for `tls`.
        sender: whom the mail is from.
        recipients: whom it goes to.
        security: `starttls` encrypts after a greeting in the clear, `tls` from the first byte; `none` is for a server
            on this machine.
        user: the name to log in with; None for a server that wants none.
        password_file: a file whose first line is the password; without it, the environment has it.
        password_variable: the variable of the environment that has it.
        ca_file: certificates (PEM) to trust instead of the system's.
        timeout: seconds to wait for each answer of the server.
    """

    host: str
    port: int
    sender: str
    recipients: tuple[str, ...]
    security: Security = "starttls"
    user: str | None = None
    password_file: Path | None = None
    password_variable: str = PASSWORD_VARIABLE
    ca_file: Path | None = None
    timeout: float = 30.0

    @property
    def server(self) -> str:
        """Its name in messages."""
        return f"{self.host}:{self.port}"


def send(message: EmailMessage | bytes, settings: MailSettings) -> None:
    """Sends a message once, to all recipients.

    Raises:
        UsageError: the settings contradict each other, or an address or the password is missing.
        InputError: the file of the password or of certificates cannot be read.
        MailError: the server cannot be reached, cannot be trusted, or does not take the message; if it refuses some of
            the recipients only, the message is on its way to the others.
    """
    data = message if isinstance(message, bytes) else message.as_bytes()
    sender = parsed_address(settings.sender).addr_spec
    recipients = [parsed_address(recipient).addr_spec for recipient in settings.recipients]
    if not recipients:
        raise UsageError("mail without a recipient: name one")
    if settings.security == "none" and not _is_loopback(settings.host):
        raise UsageError(f"{settings.server}: mail goes to another machine encrypted only: choose starttls or tls")
    # smtplib is loaded by those only who send mail.
    from translate_pipeline.digest.mail.delivery import deliver

    deliver(data, sender, recipients, settings, _password(settings))


def _is_loopback(host: str) -> bool:
    import ipaddress

    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _password(settings: MailSettings) -> str | None:
    if settings.user is None:
        return None
    if settings.password_file is not None:
        try:
            lines = settings.password_file.read_text(encoding="utf-8").splitlines()
        except OSError as error:
            raise InputError.from_os_error(settings.password_file, error) from None
        except UnicodeDecodeError:
            raise InputError(f"{settings.password_file}: not a text in UTF-8: its first line is the password") from None
        if lines and lines[0]:
            return lines[0]
        raise UsageError(f"{settings.password_file}: its first line is empty: write the password there")
    password = os.environ.get(settings.password_variable)
    if not password:
        raise UsageError(
            f"no password for {header_text(settings.user)} at {settings.server}: "
            f"set {settings.password_variable}, or use --smtp-password-file"
        )
    return password
