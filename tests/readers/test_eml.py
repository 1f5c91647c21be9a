from __future__ import annotations

from email.message import EmailMessage

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.readers.hostile_bytes import arbitrary, damaged, read_or_refuse
from translate_pipeline.document import Document, ParagraphKind
from translate_pipeline.errors import EmptyInputError, UnreadableFormatError
from translate_pipeline.readers.eml import EmlReader

READER = EmlReader()
HEAD = b"From: =?utf-8?q?Ana_P=C3=A9rez?= <ana@example.org>\r\nDate: Wed, 16 Oct 2024 08:30:00 +0200\r\n"
LONG = "El presidente dijo el martes que no habrá elecciones este año, según fuentes del Gobierno."


def read(data: bytes) -> Document:
    return READER.read(data, "mensaje.eml")


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in read(data).paragraphs]


def message(subject: str = "Sin elecciones", body: str = LONG) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "Ana Pérez <ana@example.org>", "luis@example.org", subject
    made["Date"] = "Wed, 16 Oct 2024 08:30:00 +0200"
    made.set_content(body)
    return made


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_subject_sender_date_and_text(encoding: str) -> None:
    made = message("RV: Re: Sin elecciones este año")
    made.set_content(LONG, cte=encoding)
    document = read(bytes(made))
    assert document.source_text == f"# Sin elecciones este año\n\n{LONG}\n"
    assert document.metadata.known() == {
        "title": "Sin elecciones este año",
        "date": "2024-10-16T08:30:00+02:00",
        "author": "Ana Pérez",
    }
    assert document.notes == []


def test_plain_text_is_preferred_and_html_read_where_it_says_more() -> None:
    both = message()
    both.add_alternative(f"<p>{LONG} En HTML.</p>", subtype="html")
    assert texts(bytes(both)) == ["Sin elecciones", LONG]
    stub = message(body="Ver en línea")
    stub.add_alternative(f"<table><tr><td>{LONG}<td>{LONG}</table>", subtype="html")
    assert texts(bytes(stub)) == ["Sin elecciones", LONG, LONG]


def test_attachments_are_named_and_not_read() -> None:
    made = message()
    made.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="informe año.pdf")
    made.add_attachment("Texto adjunto.", filename="notas.txt")
    made.add_attachment(message("Mensaje reenviado"))
    document = read(bytes(made))
    assert [p.text for p in document.paragraphs] == ["Sin elecciones", LONG]
    assert document.notes == ["attachments left out: informe año.pdf, notas.txt, Mensaje reenviado"]


def test_wrapped_lines_quotations_and_the_signature() -> None:
    body = (
        "Hola, Luis:\n\nEl presidente dijo el martes que no habrá elecciones este\naño, según fuentes del Gobierno que"
        "\nhan pedido no ser nombradas.\n\n> El portavoz negó el martes ante la prensa que el\n> Gobierno vaya a"
        " retirar la ley de aguas del\n> Congreso.\n\n-- \nAna Pérez\nRedacción"
    )
    document = read(bytes(message(body=body)))
    assert document.source_text == (
        "# Sin elecciones\n\nHola, Luis:\n\nEl presidente dijo el martes que no habrá elecciones este año, según"
        " fuentes del Gobierno que han pedido no ser nombradas.\n\n> El portavoz negó el martes ante la prensa que el"
        " Gobierno vaya a retirar la ley de aguas del Congreso.\n\nAna Pérez\n\nRedacción\n"
    )
    assert all(p.kind is ParagraphKind.BODY for p in document.paragraphs[1:])


def test_flowed_text_is_unwrapped() -> None:
    data = (
        HEAD
        + b"Subject: Hola\r\nContent-Type: text/plain; format=flowed\r\n\r\nUno \r\ndos.\r\n> Tres \r\n> cuatro.\r\n"
    )
    assert texts(data) == ["Hola", "Uno dos.", "Tres cuatro."]


@pytest.mark.parametrize(
    ("charset", "body"),
    [
        ("", "año".encode()),
        ("", "año «x»".encode("cp1252")),
        ("; charset=us-ascii", "año".encode()),
        ("; charset=iso-8859-1", "año – “x”".encode("cp1252")),
        ("; charset=iso-8859-1", "año".encode()),
        ("; charset=windows-1252", "año".encode()),
        ("; charset=utf-8", "año".encode("latin-1")),
        ("; charset=no-such", "año".encode()),
        ("; charset=utf-16", "año".encode("utf-16")),
    ],
)
def test_charsets_that_are_missing_or_wrong(charset: str, body: bytes) -> None:
    head = HEAD + b"Content-Transfer-Encoding: 8bit\r\nContent-Type: text/plain" + charset.encode() + b"\r\n\r\n"
    assert read(head + body).paragraphs[0].text.startswith("año")


@pytest.mark.parametrize(
    "subject",
    [
        "Subject: Sin año".encode(),
        "Subject: Sin año".encode("latin-1"),
        b"Subject: =?iso-8859-1?q?Sin_a=F1o?=",
        b"Subject: =?utf-8?b?U2luIGHDsW8=?=",
        b"Subject: =?utf-8?q?Sin_?=\r\n =?utf-8?q?a=C3=B1o?=",
    ],
)
def test_subjects_however_encoded(subject: bytes) -> None:
    assert read(HEAD + subject + b"\r\n\r\nHola a todos.\r\n").metadata.title == "Sin año"


def test_senders() -> None:
    def author(field: bytes) -> str | None:
        return read(b"From: " + field + b"\r\nSubject: Hola\r\n\r\nHola a todos.\r\n").metadata.author

    assert author(b"ana@example.org") == "ana@example.org"
    assert author(b'"Perez, Ana" <ana@example.org>, Luis <l@example.org>') == "Perez, Ana, Luis"
    assert author(b"=?iso-8859-1?q?P=E9rez=2C_Ana?= <ana@example.org>") == "Pérez, Ana"
    assert author("José <a@example.org>".encode("latin-1")) == "José"
    assert author(b"") is None


def test_a_date_without_sense_is_none() -> None:
    assert read(b"From: a@b.org\r\nDate: ayer\r\n\r\nHola a todos.\r\n").metadata.date is None


def test_encrypted_and_empty_messages_say_so() -> None:
    with pytest.raises(UnreadableFormatError, match="encrypted"):
        read(HEAD + b"Content-Type: application/pkcs7-mime; name=smime.p7m\r\n\r\nabc")
    with pytest.raises(EmptyInputError):
        read(HEAD + b"\r\n\r\n")


def test_a_message_nested_without_end_is_read_or_refused() -> None:
    parts = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(3000))
    read_or_refuse(READER, HEAD + parts + b"\r\nHola", "mensaje.eml")


def test_a_message_is_recognised_by_its_header() -> None:
    assert READER.recognises(bytes(message()), "sin ending")
    assert READER.recognises(
        b"From ana@example.org Wed Oct 16\nReceived: by x\n\tfor y\nX-Spam: no\nSubject: a\n\nb", "x"
    )
    assert READER.recognises(b"Subject: a\nDate: b\nUnusual-Field: c\n\nd", "mensaje.eml")
    assert not READER.recognises(b"Subject: a\nDate: b\nUnusual-Field: c\n\nd", "mensaje.txt")


@pytest.mark.parametrize(
    "text",
    [
        "Nota: el presidente calla.\nFecha: ayer.\n\nHola.",
        "Subject: una sola línea\n\nHola.",
        "Sin elecciones\nFrom: Ana\nDate: ayer\n",
        "From: Ana\nel presidente calla\nDate: ayer\n",
        "Date: ayer\nContent-Type: text/html\n\nLa respuesta de un servidor.",
        "---\ntitle: Hola\ndate: 2024-10-16\n---\n",
        "title: Hola\ndate: 2024-10-16\nauthor: Ana\n\nTexto.",
        "%PDF-1.4",
        "",
    ],
)
def test_prose_is_no_message(text: str) -> None:
    assert not READER.recognises(text.encode(), "mensaje.eml")


def _real() -> bytes:
    made = message()
    made.add_alternative(f"<p>{LONG}</p>", subtype="html")
    made.add_attachment(b"abc", maintype="application", subtype="pdf", filename="á.pdf")
    return bytes(made)


def test_a_null_character_in_the_name_of_a_charset() -> None:
    # Python's parser raises a ValueError for it wherever the field is looked at.
    data = _real().replace(b"filename*=utf-8''", b"filename*=utf\0-8''")
    assert b"\0" in data
    assert read(data).paragraphs[1].text == LONG


FIELDS = st.lists(
    st.tuples(
        st.sampled_from(
            ["From", "Subject", "Date", "Content-Type", "Content-Disposition", "Content-Transfer-Encoding"]
        ),
        st.one_of(
            st.text(st.sampled_from("aé=?<>\"'()@,;:/ \t*%\\0123[].-_"), max_size=40),
            st.sampled_from(
                [
                    "=?",
                    "=?utf-8?q?",
                    '"',
                    "multipart/mixed",
                    "text/html; charset=*",
                    "attachment; filename*0*=",
                    "attachment; filename*=\0''x",
                ]
            ),
        ),
    ),
    max_size=8,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(arbitrary(b"From: a\nSubject: "), damaged(_real())))
def test_no_bytes_raise_anything_but_our_errors(data: bytes) -> None:
    read_or_refuse(READER, data, "mensaje.eml")


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(FIELDS)
def test_no_malformed_field_raises_anything_but_our_errors(fields: list[tuple[str, str]]) -> None:
    head = "".join(f"{name}: {value}\r\n" for name, value in fields)
    read_or_refuse(READER, (head + "\r\nHola a todos.\r\n").encode(), "mensaje.eml")
