"""The negations of a text: which of its words deny something."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from translate_pipeline.checks.words import words_of


class Cue(NamedTuple):
    """A negation in a text: its place in characters, and whether the other language must have a negation for it."""

    start: int
    end: int
    required: bool


def _any_of(*phrases: str) -> str:
    """A pattern of phrases in which a space is any white space."""
    return "|".join(phrases).replace(" ", r"\s+")


def _in_lower_case(text: str) -> str:
    """A text in lower case, each character in its place; `İ` alone would become two."""
    return text.replace("İ", "I").lower()


# Denies nothing.
_SPANISH_EMPTY = _any_of(
    r"no obstante\b",
    r"c[oó]mo no\b",
    r"antes (?:que|de) nada\b",
    r"nada más (?=\w+[aei]r\b)",
    r"no\.\s*\d",
    r"(?<=¿)no\s*\?",
    r"verdad que no\s*\?",
)
# A negation that English often says without one: `no es más que` is `is only`, `más que nunca` is `more than ever`.
_SPANISH_IDIOMS = _any_of(
    r"no (?:(?:es|son|fue|era|se trata) )?(?:s[óo]lo|solamente|únicamente|simplemente|meramente|tan s[óo]lo)\b",
    r"no en vano\b",
    r"no (?:tripulad|alinead|binari)[oa]s?\b",
    r"no hace (?:mucho|tanto|poco)\b",
    r"(?:el|un) no va más\b",
    r"no cabe\w* (?:más|ni|un|dudas?)\b",
    r"no dud(?:e|es|en|a|é|éis)\b",
    r"no (?:pued\w+ |deb\w+ )?falt(?:ar|ar[áé]n?|an?|en?)\b",
    r"no (?:\w+ )?olvid(?:e[ns]?|es|éis|emos)\b",
    r"no sin\b",
    r"no tien\w+ (?:ningún )?(?:problemas?|inconvenientes?|reparos?) (?:en|para)\b",
    r"no dej\w+ (?:títere|piedra|lugar)\b",
    r"no por ello\b",
    r"no importa\b",
    r"no (?:más|menos) (?:de|que|import\w+)\b",
    r"no (?:ha\w* |puede )?\w+ sino\b",
    r"no (?:\S+ ){1,4}?más que\b",
    r"no (?:\S+ ){0,2}?(?:deja|cesa|par[aó])\w* de\b",
    r"(?:no|ninguna) (?:\w+ ){0,2}?dudas?\b",
    r"(?:más|menos|antes|mejor(?:es)?|peor(?:es)?|igual|primer\w*|únic[oa]s?) (?:\w+ ){0,3}?que "
    r"(?:nunca|nada|nadie|ning[uú]n\w*|jamás)\b",
    r"que (?:nunca|nadie|nada)(?=\s*[.,;:)»\"”]|$)",
    r"nada (?:más|menos)\b",
    r"(?:nunca|jamás) (?:\w+[ai]d|hech|vist|escrit|dich)[oa]s?\b",
    r"a no ser\b",
    r"hasta que no\b",
    r"mientras no\b",
    r"si no(?=\s*,| tod[oa]s?\b| es\b)",
    r"[ou] no(?=\s*[.,;:?)»\"”]|$)",
    r"(?:sean?|fuera|quier\w+|gust\w+|esté\w*|haya\w*) o no\b",
    r"por no (?:hablar|mencionar|decir)\b",
    # `la no proliferación`, `los no musulmanes`, `el "no" francés`.
    r"(?:del?|al|un|el|l[oa]s?) no (?!hay|haber)"
    r"(?=\w+(?:[cs]ión|[ea]ncia|ismo|dad|[ai]bles?|al|[aeo]s|[aiv]d[oa]|te)\b)",
    r"(?:el|al|del|un) [\"“«']?no\b(?=[\"”»'.,;:]| (?:de|en|a|al|del|y)\b)",
    # After another negation it is `or`, and alone it is often `even`.
    r"ni\b",
)
_SPANISH = re.compile(
    rf"\b(?=[acdefghijlmnopqstuvyú])(?:(?P<empty>{_SPANISH_EMPTY})|(?P<idiom>{_SPANISH_IDIOMS})|(?P<sino>si\s+no\b)"
    r"|(?P<no>no\b)|(?P<word>(?:nunca|jamás|tampoco|nadie|ningun[oa]s?|ningún|nada)\b)|(?P<without>sin\b)"
    r"|(?P<that>que\b)|(?P<conjunction>(?:pero|aunque|porque|mientras|y|e|o|si|cuando)\b))"
    r"|(?P<mark>[.;:?!,()—–\"«»“”¿])"
)
_STOPS = frozenset(".;:?!")
_SPANISH_WORDS = frozenset("no nunca jamás tampoco nadie ninguno ninguna ningunos ningunas ningún nada ni".split())


@functools.lru_cache(maxsize=4096)
def spanish_cues(text: str) -> Sequence[Cue]:
    """The negations of a Spanish text.

    `No ha visto nada` has one: a word that agrees with a `no` or `sin` of its clause is none of its own. A negation
    that follows another may be none in English: `nadie` in `no creo que nadie` is `anyone`, and the `si no` of `no es
    un banco, si no una caja` is meant to be `sino`.
    """
    cues: list[Cue] = []
    if words_of(text).isdisjoint(_SPANISH_WORDS):
        return cues
    denied = agrees = may_agree = False
    for match in _SPANISH.finditer(_in_lower_case(text)):
        kind = match.lastgroup
        if kind in ("conjunction", "mark"):
            agrees = may_agree = False
            denied = denied and match.group() not in _STOPS
        elif kind == "that":
            agrees, may_agree = False, agrees or may_agree
        elif kind == "without":
            denied = agrees = True
        elif kind in ("no", "sino", "idiom") or (kind == "word" and not agrees):
            required = kind == "no" or (kind == "sino" and not denied) or (kind == "word" and not may_agree)
            cues.append(Cue(match.start(), match.end(), required))
            denied = agrees = True
    return cues


# `Regulation (EC) No 5`.
_ENGLISH_EMPTY = r"nos?\.?\s*\(?\d"
# A negation that Spanish often says without one: `no matter`, `more often than not`, `not least`.
_ENGLISH_IDIOMS = _any_of(
    r"not (?:only|just|merely|simply|least|solely|until|so much|surprising\w*|to mention|to speak)\b",
    r"not (?:un(?:like|common|usual|reasonabl|related|expected|happy)|inaccurate|in(?:significant|considerabl))\w*",
    r"(?:no|nothing|never|none) (?:\w+ )?(?:less|fewer|more|later|sooner|further|short|better|other) than\b",
    r"nothing (?:but|more|less|else)\b",
    r"no (?:less|matter|wonder)\b",
    r"(?:no|without) (?:\w+ )?doubts?\b",
    r"or (?:not|no)(?=\s*(?:[.,;:?!)\"”—-]|$)| (?:to|the|a|an|it|he|she|they|we|you|i)\b)",
    r"no-(?!one\b)\w+",
    r"(?:more|as) \w+ (?:than|as) not\b",
    r"never(?:-| )ending\b",
    r"never mind\b",
    r"if (?:not|nothing else)\b",
    r"(?:the|a|votes?|voted|sa(?:y|ys|id|ying)) [\"“']?(?:no|never)\b(?=[\s\"”,.']*(?:votes?|to|camp|side|[\"”,.]))",
    r"(?:than|like) never\b",
    r"next to (?:nothing|none)\b",
    r"(?:little|few) or no\b",
    r"all or nothing\b",
    r"not forget\b",
    r"nor\b",
)
_ENGLISH = re.compile(
    rf"\b(?=[acfilmnostvw])(?:(?P<empty>{_ENGLISH_EMPTY})|(?P<idiom>{_ENGLISH_IDIOMS})"
    r"|(?P<word>(?:not|cannot|never|nobody|no\s+one|none|nothing|no|nowhere|neither)\b))"
    r"|(?P<tag>n['’]t\s+(?:forget\b|(?:i|you|s?he|it|we|they|there)\s*\?))|(?P<contracted>(?<!\bi)n['’]t\b)"
)
# The t is what is left of n't.
_ENGLISH_WORDS = frozenset("not cannot never nobody no none nothing nowhere neither nor t".split())


def english_cues(text: str) -> Sequence[Cue]:
    """The negations of an English text; `neither … nor` is one, and `isn't it?` at the end requires none."""
    if words_of(text).isdisjoint(_ENGLISH_WORDS):
        return []
    return [
        Cue(match.start(), match.end(), match.lastgroup in ("word", "contracted"))
        for match in _ENGLISH.finditer(_in_lower_case(text))
        if match.lastgroup != "empty"
    ]
