"""Negation: a sentence that is negative stays so, and one that is not does not become so."""

from __future__ import annotations

import functools
import re

from translate_pipeline.checks.base import Finding, Translated
from translate_pipeline.checks.words import words_of

# `no` that denies nothing: `¿no?`, `no solo`, `no obstante`, `no más de`; `sin` in `sin embargo`.
_SPANISH_EMPTY = re.compile(
    r",?\s*¿\s*(?:verdad\s+que\s+)?no\s*\?|\bno\s+obstante\b|\bsin\s+embargo\b|\bsin\s+duda\b|\bcómo\s+no\b|"
    r"\bno\s+(?:sólo|solo|solamente|únicamente)\b|\bno\s+(?:más|menos)\s+de\b|\ba\s+no\s+ser\b|\bhasta\s+que\s+no\b|"
    r"\bmientras\s+no\b|\bno\s+(?:\S+\s+){1,4}?(?:sino|más\s+que)\b|\bsin\s+techo\b|\bsin\s+parar\b|\bnada\s+más\b|"
    r"\b\bque\s+nunca\b|\bno\s+(?:ha\w*\s+)?deja\w*\s+de\b|\bantes\s+que\s+nada\b",
    re.IGNORECASE,
)
_SPANISH_TOKEN = re.compile(
    r"(?P<no>\bno\b)|(?P<word>\b(?:nunca|jamás|tampoco|nadie|ningun[oa]s?|ningún|nada|ni)\b)"
    r"|(?P<end>[,;:.()—–\"«»“”¿?!]|\b(?:pero|aunque|porque|que|mientras|y|e|o|si|cuando|como)\b)",
    re.IGNORECASE,
)
_SPANISH_WORDS = frozenset("no nunca jamás tampoco nadie ninguno ninguna ningunos ningunas ningún nada ni".split())
# The t is what is left of n't.
_ENGLISH_WORDS = frozenset("not cannot never nobody no none nothing nowhere neither nor t".split())
_SPANISH_LEXICAL = re.compile(
    r"\b(?:sin|imposib\w+|im(?:prob|perf|pid|ped)\w+|in(?:capa|sufi|visib|válid|efica|complet|útil|ciert|acept|segur|"
    r"esperad|usual|necesari|just|clus|depend|hábil)\w+|ir(?:regular|real)\w*|ileg\w+|des(?:conoc|igual|confi|"
    r"acuerd|cart|ment|interes|favor|aconsej)\w*|falt(?:a|an|aba|ó)|carec\w+|carenc\w+|neg(?:ó|ar|aron|ativ\w|aba)|"
    r"nieg\w+|rechaz\w+|evit\w+|impid\w+|imped\w+|fracas\w+|prohíb\w+|prohib\w+|apenas|poc[oa]s?|difícil\w*|escas\w+|"
    r"ausen\w+|salvo|excepto|lejos|dej(?:a|ó|ar|aron|an|ado|aba)\s+(?:de|sin)|vez\s+de|lugar\s+de|menos\s+que|"
    r"descart\w+|ajen[oa]s?|demasiado|duda\w*|cero)\b",
    re.IGNORECASE,
)
_ENGLISH_EMPTY = re.compile(
    r"\bnot\s+(?:only|just|merely|simply|least)\b|\bno\s+(?:less|fewer|more|later|sooner)\s+than\b|\bwithout\s+(?:a\s+)?"
    r"doubt\b|\bwhether\s+or\s+not\b|\bor\s+not\b|\bno\s+matter\b|\bno\s+doubt\b|\bNo\.\s*\d|\bnot\s+until\b",
    re.IGNORECASE,
)
_ENGLISH_TOKEN = re.compile(
    r"(?P<no>\b(?:not|cannot|never|nobody|no\s+one|none|nothing|no|nowhere|neither)\b|n['’]t\b)|(?P<nor>\bnor\b)"
    r"|(?P<end>[;:.()—–\"“”?!])",
    re.IGNORECASE,
)
_ENGLISH_LEXICAL = re.compile(
    r"\b(?:without|un(?!der|til|it|io|iq|iv|if|ic|an|less|ilat)\w{4,}|in(?:ability|capable|sufficient|visible|valid|complete|"
    r"effective|adequate|definite|dependent|formal|secure|stead)\w*|im(?:possib|probab|perfect|mun|mobil)\w*|"
    r"il(?:legal|licit|literate)\w*|ir(?:regular|relevan|respons|revers)\w*|non-|non\w{4,}|\w{3,}(?<!un)(?<!the)less|"
    r"lack\w*|fail\w*|refus\w+|den(?:y|ie[sd]|ying|ial)\b|reject\w*|avoid\w*|prevent\w*|absen\w+|missing|hardly|barely|"
    r"scarcely|rarely|seldom|few|unless|rather\s+than|except|far\s+from|free\s+(?:of|from)|devoid|"
    r"rul\w+\s+out|neglect\w*|exclud\w+|prohibit\w*|forbid\w*|ban(?:s|ned)?\b|deprived|"
    r"dis(?:agree|approv|regard)\w*)\b",
    re.IGNORECASE,
)


@functools.lru_cache(maxsize=4096)
def _spanish_negations(text: str) -> int:
    """How many negations a Spanish text has.

    `No ha visto nada` is one negation: the words that agree with a `no` of their clause do not count.
    """
    if words_of(text).isdisjoint(_SPANISH_WORDS):
        return 0
    count, agrees = 0, False
    for match in _SPANISH_TOKEN.finditer(_SPANISH_EMPTY.sub(" , ", text)):
        if match["end"]:
            agrees = False
        elif match["no"] or not agrees:
            count, agrees = count + 1, True
    return count


def _english_negations(text: str) -> int:
    """How many negations an English text has; `neither … nor` is one."""
    if words_of(text).isdisjoint(_ENGLISH_WORDS):
        return 0
    count, after_neither = 0, False
    for match in _ENGLISH_TOKEN.finditer(_ENGLISH_EMPTY.sub(" ", text)):
        if match["end"]:
            after_neither = False
        elif match["no"] or not after_neither:
            count, after_neither = count + 1, True
    return count


def _surplus_of_negative_words(source: str, translation: str) -> int:
    """How many more words with a negative meaning the translation has; `imposible` and `impossible` cancel out."""
    spanish = len(_SPANISH_LEXICAL.findall(_SPANISH_EMPTY.sub(" , ", source)))
    return len(_ENGLISH_LEXICAL.findall(translation)) - spanish


class NegationCheck:
    """Finds a `no` that was lost or made up, from Spanish to English."""

    name = "negation"

    def findings(self, pair: Translated) -> list[Finding]:
        """At most one finding: a negation that is lost, or one that came in."""
        if (pair.source_language, pair.target_language) != ("es", "en"):
            return []
        wanted, given = _spanish_negations(pair.source), _english_negations(pair.translation)
        if wanted == given:
            return []
        surplus = _surplus_of_negative_words(pair.source, pair.translation)
        if given + max(0, surplus) < wanted:
            word = next((m.group() for m in _SPANISH_TOKEN.finditer(pair.source) if not m["end"]), "no")
            return [Finding(self.name, "error", f"a negation of the source is lost ({word!r})", word, "")]
        if given > wanted + max(0, -surplus):
            word = next((m.group() for m in _ENGLISH_TOKEN.finditer(pair.translation) if not m["end"]), "not")
            return [Finding(self.name, "error", f"{word!r} is not in the source", "", word)]
        return []
