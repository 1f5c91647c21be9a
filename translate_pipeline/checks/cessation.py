"""What ends: `dejará de publicarse` is `will no longer be published`, a negation without a negative word in Spanish."""

from __future__ import annotations

import re

_CESSATION = re.compile(
    r"(?P<negative>\b(?i:no|ni|nunca|sin)\s+(?:(?:se|me|te|nos|l[aeo]s?|ha\w*|pued\w+|quier\w+)\s+)*)?"
    r"\bdej(?:a|an|e|en|ó|aron|aba|aban|ará|arán|aría|arían|ara|aran|ando|ar|ado|é|emos|amos|aremos) de "
    r"\w+[aei]r(?:se|l[aeo]s?|[mt]e|nos)*\b"
)
_ENGLISH = re.compile(
    r"\b(?:not|never|no|none|nobody|neither|nor|cannot|without|\w+n['’]t|stop\w*|ceas\w+|quit\w*|end(?:ed|s|ing)?|"
    r"halt\w*|discontinu\w+|giv\w+ up|gave up|refrain\w*|drop\w*|abandon\w*|suspend\w*|fail\w*|los[et]\w*|kick\w*|"
    r"leav\w+|left|avoid\w*|disappear\w*|clos(?:e[sd]?|ing)|constantly|continu\w+|default\w*|down|off|out|chang\w+|"
    r"un\w+|miss\w*|used to|once|former\w*|anymore|less|instead|no-\w+)\b",
    re.IGNORECASE,
)


def cessations(source: str) -> list[str]:
    """The phrases of a Spanish sentence that say that something ends; none of `no deja de`, which says it goes on."""
    return [match.group() for match in _CESSATION.finditer(source) if match["negative"] is None]


def lost_cessation(source: str, translation: str) -> str | None:
    """A phrase that says that something ends, if nothing in the English says so or is negative."""
    found = cessations(source)
    return found[0] if found and not _ENGLISH.search(translation) else None
