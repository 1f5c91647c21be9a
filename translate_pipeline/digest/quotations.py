"""Who is quoted as saying what, across articles."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate_pipeline.digest.model import Article, Citation, Quotation
from translate_pipeline.digest.passages import Passage, passages
from translate_pipeline.digest.speech.attribution import OMITTED, Attribution, attribution_of, attributions
from translate_pipeline.digest.speech.grammar import LANGUAGES
from translate_pipeline.digest.speech.sentence import SpeechSentence, speech_sentence
from translate_pipeline.digest.speech.speaker import Speaker, speaker_at
from translate_pipeline.digest.speech.statements import Statement, statements
from translate_pipeline.digest.speech.subjects import place_before_verb

# Shorter ones are titles and words that an author keeps at a distance; longer ones are documents.
_FEWEST_WORDS = 5
_FEWEST_WORDS_OF_SENTENCE = 4
_MOST_WORDS = 120
_BEGINS_SENTENCE = re.compile(r"\W*[A-ZÁÉÍÓÚÑ]")
_WORD = re.compile(r"[^\W\d_]+")
_CAPITALISED_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]*\w")


def quotations(articles: Sequence[Article]) -> tuple[Quotation, ...]:
    """What is quoted of speakers whom the text names, in the order in which it stands.

    A quotation has five words or more, or is a sentence of four. A speaker is named where a verb of speech, or `según`
    and its like, ties the quotation to a name in the same sentence, or where its verb has no subject of its own and
    the sentence before tells whose words they are. Left out are pronouns and offices without a name, and newspapers
    and agencies, which tell what others say.

    Args:
        articles: articles in Spanish and in English; those in other languages are passed over.

    Returns:
        What is quoted, with its marks, each once. A quotation of several sentences is one, and its citation holds all
        of them.
    """
    found: dict[tuple[str, str], Quotation] = {}
    for article in articles:
        for quotation in _quotations_of(article):
            found.setdefault((quotation.speaker_source, quotation.text), quotation)
    return tuple(found.values())


def _quotations_of(article: Article) -> Iterator[Quotation]:
    text = passages(article.briefing)
    names = _names_inside_sentences(text)
    last: _Utterance | None = None
    for passage in text:
        if passage.language[:2] not in LANGUAGES:
            last = None
            continue
        for number, statement in enumerate(statements(passage)):
            last = _Utterance(statement, passage.language, names, last, number > 0)
            for place, speaker in last.said.items():
                quoted = statement.quoted(last.sentence.tokens[place].start, last.sentence.tokens[place].end)
                if speaker is not None and _says_something(quoted):
                    yield Quotation(speaker.source, speaker.target, quoted, Citation(article.id, statement.pair))


def _names_inside_sentences(text: Sequence[Passage]) -> frozenset[str]:
    """Words that have a capital inside a sentence, in English, where no list tells which are names."""
    english = [pair.source for passage in text if passage.language[:2] == "en" for pair in passage.pairs]
    return frozenset(word for source in english for word in _CAPITALISED_INSIDE.findall(source))


def _says_something(quoted: str) -> bool:
    """Whether a quotation is neither a few words nor a document."""
    fewest = _FEWEST_WORDS_OF_SENTENCE if _BEGINS_SENTENCE.match(quoted) else _FEWEST_WORDS
    return fewest <= len(_WORD.findall(quoted)) <= _MOST_WORDS


@dataclass(frozen=True)
class _Utterance:
    """A statement with who speaks in it, which is found out when it is asked for.

    Args:
        statement: the statement.
        language: its code.
        names: words that are names elsewhere in the article.
        last: the statement before.
        follows: whether that is in the same paragraph, so that a quotation alone goes on with it.
    """

    statement: Statement
    language: str
    names: frozenset[str]
    last: _Utterance | None
    follows: bool

    @functools.cached_property
    def sentence(self) -> SpeechSentence:
        """The statement as it is read for who speaks."""
        return speech_sentence(self.statement.pair.source, self.statement.quotations, self.language, self.names)

    @functools.cached_property
    def said(self) -> dict[int, Speaker | None]:
        """Who says each of its quotations, by its place among the tokens."""
        if not self.statement.quotations:
            return {}
        is_alone = self.follows and all(token.kind in ("quotation", "mark") for token in self.sentence.tokens)
        return {
            place: self._speaker_before()
            if told == OMITTED or (is_alone and told.speaker is None)
            else self._named(told)
            for place, told in attributions(self.sentence).items()
        }

    @functools.cached_property
    def speaker(self) -> Speaker | None:
        """The one who speaks in it, in quotation marks or, as in `Lavrov dijo que no negociará`, without."""
        if self.statement.quotations:
            return _only(list(self.said.values()))
        sentence, verbs = self.sentence, self.sentence.places_of("verb")
        if any(sentence.at(place_before_verb(sentence, verb)) in sentence.grammar.that for verb in verbs):
            return None
        return _only([self._named(attribution_of(sentence, verb)) for verb in verbs])

    def _speaker_before(self) -> Speaker | None:
        return self.last.speaker if self.last is not None else None

    def _named(self, told: Attribution) -> Speaker | None:
        return None if told.speaker is None else speaker_at(self.statement.pair, told.speaker.start, told.speaker.end)


def _only(speakers: Sequence[Speaker | None]) -> Speaker | None:
    return speakers[0] if len(set(speakers)) == 1 else None
