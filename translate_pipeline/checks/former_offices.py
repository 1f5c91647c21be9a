"""Former holders of an office, whom Spanish calls by one word: `exalcalde` is a former mayor."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PREFIX = re.compile(r"ex[- ]?(?=\w{4})", re.IGNORECASE)
# What Spanish has for men and women, as `a` behind the stem, instead of its last letter, or not at all.
_ENGLISH: Mapping[str, str] = {
    "alcalde": "mayor", "alcaldesa": "mayor", "ministro": "minister", "presidente": "president",
    "vicepresidente": "vice-president", "concejal": "councillor", "diputado": "deputy", "senador": "senator",
    "gobernador": "governor", "director": "director", "jefe": "chief", "secretario": "secretary",
    "portavoz": "spokesperson", "embajador": "ambassador", "fiscal": "prosecutor", "juez": "judge",
    "consejero": "councillor", "asesor": "adviser", "congresista": "lawmaker", "parlamentario": "member of parliament",
    "canciller": "chancellor", "candidato": "candidate", "dirigente": "leader", "comandante": "commander",
    "militar": "soldier", "policía": "police officer", "guerrillero": "guerrilla", "combatiente": "combatant",
    "funcionario": "official", "empleado": "employee", "presidiario": "convict", "jugador": "player",
    "futbolista": "footballer", "entrenador": "coach", "campeón": "champion", "esposo": "husband", "esposa": "wife",
    "marido": "husband", "mujer": "wife", "novio": "boyfriend", "novia": "girlfriend", "socio": "partner",
    "vicealcalde": "deputy mayor", "viceministro": "deputy minister", "subsecretario": "undersecretary",
    "magistrado": "magistrate", "rector": "rector", "espía": "spy", "agente": "agent", "banquero": "banker",
}  # fmt: skip

_WORD = re.compile(r"\b[eE]x[- ]?\w{4,}")
_SAYS_FORMER = re.compile(
    r"\b(?:former|ex|formerly|previous|earlier|past|old|late|retired|ousted|deposed|onetime|one-time|once|then"
    r"|had been|used to)\b",
    re.IGNORECASE,
)


def lost_former(source: str, translation: str) -> list[tuple[str, str]]:
    """The former holders of an office in a Spanish sentence, with their English, if nothing says `former` there."""
    if "ex" not in source and "Ex" not in source:
        return []
    words = dict.fromkeys(_WORD.findall(source))
    found = [(word, english) for word in words if (english := english_of_former(word)) is not None]
    return [] if not found or _SAYS_FORMER.search(translation) else found


def english_of_former(word: str) -> str | None:
    """`former mayor` for `exalcalde`; None for a word that is no such office with the prefix."""
    match = _PREFIX.match(word)
    if match is None:
        return None
    office = word[match.end() :].lower()
    singular = next((form for form in _singulars(office) if form in _ENGLISH), None)
    if singular is None:
        return None
    english = _ENGLISH[singular]
    if office in _singulars_alone(singular):
        return f"former {english}"
    head, of, rest = english.partition(" of ")
    return f"former {_plural(head)}{of}{rest}"


def _plural(noun: str) -> str:
    if noun == "spokesperson":
        return "spokespeople"
    if noun.endswith("wife"):
        return noun[:-2] + "ves"
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"


def _masculines(form: str) -> tuple[str, ...]:
    """The masculine forms that a word may be the feminine of."""
    if not form.endswith("a"):
        return (form,)
    stem = form[:-1]
    return form, stem, stem + "o", stem + "e"


def _singulars_alone(singular: str) -> tuple[str, ...]:
    """The singular forms of an office: masculine and feminine."""
    stem = singular[:-1] if singular[-1] in "oe" else singular
    return singular, stem + "a"


def _singulars(office: str) -> list[str]:
    """The forms of an office, as it is listed, that a word may be."""
    numbers = [office]
    if office.endswith("s"):
        numbers.append(office[:-1])
    if office.endswith("es"):
        stem = office[:-2]
        numbers += [stem, stem[:-1] + "z"] if stem.endswith("c") else [stem]
        numbers += [stem[:-2] + "ón"] if stem.endswith("on") else []
    return [masculine for form in numbers for masculine in _masculines(form)]
