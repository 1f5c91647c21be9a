"""Negation: a sentence that is negative stays so, and one that is not does not become so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from translate_pipeline.checks.base import Finding, Severity, Translated
from translate_pipeline.checks.cessation import cessations, lost_cessation
from translate_pipeline.checks.negation_alignment import ENGLISH, SPANISH, AlignedText, NegationAlignment
from translate_pipeline.checks.negation_cues import Cue, english_cues, spanish_cues
from translate_pipeline.checks.negation_evidence import Evidence, gather, suspicion

# The share of a text by which two negations may differ in place without a closer look.
_SAME_PLACE = 0.12
# Distances in words at which two negations are no partners: if both texts have as many, and for an idiom.
_APART, _APART_FROM_IDIOM = 4.0, 6.0
_COST_OF_IDIOM = 2.0
# How near a word must be that stands for a negation, to say that it does.
_EXPLAINED = 0.4
# More negations than these are a loop or a whole page, and too many to compare one by one.
_MOST = 12
# Log-odds from which on a negation was probably lost or made up, and from which on surely.
_LIKELY, _SURE = -2.3, 0.0


# What ends the words that a finding quotes.
_MARK = re.compile(r"[\"“”«»„(),;:.—–]")
_TAMPOCO = "tampoco"
_ENGLISH_TAMPOCO = re.compile(r"\b(?:either|neither|nor)\b", re.IGNORECASE)


class _Single(NamedTuple):
    """A negation that has no partner in the other text."""

    cue: Cue
    evidence: Evidence
    suspicion: float


def _are_in_the_same_places(pair: Translated, spanish: Sequence[Cue], english: Sequence[Cue]) -> bool:
    """Whether both texts have as many negations, at about the same shares of the texts."""
    return len(spanish) == len(english) and all(
        abs(one.start / len(pair.source) - other.start / len(pair.translation)) < _SAME_PLACE
        for one, other in zip(spanish, english, strict=True)
    )


def _without_partners(
    alignment: NegationAlignment, spanish: Sequence[Cue], english: Sequence[Cue], most_apart: float
) -> tuple[list[Cue], list[Cue]]:
    """The negations of both texts that are left when those nearest to each other have become partners."""
    source, translation = alignment.texts
    there = [alignment.distances(SPANISH, cue) for cue in spanish]
    back = [alignment.distances(ENGLISH, cue) for cue in english]
    costs = []
    for i, one in enumerate(spanish):
        for j, other in enumerate(english):
            apart = (there[i].to(translation.index(other.start)) + back[j].to(source.index(one.start))) / 2
            if apart <= (most_apart if one.required and other.required else _APART_FROM_IDIOM):
                costs.append((apart + (0 if one.required == other.required else _COST_OF_IDIOM), i, j))
    left_spanish, left_english = dict(enumerate(spanish)), dict(enumerate(english))
    for _, i, j in sorted(costs):
        if i in left_spanish and j in left_english:
            del left_spanish[i], left_english[j]
    return list(left_spanish.values()), list(left_english.values())


def _singles(alignment: NegationAlignment, left: Sequence[Sequence[Cue]], language: int) -> list[_Single]:
    """The negations of a language that are left and need a partner, each with what is known about it."""
    idioms = [cue for cue in left[1 - language] if not cue.required]
    found = []
    for cue in left[language]:
        if cue.required:
            evidence = gather(alignment, language, cue, idioms)
            found.append(_Single(cue, evidence, suspicion(language, evidence)))
    return found


def _suspects(singles: Sequence[_Single]) -> list[_Single]:
    return [single for single in singles if single.suspicion > _LIKELY]


def _are_explained(singles: Sequence[_Single]) -> bool:
    """Whether the other text has words that stand for all of them."""
    return all(single.evidence.explanation >= _EXPLAINED for single in singles)


def _phrase(text: AlignedText, cue: Cue) -> str:
    """A negation with the word that it denies, as far as no mark stands between them."""
    scope = text.scope(cue)
    phrase = text.text[text.starts[text.index(cue.start)] : text.ends[scope[0]] if scope else cue.end]
    length = cue.end - text.starts[text.index(cue.start)]
    mark = _MARK.search(phrase, length)
    return phrase if mark is None else phrase[: mark.start()].rstrip()


def _with_either(pair: Translated, spanish: Sequence[Cue]) -> Sequence[Cue]:
    """The negations of the source, none needed for a `tampoco` behind another one if English has `either` for it."""
    if not _ENGLISH_TAMPOCO.search(pair.translation):
        return spanish
    return [
        cue._replace(required=False) if place and pair.source[cue.start : cue.end].lower() == _TAMPOCO else cue
        for place, cue in enumerate(spanish)
    ]


def _of_cessations(pair: Translated, english: Sequence[Cue], spanish: Sequence[Cue]) -> Sequence[Cue]:
    """The negations of the translation, none needed that Spanish has `dejar de` for."""
    count = len(cessations(pair.source))
    surplus = sum(cue.required for cue in english) - sum(cue.required for cue in spanish)
    out = []
    for cue in english:
        if cue.required and min(count, surplus) > 0:
            cue, count, surplus = cue._replace(required=False), count - 1, surplus - 1
        out.append(cue)
    return out


class NegationCheck:
    """Finds negations that were lost or made up, from Spanish to English.

    Each negation gets the nearest one of the other text as a partner. One that is left over is an error unless a word
    near its place stands for it (`failed to sign` for `no firmó`), or the sentence is translated too freely to tell.
    """

    name = "negation"

    def findings(self, pair: Translated) -> list[Finding]:
        """At most one finding, an error if it is sure, else a warning: negations that are lost, or that came in."""
        if (pair.source_language, pair.target_language) != ("es", "en"):
            return []
        spanish, english = spanish_cues(pair.source)[:_MOST], english_cues(pair.translation)[:_MOST]
        if any(pair.source[cue.start : cue.end].lower() == _TAMPOCO for cue in spanish):
            spanish = _with_either(pair, spanish)
        lost = lost_cessation(pair.source, pair.translation)
        if lost is not None:
            return [Finding(self.name, "warning", f"“{lost}” does not end in the translation", lost, "")]
        english = _of_cessations(pair, english, spanish)
        wanted, given = [cue for cue in spanish if cue.required], [cue for cue in english if cue.required]
        if _are_in_the_same_places(pair, wanted, given):
            return []
        alignment = NegationAlignment(pair.source, pair.translation)
        if len(wanted) != len(given):
            language = SPANISH if len(wanted) > len(given) else ENGLISH
            left = _without_partners(alignment, spanish, english, float("inf"))
            suspects = _suspects(_singles(alignment, left, language))
            return [self._finding(alignment, language, suspects)] if suspects else []
        left = _without_partners(alignment, spanish, english, _APART)
        singles = [_singles(alignment, left, language) for language in (SPANISH, ENGLISH)]
        for language in (SPANISH, ENGLISH):
            suspects = _suspects(singles[language])
            # As many in both texts are most likely partners, wherever they stand.
            if suspects and not _suspects(singles[1 - language]) and _are_explained(singles[1 - language]):
                return [self._finding(alignment, language, suspects)]
        return []

    def _finding(self, alignment: NegationAlignment, language: int, suspects: Sequence[_Single]) -> Finding:
        text, other = alignment.texts[language], alignment.texts[1 - language]
        phrases = [_phrase(text, single.cue) for single in suspects]
        denied = text.scope(suspects[0].cue)[:1]
        place = text.counterparts[denied[0]] if denied else None
        counterpart = "" if place is None else other.text[other.starts[place] : other.ends[place]]
        message = (
            f"{' and '.join(f'“{phrase}”' for phrase in phrases)} {'is' if len(phrases) == 1 else 'are'} not negative "
            f"in the {'translation' if language == SPANISH else 'source'}"
        )
        spans = (phrases[0], counterpart) if language == SPANISH else (counterpart, phrases[0])
        severity: Severity = "error" if max(single.suspicion for single in suspects) > _SURE else "warning"
        return Finding(self.name, severity, message, *spans)
