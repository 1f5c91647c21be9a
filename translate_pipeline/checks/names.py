"""Names: each name of the source must stand in the translation, whole and in its place."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from translate_pipeline.checks.base import Finding, Severity, Translated
from translate_pipeline.checks.customary_names import (
    has_other_acronym,
    is_acronym,
    is_customary,
    is_freely_translated,
)
from translate_pipeline.checks.exchange import exchanged
from translate_pipeline.checks.former_offices import lost_former
from translate_pipeline.checks.forms_of_address import invented_title
from translate_pipeline.checks.garbled_names import garbled
from translate_pipeline.checks.half_translated_names import left_in_spanish, spanish_words_of
from translate_pipeline.checks.kept_names import KeptName, fault_of_kept, kept_name
from translate_pipeline.checks.name_alignment import aligned_names
from translate_pipeline.checks.name_forms import folded, looks_foreign
from translate_pipeline.checks.nationalities import invented_nationalities
from translate_pipeline.checks.translated_names import TranslatedNames
from translate_pipeline.checks.unknown_words import made_up_beside_name, unknown_words
from translate_pipeline.document import TermMatch
from translate_pipeline.names import NameSpan, is_common_word, recognise
from translate_pipeline.names.vocabulary import is_given_name

_VERB_FORM = re.compile(
    r"(?:[aei]r|[ai]ndo|iendo|[aáeéií]d?)(?:me|te|se|nos|l[oae]s?)+$"
    r"|(?:[aei]mos|[aei]ron|[aeií]an|[aei]r(?:é|ás?|án|éis|ía\w*)|(?<!ov)á|(?<!e)ó)$"
)
_SHORTEST_FOREIGN = 4
_MOST_NAMES = 100


def _required_words(span: NameSpan) -> tuple[str, ...]:
    """The words of a name that English must have in some form."""
    if span.kind == "acronym":
        return () if is_common_word(span.text) else span.distinctive
    return tuple(
        word
        for place, word in enumerate(span.words)
        if word in span.distinctive
        or (
            len(word) >= _SHORTEST_FOREIGN
            and word[0].isupper()
            and not (place == 0 and span.opens_sentence)
            and looks_foreign(word.lower())
        )
    )


class _SourceName(NamedTuple):
    """A name of the source as the check needs it.

    Attributes:
        required: the words that English must have in some form.
        kept: whether it must have the whole, and of what kind the name is.
        spanish: the words that it has only in the whole.
    """

    span: NameSpan
    required: tuple[str, ...]
    kept: KeptName | None
    spanish: tuple[str, ...]


@functools.lru_cache(maxsize=4096)
def _source_names(source: str) -> Sequence[_SourceName]:
    found = []
    for span in recognise(source)[:_MOST_NAMES]:
        kept = kept_name(span)
        found.append(_SourceName(span, _required_words(span), kept, () if kept else spanish_words_of(span)))
    return found


def _is_left_to_terms(name: _SourceName, terms: Sequence[TermMatch]) -> bool:
    """Whether glossary terms stand for a name: not where a name that must be kept only begins like one.

    `San Juan` is a term, and `San Juan de Dios` a name of its own; what a glossary gives another form is the desk's.
    """
    span = name.span
    inside = [term for term in terms if term.overlaps(span.start, span.end)]
    if not inside or name.kept is None:
        return bool(inside)
    return any(
        term.start < span.start or term.end >= span.end or folded(term.target) != folded(term.text) for term in inside
    )


class NamesCheck:
    """Finds names that were lost, garbled, or exchanged for each other, from Spanish to English."""

    name = "names"

    def findings(self, pair: Translated) -> list[Finding]:
        """One finding for each name that does not come through whole; glossary terms have a check of their own.

        One word that opens a sentence may be no name, and gives a note, as does a name that English may have put in
        its own words or letters.
        """
        if (pair.source_language, pair.target_language) != ("es", "en"):
            return []
        all_names = _source_names(pair.source)
        names = [name for name in all_names if not _is_left_to_terms(name, pair.terms)]
        translated = TranslatedNames(pair.translation)
        found = []
        for name in all_names:
            left = left_in_spanish(pair, name.span, name.spanish, translated) if name.spanish else []
            if left:
                message = f"of the name {name.span.text}, {' '.join(left)} is left in Spanish"
                found.append(Finding(self.name, "error", message, name.span.text, " ".join(left)))
        for name in names:
            if name.kept is not None:
                fault = fault_of_kept(name.kept, name.span, pair.source, translated)
                if fault is not None:
                    found.append(Finding(self.name, "error", fault, name.span.text, ""))
                continue
            lost = translated.lost(name.span.kind, name.required)
            if lost and not is_customary(pair.source, name.span, lost, translated):
                found.append(self._missing(pair.source, name.span, lost, len(name.required), translated))
        found += self._made_up(pair, translated, [f.source_span for f in found if f.severity == "error"])
        return found + self._displaced(pair, [name.span for name in names], translated, found)

    def _made_up(self, pair: Translated, translated: TranslatedNames, known: Sequence[str]) -> list[Finding]:
        """Words that are not the source's: garbled names, except of names `known` to be wrong, and titles."""
        found = []
        unknown = unknown_words(pair.source, translated, pair.terms)
        for name, form in garbled(pair.source, translated, pair.terms, unknown) if unknown else ():
            if not any(name in other for other in known):
                found.append(Finding(self.name, "error", f"the name {name} has become {form}", name, form))
        beside = made_up_beside_name(pair.source, unknown) if unknown and not found else None
        if beside is not None:
            message = f"{beside[0]} stands beside {beside[1]} and is not in the source"
            found.append(Finding(self.name, "error", message, "", beside[0]))
        for word, english in lost_former(pair.source, pair.translation):
            found.append(Finding(self.name, "error", f"{word} should be {english}", "", english))
        for word in invented_nationalities(pair):
            message = f"{word} is in the translation, and neither the people nor the place in the source"
            found.append(Finding(self.name, "warning", message, "", word))
        title = invented_title(pair.source, pair.translation)
        if title is not None:
            message = f"{title.group().strip()} before {title.group(1)} is not in the source"
            found.append(Finding(self.name, "warning", message, "", title.group().strip()))
        return found

    def _displaced(
        self, pair: Translated, spans: Sequence[NameSpan], translated: TranslatedNames, known: Sequence[Finding]
    ) -> list[Finding]:
        """Names whose words stand apart, except those `known` to be wrong, and two that have changed places."""
        found = []
        items, torn = aligned_names(pair, spans, translated)
        told = {finding.source_span for finding in known}
        for span in torn:
            if span.text not in told:
                message = f"the words of the name {span.text} stand apart"
                found.append(Finding(self.name, "error", message, span.text, ""))
        exchange = exchanged(pair.source, pair.translation, items)
        if exchange is not None:
            message = f"the names {exchange[0].text} and {exchange[1].text} have changed places"
            found.append(Finding(self.name, "error", message, "", ""))
        return found

    def _missing(
        self, source: str, span: NameSpan, lost: Sequence[str], required: int, translated: TranslatedNames
    ) -> Finding:
        message = f"the name {span.text} is missing"
        if len(lost) < required:
            message = f"of the name {span.text}, {' '.join(lost)} is missing"
        severity: Severity = "error"
        if span.start == 0 and translated.text[:1].islower() and not span.text[0].islower():
            return Finding(self.name, severity, message, span.text, "")
        # A verb that opens a sentence is no name, even if no list of words has its form.
        may_be_verb = span.opens_sentence and len(span.words) == 1 and not is_given_name(span.text)
        if (
            (may_be_verb and _VERB_FORM.search(span.text))
            or is_freely_translated(source, span, translated)
            or (is_acronym(span, lost) and has_other_acronym(source, lost[0], translated))
        ):
            severity = "note"
        return Finding(self.name, severity, message, span.text, "")
