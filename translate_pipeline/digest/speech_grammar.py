"""The words that decide, in Spanish and in English, who says what is quoted; the lists are in `speech_words`."""

from __future__ import annotations

import functools
import importlib.resources
import re
from dataclasses import dataclass

_SECTION = re.compile(r"^\[(\w+)\]$", re.MULTILINE)
LANGUAGES = ("es", "en")


@dataclass(frozen=True)
class SpeechGrammar:
    """The words of a language that decide who speaks; all in lower case.

    Args:
        verbs: finite verbs of speech, third person singular.
        verbs_behind_quotation: forms that are verbs of speech right behind a quotation, and often nouns elsewhere.
        participles: what follows an auxiliary: `dicho`.
        auxiliaries: `ha`.
        according: phrases that the name of a speaker follows: `de acuerdo con`.
        that: conjunctions of reported speech.
        articles: all forms of the article.
        determiners: articles and the like, with which the phrase of a speaker begins.
        prepositions: what makes the name behind it no subject.
        clause_openers: words behind which a clause begins.
        not_in_phrase: words that no noun phrase of a speaker holds.
        adverbs: what may stand between a verb and its subject.
        clitics: unstressed pronouns before a verb.
        negations: words that deny a verb.
        conjunctions: what joins two names or two verbs.
        after_omitted_subject: what may follow a verb whose subject is left out.
        listeners: who is spoken to, other than by name.
        media_words: kinds of media and documents, which tell what others say.
        to: prepositions before who is spoken to.
        names_modify_nouns: whether a name may stand before a noun, and a subject between a quotation and its verb.
        of: prepositions before whose something is.
        by: prepositions before the channel by which something was said.
        channels: such channels: `comunicado`.
        of_channel: what may stand around a channel.
        weekdays: days of the week.
        before_weekday: what stands before them.
        joining: words between two verbs that have one subject.
        relatives: pronouns that take up the name before them.
    """

    names_modify_nouns: bool
    verbs: frozenset[str]
    verbs_behind_quotation: frozenset[str]
    participles: frozenset[str]
    auxiliaries: frozenset[str]
    according: frozenset[tuple[str, ...]]
    that: frozenset[str]
    articles: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    clause_openers: frozenset[str]
    not_in_phrase: frozenset[str]
    adverbs: frozenset[str]
    clitics: frozenset[str]
    negations: frozenset[str]
    conjunctions: frozenset[str]
    after_omitted_subject: frozenset[str]
    listeners: frozenset[str]
    media_words: frozenset[str]
    to: frozenset[str]
    of: frozenset[str]
    by: frozenset[str]
    channels: frozenset[str]
    of_channel: frozenset[str]
    weekdays: frozenset[str]
    before_weekday: frozenset[str]
    joining: frozenset[str]
    relatives: frozenset[str]


def _text(name: str) -> str:
    file = importlib.resources.files("translate_pipeline") / "digest" / "speech_words" / f"{name}.txt"
    return file.read_text(encoding="utf-8")


@functools.cache
def speech_grammar(language: str) -> SpeechGrammar:
    """The grammar of a language of `LANGUAGES`."""
    _, *parts = _SECTION.split(_text(language))
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    phrases = frozenset(tuple(line.split()) for line in sections.pop("according").strip().splitlines())
    words = {name: frozenset(text.split()) for name, text in sections.items()}
    return SpeechGrammar(according=phrases, names_modify_nouns=language[:2] == "en", **words)


@functools.cache
def media_names() -> frozenset[str]:
    """Newspapers, agencies and the like that Spanish and English news name as their sources, in lower case."""
    return frozenset(_text("media").splitlines())
