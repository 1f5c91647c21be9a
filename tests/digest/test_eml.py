from __future__ import annotations

import email
import email.policy
import re
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from email.message import EmailMessage

import pytest

from tests.digest.other_process import rendered_elsewhere
from tests.digest.sample import sample_digest
from translate_pipeline.digest.renderers.eml import EmlRenderer
from translate_pipeline.digest.renderers.text import TextRenderer
from translate_pipeline.errors import UsageError

SENDER = "Redacción de noche <desk@news.example>"
RECIPIENTS = ("editor@news.example", "Ana Núñez <ana@news.example>")


def parsed(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def part(message: EmailMessage, kind: str) -> str:
    body = message.get_body((kind,))
    assert body is not None
    return str(body.get_content())


def test_the_headers_say_what_it_is_and_whom_it_is_for() -> None:
    message = parsed(EmlRenderer(SENDER, RECIPIENTS[1:]).render(sample_digest()))
    assert message["From"] == SENDER
    assert message["To"] == "Ana Núñez <ana@news.example>"
    assert message["Subject"] == "Morning briefing · 29 November 2024"
    assert message["Date"] == "Fri, 29 Nov 2024 06:00:00 +0000"
    assert message["Auto-Submitted"] == "auto-generated"
    assert re.fullmatch(r"<[0-9a-f]{32}@news\.example>", message["Message-ID"])


def test_several_recipients_do_not_learn_of_each_other() -> None:
    data = EmlRenderer(SENDER, RECIPIENTS).render(sample_digest())
    assert b"\r\nTo: undisclosed-recipients:;\r\n" in data
    assert b"editor" not in data.partition(b"\r\n\r\n")[0]
    assert b"ana@news.example" not in data


def test_a_message_that_is_sent_bears_the_moment_of_its_sending() -> None:
    moment = datetime(2024, 11, 30, 7, 5, tzinfo=timezone(timedelta(hours=1)))
    sent, filed = EmlRenderer(SENDER).message(sample_digest(), moment), EmlRenderer(SENDER).message(sample_digest())
    assert parsed(sent.as_bytes())["Date"] == "Sat, 30 Nov 2024 07:05:00 +0100"
    assert sent["Message-ID"] != filed["Message-ID"]


def test_the_page_speaks_of_nothing_that_only_a_script_does() -> None:
    page = part(parsed(EmlRenderer().render(sample_digest())), "html")
    words = " ".join(re.sub(r"<[^>]+>", "", page).split())
    assert "held to a glossary" in words
    for said in ("lights up", "Skip to the stories", "Unfold all"):
        assert said not in words


def test_it_has_a_text_and_a_page_with_the_same_content() -> None:
    message = parsed(EmlRenderer().render(sample_digest()))
    assert message.get_content_type() == "multipart/alternative"
    assert [inner.get_content_type() for inner in message.iter_parts()] == ["text/plain", "text/html"]
    assert part(message, "plain").replace("\r\n", "\n") == TextRenderer().render(sample_digest()).decode("utf-8")
    assert "Cruz Roja" in part(message, "plain")
    assert "Cruz Roja" in part(message, "html")


def test_without_a_sender_it_is_a_file_to_read() -> None:
    message = parsed(EmlRenderer().render(sample_digest()))
    assert message["From"] is None
    assert message["To"] is None
    assert message["Message-ID"].endswith("@tsum.invalid>")


def test_the_page_has_no_scripts_and_nothing_folded_away() -> None:
    page = part(parsed(EmlRenderer().render(sample_digest())), "html")
    assert "<script" not in page.lower()
    folds = re.findall(r"<details[^>]*>", page)
    assert folds
    assert all(" open" in fold for fold in folds)


def test_the_page_reads_on_without_its_style() -> None:
    page = part(parsed(EmlRenderer().render(sample_digest())), "html")
    naked = re.sub(r"<style.*?</style>", "", page, flags=re.DOTALL)
    words = " ".join(re.sub(r"<[^>]+>", "", naked).split())
    translation = "The President of the Government, Pedro Sánchez, will visit the 31 October."
    assert words.index(translation) < words.index("El presidente del Gobierno, Pedro Sánchez, visitará la zona")


def test_what_travels_is_ascii_in_short_lines() -> None:
    data = EmlRenderer(SENDER, RECIPIENTS).render(replace(sample_digest(), title="Ñandú " * 200))
    assert data.isascii()
    assert max(map(len, data.split(b"\r\n"))) <= 998
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert parsed(data)["Subject"].startswith("Ñandú Ñandú")


def test_the_same_digest_gives_the_same_bytes_in_another_process() -> None:
    assert rendered_elsewhere(sample_digest(), EmlRenderer) == EmlRenderer().render(sample_digest())


def test_another_digest_has_another_identity() -> None:
    one, other = (EmlRenderer(SENDER).message(replace(sample_digest(), title=title)) for title in ("Uno", "Dos"))
    assert one["Message-ID"] != other["Message-ID"]
    assert one.get_boundary() != other.get_boundary()


def test_the_boundary_stands_between_the_parts_only() -> None:
    data = EmlRenderer().render(replace(sample_digest(), notes=("--=_" + "0" * 32, "=_=_")))
    boundary = parsed(data).get_boundary()
    assert boundary is not None
    assert len(re.findall(re.escape(boundary.encode()), data)) == 4


@pytest.mark.parametrize(
    "title",
    [
        "Resumen\r\nBcc: spy@else.example",
        "Resumen\nBcc: spy@else.example\n\nbody",
        "Resumen\rBcc: spy@else.example",
        "Resumen\u2028Bcc: spy@else.example",
        "=?utf-8?q?Resumen=0D=0ABcc:_spy=40else.example?=",
        "=?utf-8?b?UmVzdW1lbg0KQmNjOiBzcHlAZWxzZS5leGFtcGxl?=",
        "Resumen\x00\x1b[2J\udcff",
    ],
)
def test_a_title_adds_no_header(title: str) -> None:
    plain = EmlRenderer(SENDER, RECIPIENTS).render(sample_digest())
    data = EmlRenderer(SENDER, RECIPIENTS).render(replace(sample_digest(), title=title))
    assert parsed(data).keys() == parsed(plain).keys()
    assert parsed(data)["Subject"].isprintable()


@pytest.mark.parametrize(
    "address",
    [
        "nobody",
        "a@b@c",
        "desk@news.example, spy@else.example",
        "desk@news.example\r\nBcc: spy@else.example",
        "Desk\r\nBcc: spy@else.example\r\n <desk@news.example>",
        "<desk@news.example",
        "desk@",
        "desk@news..example",
        "señor@news.example",
    ],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    for renderer in (EmlRenderer(address), EmlRenderer(SENDER, ("editor@news.example", address))):
        with pytest.raises(UsageError) as caught:
            renderer.render(sample_digest())
        assert str(caught.value).isprintable()


def test_a_name_adds_no_header_and_a_host_may_have_accents() -> None:
    hostile = '"=?utf-8?q?x=0D=0ABcc:_spy=40else.example?=" <desk@news.example>'
    message = parsed(EmlRenderer(hostile, ("ana@periódico.example",)).render(sample_digest()))
    assert "Bcc" not in message
    assert [address.addr_spec for address in message["From"].addresses] == ["desk@news.example"]
    assert message["To"] == "ana@xn--peridico-y3a.example"


def test_a_date_that_is_no_day_is_told() -> None:
    with pytest.raises(UsageError, match="ayer: not a day: write it as in 2024-11-29"):
        EmlRenderer().render(replace(sample_digest(), date="ayer"))
