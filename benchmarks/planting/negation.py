"""Negations lost and gained, in English that stays plausible."""

from __future__ import annotations

import re
from random import Random

from benchmarks.planting.base import Planted, either, in_case_of, planted, spliced
from translate_pipeline.checks import Translated

_SPANISH = re.compile(
    r"\b(?:no(?! (?:s[oó]lo|solamente|obstante)\b)|nunca|jamás|nadie|nada|ning[uú]n(?:[oa]s?)?|tampoco)\b",
    re.IGNORECASE,
)
_CONTRACTED = re.compile(
    r"\b(?P<verb>do|does|did|is|are|was|were|has|have|had|would|could|should|must|might|need|ca|wo)n['’]t\b"
    r"(?! (?:I|you|s?he|it|we|they|there)\b)"
    r"|\b(?P<can>can)(?:not| not)\b"
    r"|\b(?P<auxiliary>do|does|did) not\b",
    re.IGNORECASE,
)
_FULL = {"ca": "can", "wo": "will"}
_NOT = re.compile(
    r"(?<!\bwhether or )(?<!\bor )(?<!\bif )(?<!\bwhy )(?<!\bcan )(?<!\bdo )(?<!\bdid )(?<!\bdoes )(?<!\bit is )"
    r"\bnot (?!only|just|least|merely|simply|to mention|until|surprising)",
    re.IGNORECASE,
)
_NEVER = re.compile(r"\bnever (?!mind|ending)", re.IGNORECASE)
_NO_NOUN = re.compile(
    r"(?<!\byes or )\b(no) (?!doubt|matter|wonder|longer|one|less|more|later|sooner|\d)(?=[a-z])", re.I
)
_PRONOUNS = {"no one": "someone", "nobody": "somebody", "nothing": "something", "no longer": "still"}
_PRONOUN = re.compile(rf"(?<!\ball or )\b(?:{'|'.join(_PRONOUNS)})\b(?! (?:but|less|more|other))", re.IGNORECASE)
_VERB = re.compile(r" ([a-z]+)\b(?<!ing)")
_SIBILANT = ("s", "sh", "ch", "x", "z", "o")
_AUXILIARY = re.compile(
    r"(?<=[a-z\d,] )"
    r"(?:is|are|was|were|will|would|can|could|should|must|(?:has|have|had)(?= (?:been|become|[a-z]+ed)\b))"
    r"\b(?= [a-z]+)"
    r"(?! (?:not|no|never|nothing|nobody|none|neither|hardly|barely|scarcely|i|you|he|she|it|we|they|there|this|that|"
    r"also|only|just|merely|simply|even|yet|still|about|to)\b)"
)


def _without_do_support(auxiliary: str, rest: str) -> str:
    """`does not know it` as `knows it`; `did not go` as `did go`."""
    verb = _VERB.match(rest)
    if verb is None or auxiliary.casefold() == "did":
        return auxiliary + rest
    stem = verb.group(1)
    if auxiliary.casefold() == "does":
        irregular = {"have": "has", "be": "is"}
        ending = "es" if stem.endswith(_SIBILANT) else "s"
        stem = irregular.get(stem) or (f"{stem[:-1]}ies" if re.search(r"[^aeiou]y$", stem) else stem + ending)
    return in_case_of(auxiliary, stem) + rest[verb.end() :]


def _affirmative(text: str) -> list[str]:
    """The text with one negation less, in each way."""
    ways = []
    for match in _CONTRACTED.finditer(text):
        verb = match["verb"] or match["can"] or match["auxiliary"]
        full = in_case_of(verb, _FULL.get(verb.casefold(), verb))
        rest = text[match.end() :]
        kept = _without_do_support(full, rest) if full.casefold() in ("do", "does") else full + rest
        ways.append(text[: match.start()] + kept)
    ways += [spliced(text, *match.span(), "") for match in (*_NOT.finditer(text), *_NEVER.finditer(text))]
    for match in _NO_NOUN.finditer(text):
        ways.append(spliced(text, *match.span(1), in_case_of(match.group(1), "some")))
    for match in _PRONOUN.finditer(text):
        ways.append(spliced(text, *match.span(), in_case_of(match.group(), _PRONOUNS[match.group().casefold()])))
    return ways


def plant_lost_negation(pair: Translated, rng: Random) -> Planted | None:
    """`does not know` as `knows`, `no evidence` as `some evidence`, where the source has a negation too."""
    if not _SPANISH.search(pair.source):
        return None
    text = either(rng, _affirmative(pair.translation))
    return planted(pair, text) if text else None


def plant_gained_negation(pair: Translated, rng: Random) -> Planted | None:
    """`is ready` as `is not ready`."""
    text = pair.translation
    ways = []
    for match in _AUXILIARY.finditer(text):
        negated = "cannot" if match.group() == "can" else f"{match.group()} not"
        ways.append(spliced(text, *match.span(), negated))
    wrong = either(rng, ways)
    return planted(pair, wrong) if wrong else None
