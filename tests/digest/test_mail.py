from __future__ import annotations

import email
import email.policy
import socket
import time
from dataclasses import replace
from pathlib import Path

import pytest

from tests.digest.mail_server import CERTIFICATE, MailServer, serve_mail
from tests.digest.sample import sample_digest
from translate_pipeline.digest.mail import PASSWORD_VARIABLE, MailSettings, send
from translate_pipeline.digest.renderers.eml import EmlRenderer
from translate_pipeline.errors import InputError, MailError, TsumError, UsageError

OF_ANOTHER_HOST = Path(__file__).parents[1] / "fetching" / "news.example.pem"
MESSAGE = b"From: desk@news.example\r\nSubject: Resumen\r\n\r\nBuenos d\xc3\xadas\r\n.\r\n..fin\r\n"


@pytest.fixture(autouse=True)
def no_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PASSWORD_VARIABLE, raising=False)


def settings_for(server: MailServer, **others: object) -> MailSettings:
    settings = MailSettings(
        "localhost",
        server.port,
        sender="Night desk <desk@news.example>",
        recipients=("editor@news.example",),
        ca_file=CERTIFICATE,
        timeout=5,
    )
    return replace(settings, **others)  # type: ignore[arg-type]


def failure(kind: type[TsumError], settings: MailSettings) -> str:
    with pytest.raises(kind) as caught:
        send(MESSAGE, settings)
    said = str(caught.value)
    assert said.isprintable()
    return said.removeprefix(f"{settings.server}: ")


# What arrives


def test_a_message_goes_through_starttls_as_it_is() -> None:
    with serve_mail(starttls=CERTIFICATE) as server:
        send(MESSAGE, settings_for(server, recipients=("editor@news.example", "Ana <ana@news.example>")))
    (envelope,) = server.envelopes
    assert envelope.mail_from == "desk@news.example"
    assert envelope.rcpt_tos == ["editor@news.example", "ana@news.example"]
    assert envelope.content == MESSAGE


def test_a_message_goes_through_tls_from_the_first_byte() -> None:
    with serve_mail(tls=CERTIFICATE) as server:
        send(MESSAGE, settings_for(server, security="tls"))
    assert server.envelopes[0].content == MESSAGE


def test_line_breaks_become_those_of_the_protocol() -> None:
    with serve_mail(starttls=CERTIFICATE) as server:
        send(MESSAGE.replace(b"\r\n", b"\n"), settings_for(server))
    assert server.envelopes[0].content == MESSAGE


def test_a_digest_arrives_with_both_of_its_parts() -> None:
    renderer = EmlRenderer("Night desk <desk@news.example>", ("editor@news.example",))
    with serve_mail(starttls=CERTIFICATE) as server:
        send(renderer.message(sample_digest()), settings_for(server))
    content = server.envelopes[0].content
    assert content == renderer.render(sample_digest())
    assert isinstance(content, bytes)
    received = email.message_from_bytes(content, policy=email.policy.default)
    assert received["To"] == "editor@news.example"
    assert [part.get_content_type() for part in received.iter_parts()] == ["text/plain", "text/html"]


def test_a_server_on_this_machine_may_do_without_encryption() -> None:
    with serve_mail() as server:
        for host in ("127.0.0.1", "localhost"):
            send(MESSAGE, settings_for(server, host=host, security="none"))
    assert len(server.envelopes) == 2


def test_any_other_server_may_not() -> None:
    settings = MailSettings("mail.news.example", 25, "desk@news.example", ("editor@news.example",), "none")
    assert failure(UsageError, settings) == "mail goes to another machine encrypted only: choose starttls or tls"


# Logging in


def test_the_password_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSWORD_VARIABLE, "secreto")
    with serve_mail(starttls=CERTIFICATE, wants_login=True) as server:
        send(MESSAGE, settings_for(server, user="desk"))
    assert server.logins == [("desk", "secreto")]
    assert len(server.envelopes) == 1


def test_the_password_comes_from_the_first_line_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSWORD_VARIABLE, "of something else")
    file = tmp_path / "password"
    file.write_text("contraseña\n", encoding="utf-8")
    with serve_mail(starttls=CERTIFICATE, wants_login=True) as server:
        send(MESSAGE, settings_for(server, user="redacción", password_file=file))
    assert server.logins == [("redacción", "contraseña")]
    assert len(server.envelopes) == 1


@pytest.mark.parametrize("password", ["falso", "falsó"])
def test_a_refused_login_is_told_without_the_password(password: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSWORD_VARIABLE, password)
    with serve_mail(starttls=CERTIFICATE, wants_login=True) as server:
        said = failure(MailError, settings_for(server, user="desk"))
    assert said.startswith("the login is refused (535 ")
    assert said.endswith("): check user and password")
    assert password not in said
    assert not server.envelopes


def test_a_server_that_takes_no_login_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSWORD_VARIABLE, "secreto")
    with serve_mail() as server:
        said = failure(MailError, settings_for(server, security="none", user="desk"))
    assert said == "takes no login: leave the user out, or check port and security"
    assert not server.senders


def test_a_missing_password_is_told_before_anything_is_sent(tmp_path: Path) -> None:
    settings = MailSettings("localhost", 1, "desk@news.example", ("editor@news.example",), user="desk")
    assert failure(UsageError, settings) == (
        "no password for desk at localhost:1: set TSUM_SMTP_PASSWORD, or use --smtp-password-file"
    )
    missing = tmp_path / "missing"
    assert failure(InputError, replace(settings, password_file=missing)).startswith(f"{missing}: no such file")
    (tmp_path / "empty").write_text("\nsecreto\n")
    said = failure(UsageError, replace(settings, password_file=tmp_path / "empty"))
    assert said.endswith("its first line is empty: write the password there")


# Encryption


@pytest.mark.parametrize("security", ["starttls", "tls"])
@pytest.mark.parametrize(
    ("certificate", "trusted", "why"),
    [(CERTIFICATE, None, "self-signed certificate"), (OF_ANOTHER_HOST, OF_ANOTHER_HOST, "Hostname mismatch")],
)
def test_a_certificate_that_cannot_be_trusted_ends_it_before_a_password_is_sent(
    security: str, certificate: Path, trusted: Path | None, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSWORD_VARIABLE, "secreto")
    with serve_mail(**{security: certificate}, wants_login=True) as server:  # type: ignore[arg-type]
        said = failure(MailError, settings_for(server, security=security, ca_file=trusted, user="desk"))
    assert said.startswith(f"its certificate cannot be trusted ({why}")
    assert not server.logins
    assert not server.senders


def test_a_server_without_starttls_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSWORD_VARIABLE, "secreto")
    with serve_mail(wants_login=True) as server:
        said = failure(MailError, settings_for(server, user="desk"))
    assert said == "offers no encryption (STARTTLS): nothing was sent; tls is usual on port 465"
    assert not server.logins
    assert not server.senders


def test_tls_on_a_port_without_it_is_told() -> None:
    with serve_mail(starttls=CERTIFICATE) as server:
        said = failure(MailError, settings_for(server, security="tls"))
    assert said == "no TLS on this port: tls is usual on port 465, starttls on 587"


def test_a_file_without_certificates_is_told(tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_text("nada")
    with serve_mail(starttls=CERTIFICATE) as server:
        said = failure(InputError, settings_for(server, ca_file=tmp_path / "ca.pem"))
        assert said.endswith("ca.pem: no certificates in it: give a file in PEM")
        said = failure(InputError, settings_for(server, ca_file=tmp_path / "none.pem"))
        assert said.endswith("none.pem: no such file: check the path")


# Refusals


def test_a_refused_recipient_is_named_and_the_others_get_the_mail() -> None:
    with serve_mail(starttls=CERTIFICATE, refused=("nadie@news.example",)) as server:
        recipients = ("nadie@news.example", "editor@news.example")
        said = failure(MailError, settings_for(server, recipients=recipients))
    assert said.startswith("nadie@news.example is refused (550 5.1.1 nobody of that name")
    assert said.endswith("; the mail is on its way to all others")
    assert server.envelopes[0].rcpt_tos == ["editor@news.example"]


def test_if_every_recipient_is_refused_nothing_is_sent() -> None:
    with serve_mail(starttls=CERTIFICATE, refused=("editor@news.example",)) as server:
        said = failure(MailError, settings_for(server))
    assert said.startswith("editor@news.example is refused (550 5.1.1 nobody of that name")
    assert said.endswith("; nothing was sent")
    assert not server.envelopes


def test_a_refused_sender_is_told() -> None:
    with serve_mail(starttls=CERTIFICATE, refused=("desk@news.example",)) as server:
        said = failure(MailError, settings_for(server))
    assert said == "desk@news.example is refused as sender (553 5.7.1 not yours): nothing was sent"


def test_a_server_that_wants_a_login_says_so() -> None:
    with serve_mail(starttls=CERTIFICATE, wants_login=True) as server:
        assert "530 5.7.0 Authentication required" in failure(MailError, settings_for(server))


@pytest.mark.parametrize(
    "change",
    [
        {"recipients": ()},
        {"recipients": ("nobody",)},
        {"recipients": ("editor@news.example\r\nRCPT TO:<spy@else.example>",)},
        {"sender": "desk@news.example> SIZE=1"},
        {"sender": "redacción@news.example"},
    ],
)
def test_addresses_are_checked_before_anything_is_sent(change: dict[str, object]) -> None:
    with serve_mail(starttls=CERTIFICATE) as server:
        failure(UsageError, settings_for(server, **change))
    assert not server.senders


# Servers that are not there


def test_nobody_there_is_told() -> None:
    with serve_mail() as server:
        pass
    assert failure(MailError, settings_for(server)) == "connection refused: check host and port"


def test_a_host_that_does_not_exist_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def resolve(*asked: object, **how: object) -> list[object]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    settings = MailSettings("mail.invalid", 587, "desk@news.example", ("editor@news.example",))
    assert failure(MailError, settings) == "there is no such host, or no network: check its name"


def test_a_server_that_says_nothing_is_left_in_time() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        started = time.monotonic()
        settings = MailSettings(
            "127.0.0.1", silent.getsockname()[1], "desk@news.example", ("editor@news.example",), timeout=0.3
        )
        assert failure(MailError, settings).startswith("no answer in time")
        assert time.monotonic() - started < 3
