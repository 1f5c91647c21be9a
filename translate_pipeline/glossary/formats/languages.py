"""The languages that a glossary file may name."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ISO_639_1 = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv "
    "ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne "
    "ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st "
    "su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu zt".split()
)
_TAG = re.compile(r"([a-z]{2})(?:[-_][A-Za-z0-9]{2,8})*")

_ANY_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def is_language_tag(text: str) -> bool:
    """Whether text has the form of a language tag: `es`, `es-MX`, `ast`."""
    return _ANY_TAG.fullmatch(text) is not None


def is_language_code(text: str) -> bool:
    """Whether text is a code of ISO 639-1 in lower case, perhaps with a region or script: `es`, `es-ES`."""
    match = _TAG.fullmatch(text)
    return match is not None and match.group(1) in _ISO_639_1


def language_of(tag: str) -> str:
    """The language of a tag, without region and script: `es` for `es-MX`."""
    return re.split("[-_]", tag.strip().lower(), maxsplit=1)[0]


@dataclass(frozen=True)
class LanguagePair:
    """The language of a glossary's sources and that of its targets, as codes."""

    source: str
    target: str

    def __str__(self) -> str:
        return f"{self.source}-{self.target}"

    @property
    def reversed(self) -> LanguagePair:
        """The opposite pair."""
        return LanguagePair(self.target, self.source)

    def agrees_with(self, other: LanguagePair) -> bool:
        """Whether both pairs are of the same languages; regions do not matter."""
        return (language_of(self.source), language_of(self.target)) == (
            language_of(other.source),
            language_of(other.target),
        )
