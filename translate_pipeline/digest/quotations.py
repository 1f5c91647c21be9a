"""Who is quoted as saying what, across articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate_pipeline.briefing.model import SentencePair
from translate_pipeline.digest.attribution import Attribution, attributions, subject_of
from translate_pipeline.digest.model import Article, Citation, Quotation
from translate_pipeline.digest.noun_phrases import text_at
from translate_pipeline.digest.passages import Passage, joined, passages
from translate_pipeline.digest.quoted_text import QuotedSpan, has_open_quotation, quoted_spans
from translate_pipeline.digest.speaker_names import speaker_names
from translate_pipeline.digest.speech_grammar import LANGUAGES, SpeechGrammar, speech_grammar
from translate_pipeline.digest.speech_subjects import place_before_verb
from translate_pipeline.digest.speech_tokens import Token, speech_tokens

# Shorter ones are titles and words that an author keeps at a distance; longer ones are documents.
_FEWEST_WORDS = 5
_MOST_WORDS = 120
_MOST_SENTENCES = 8
_WORD = re.compile(r"[^\W\d_]+")
_HAS_MARK = re.compile(r"[\"“«„‘']")
_CAPITALISED_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]*\w")
_GOES_ON = re.compile(r"[,;]|[a-záéíóúñ]")


def quotations(articles: Sequence[Article]) -> tuple[Quotation, ...]:
    """The quotations of five words or more whose speaker the text names, in the order in which they stand.

    A speaker is named where a verb of speech, or `según` and its like, ties the quotation to a name in the same
    sentence, or where its verb has no subject of its own and the sentence before tells whose words they are. Left
    out are pronouns and offices without a name, and newspapers and agencies, which tell what others say.

    Args:
        articles: articles in Spanish and in English; those in other languages are passed over.

    Returns:
        What is quoted, with its marks. A quotation of several sentences is one, and its citation holds all of them.
    """
    found: dict[tuple[str, str], Quotation] = {}
    for article in articles:
        for quotation in _quotations_of(article):
            found.setdefault((quotation.speaker_source, quotation.text), quotation)
    return tuple(found.values())


@dataclass(frozen=True)
class _Speaker:
    source: str
    target: str


@dataclass
class _Statement:
    """A sentence with what it quotes, or several where a quotation goes on from one to the next."""

    pair: SentencePair
    spans: list[QuotedSpan]
    tokens: list[Token]
    said: dict[int, Attribution]

    def speaker(self, token: Token) -> _Speaker:
        return _Speaker(*speaker_names(self.pair, token.start, token.end))

    def is_quotation_alone(self) -> bool:
        return all(token.kind in ("quotation", "mark") for token in self.tokens)


def _quotations_of(article: Article) -> Iterator[Quotation]:
    names = _names_inside_sentences(article)
    before: _Speaker | None = None
    for passage in passages(article.briefing):
        if passage.language[:2] not in LANGUAGES:
            before = None
            continue
        grammar = speech_grammar(passage.language)
        follows = False
        for pairs in _statements(passage):
            statement = _read(pairs, passage.language, grammar, names)
            speakers = _speakers(statement, before, follows)
            for place, speaker in speakers.items():
                span = statement.tokens[place]
                text = statement.pair.source[span.start : span.end]
                if len(_WORD.findall(text)) >= _FEWEST_WORDS and len(text.split()) <= _MOST_WORDS:
                    yield Quotation(speaker.source, speaker.target, text, Citation(article.id, statement.pair))
            before, follows = _speaker_of(statement, speakers, grammar), True


def _names_inside_sentences(article: Article) -> frozenset[str]:
    """Words with a capital that no beginning of a sentence explains; needed for English only."""
    english = [p for p in passages(article.briefing) if p.language[:2] == "en"]
    return frozenset(
        word for passage in english for pair in passage.pairs for word in _CAPITALISED_INSIDE.findall(pair.source)
    )


def _statements(passage: Passage) -> Iterator[Sequence[SentencePair]]:
    """The sentences of a passage, those together over which a quotation goes on."""
    pairs, start = passage.pairs, 0
    while start < len(pairs):
        end = _end_of_quotation(pairs, start, passage.language)
        while end < len(pairs) and _GOES_ON.match(pairs[end].source):
            end += 1
        yield pairs[start:end]
        start = end


def _end_of_quotation(pairs: Sequence[SentencePair], start: int, language: str) -> int:
    """The place behind the sentence in which the quotations that begin in a sentence end."""
    if not _HAS_MARK.search(pairs[start].source):
        return start + 1
    text = ""
    for end in range(start, min(start + _MOST_SENTENCES, len(pairs))):
        text += pairs[end].source + " "
        if not has_open_quotation(text, language):
            return end + 1
    return start + 1


def _read(pairs: Sequence[SentencePair], language: str, grammar: SpeechGrammar, names: frozenset[str]) -> _Statement:
    pair = joined(pairs)
    spans = quoted_spans(pair.source, language)
    tokens = speech_tokens(pair.source, spans, language, grammar, names)
    return _Statement(pair, spans, tokens, attributions(tokens, grammar))


def _speakers(statement: _Statement, before: _Speaker | None, follows: bool) -> dict[int, _Speaker]:
    """Who says each quotation of a statement, by its place among the tokens.

    Args:
        statement: the statement.
        before: who speaks in the sentence before.
        follows: whether that is in the same paragraph.
    """
    speakers = {}
    for place, attribution in statement.said.items():
        if attribution.speaker is not None:
            speakers[place] = statement.speaker(attribution.speaker)
        elif before is not None and (attribution.kind == "omitted" or (follows and statement.is_quotation_alone())):
            speakers[place] = before
    return speakers


def _speaker_of(statement: _Statement, speakers: dict[int, _Speaker], grammar: SpeechGrammar) -> _Speaker | None:
    """The one person who speaks in a statement, in quotation marks or not."""
    if statement.said:
        known = set(speakers.values())
        return known.pop() if len(known) == 1 and len(speakers) == len(statement.said) else None
    verbs = [place for place, token in enumerate(statement.tokens) if token.kind == "verb"]
    said = [
        subject_of(statement.tokens, verb, grammar) for verb in verbs if _is_of_main_clause(statement, verb, grammar)
    ]
    if not said or len(said) < len(verbs) or any(attribution.speaker != said[0].speaker for attribution in said):
        return None
    return statement.speaker(said[0].speaker) if said[0].speaker else None


def _is_of_main_clause(statement: _Statement, verb: int, grammar: SpeechGrammar) -> bool:
    before = place_before_verb(statement.tokens, verb, grammar)
    return text_at(statement.tokens, before) not in grammar.that
