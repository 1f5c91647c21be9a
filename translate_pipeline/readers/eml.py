"""E-mail messages: RFC 5322 and MIME."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translate_pipeline.document import Document
from translate_pipeline.errors import UnreadableFormatError
from translate_pipeline.metadata import Metadata
from translate_pipeline.readers.blocks import document_from_blocks

if TYPE_CHECKING:
    from email.message import EmailMessage

_ENDING = ".eml"
_HEAD_BYTES = 64 << 10
_FIELD = re.compile(rb"([!-9;-~]+)[ \t]*:")
_FIELDS = frozenset(
    b"from to cc bcc date subject sender reply-to received return-path delivered-to message-id in-reply-to references"
    b" mime-version content-type content-transfer-encoding content-language content-disposition dkim-signature"
    b" authentication-results received-spf list-id list-unsubscribe list-post list-help list-archive thread-topic"
    b" thread-index importance priority precedence user-agent organization arc-seal arc-message-signature"
    b" arc-authentication-results auto-submitted feedback-id errors-to comments keywords resent-from resent-to"
    b" resent-date resent-message-id envelope-to status lines".split()
)
# A web server's answer has a date and a content type too.
_OF_MAIL_ONLY = frozenset(b"from subject received return-path message-id delivered-to mime-version".split())
_FEWEST_FIELDS = 2
_REPLY = re.compile(r"(?:(?:re|rv|fwd?|enc|aw|wg|tr|res|ref)(?:\[\d+\])?\s*:\s*)+", re.I)


class EmlReader:
    """The text of one e-mail message: its plain text, or its HTML where that says much more.

    Quotations are kept and marked with `>`; a signature is kept as plain lines. Attachments are named in the notes.
    """

    format_name = "an e-mail message"

    def recognises(self, data: bytes, name: str) -> bool:
        """Whether `data` begins with the header of a message."""
        fields: set[bytes] = set()
        lines = data[:_HEAD_BYTES].removeprefix(b"\xef\xbb\xbf").splitlines()
        for number, line in enumerate(lines):
            if not line.strip():
                break
            if (line[:1] in b" \t" and number) or (number == 0 and line.startswith((b"From ", b">From "))):
                continue
            match = _FIELD.match(line)
            field = match.group(1).lower() if match else b""
            if field not in _FIELDS and not (field and field.startswith(b"x-")):
                # An ending settles what an unusual field leaves open.
                return bool(field) and len(fields & _FIELDS) >= _FEWEST_FIELDS and name.lower().endswith(_ENDING)
            fields.add(field)
        return len(fields & _FIELDS) >= _FEWEST_FIELDS and bool(fields & _OF_MAIL_ONLY)

    def read(self, data: bytes, name: str) -> Document:
        """Reads a message.

        Raises:
            UnreadableFormatError: it is encrypted or damaged.
            EmptyInputError: it holds no text.
        """
        from translate_pipeline.readers.eml_fields import date_of, senders_of, text_field
        from translate_pipeline.readers.eml_parts import MessageParts
        from translate_pipeline.readers.eml_text import blocks_of_text

        message = self._parsed(data, name)
        parts = MessageParts(message)
        if parts.encrypted and not parts.texts:
            raise UnreadableFormatError(name, self.format_name, "it is encrypted: save it decrypted in a mail program")
        blocks = [block for plain, page in parts.texts for block in blocks_of_text(plain, page, name)]
        title = _REPLY.sub("", text_field(message, "Subject"), count=1).strip() or None
        metadata = Metadata(title=title, date=date_of(message), author=senders_of(message))
        document = document_from_blocks(blocks, name, metadata)
        if parts.attachments:
            document.notes.append("attachments left out: " + ", ".join(parts.attachments))
        return document

    def _parsed(self, data: bytes, name: str) -> EmailMessage:
        from email import message_from_bytes

        from translate_pipeline.readers.eml_fields import LenientPolicy

        try:
            return message_from_bytes(data.removeprefix(b"\xef\xbb\xbf"), policy=LenientPolicy())
        except (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError):
            raise UnreadableFormatError(name, self.format_name, "its MIME structure is damaged") from None
