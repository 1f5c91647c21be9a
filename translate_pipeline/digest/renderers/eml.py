"""A mail message (RFC 5322) with the digest as text and as HTML."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

from translate_pipeline.digest.model import Digest
from translate_pipeline.digest.renderers.moment import digest_moment

if TYPE_CHECKING:
    from datetime import datetime
    from email.message import EmailMessage

# Mail programs take scripts out, such as one of a user's templates; some servers take the whole message for an attack.
_SCRIPT = re.compile(rb"<script\b.*?</script\s*>", re.DOTALL | re.IGNORECASE)
# In a mail nothing unfolds what is folded.
_FOLDED = re.compile(rb"<details\b(?![^>]*\sopen\b)", re.IGNORECASE)
_NOWHERE = "tsum.invalid"


class EmlRenderer:
    """A message to send, or to open in a mail program; the programs choose between its two parts.

    Args:
        sender: whom it is from, such as `Night desk <desk@news.example>`; left out if None.
        recipients: whom it is to; if they are several, the message names none of them.
        templates: a folder whose files stand in for the bundled HTML templates of the same names.
    """

    name = "eml"
    endings: tuple[str, ...] = (".eml",)

    def __init__(
        self, sender: str | None = None, recipients: tuple[str, ...] = (), templates: Path | None = None
    ) -> None:
        self._sender = sender
        self._recipients = recipients
        self._templates = templates

    def render(self, digest: Digest) -> bytes:
        """The message as it goes over the wire.

        Raises:
            UsageError: an address is none, a template is wrong, or the digest's date is no day.
            InputError: a template cannot be read.
        """
        return self.message(digest).as_bytes()

    def message(self, digest: Digest, sent_at: datetime | None = None) -> EmailMessage:
        """The message; raises as `render` does.

        Args:
            digest: what it holds.
            sent_at: the moment of its sending, with its time zone; None takes the digest's, so that the same digest
                gives the same message.
        """
        from email import policy
        from email.message import EmailMessage

        from translate_pipeline.digest.mail.address import header_text, parsed_address
        from translate_pipeline.digest.page.readable_dates import readable_day
        from translate_pipeline.digest.renderers.html import HtmlRenderer
        from translate_pipeline.digest.renderers.text import TextRenderer

        sender = parsed_address(self._sender) if self._sender else None
        page = _still(HtmlRenderer(self._templates, unfolded=True, interactive=False).render(digest))
        text = TextRenderer().render(digest)
        message = EmailMessage(policy.SMTP)
        if sender:
            message["From"] = sender
        recipients = [parsed_address(recipient) for recipient in self._recipients]
        if recipients:
            # Of several, none is told of the others (RFC 5322, 3.4: a group without members).
            message["To"] = recipients if len(recipients) == 1 else "undisclosed-recipients:;"
        message["Subject"] = header_text(f"{digest.title} · {readable_day(digest.date)}")
        message["Date"] = sent_at or digest_moment(digest)
        identity = _fingerprint(
            page, text, *(str(message[name]).encode() for name in ("From", "To", "Subject", "Date"))
        )
        message["Message-ID"] = f"<{identity}@{sender.domain if sender else _NOWHERE}>"
        # RFC 3834: programs that answer absences do not answer this.
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(text.decode("utf-8"), cte="quoted-printable")
        message.add_alternative(page.decode("utf-8"), subtype="html", cte="quoted-printable")
        # No line of quoted-printable text (RFC 2045, 6.7) can hold `=_`.
        message.set_boundary(f"=_{identity}")
        return message


def _still(page: bytes) -> bytes:
    """A page that is whole without its script."""
    return _FOLDED.sub(b"<details open", _SCRIPT.sub(b"", page))


def _fingerprint(*parts: bytes) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()[:32]
