"""Names: each name of the source must stand in the translation, whole and in its place."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from translate_pipeline.checks.base import Finding, Severity, Translated
from translate_pipeline.checks.customary_names import (
    has_other_acronym,
    is_acronym,
    is_customary,
    is_freely_translated,
)
from translate_pipeline.checks.exchange import exchanged
from translate_pipeline.checks.garbled_names import garbled
from translate_pipeline.checks.name_alignment import aligned_names
from translate_pipeline.checks.translated_names import TranslatedNames
from translate_pipeline.names import NameSpan, is_common_word, recognise
from translate_pipeline.names.vocabulary import is_given_name

_VERB_FORM = re.compile(
    r"(?:[aei]r|[ai]ndo|iendo|[aáeéií]d?)(?:me|te|se|nos|l[oae]s?)+$"
    r"|(?:[aei]mos|[aei]ron|[aeií]an|[aei]r(?:é|ás?|án|éis|ía\w*)|(?<!ov)á|(?<!e)ó)$"
)
# Letters as Spanish never writes them: a word with them is foreign, even if Spanish texts often have it.
_FOREIGN = re.compile(r"[kw]|[bcfghjkmpqtv]s?$|[dlnr]s$|oo|ee|th|sh|([bdfgkmpstz])\1|ll$|ph|[^aeou]y$")
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
            and _FOREIGN.search(word.lower())
        )
    )


@functools.lru_cache(maxsize=4096)
def _source_names(source: str) -> Sequence[tuple[NameSpan, tuple[str, ...]]]:
    return [(span, _required_words(span)) for span in recognise(source)[:_MOST_NAMES]]


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
        names = [
            (span, required)
            for span, required in _source_names(pair.source)
            if not any(term.overlaps(span.start, span.end) for term in pair.terms)
        ]
        translated = TranslatedNames(pair.translation)
        found = []
        for span, required in names:
            lost = translated.lost(span.kind, required)
            if lost and not is_customary(pair.source, span, lost, translated):
                found.append(self._missing(pair.source, span, lost, len(required), translated))
        for name, form in garbled(pair.source, translated):
            if not any(name in finding.source_span for finding in found if finding.severity == "error"):
                found.append(Finding(self.name, "error", f"the name {name} has become {form}", name, form))
        spans = [span for span, _ in names]
        items, torn = aligned_names(pair, spans, translated)
        for span in torn:
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
