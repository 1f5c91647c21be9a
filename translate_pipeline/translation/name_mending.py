"""Puts names right that a model misspelled, and takes out titles that it made up, where only one thing can be meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translate_pipeline.checks import Finding
from translate_pipeline.checks.former_offices import lost_former
from translate_pipeline.checks.forms_of_address import invented_title
from translate_pipeline.checks.translated_names import TranslatedNames
from translate_pipeline.checks.unknown_words import made_up_beside_name, unknown_words
from translate_pipeline.glossary.article import with_fitting_indefinite
from translate_pipeline.glossary.enforcement.joining import remains_behind, surplus_behind, without_article
from translate_pipeline.glossary.suggestion.alignment import alike_rendering
from translate_pipeline.lexicon import best_translation
from translate_pipeline.translation.invented_words import likeliest_translation

_FORMER = "former "
# The letters that a made-up word has from its source.
_BEGINNING = 4


def mend_names(translation: str, source: str, findings: Sequence[Finding]) -> str | None:
    """A translation with the names of the source for words that are written much like them, and without its own titles.

    Args:
        translation: a translation.
        source: the Spanish sentence.
        findings: what the checks found in the translation.

    Returns:
        None if there is nothing to mend.
    """
    mended = translation
    for finding in findings:
        if finding.check != "names" or finding.severity == "note":
            continue
        left = finding.target_span.split()
        if left and set(left) <= set(finding.source_span.split()):
            for word in left:
                mended = _with_english_word(mended, word, finding.source_span)
        elif " " in finding.source_span:
            mended = _without_first_word_twice(_with_name(mended, finding.source_span), finding.source_span, source)
        elif finding.target_span.startswith(_FORMER):
            for word, english in lost_former(source, mended):
                mended = _with_former(mended, word, english)
        elif not finding.source_span:
            mended = _with_office(mended, source)
    title = invented_title(source, mended)
    if title is not None:
        mended = mended[: title.start()] + mended[title.end() :]
    return mended if mended != translation else None


def _with_former(text: str, word: str, english: str) -> str:
    """A text with `former mayor` for its only `mayor`, or for what a model made of `exalcalde`: the exalter."""
    made_up = re.search(rf"(?<![\w-]){re.escape(word[:_BEGINNING].lower())}[a-z]*", text)
    if made_up is not None:
        return text[: made_up.start()] + english + text[made_up.end() :]
    places = list(re.finditer(rf"(?<![\w-]){english.removeprefix(_FORMER)}(?!\w)", text, re.IGNORECASE))
    if len(places) != 1:
        return text
    before = with_fitting_indefinite(text[: places[0].start()], _FORMER)
    return before + _FORMER + places[0].group() + text[places[0].end() :]


def _with_name(text: str, name: str) -> str:
    """A text with a name for the words that are written most like it, if they stand there once."""
    alike = alike_rendering(name, text)
    if alike is None or alike == name:
        return text
    places = list(re.finditer(rf"(?<!\w){re.escape(alike)}(?!\w)", text))
    if len(places) != 1:
        return text
    before, after = without_article(text[: places[0].start()], name), text[places[0].end() :]
    after = after[remains_behind(name, after) :]
    return before + name + after[surplus_behind(name, after, goes_on=False) :]


def _without_first_word_twice(text: str, name: str, source: str) -> str:
    """A text without the first word of a name in front of the name: Ana Ana Ferrer."""
    twice = f"{name.split()[0]} {name}"
    return text if twice in source else text.replace(twice, name)


def _with_office(text: str, source: str) -> str:
    """A text with what the source has before a name, an office or the like, for a made-up word before the name."""
    unknown = unknown_words(source, TranslatedNames(text))
    made_up = made_up_beside_name(source, unknown)
    if made_up is None:
        return text
    word, name = made_up
    before = re.search(rf"([^\W\d_]+) {re.escape(name)}", source)
    english = likeliest_translation(before.group(1)) if before is not None and before.group(1).islower() else None
    return text.replace(f"{word} {name}", f"{english} {name}") if english is not None else text


def _with_english_word(text: str, word: str, name: str) -> str:
    """A text with the English of one Spanish word of a body's name, which the model left there.

    Only where the lexicon is sure: a guess would take the finding away and leave a wrong name.
    """
    english = best_translation(word)
    if english is None or not english.isascii():
        return text
    english = english[:1].upper() + english[1:]
    # What stands right behind its noun is an adjective, and has no possessive: Públicas's Administrations.
    possessive = "" if re.search(rf"\b(?:de|del|las?|los|el) {re.escape(word)}", name) else "(?:['’]s)?"
    return re.sub(rf"(?<!\w){re.escape(word)}(?!\w){possessive}", english, text)
