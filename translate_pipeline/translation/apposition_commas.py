"""Gives a name in apposition both of its commas, or none: `Minister Belousov, came` has lost one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translate_pipeline.checks.name_forms import folded, same_name
from translate_pipeline.document import TermMatch
from translate_pipeline.names.recognition import names_of_sentence

_BETWEEN_COMMAS = re.compile(r", [^\W\d_][^,;.:]*,")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# The last words before a name, from the mark before them.
_LAST_PHRASE = re.compile(r"[^,;:.!?()\"“”]*$")
_DETERMINED = re.compile(r"[\s‘'“\"(]*(?:the|an?|his|her|its|their|our|my) ", re.IGNORECASE)
_IS_NO_SUBJECT = re.compile(
    r"\s*(?:about|according|after|against|along|alongside|and|as|at|before|between|but|by|during|for|from|in|including|"
    r"like|of|on|or|over|since|such|than|that|through|to|under|when|where|which|while|who|whose|with|without)\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\s(?!(?:alleged|armed|deceased|renowned|wounded)\b)(?:[a-z]{2,}ed|is|are|was|were|has|had|will|would|can|could|did|"
    r"does|may|might|must|should|came|went|made|met|took|gave|got|became|began|won|lost|left|held|saw|spoke|said|says|"
    r"told|put|set|sent|kept|led|found|knew|thought|wrote|ran|rose|fell|drew|paid|brought|sought|stood|understood|"
    r"chose|broke|beat|hit|cut|let|read|built|flew|fled|grew|struck|threw|withdrew|resigns|announces|travels|visits)\b"
)


def with_both_commas(translation: str, source: str, terms: Sequence[TermMatch]) -> str:
    """An English translation in which no name stands behind one comma only that has two in the source.

    `The minister, NAME, came` keeps both commas, `Minister NAME came` none. A sentence is changed only where a verb
    follows the name, whose subject it is.

    Args:
        translation: of the source.
        source: the Spanish sentence.
        terms: what the glossary found in it.
    """
    if not _BETWEEN_COMMAS.search(source):
        return translation
    targets = {(term.start, term.end): term.target for term in terms}
    for name in names_of_sentence(source):
        if source[: name.start].endswith(", ") and source[name.end :].startswith(", "):
            words = _WORD.findall(targets.get((name.start, name.end), name.text))
            translation = _balanced(translation, words)
    return translation


def _balanced(text: str, words: Sequence[str]) -> str:
    place = _find(text, words)
    if place is None:
        return text
    before, name, after = text[: place[0]], text[slice(*place)], text[place[1] :]
    if before.endswith(", ") and _VERB.match(after):
        phrase = _LAST_PHRASE.search(before[:-2])
        return f"{before}{name},{after}" if phrase and _DETERMINED.match(phrase.group()) else text
    if after.startswith(",") and not before.endswith(", ") and _VERB.match(after[1:]):
        phrase = _LAST_PHRASE.search(before)
        if phrase is None or not phrase.group().strip() or _IS_NO_SUBJECT.match(phrase.group()):
            return text
        if _DETERMINED.match(phrase.group()):
            return f"{before.rstrip()}, {name}{after}"
        return before + name + after[1:]
    return text


def _find(text: str, words: Sequence[str]) -> tuple[int, int] | None:
    """Where a name begins and ends in a text, if its words stand there once and side by side."""
    tokens = list(_WORD.finditer(text))
    found = [
        (tokens[i].start(), tokens[i + len(words) - 1].end())
        for i in range(len(tokens) - len(words) + 1)
        if all(
            same_name(folded(word), folded(token.group()))
            for word, token in zip(words, tokens[i : i + len(words)], strict=True)
        )
    ]
    return found[0] if len(found) == 1 else None
