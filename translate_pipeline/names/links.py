"""Whether a name goes on after the particles that follow a word of it."""

from __future__ import annotations

from collections.abc import Sequence

from translate_pipeline.names.tokens import CAPITAL_SHAPES, Token
from translate_pipeline.names.vocabulary import SAINTS, begins_place, builds_names, is_common_word, is_given_name

_SURNAME = frozenset(
    {
        ("bin",), ("ben",), ("ibn",), ("bint",), ("von",), ("van",), ("van", "der"), ("van", "den"), ("van", "de"),
        ("von", "der"), ("da",), ("do",), ("dos",), ("das",), ("di",), ("della",), ("du",), ("le",), ("ter",),
        ("i",), ("af",), ("zu",), ("ul",), ("ud",), ("ud", "din"), ("abu",), ("uld",), ("ould",), ("der",), ("den",),
    }
)  # fmt: skip
_ENGLISH = frozenset({("of",), ("of", "the"), ("and",), ("for",), ("for", "the"), ("in", "the"), ("to", "the")})
_ARABIC_ARTICLES = frozenset({("el",), ("al",)})
_OF = frozenset({("de",), ("del",), ("de", "la"), ("de", "las"), ("de", "los"), ("de", "el")})
# What stands between common words in the names of bodies: Médicos sin Fronteras, Cooperación y el Desarrollo.
_PREPOSITIONS = frozenset({"para", "sobre", "contra", "por", "sin"})
_ARTICLES = frozenset({"el", "la", "los", "las"})
_DOUBLE_NAMES = frozenset(
    {
        ("ortega", "gasset"), ("ramón", "cajal"), ("castilla", "león"), ("bosnia", "herzegovina"), ("pi", "margall"),
        ("trinidad", "tobago"), ("antigua", "barbuda"), ("menéndez", "pelayo"), ("serbia", "montenegro"),
    }
)  # fmt: skip
_DIRECTIONS = frozenset("norte sur este oeste".split())
# Words that begin a name of their own, also after `de`.
BODIES = frozenset(
    "academia administración agencia alianza asamblea asociación ayuntamiento banco brigada cámara centro centros "
    "clínica coalición colegio comisión comité confederación congreso consejo corte cortes departamento ejecutivo "
    "ejército embajada escuela estado estados facultad federación fiscalía frente fuerza fuerzas fundación gobierno "
    "guardia hermanos hospital instituto institutos junta ministerio movimiento museo naciones oficina organización "
    "parlamento partido policía premio reino república secretaría senado servicio sindicato sociedad tribunal unidad "
    "unidades unión universidad".split()
)
# Bodies that every country has: the name of the country is no part of theirs.
_NATIONAL = frozenset(
    "academia administración agencia alianza armada asamblea audiencia autoridad ayuntamiento cámara canciller "
    "cancillería centro centros comisión comité congreso consejo constitución consulado contraloría corte "
    "defensoría departamento diputados director ejecutivo ejército embajada embajador escuela estado facultad fiscalía "
    "fuerza fuerzas gabinete gobernador gobierno instituto institutos jefatura jefe justicia ministerio ministra "
    "ministro oficina parlamento policía presidencia presidenta presidente primer procuraduría rey salud secretaria "
    "secretaría secretario senado servicio tribunal vicepresidenta vicepresidente".split()
)
# What follows these is whose they are, never a part of a name.
_GENERIC = frozenset(
    "ejecutivo gobierno gabinete presidente presidenta vicepresidente vicepresidenta ministro ministra canciller rey "
    "reina papa régimen ejército embajada embajador consulado constitución".split()
)


def link_end(tokens: Sequence[Token], begin: int, index: int) -> int:
    """The place of the word with which a name goes on after the particles at `index`, or `index` if it ends there.

    Args:
        tokens: the words of the text.
        begin: the first word of the name.
        index: the word after those of the name that are known already.
    """
    for length in (1, 2, 3):
        last = index + length
        if last >= len(tokens) or not tokens[last].follows or not tokens[last - 1].follows:
            return index
        if tokens[last - 1].shape != "lower":
            return index
        if tokens[last].shape in CAPITAL_SHAPES:
            particles = tuple(token.text for token in tokens[index:last])
            return last if _goes_on(tokens, begin, index, particles, last) else index
    return index


def _goes_on(tokens: Sequence[Token], begin: int, index: int, particles: tuple[str, ...], last: int) -> bool:
    before, after = tokens[index - 1], tokens[last]
    if after.shape not in ("capitalised", "acronym", "capitals") or before.shape == "initial":
        return False
    if before.shape in ("acronym", "capitals"):
        # Agencia de la ONU para los Refugiados.
        return particles[0] in _PREPOSITIONS and _goes_on_in_body(tokens, begin, index, particles, last)
    if particles == ("y",) and (before.text.lower(), after.text.lower()) in _DOUBLE_NAMES:
        return True
    if particles in _ENGLISH:
        return True
    if particles in _OF:
        return _goes_on_after_of(tokens, begin, index, last)
    if after.shape != "capitalised":
        return False
    is_common = is_common_word(after.text)
    if particles in _SURNAME:
        return not is_common
    if particles in _ARABIC_ARTICLES:
        return not is_common and _is_arabic(before.text, particles, after.text)
    return is_common_word(before.text) and _goes_on_in_body(tokens, begin, index, particles, last)


def _is_arabic(before: str, article: tuple[str, ...], after: str) -> bool:
    """Whether a name goes on after the Arabic article, which Spanish prepositions and articles look like."""
    if is_common_word(before) or begins_place([before]) or begins_place([after]):
        return False
    return is_given_name(before) or article == ("al",)


def _words(tokens: Sequence[Token]) -> list[str]:
    return [token.text for token in tokens]


def _goes_on_after_of(tokens: Sequence[Token], begin: int, index: int, last: int) -> bool:
    """Whether a name goes on after `de`: `Ministerio de Salud`, not `Ministerio de Salud de Panamá`."""
    left, head, before = tokens[begin:index], tokens[begin].text.lower(), tokens[index - 1].text
    right = tokens[last].text
    if tokens[last].shape != "capitalised":
        # The agency of a body, whose own name goes on: Agencia de la ONU para los Refugiados.
        following = tokens[last + 1 : last + 2]
        return head in BODIES and bool(following) and following[0].text in ("para", "contra", "sobre")
    lower = right.lower()
    is_place = begins_place(_words(tokens[last : last + 3]))
    if not is_common_word(before):
        if lower in _DIRECTIONS:
            return True
        if is_place or lower in BODIES or begins_place([before]):
            return False
        if is_given_name(head):
            return True
        if head in SAINTS and len(left) > 1:
            # San Juan de Dios, not San Juan de Colombia.
            return is_common_word(right)
        if is_common_word(head) or is_common_word(right):
            return False
        return len(left) == 1
    if not is_common_word(head) and head not in BODIES:
        return False
    if head in _GENERIC or (is_complement(tokens, begin) and (lower in BODIES or not is_common_word(right))):
        return False
    is_first = all(token.shape != "lower" for token in left)
    if is_place and head not in BODIES and not builds_names(head):
        return False
    if head in _NATIONAL and (is_place or (not is_first and not is_common_word(right))):
        return False
    return is_first or lower not in BODIES


def is_complement(tokens: Sequence[Token], begin: int) -> bool:
    """Whether a word says what a common noun is of: `ministro de Exteriores`, `profesora de Medicina`."""
    head = tokens[begin]
    return (
        begin > 0
        and head.follows
        and tokens[begin - 1].text in ("de", "del")
        and head.text.lower() not in BODIES
        and is_common_word(head.text)
    )


def _goes_on_in_body(tokens: Sequence[Token], begin: int, index: int, particles: tuple[str, ...], last: int) -> bool:
    """Whether the name of a body goes on after a preposition or `y`: all its words are common ones."""
    after = tokens[last].text.lower()
    if not is_common_word(after) or after in BODIES:
        return False
    if is_given_name(tokens[begin].text) or not is_common_word(tokens[begin].text):
        return False
    first, rest = particles[0], particles[1:]
    if first in _PREPOSITIONS:
        if tokens[begin].text in ("Naciones", "Estados"):
            return False
        return not rest or (len(rest) == 1 and rest[0] in _ARTICLES)
    if first not in ("y", "e"):
        return False
    earlier = [token.text for token in tokens[begin:index] if token.shape == "lower"]
    if not earlier:
        return False
    if not rest or rest == ("de",):
        return True
    return len(rest) == 1 and rest[0] in _ARTICLES and any(word in _ARTICLES for word in earlier)
