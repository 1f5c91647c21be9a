"""The MIME parts of an e-mail message: its texts, and what is attached to it."""

from __future__ import annotations

import codecs
import re
from email.message import EmailMessage

from translate_pipeline.readers.cleaning import clean_text
from translate_pipeline.readers.decoding import decode
from translate_pipeline.readers.eml_fields import parsed, text_field

_DEEPEST = 20
_MOST_ATTACHMENTS = 20
_ENCRYPTED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
_SIGNATURES = ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature")
_SINGLE_BYTE = re.compile(r"(?:us-)?ascii|iso-?8859|latin|windows-?125|cp-?125|unknown", re.I)
_LATIN_1 = ("iso8859-1", "ascii")


def decoded_payload(part: EmailMessage, name: str) -> str:
    """The text of a part, by its stated charset where the bytes agree, else as the bytes of a text file.

    Programs state Latin-1 or ASCII for what is UTF-8 or CP1252, so these two are not believed.

    Raises:
        NotTextError: the bytes are no text.
    """
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    stated = parsed(lambda: str(part.get_content_charset("")), "")
    try:
        codec = codecs.lookup(stated).name
        if codec not in _LATIN_1 and not (_SINGLE_BYTE.match(stated) and _is_utf8(data)):
            return data.decode(codec)
    except (LookupError, ValueError):
        pass
    return decode(data, name).text


def _is_utf8(data: bytes) -> bool:
    try:
        return not data.isascii() and bool(data.decode("utf-8"))
    except UnicodeDecodeError:
        return False


class MessageParts:
    """The parts of a message that are its text.

    `texts` has a pair for each text: its plain and its HTML form, one of which may be None. `attachments` are the names
    of files and messages in it; `encrypted` says that there is a part which only a mail program can open.
    """

    def __init__(self, message: EmailMessage) -> None:
        self.texts: list[tuple[EmailMessage | None, EmailMessage | None]] = []
        self.attachments: list[str] = []
        self.encrypted = False
        self._walk(message, 0)

    def _walk(self, part: EmailMessage, depth: int) -> None:
        kind = parsed(part.get_content_type, "text/plain")
        if kind in _ENCRYPTED:
            self.encrypted = True
        elif kind in _SIGNATURES or (kind.startswith("image/") and part["Content-ID"]):
            return
        elif depth and (kind == "message/rfc822" or self._is_attached(part)):
            self._attach(part, kind)
        elif kind == "multipart/alternative":
            self._choose(part, depth)
        elif part.is_multipart() and depth < _DEEPEST:
            for inner in part.iter_parts():
                if isinstance(inner, EmailMessage):
                    self._walk(inner, depth + 1)
        elif kind == "text/plain":
            self.texts.append((part, None))
        elif kind == "text/html":
            self.texts.append((None, part))

    def _choose(self, part: EmailMessage, depth: int) -> None:
        """Pairs the plain form of a text with its HTML form."""
        before = len(self.texts)
        for inner in part.iter_parts() if part.is_multipart() and depth < _DEEPEST else ():
            if isinstance(inner, EmailMessage):
                self._walk(inner, depth + 1)
        forms = self.texts[before:]
        plain = next((form for form, _ in forms if form is not None), None)
        page = next((form for _, form in forms if form is not None), None)
        self.texts[before:] = [(plain, page)] if forms else []

    @staticmethod
    def _is_attached(part: EmailMessage) -> bool:
        return parsed(part.get_content_disposition, None) == "attachment" or bool(parsed(part.get_filename, None))

    def _attach(self, part: EmailMessage, kind: str) -> None:
        name = parsed(part.get_filename, None) or ""
        if not name and kind == "message/rfc822":
            inner = part.get_payload()
            first = inner[0] if isinstance(inner, list) and inner else None
            name = text_field(first, "Subject") if isinstance(first, EmailMessage) else ""
        shown = " ".join(clean_text(name)[0].split())[:100] or kind
        if len(self.attachments) < _MOST_ATTACHMENTS:
            self.attachments.append(shown)
        elif self.attachments[-1] != "…":
            self.attachments.append("…")
