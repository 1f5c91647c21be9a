"""English titles before a person's name that the Spanish source does not have: `Mr.` for a verb that was lost."""

from __future__ import annotations

import re

from translate_pipeline.names.vocabulary import is_given_name

_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss)\.? (?=([^\W\d_]+)[ -][^\W\d_a-záéíóúñü])")
_SPANISH = re.compile(
    r"\b(?:sr|sra|srta|sres|sras|mr|mrs|ms|miss|míster|misses|señor\w*|señorit\w+|don|doña|d|dña|caballeros?|damas?)\b",
    re.IGNORECASE,
)


def invented_title(source: str, translation: str) -> re.Match[str] | None:
    """A title before a full name, whose group 1 is the given name, where the source addresses or styles nobody.

    English news puts titles before surnames only, so that a human translation has none there either.
    """
    if "M" not in translation:
        return None
    match = _TITLE.search(translation)
    if match is None or not is_given_name(match.group(1)) or _SPANISH.search(source):
        return None
    return match
