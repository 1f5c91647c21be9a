"""Text of others in Markdown, shown as it is."""

from __future__ import annotations

import re

from translate_pipeline.digest.renderers.plain_line import plain_line

# What makes structure anywhere: in CommonMark, in tables, and in the extensions that sites switch on (mathematics,
# strikethrough, superscripts, attributes, the braces of site generators' templates).
_ANYWHERE = r"[\\`*_\[\]<>|&~$^{}#]|(?<=\{)%"
# Where a line begins: lists and definitions.
_AT_START = r"^[-+:]"
_NUMBERED = re.compile(r"^(\d{1,9})(?=[.)](?: |$))")
# What many renderers make a link of: https://…, www.…, example.org, ana@example.org, mailto:….
_LINKS = r":(?=//)|(?<=\w)\.(?=[^\W\d_])|@|(?<=mailto):|(?<=xmpp):"
_MARK = re.compile(f"{_ANYWHERE}|{_AT_START}|{_LINKS}", re.IGNORECASE)
_DESTINATION_MARK = re.compile(r"[()&$~*_\[\]]")


def escaped(text: str) -> str:
    """Text on one line that shows as it is, in a paragraph, a heading, an item or a table's cell.

    Source: CommonMark 0.31, backslash escapes; GitHub Flavored Markdown, tables and extended autolinks. What a site
    looks up in the finished text (GitHub: e-mail addresses) becomes a link all the same.
    """
    return _NUMBERED.sub(r"\1\\", _MARK.sub(lambda mark: "\\" + mark.group(), plain_line(text)))


def link(address: str) -> str:
    """A link that shows where it leads.

    Args:
        address: in the characters that `web_address` leaves.
    """
    destination = _DESTINATION_MARK.sub(lambda mark: "\\" + mark.group(), address)
    return f"[{escaped(address)}]({destination})"
