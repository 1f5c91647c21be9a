"""Names in a Spanish sentence or paragraph, by capitals, particles and the words that are no names."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterator, Sequence

from translate_pipeline.names.inflection import looks_inflected
from translate_pipeline.names.links import BODIES, is_complement, link_end
from translate_pipeline.names.span import NameSpan
from translate_pipeline.names.tokens import CAPITAL_SHAPES, Token, is_function_word, tokenise
from translate_pipeline.names.vocabulary import (
    LEGAL_FORMS,
    begins_place,
    builds_names,
    is_common_word,
    is_given_name,
)

_TITLES = frozenset(
    "presidente presidenta expresidente vicepresidente vicepresidenta ministro ministra primer rey reina papa señor "
    "señora sr sra srta don doña d dña doctor doctora dr dra general coronel capitán comandante sargento senador "
    "senadora diputado diputada príncipe princesa canciller cardenal obispo arzobispo monseñor padre hermano juez "
    "jueza profesor profesora prof lord sir mister mr mrs ms gral gobernador gobernadora alcalde alcaldesa emperador "
    "duque duquesa conde condesa sultán emir ayatolá jeque secretario secretaria periodista".split()
)
# Places and bodies that bear people's names: Hospital Erasmo Meoz, Aeropuerto José Martí.
_NAMED_AFTER_PEOPLE = frozenset(
    "aeropuerto autódromo avenida biblioteca brigada calle cátedra centro clínica colegio comando división editorial "
    "escuela estadio fundación grupo hermanos hospital instituto internacional ley museo parque plan plaza premio "
    "puente san santa santo teatro torre universidad".split()
)
_FORMS_OF_ADDRESS = frozenset("sr sra srta sres dr dra dña d mr mrs ms prof profa don doña".split())
_LEAST_WORDS_IN_CAPITALS = 3
# A verb in front of a company that opens a sentence.
_VERB_FORM = re.compile(r"(?:[aei]r|[áéí]n?|ó|[ae]n|aron|ieron|[ai]endo|ando)$")
# Cadena SER, Diario AS.
_LONGEST_ACRONYM_LIKE_WORD = 3
_SENTENCES_KEPT = 256


def _headline_words(tokens: Sequence[Token]) -> set[int]:
    """The places of the words that stand in a line in capitals: three or more of them, common ones among them."""
    found: set[int] = set()
    if sum(token.text.isupper() for token in tokens) < _LEAST_WORDS_IN_CAPITALS:
        return found
    run: list[int] = []
    for index, token in enumerate([*tokens, None]):
        if token is not None and token.text.isupper() and token.shape != "acronym":
            run.append(index)
            continue
        if token is not None and token.shape == "number" and run:
            continue
        words = [tokens[i].text for i in run if tokens[i].shape == "capitals"]
        if len(words) >= _LEAST_WORDS_IN_CAPITALS and any(map(is_common_word, words)):
            found.update(run)
        run = []
    return found


def _is_stressed(token: Token, before: Token) -> bool:
    """Whether a common word is in capitals for stress, next to a name that is not."""
    return (
        token.shape == "capitals"
        and before.shape == "capitalised"
        and len(token.text) > _LONGEST_ACRONYM_LIKE_WORD
        and is_common_word(token.text)
    )


def _run_end(tokens: Sequence[Token], begin: int) -> int:
    """The place after the last word of the name that begins at `begin`."""
    index = begin + 1
    while index < len(tokens):
        token = tokens[index]
        if not token.follows:
            break
        if token.shape in CAPITAL_SHAPES and not _is_stressed(token, tokens[index - 1]):
            index += 1
        elif token.shape == "lower" and (after := link_end(tokens, begin, index)) > index:
            index = after + 1
        else:
            break
    return index


def _names_in(run: Sequence[Token], says_what_of: bool) -> Iterator[Sequence[Token]]:
    """Cuts a run of capitals where a person follows on an office or a body: `CNN Michael Worobey`.

    Args:
        run: the words of the run.
        says_what_of: the run says what a common noun before it is of: `ministro de Defensa Aseef Shawkat`.
    """
    begin = 0
    for index in range(1, len(run) - 1):
        token, before, following = run[index], run[index - 1], run[index + 1]
        if token.shape != "capitalised" or before.shape == "lower" or begin == index:
            continue
        if is_common_word(following.text) and not is_given_name(following.text):
            continue
        after_acronym = before.shape in ("capitals", "acronym") and not is_common_word(token.text)
        after_office = is_given_name(token.text) and (
            is_common_word(before.text) or begins_place([before.text]) or before.text.lower() in BODIES
        )
        if says_what_of and index == 1 and is_common_word(before.text):
            after_office = not is_common_word(token.text) and following.shape == "capitalised"
        is_named_after = any(t.text.lower() in _NAMED_AFTER_PEOPLE for t in _last_part(run[begin:index]))
        if (after_acronym or after_office) and not is_named_after:
            yield run[begin:index]
            begin = index
    yield run[begin:]


def _last_part(run: Sequence[Token]) -> Sequence[Token]:
    """What stands after the last particle of a run."""
    last = max((i for i, token in enumerate(run) if token.shape == "lower"), default=-1)
    return run[last + 1 :]


def _owes_capital(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word may be capitalised only because a sentence begins with it."""
    token = tokens[index]
    if not token.opens:
        # In a title every word is capitalised: Las Más Leídas.
        return index > 0 and token.follows and is_function_word(token.text) and tokens[index - 1].opens
    if token.shape in ("acronym", "roman"):
        return False
    end = _run_end(tokens, index)
    stands_alone = end == index + 1
    if not is_common_word(token.text):
        return stands_alone and token.shape == "capitalised" and looks_inflected(token.text)
    if stands_alone or is_function_word(token.text):
        return True
    return not builds_names(token.text) and not _opens_person_or_company(tokens[index:end])


def _opens_person_or_company(run: Sequence[Token]) -> bool:
    """Whether a common word that opens a sentence is a part of the name that follows: `Amparo Sanchis`."""
    first, second = run[0].text, run[1]
    if is_given_name(first):
        return second.shape == "capitalised" and (not is_common_word(second.text) or is_given_name(second.text))
    return run[-1].text in LEGAL_FORMS and not _VERB_FORM.search(first)


def _without_titles(run: Sequence[Token]) -> Sequence[Token]:
    """A run without offices and forms of address before a name, and without an article before a body."""
    index = 0
    if len(run) > 1 and run[0].text in ("El", "La", "Los", "Las") and run[1].text.lower() in BODIES:
        index = 1
    while index + 1 < len(run) and run[index].text.lower() in _TITLES:
        following = run[index + 1]
        if following.shape == "lower" or (is_common_word(following.text) and following.text.lower() not in _TITLES):
            break
        index += 1
    return run[index:]


def _span(text: str, run: Sequence[Token]) -> NameSpan | None:
    while run and run[-1].shape == "lower":
        run = run[:-1]
    if not run:
        return None
    if len(run) == 1 and (run[0].shape in ("initial", "roman") or run[0].text.lower() in _FORMS_OF_ADDRESS):
        return None
    is_acronym = len(run) == 1 and run[0].shape in ("acronym", "capitals")
    words = tuple(token.text for token in run)
    distinctive = tuple(
        token.text
        for token in run
        if token.shape in ("acronym", "capitals", "capitalised") and (is_acronym or not is_common_word(token.text))
    )
    start, end = run[0].start, run[-1].end
    return NameSpan(start, end, text[start:end], "acronym" if is_acronym else "name", words, distinctive, run[0].opens)


def recognise(text: str, known: Collection[str] = frozenset()) -> list[NameSpan]:
    """The names and acronyms in a Spanish sentence or paragraph, in order, without overlaps.

    A word that may owe its capital to the beginning of a sentence counts only if Spanish does not write it in
    lower case elsewhere. In a line in capitals only the words of `known` are names.

    Args:
        text: a sentence or a paragraph.
        known: lower-case words of names that are known from elsewhere.
    """
    tokens = tokenise(text)
    in_capitals = _headline_words(tokens)
    spans: list[NameSpan] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if index in in_capitals:
            end = index + 1
            runs: list[Sequence[Token]] = [tokens[index:end]] if token.text.lower() in known else []
        elif token.shape in CAPITAL_SHAPES and not _owes_capital(tokens, index):
            end = _run_end(tokens, index)
            runs = [_without_titles(run) for run in _names_in(tokens[index:end], is_complement(tokens, index))]
        else:
            index += 1
            continue
        spans += [span for run in runs if (span := _span(text, run)) is not None]
        index = end
    return spans


@functools.lru_cache(_SENTENCES_KEPT)
def names_of_sentence(sentence: str) -> Sequence[NameSpan]:
    """`recognise` for what looks at one sentence for each of its hypotheses."""
    return recognise(sentence)
