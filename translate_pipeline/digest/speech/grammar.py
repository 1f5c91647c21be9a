"""The words that decide, in Spanish and in English, who says what is quoted; the lists are in `speech_words`."""

from __future__ import annotations

import functools
from dataclasses import dataclass, fields

from translate_pipeline.digest.word_sections import lines, word_sections

LANGUAGES = ("es", "en")


@dataclass(frozen=True)
class SpeechGrammar:
    """The words of a language that decide who speaks; all in lower case.

    Args:
        is_english: a name may stand before a noun that it describes, a subject between a quotation and its verb, and
            every verb has its subject.
        according: phrases that the name of a speaker follows, each as its words: `de acuerdo con`.
        verbs: finite verbs of speech, third person singular.
        verbs_behind_quotation: forms that are verbs of speech right behind a quotation, and often nouns elsewhere.
        verbs_of_works: those among them that a title may follow: `escribió “Cien años de soledad”`.
        participles: what follows an auxiliary: `dicho`.
        auxiliaries: `ha`.
        behind_quotation: marks between a quotation and its verb.
        that: conjunctions of reported speech.
        articles: all forms of the article.
        determiners: articles and the like, with which the phrase of a speaker begins.
        prepositions: what makes the name behind it no subject.
        clause_openers: words behind which a clause begins.
        not_in_phrase: words that no noun phrase of a speaker holds.
        adverbs: what may stand between a verb and its subject.
        clitics: unstressed pronouns before a verb.
        impersonal: those that leave a verb without subject, but for the `reflexive` verbs.
        reflexive: verbs that have a subject beside such a pronoun: `se preguntó`.
        negations: words that deny a verb.
        conjunctions: what joins two names.
        joining: what joins two verbs of one subject.
        relatives: pronouns that take up the name before them.
        after_omitted_subject: what may follow a verb whose subject is left out.
        to: prepositions before who is spoken to.
        listeners: who is spoken to, other than by name.
        media_words: kinds of media and documents, which tell what others say.
        by: prepositions before the channel by which something was said.
        channels: such channels: `comunicado`.
        of_channel: what may stand around a channel.
        before_weekday: what stands before days of the week.
        weekdays: the days.
    """

    is_english: bool
    according: frozenset[tuple[str, ...]]
    verbs: frozenset[str]
    verbs_behind_quotation: frozenset[str]
    verbs_of_works: frozenset[str]
    participles: frozenset[str]
    auxiliaries: frozenset[str]
    behind_quotation: frozenset[str]
    that: frozenset[str]
    articles: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    clause_openers: frozenset[str]
    not_in_phrase: frozenset[str]
    adverbs: frozenset[str]
    clitics: frozenset[str]
    impersonal: frozenset[str]
    reflexive: frozenset[str]
    negations: frozenset[str]
    conjunctions: frozenset[str]
    joining: frozenset[str]
    relatives: frozenset[str]
    after_omitted_subject: frozenset[str]
    to: frozenset[str]
    listeners: frozenset[str]
    media_words: frozenset[str]
    by: frozenset[str]
    channels: frozenset[str]
    of_channel: frozenset[str]
    before_weekday: frozenset[str]
    weekdays: frozenset[str]


@functools.cache
def speech_grammar(language: str) -> SpeechGrammar:
    """The grammar of a language of `LANGUAGES`."""
    sections = word_sections("speech_words", language[:2])
    phrases = frozenset(tuple(line.split()) for line in lines(sections.pop("according")))
    words = {field.name: frozenset(sections[field.name].split()) for field in fields(SpeechGrammar)[2:]}
    return SpeechGrammar(language[:2] == "en", phrases, **words)


@functools.cache
def media_names() -> frozenset[str]:
    """Newspapers, agencies and the like that Spanish and English news name as their sources, in lower case."""
    return frozenset(lines(word_sections("speech_words", "media")["names"]))
