"""Words of a text as a recogniser of names sees them."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from translate_pipeline.names.vocabulary import function_words, is_common_word
from translate_pipeline.translation.prose import without_verbatim_spans

Shape = Literal["lower", "capitalised", "capitals", "acronym", "initial", "roman", "number"]
CAPITAL_SHAPES: frozenset[Shape] = frozenset({"capitalised", "capitals", "acronym", "initial", "roman"})

_TOKEN = re.compile(
    r"\b([^\W\d_])\1(?:\.\s?|\s)([^\W\d_])\2\b"  # EE UU, EE. UU., FF. AA.
    r"|\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?"  # O.N.U., J.F.
    r"|\w[\w\u0300-\u036f]*(?:['’&·\-]\w[\w\u0300-\u036f]*)*"  # also with accents as marks of their own
)
# al-Baghdadi, an-Nusra; iPhone. No names: pro-Gadafi, isla-Estado.
_LATE_CAPITAL = re.compile(r"(?:a[ldnrstz]|ash|adh|el|ul)-[^\W\d_a-záéíóúñ]|[a-z][A-Z][a-z]{2}")
# CDC and DC are none.
_ROMAN = re.compile(r"(?=.*[IVX])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_OPENS = re.compile(r"[.?!…:;\n\r\"“”«»‘(\[¿¡—–•·*|]")
# Where scraped text has lost the space between two sentences: `pandemiaMuchos`.
_LOST_SPACE = re.compile(r"(?<=[a-záéíóúñ])(?=[A-ZÁÉÍÓÚÑ][a-záéíóúñ]*$)")
_ABBREVIATIONS = frozenset(
    "av avda cap capt cía cnel col cmdt d dir dr dra dña exc fr ftes gral hno ing jr lic mons mr mrs ms mt núm nº ph "
    "prof profa rdo rev s sgto sr sra srta sres sta sto st tte ud uds vda vs".split()
)
_LONG_WORD = 5


class Token(NamedTuple):
    """A word with its place and shape.

    `opens` says that a sentence or a quotation may begin with it, `follows` that nothing but a space divides it
    from the word before.
    """

    text: str
    start: int
    end: int
    shape: Shape
    opens: bool
    follows: bool


def _shape(word: str) -> Shape:
    first = word[0]
    if first.isdigit():
        # 11-M is an acronym, 20minutos and 3D are none.
        return "acronym" if "-" in word and word.isupper() and sum(map(str.isalpha, word)) <= 2 else "number"
    if not first.isupper():
        if word.isascii() and word.islower():
            return "lower"
        return "capitalised" if _LATE_CAPITAL.match(word) else "lower"
    if len(word) == 1:
        return "initial"
    if word.isupper():
        return "roman" if _ROMAN.fullmatch(word) else "capitals"
    return "capitalised"


def tokenise(text: str) -> list[Token]:
    """The words of a text, without URLs, addresses, handles and hashtags."""
    text = without_verbatim_spans(text, "\n")
    tokens: list[Token] = []
    previous_end = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word = match.group()
        gap = text[previous_end:start]
        if match.lastindex or "." in word:
            if match.lastindex == 2 and "." in word and text[end : end + 1] == ".":
                end += 1
                word += "."
            shape: Shape = "acronym" if word.isupper() else "lower"
        else:
            shape = _shape(word)
        opens, follows = _position(tokens, word, gap)
        if shape in ("capitalised", "lower") and (cut := _lost_space(word)):
            head, word, middle = word[:cut], word[cut:], start + cut
            tokens.append(Token(head, start, middle, _shape(head), opens, follows))
            start, shape, opens, follows = middle, "capitalised", True, False
        tokens.append(Token(word, start, end, shape, opens, follows))
        previous_end = end
    return tokens


def _lost_space(word: str) -> int:
    """Where two sentences have run together, or 0; `LaVoz` and `YouTube` are names."""
    if word[1:].islower():
        return 0
    match = _LOST_SPACE.search(word)
    if match is None:
        return 0
    head, tail = word[: match.start()], word[match.start() :]
    if is_function_word(head):
        return 0
    both_long = min(len(head), len(tail)) >= _LONG_WORD and is_common_word(tail)
    return match.start() if both_long or is_function_word(tail) else 0


def is_function_word(word: str) -> bool:
    """Whether a word is an article, a preposition or the like, in whatever capitals."""
    return word.lower() in function_words()


def _position(tokens: list[Token], word: str, gap: str) -> tuple[bool, bool]:
    """Whether a sentence may begin with a word, and whether it follows directly on the one before."""
    if not tokens:
        return True, False
    if gap.isspace():
        opens = "\n" in gap or (tokens[-1].text[-1] == "." and word[0].isupper() and is_common_word(word))
        return opens, not opens
    if gap == " & ":
        return False, True
    if gap == ". ":
        previous = tokens[-1]
        abbreviated = previous.text.lower() in _ABBREVIATIONS or len(previous.text) == 1
        if abbreviated and not is_common_word(word):
            return False, True
    return _OPENS.search(gap) is not None, False
