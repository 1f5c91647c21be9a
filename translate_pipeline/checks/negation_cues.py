"""The words of a text that deny something, and those that can stand in place of a denial."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from translate_pipeline.checks.words import words_of


Standin = Literal["sure", "likely", "possible"]


class Cue(NamedTuple):
    """A negation in a text: its place in characters, and whether the other language must have a negation for it."""

    start: int
    end: int
    required: bool


# Denies nothing: `¿no?`, `no obstante`, `nada más llegar`.
_SPANISH_EMPTY = (
    r"\bno\s+obstante\b|¿\s*(?:verdad\s+que\s+)?no\s*\?|\bc[oó]mo\s+no\b|\bantes\s+que\s+nada\b|\bNo\.\s*\d"
    r"|\bnada\s+más\s+(?=\w+[aei]r\b)"
)
# A negation that English often says without one: `no es más que` is `is only`, `más que nunca` is `more than ever`.
_SPANISH_IDIOM = (
    r"\bno\s+(?:(?:es|son|fue|era|se\s+trata)\s+)?(?:s[óo]lo|solamente|únicamente|simplemente|meramente|tan\s+s[óo]lo)\b"
    r"|\bno\s+en\s+vano\b|\bno\s+(?:más|menos)\s+(?:de|que|import\w+)\b"
    r"|\b(?:más|menos|antes|mejor(?:es)?|peor(?:es)?|igual|primer\w*|únic[oa]s?)\s+(?:\w+\s+){0,3}?que\s+"
    r"(?:nunca|nada|nadie|ning[uú]n\w*|jamás)\b"
    r"|\bque\s+(?:nunca|nadie|nada)(?=\s*[.,;:)»\"”]|$)"
    r"|\ba\s+no\s+ser\b|\bhasta\s+que\s+no\b|\bmientras\s+no\b"
    r"|¿\s*no\s+(?=\w)|\bno\s+hace\s+(?:mucho|tanto)\b|\bsi\s+no(?=\s*,)"
    r"|\b(?:nunca|jamás)\s+(?:\w+[ai]d|hech|vist|escrit|dich)[oa]s?\b"
    r"|\bno\s+(?:ha\w*\s+|puede\s+)?\w+\s+sino\b|\bno\s+(?:\S+\s+){1,4}?más\s+que\b"
    r"|\bno\s+(?:\S+\s+){0,2}?(?:deja|cesa|par[aó])\w*\s+de\b"
    r"|\b(?:no|ninguna)\s+(?:\w+\s+){0,2}?dudas?\b|\bno\s+importa\b|\bnada\s+(?:más|menos)\b"
    r"|\b[ou]\s+no\b(?=\s*[.,;:?)»\"”]|$|\s+(?:el|la|l[oa]s|un|una|de|en|a|con|por|para|se)\b)"
    r"|\b(?:sea|sean|fuera|quier\w+|gust\w+|pued\w+|deb\w+|es|son|esté\w*|haya\w*)\s+o\s+no\b"
    r"|\bpor\s+no\s+(?:hablar|mencionar|decir)\b|\bsi\s+no\s+(?:tod[oa]s?|es)\b|\bno\s+por\s+ello\b"
    r"|\b(?:del?|al|un|el|l[oa]s?)\s+no\s+(?!hay|haber)(?=\w+(?:[cs]ión|[ea]ncia|ismo|dad|[ai]bles?|al|[aeo]s|[aiv]d[oa]|te)\b)"
    r"|\b(?:el|al|del|un)\s+[\"“«']?no\b(?=[\"”»'.,;:]|\s+(?:de|en|a|al|del|y)\b)|\bni\s+mucho\s+menos\b"
)
_SPANISH = re.compile(
    rf"(?P<empty>{_SPANISH_EMPTY})|(?P<idiom>{_SPANISH_IDIOM})|(?P<sino>\bsi\s+no\b)|(?P<no>\bno\b)|(?P<ni>\bni\b)"
    r"|(?P<word>\b(?:nunca|jamás|tampoco|nadie|ningun[oa]s?|ningún|nada)\b)|(?P<sin>\bsin\b)|(?P<stop>[.;:?!])"
    r"|(?P<that>\bque\b)|(?P<clause>[,()—–\"«»“”¿]|\b(?:pero|aunque|porque|mientras|y|e|o|si|cuando)\b)",
    re.IGNORECASE,
)
_SPANISH_WORDS = frozenset("no nunca jamás tampoco nadie ninguno ninguna ningunos ningunas ningún nada ni".split())

# `No. 5`, `Regulation (EC) No 5`.
_ENGLISH_EMPTY = r"\bnos?\.?\s*\(?\d|\bno\.\s*(?=\d)"
# A negation that Spanish often says without one: `no matter`, `more often than not`, `not least`.
_ENGLISH_IDIOM = (
    r"\bnot\s+(?:only|just|merely|simply|least|solely|until|so\s+much|surprising\w*|to\s+(?:mention|speak)"
    r"|un(?:like|common|usual|reasonabl|related|expected|happy)\w*|inaccurate\w*|in(?:significant|considerabl)\w*)\b"
    r"|\b(?:no|not|nothing|never|none)\s+(?:\w+\s+)?(?:less|fewer|more|later|sooner|further|short|better|other)\s+than\b"
    r"|\bnothing\s+(?:but|more|less|else)\b|\bno\s+less\b|\b(?:no|without)\s+(?:\w+\s+)?doubts?\b|\bno\s+(?:matter|wonder)\b"
    r"|\bor\s+(?:not|no)\b(?=\s*(?:[.,;:?!)\"”—-]|$|(?:to|the|a|an|it|he|she|they|we|you|I)\b))"
    r"|\bno-(?!one\b)\w+|\b(?:more|as)\s+\w+\s+(?:than|as)\s+not\b|\bnever[-\s]ending\b|\bnever\s+mind\b"
    r"|\bn['’]t\s+(?:I|you|s?he|it|we|they|there)\s*\?|\bif\s+(?:not|nothing\s+else)\b"
    r"|\b(?:the|a|votes?|voted|sa(?:y|ys|id|ying))\s+[\"“']?(?:no|never)\b(?=[\s\"”,.']*(?:votes?|to|camp|side|[\"”,.]))"
    r"|\b(?:than|like)\s+never\b|\bnext\s+to\s+(?:nothing|none)\b|\b(?:little|few)\s+or\s+no\b|\bnor\b"
)
_ENGLISH = re.compile(
    rf"(?P<empty>{_ENGLISH_EMPTY})|(?P<idiom>{_ENGLISH_IDIOM})"
    r"|(?P<no>\b(?:not|cannot|never|nobody|no\s+one|none|nothing|no|nowhere|neither)\b|n['’]t\b)",
    re.IGNORECASE,
)
# The t is what is left of n't.
_ENGLISH_WORDS = frozenset("not cannot never nobody no none nothing nowhere neither nor t".split())


@functools.lru_cache(maxsize=4096)
def spanish_cues(text: str) -> Sequence[Cue]:
    """The negations of a Spanish text.

    `No ha visto nada` has one: a word that agrees with a `no` or `sin` of its clause is none of its own. A negation that
    follows another may be none in English: `nadie` in `no creo que nadie` is `anyone`, `ni` is `or`, `si no` is often
    meant to be `sino`.
    """
    cues: list[Cue] = []
    if words_of(text).isdisjoint(_SPANISH_WORDS):
        return cues
    denied = agrees = may_agree = False
    for match in _SPANISH.finditer(text):
        kind = match.lastgroup
        if kind == "stop":
            denied = agrees = may_agree = False
        elif kind == "clause":
            agrees = may_agree = False
        elif kind == "that":
            agrees, may_agree = False, agrees or may_agree
        elif kind == "sin":
            denied = agrees = True
        elif kind != "empty" and not (kind == "word" and agrees):
            doubtful = {"idiom": True, "word": may_agree, "ni": denied, "sino": denied, "no": False}[kind or "no"]
            cues.append(Cue(match.start(), match.end(), not doubtful))
            denied = agrees = True
    return cues


def english_cues(text: str) -> Sequence[Cue]:
    """The negations of an English text; `neither … nor` is one."""
    if words_of(text).isdisjoint(_ENGLISH_WORDS):
        return []
    return [Cue(*m.span(), m.lastgroup == "no") for m in _ENGLISH.finditer(text) if m.lastgroup != "empty"]


# What stands in place of a negation, by how much it tells: `failed to sign` is `no firmó`, `remains` is `no ha dejado`.
_SPANISH_STANDINS = re.compile(
    r"(?P<sure>carec\w+|carent\w+|imposib\w+|i[nm](?:capac|capaz|probab|acept|sufici|sosten|exist|útil|adecuad)\w*"
    r"|apenas|vano|difícilmente|algun[oa]|nul[oa]s?|desconoc\w+|dej(?:en|es|aron)|absoluto|exclusión|sino|not|never)"
    r"|(?P<likely>sin|ausen\w+|cero|nieg\w+|neg(?:ó|ar\w*|aron|ativ\w+|aba)|dej(?:an?|ó|ar\w*|ad[oa]s?|aba|e|o)|lejos"
    r"|escas\w+|prohib\w+|impid\w+|imped\w+|evit\w+|exent\w+|dista\w*|ignor\w+|poc[oa]s?|inaccesib\w+|basta|fuera"
    r"|salvo|excepto)"
    r"|(?P<possible>mismo|igual|rechaz\w+|descart\w+|libres?|contrari[oa]s?|menos|priva\w*|limit\w*"
    r"|falt(?:an?|aba|ó|ar\w*|en?)|ir(?:regular|real|resp|relev|repa)\w*|ileg\w+|ilíc\w+"
    r"|i[mn](?!t|st|fo|for|du|di(?:c|a|o|g)|cl|cr|vi|ve|ic|g|pa|po|pl|me)\w{5,}|fracas\w+|difícil\w*|vez|lugar|ajen[oa]s?"
    r"|des(?:igual|confi|acuerd|ment|interes|favor|aconsej|emple|apar|apro|apru|ata|precia|peja|carta)\w*"
    r"|demasiad\w*|dud\w+|s[óo]lo|solamente|únic\w+|rar[oa]\w*|perd\w+|contra|excepción|hasta|antes|otr[oa]s?|aún"
    r"|todavía|anti\w{4,}|perjui\w+)"
)
_ENGLISH_STANDINS = re.compile(
    r"(?P<sure>non-?\w*|un(?!der|til|it|io|iq|iv|if|ic(?!o)|ea|iso)\w{3,}|fail\w*|hardly|barely|scarcely|lest"
    r"|\w{3,}(?<!un)(?<!the)(?<!re)less|in(?:capab|abil|suff|adeq|visib|effect|formal|auth)\w*|illegal\w*|illiberal"
    r"|lacks?|lacked|lacking|absen\w+|irreg\w+)"
    r"|(?P<likely>impossib\w+|little|few|rather|missing|avoid\w*|short|opt|yet|far|rarely|seldom|nothing|unless|disagre\w*)"
    r"|(?P<possible>without|refus\w+|den(?:y|ie[sd]|ying|ial)|missed|zero|ignor\w+|instead|i[nm](?:ap|co|de|ex|m|a)\w{4,}"
    r"|devoid|free|neglect\w*|nor|than|remain\w*|wrong\w*|poor\w*|soon\w*|beyond|doubt\w*|prevent\w*|declin\w+"
    r"|stop\w*|ceas\w+|reject\w*|keep\w*|kept|only|but|until|still|otherwise|else|mis\w{5,}|dis\w{5,}|prohibit\w*"
    r"|forbid\w*|bann?(?:ed|s)?|barred|exclud\w+|depriv\w+|los[ets]\w*|oppos\w+|against|contrary|anti\w*|alone|any\w*"
    r"|ever|less|low|small|whether|over)"
)


@functools.lru_cache(maxsize=16384)
def standin_in_spanish(word: str) -> Standin | None:
    """How likely a Spanish word in lower case stands for an English negation, if it can."""
    match = _SPANISH_STANDINS.fullmatch(word)
    return match.lastgroup if match else None  


@functools.lru_cache(maxsize=16384)
def standin_in_english(word: str) -> Standin | None:
    """How likely an English word in lower case stands for a Spanish negation, if it can."""
    match = _ENGLISH_STANDINS.fullmatch(word)
    return match.lastgroup if match else None
