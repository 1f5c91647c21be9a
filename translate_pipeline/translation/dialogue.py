"""Speech between dashes, as Spanish prints it, in quotation marks: `—No —dijo él—.` is `"No", dijo él.`

Where the dashes stand: Real Academia Española, Ortografía de la lengua española (2010), chapter III, 3.4.8.2.
"""

from __future__ import annotations

import re

_VERB = r"(?:dijo|dij[eo]ron|dice|\w+(?:ó|aron|ieron|aba|ía|uvo|iso))\b"
_TEXT = r"[^—–\"“”«»]"
_SPEECH = re.compile(
    rf"(?P<dash>[—–])?(?P<said>[^\s—–\"“”«»]{_TEXT}*?) [—–](?P<told>{_VERB}{_TEXT}*?)"
    rf"(?:\.?|[—–](?P<stop>[.,:;]?)(?:\s(?P<more>{_TEXT}+))?)$"
)


def quoted_speech(text: str) -> str | None:
    """A sentence of dialogue, or two, with quotation marks for its dashes; None if it is no such sentence.

    Args:
        text: a Spanish sentence.
    """
    if " —" not in text and " –" not in text:
        return None
    match = _SPEECH.match(text)
    # What reads a document may have taken the first dash for a mark of a list.
    if match is None or not (match["dash"] or match["stop"]):
        return None
    said, told, stop, more = match["said"], match["told"], match["stop"] or ".", match["more"]
    comma = "" if said[-1] in "?!…" else ","
    before = f'"{said.rstrip(",")}"{comma} {told}'
    if not more:
        return f"{before}."
    closing = '".' if more.endswith(".") else '"'
    return f'{before}{stop} "{more.removesuffix(".")}{closing}'
