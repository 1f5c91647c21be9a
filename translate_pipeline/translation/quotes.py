"""Quotation marks: the models read straight ones best; the reader gets back what the source used."""

from __future__ import annotations

import re

_STRAIGHT = str.maketrans("“”„‟«»‘’‚‛′", '""""""\'\'\'\'\'')
_QUOTATION = re.compile(r"[\"“”«»„‟″]|''")
_TYPOGRAPHIC = re.compile(r"[“”«»„]")
_ENGLISH = str.maketrans("«»„", "“”“")
# Opening and closing marks that belong together.
_PAIRS = (("“„", "”"), ("«", "»"), ("(", ")"), ("[", "]"), ('"', '"'))

_QUOTED = re.compile(r"[“«„\"][^“”«»„\"]+[”»\"]")
_OPENS_QUOTATION = re.compile(r"(?:(?<=^)|(?<=[\s(:]))\"(?=\w)")
# A comma or another mark before a verb of saying: `we are ready, he said`, `dijo` behind the quotation in Spanish.
_SAID = re.compile(
    r"[,?!](?= (?:\w+ ){0,2}?(?:said|says|told|added|adds|asked|explained|assured|replied|insisted|warned|wrote|stated|"
    r"declared|claimed|announced|complained|regretted|regrets|lamented|laments|admitted|confirmed|concluded|recalled)\b)"
)
_SPANISH_SAID = re.compile(r"\s?[,—–-]\s?\w+")
_FINAL_MARK = re.compile(r"([.!?…]*)$")


def straighten(text: str) -> str:
    """Typographic quotation marks as straight ones; every offset stays."""
    return text.translate(_STRAIGHT)


def _unpaired(text: str, mark: str, opening: str, closing: str) -> bool:
    """Whether a mark at one end of `text` has no partner in it."""
    marks = sum(text.count(other) for other in opening), sum(text.count(other) for other in closing)
    if set(opening) == set(closing):
        return marks[0] % 2 == 1
    return marks[0] > marks[1] if mark in opening else marks[1] > marks[0]


def _lone(text: str, position: int) -> bool:
    mark = text[position : position + 1] or text[position:]
    for opening, closing in _PAIRS:
        if mark and mark in (opening if position == 0 else closing):
            return _unpaired(text, mark, opening, closing)
    return False


def peel(text: str) -> tuple[str, str, str]:
    """Takes off marks at the ends whose partners stand in other sentences.

    Returns:
        What stood before, the text between, what stood behind.
    """
    start, end = 0, len(text)
    while start < end and _lone(text[start:end], 0):
        start += 1
    tail = ""
    while end > start:
        body = text[start:end]
        if _lone(body, -1):
            tail, end = body[-1] + tail, end - 1
        elif tail == "" and len(body) > 1 and body[-1] in ".,;" and _lone(body[:-1], -1):
            tail, end = body[-2:], end - 2
        else:
            break
    return text[:start], text[start:end], tail


def _directions(text: str) -> list[tuple[int, bool]] | None:
    """Where the straight double marks stand and which of them open; None if they do not pair up."""
    depth, found = 0, []
    for match in re.finditer('"', text):
        place = match.start()
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        may_open = not before or before.isspace() or before in "([—–-“‘"
        may_close = not after or after.isspace() or after in ".,;:?!)]—–…'’-"
        opens = may_open if may_open != may_close else depth == 0
        depth += 1 if opens else -1
        if depth < 0:
            return None
        found.append((place, opens))
    return found if depth == 0 else None


def _without_quotation(translation: str) -> str:
    """Takes out marks that the source does not have; small models write them for apostrophes."""
    possessive = re.sub(r'(\w) ?"s\b', r"\1's", translation)
    return re.sub(r'(\ws) ?" ?(?=[a-z])', r"\1' ", possessive).replace('"', "")


def _with_partner(translation: str, source: str) -> str:
    """A translation with the closing mark that its one quotation lacks, where the source says where it ends.

    That is before the verb of saying behind it, or at the end of the sentence.
    """
    quotations = list(_QUOTED.finditer(source))
    lone = translation.find('"')
    if translation.count('"') != 1 or len(quotations) != 1 or not _OPENS_QUOTATION.match(translation, lone):
        return translation
    if not source[quotations[0].end() :].strip(" .!?…"):
        return _FINAL_MARK.sub(r'\1"', translation, count=1)
    said = _SAID.search(translation, lone)
    if said is None or not _SPANISH_SAID.match(source, quotations[0].end()):
        return translation
    return translation[: said.end()] + '"' + translation[said.end() :]


def restore(translation: str, source: str) -> str:
    """Straight double quotation marks as English typographic ones, where the source had typographic ones.

    White space just inside a pair goes. Marks that do not pair up stay as they are, so that nothing is quoted
    that was not.
    """
    if not _QUOTATION.search(source):
        return _without_quotation(translation)
    translation = _with_partner(translation, source)
    directions = _directions(translation)
    if not directions:
        return translation
    typographic = _TYPOGRAPHIC.search(source) is not None
    out, position, depth = "", 0, 0
    for place, opens in directions:
        part = translation[position:place]
        level = depth if opens else depth - 1
        pair = ("“”" if level % 2 == 0 else "‘’") if typographic else '""'
        out += part if opens else part.rstrip()
        out += pair[0] if opens else pair[1]
        depth += 1 if opens else -1
        position = place + 1
        if opens:
            position += len(translation[position:]) - len(translation[position:].lstrip())
    return out + translation[position:]


def english_marks(marks: str) -> str:
    """Marks that were peeled off, as English has them: « and » become “ and ”."""
    return marks.translate(_ENGLISH)
