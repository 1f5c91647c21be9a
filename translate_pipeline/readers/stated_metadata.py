"""What office documents and PDFs state about themselves, without what programs fill in by default."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from translate_pipeline.document import ParagraphKind
from translate_pipeline.readers.blocks import Block, bare

_LONGEST_TITLE = 300
_LONGEST_AUTHOR = 200
_FILE_NAME = re.compile(
    r"\S*\.(?:docx?|docm|dotx?|odt|rtf|txt|pdf|indd|qxd|qxp|pptx?|xlsx?|html?|wpd|pages|tex|dvi)$", re.I
)
_PROGRAM_TITLE = re.compile(
    r"\(?(?:microsoft (?:word|powerpoint|excel|publisher)|powerpoint presentation|presentación de powerpoint"
    r"|word document|untitled|unnamed|anonymous|unspecified|sin título|sin nombre|no title|título|title"
    r"|(?:documento?|document|libro|layout|diapositiva|slide|página|page) ?\d*)\)?(?:\s*-.*)?$",
    re.I,
)
_PROGRAM_AUTHOR = re.compile(
    r"\(?(?:python-docx|apache poi|openpyxl|un-?named|unknown|desconocido|anonymous|author|autor|default|root|pc|hp"
    r"|dell|(?:microsoft |windows )?(?:office )?user|usuario(?: de (?:windows|microsoft(?: office)?))?|microsoft"
    r"(?: office)?|admin(?:istrador|istrator)?|owner|propietario|invitado|guest|acer|asus|lenovo|toshiba|sony"
    r"|samsung)\d*\)?$",
    re.I,
)
_EARLIEST = date(1990, 1, 1)
_LONGEST_WRITING = timedelta(days=7)
_DAY = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})")
_HEADED_WITHIN = 3


def stated_title(text: str | None) -> str | None:
    """A title that a person gave; None for an empty one, a file's name, or a program's default."""
    title = " ".join((text or "").split())
    if not 2 < len(title) <= _LONGEST_TITLE or not re.search(r"[^\W\d_]{2}", title):
        return None
    if _FILE_NAME.search(title) or _PROGRAM_TITLE.match(title) or (" " not in title and "_" in title):
        return None
    return title


def stated_author(text: str | None) -> str | None:
    """A name that a person gave; None for an empty one or a program's default."""
    author = " ".join((text or "").split())
    if not 1 < len(author) <= _LONGEST_AUTHOR or not re.search(r"[^\W\d_]{2}", author):
        return None
    return None if _PROGRAM_AUTHOR.match(author) else author


def stated_day(text: str | None, earliest: date = _EARLIEST) -> date | None:
    """The day of a moment in ISO 8601; None if there is none such, or it is before `earliest`."""
    match = _DAY.match(text or "")
    if match is None:
        return None
    try:
        day = date(*map(int, match.groups()))
    except ValueError:
        return None
    return day if day >= earliest else None


def day_of_writing(created: date | None, modified: date | None) -> str | None:
    """The day a document was finished, in ISO 8601.

    A document that was changed more than a week after it was begun was made from an older one, or saved again later,
    so its days say nothing about its text: None.
    """
    if created is None or modified is None:
        day = created or modified
        return day.isoformat() if day else None
    return modified.isoformat() if timedelta(0) <= modified - created <= _LONGEST_WRITING else None


def title_of(blocks: Sequence[Block], stated: str | None) -> str | None:
    """The title of a document: the heading it begins with, unless the stated title stands in its first lines.

    A stated title may be that of the older document which this one was made from.
    """
    shown = [block for block in blocks if block.text.strip()][:_HEADED_WITHIN]
    if stated and any(bare(block.text) == bare(stated) for block in shown):
        return stated
    if shown and shown[0].kind is ParagraphKind.HEADING:
        return " ".join(shown[0].text.split())
    return stated
