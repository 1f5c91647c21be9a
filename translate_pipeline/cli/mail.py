"""The options of a mail server."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from translate_pipeline.errors import UsageError

if TYPE_CHECKING:
    from translate_pipeline.digest.mail import MailSettings, Security


class SecurityName(str, Enum):
    """How mail is encrypted on its way."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


_PORTS = {SecurityName.STARTTLS: 587, SecurityName.TLS: 465, SecurityName.NONE: 25}
_HIGHEST_PORT = 65535

MailTo = Annotated[list[str] | None, typer.Option("--mail-to", metavar="ADDRESS", help="Send it by mail; repeatable.")]
MailFrom = Annotated[str | None, typer.Option("--mail-from", metavar="ADDRESS", help="Whom the mail is from.")]
Smtp = Annotated[
    str | None, typer.Option("--smtp", metavar="HOST[:PORT]", help="The mail server; port 587, or 465 with tls.")
]
SmtpSecurity = Annotated[
    SecurityName, typer.Option("--smtp-security", help="Encryption; none is for a server on this machine.")
]
SmtpUser = Annotated[
    str | None,
    typer.Option("--smtp-user", metavar="NAME", help="Log in; the password is in TSUM_SMTP_PASSWORD or a file."),
]
SmtpPasswordFile = Annotated[
    Path | None, typer.Option("--smtp-password-file", metavar="FILE", help="Its first line is the password.")
]
SmtpCaFile = Annotated[
    Path | None, typer.Option("--smtp-ca-file", metavar="FILE", help="Trust these certificates (PEM).")
]


def mail_settings(
    recipients: list[str] | None,
    sender: str | None,
    server: str | None,
    security: SecurityName,
    user: str | None,
    password_file: Path | None,
    ca_file: Path | None,
) -> MailSettings | None:
    """The mail settings that the options stand for; None if nothing is to be sent.

    Raises:
        UsageError: the server or the sender is missing, or an address is none.
    """
    if not recipients:
        return None
    from translate_pipeline.digest.mail import MailSettings
    from translate_pipeline.digest.mail.address import parsed_address

    if server is None or sender is None:
        missing = "--smtp HOST" if server is None else "--mail-from ADDRESS"
        raise UsageError(f"--mail-to needs {missing} too, here or in tsum.toml")
    for address in (sender, *recipients):
        parsed_address(address)
    host, port = _host_and_port(server, _PORTS[security])
    chosen: Security = security.value
    return MailSettings(
        host, port, sender, tuple(recipients), chosen, user, password_file=password_file, ca_file=ca_file
    )


def _host_and_port(server: str, usual: int) -> tuple[str, int]:
    host, colon, port = server.rpartition(":")
    if not colon or server.endswith("]"):
        return server.strip("[]"), usual
    if not port.isascii() or not port.isdigit() or not 0 < int(port) <= _HIGHEST_PORT or not host:
        raise UsageError(f"--smtp {server!r}: give a host, or host and port as in mail.example:587")
    return host.strip("[]"), int(port)
