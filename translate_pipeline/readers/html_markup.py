"""What is taken out of a page's markup before it is parsed: programs, styles, comments, embedded files."""

from __future__ import annotations

import re

_OPENING = re.compile(r"<!--|<(script|style|svg|noscript|template|iframe)\b", re.IGNORECASE)
_CLOSING = {
    name: re.compile(rf"</{name}\b[^>]{{0,100}}>|</{name}\Z", re.IGNORECASE)
    for name in ("script", "style", "svg", "noscript", "template", "iframe")
}
_LINKED_DATA = re.compile(r"\btype\s*=\s*[\"']?application/ld\+json", re.IGNORECASE)
_LONGEST_LINKED_DATA = 500_000
_LONGEST_TAG = 20_000
_EMBEDDED_FILE = re.compile(r"data:[\w/+.;=-]{0,100},[\w+/=%.-]{500,}")
# Two line breaks are how old pages end a paragraph.
_BREAKS = re.compile(r"<br\b[^<>]{0,100}>(?:\s*<br\b[^<>]{0,100}>)+", re.IGNORECASE)
# They say nothing about the text, and thousands of them in one paragraph take trafilatura minutes.
_FORMATTING = re.compile(
    r"</?(?:b|i|em|strong|u|sub|sup|font|small|big|tt|kbd|samp|var)(?:\s[^<>]{0,500})?/?>", re.IGNORECASE
)
_NOTE_REFERENCE = re.compile(r"<sup\b[^<>]{0,300}>\s*<a\b[^<>]{0,500}>[^<>]{0,20}</a>\s*</sup>", re.IGNORECASE)
# Characters that XML, and so lxml, does not take, raw or by their numbers.
_NO_CHARACTER = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_PAGE_BREAK = re.compile(r"[\x0b\x0c]")
_REFERENCE = re.compile(r"&#(?:[xX]([0-9A-Fa-f]{1,8})|([0-9]{1,8}));?")
_WRAPPERS = re.compile(
    r"(?:</?(?:div|span|section|center|ins|table|tbody|thead|tr|td|th|ul|ol|li|dl|dd|dt|form|main|article|details"
    r"|summary|blockquote|header|hgroup|address|q|cite|label|abbr|a)\b[^<>]{0,2000}>\s*)+",
    re.IGNORECASE,
)


def lean_markup(markup: str) -> str:
    """The markup without what holds no text; `application/ld+json` scripts stay, as they hold metadata.

    It takes time in proportion to the length of the markup, whatever is in it.
    """
    kept: list[str] = []
    place = 0
    while opening := _OPENING.search(markup, place):
        kept.append(markup[place : opening.start()])
        end = _end_of(markup, opening)
        if opening[1] and opening[1].casefold() == "script":
            tag_end = markup.find(">", opening.end(), opening.end() + _LONGEST_TAG)
            is_data = tag_end >= 0 and _LINKED_DATA.search(markup, opening.end(), tag_end)
            if is_data and end - opening.start() <= _LONGEST_LINKED_DATA:
                kept.append(markup[opening.start() : end])
        # What was taken out stood between the words around it.
        kept.append(" ")
        place = end
    kept.append(markup[place:])
    lean = _EMBEDDED_FILE.sub("", "".join(kept))
    lean = _REFERENCE.sub(_if_character, _NO_CHARACTER.sub("", _PAGE_BREAK.sub(" ", lean)))
    return _BREAKS.sub("<p>", _FORMATTING.sub("", _NOTE_REFERENCE.sub("", lean)))


def _if_character(reference: re.Match[str]) -> str:
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    is_one = number < 0x110000 and not _NO_CHARACTER.match(chr(number))
    return reference[0] if is_one else " "


def _end_of(markup: str, opening: re.Match[str]) -> int:
    """Where a comment or element ends; one that is never closed ends with the page, as in browsers."""
    if not opening[1]:
        end = markup.find("-->", opening.start() + 2)
        return len(markup) if end < 0 else end + 3
    closing = _CLOSING[opening[1].casefold()].search(markup, opening.end())
    return closing.end() if closing else len(markup)


def flat_markup(markup: str) -> str:
    """The markup without the elements that only wrap others, for pages that nest them without end."""
    return _WRAPPERS.sub(" <p>", markup)
