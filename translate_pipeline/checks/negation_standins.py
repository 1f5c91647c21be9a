"""Words that can stand in the place of a negation: `failed to sign` is `no firmó`, `unhurt` is `no herido`."""

from __future__ import annotations

import functools
import re
from typing import Literal

# How much a word tells that it stands for a negation.
Likelihood = Literal["sure", "likely", "possible"]


def _forms(sure: str, likely: str, possible: str) -> re.Pattern[str]:
    """A pattern with a group for each likelihood, of forms with blanks between them."""
    groups = {"sure": sure, "likely": likely, "possible": possible}
    return re.compile("|".join(f"(?P<{name}>{'|'.join(forms.split())})" for name, forms in groups.items()))


_SPANISH = _forms(
    sure=r"""
    absoluto algun[oa] apenas carec\w+ carent\w+ desconoc\w+ difícilmente exclusión imposib\w+
    i[nm](?:capac|capaz|probab|acept|sufici|sosten|exist|útil|adecuad)\w* nul[oa]s? sino vano not never
    """,
    likely=r"""
    ausen\w+ basta cero dista\w* escas\w+ evit\w+ excepto exent\w+ fuera ignor\w+
    impid\w+ imped\w+ inaccesib\w+ lejos nieg\w+ neg(?:ó|ar\w*|aron|ativ\w+|aba) poc[oa]s? prohib\w+ salvo sin
    """,
    possible=r"""
    ajen[oa]s? antes anti\w{4,} aún contra contrari[oa]s? demasiad\w* descart\w+ difícil\w* dud\w+ excepción
    des(?:acuerd|aconsej|apar|apro|apru|ata|carta|confi|emple|favor|igual|interes|ment|peja|precia)\w*
    falt(?:an?|aba|ó|ar\w*|en?) fracas\w+ hasta igual ileg\w+ ilíc\w+
    i[mn](?!t|st|fo|for|du|di(?:c|a|o|g)|cl|cr|vi|ve|ic|g|pa|po|pl|me)\w{5,} ir(?:regular|real|resp|relev|repa)\w*
    libres? limit\w* lugar menos mismo otr[oa]s? perd\w+ perjui\w+ priva\w* rar[oa]\w* rechaz\w+ s[óo]lo solamente
    todavía únic\w+ vez
    """,
)
_ENGLISH = _forms(
    sure=r"""
    absen\w+ barely fail\w* hardly il(?:leg|lib|liq|lit|lic)\w* in(?:capab|abil|suff|adeq|visib|effect|formal|auth)\w*
    forbid\w* irreg\w+ lack(?:s|ed|ing)? lest little ngos? non(?!e)\w* oppose[sd]? prohibit\w* scarcely
    \w{3,}(?<!un)(?<!the)(?<!re)less
    un(?!anim|cle$|der|ea|fold|i(?:[cfoqtv]|la|so)|leash|like$|til|veil)\w{3,}
    """,
    likely=r"""
    avoid\w* blind defective deficien\w+ devoid disagre\w* few hard impossib\w+ less missing nothing opt
    miss(?:es)? prevent\w* rare rarely rather secondary seldom short than unless without yet
    """,
    possible=r"""
    against alone anti\w* any\w* bann?(?:ed|s)? barred beyond but ceas\w+ contrary declin\w+ den(?:y|ie[sd]|ying|ial)
    depriv\w+ dis\w{5,} doubt\w* else ever exclud\w+ free ignor\w+ i[nm](?:ap|co|de|ex|m|a)\w{4,}
    instead keep\w* kept los[ets]\w* low mis\w{5,} missed neglect\w* nor only otherwise outside over poor\w*
    refus\w+ reject\w* remain\w* silent small soon\w* still stop\w* until whether wrong\w* zero
    """,
)


def _likelihood(match: re.Match[str] | None) -> Likelihood | None:
    if match is None:
        return None
    return "sure" if match["sure"] else "likely" if match["likely"] else "possible"


@functools.lru_cache(maxsize=16384)
def _spanish_form(word: str) -> Likelihood | None:
    return _likelihood(_SPANISH.fullmatch(word))


@functools.lru_cache(maxsize=16384)
def _english_form(word: str) -> Likelihood | None:
    return _likelihood(_ENGLISH.fullmatch(word))


def spanish_standin(word: str, following: str) -> Likelihood | None:
    """How likely a Spanish word stands for an English negation, if English has no counterpart of it.

    Args:
        word, following: the word and the next one, in lower case.
    """
    return "sure" if following == "de" and word.startswith("dej") else _spanish_form(word)


def english_standin(word: str, following: str) -> Likelihood | None:
    """How likely an English word stands for a Spanish negation, if Spanish has no counterpart of it.

    Args:
        word, following: the word and the next one, in lower case.
    """
    if (word, following) in (("rather", "than"), ("yet", "to")):
        return "sure"
    return "likely" if (word, following) == ("far", "from") else _english_form(word)
