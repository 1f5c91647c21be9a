"""How a form that was put into a translation joins what stands before and behind it."""

from __future__ import annotations

import re

from translate_pipeline.checks.name_forms import folded

_ARTICLE = re.compile(r"\b(?:the|el|l[ao]s?) $", re.IGNORECASE)
_SPANISH_ARTICLE = re.compile(r"(?:El|La|Los|Las) ")
# A model that takes the stop of `S.A.` for the end of a sentence begins another with a pronoun.
_NEW_SENTENCE = re.compile(r"\.? (?:He|She|It|They)(?= [a-z])")

_CAPITALISED_BEHIND = re.compile(r" ([^\W\d_a-záéíóúñü][^\W\d_]{2,})\b(?!['’])")


def without_article(before: str, name: str) -> str:
    """What stands before a name, without an article if the name has a Spanish one: not "the Las Condes"."""
    return _ARTICLE.sub("", before) if _SPANISH_ARTICLE.match(name) else before


def surplus_behind(form: str, after: str, goes_on: bool) -> int:
    """How many characters behind a form that ends in a full stop are too many: not "S.A..", nor "S.A. He paid".

    Args:
        form: the form.
        after: what stands behind it in the translation.
        goes_on: its sentence goes on in the source.
    """
    if not form.endswith("."):
        return 0
    opens = _NEW_SENTENCE.match(after) if goes_on else None
    if opens is not None:
        return opens.end()
    return int(after.startswith(".") and not after.startswith(".."))


def remains_behind(name: str, after: str) -> int:
    """How many characters behind a name are what is left of a garbled form of it: not "Vicenová Vice"."""
    match = _CAPITALISED_BEHIND.match(after)
    if match is None:
        return 0
    last, rest = folded(name.split()[-1]), folded(match.group(1))
    return match.end() if last != rest and last.startswith(rest) else 0


def goes_on(source: str, end: int) -> bool:
    """Whether a lower-case word follows on a place in the source."""
    return re.match(r" [^\W\d_]", source[end:]) is not None and source[end + 1].islower()
