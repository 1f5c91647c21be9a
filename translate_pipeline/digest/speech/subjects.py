"""Who does what a verb of speech says: the name before it or behind it."""

from __future__ import annotations

from translate_pipeline.digest.speech.adverbials import behind_adverbials, is_adverb
from translate_pipeline.digest.speech.noun_phrases import (
    behind_brackets,
    is_governed,
    is_one_speaker,
    named_by_phrase,
)
from translate_pipeline.digest.speech.sentence import SpeechSentence, Token

_OPENINGS = {",": ",", ")": "(", "—": "—", "–": "–"}
_LONGEST_INSERTION = 18


def subject_behind(sentence: SpeechSentence, verb: int) -> Token | None:
    """The name of who speaks, behind the verb: `dijo este lunes a Efe el ministro ruso, Serguéi Lavrov`."""
    return named_by_phrase(sentence, behind_adverbials(sentence, verb + 1))


def has_omitted_subject(sentence: SpeechSentence, verb: int) -> bool:
    """Whether nothing behind the verb can be its subject: `añadió en un comunicado`."""
    grammar = sentence.grammar
    if grammar.is_english:
        return False
    place = behind_adverbials(sentence, verb + 1)
    if sentence.at(place) not in grammar.after_omitted_subject:
        return not sentence.at(place)[:1].isalnum()
    for behind in range(place + 1, len(sentence.tokens)):
        token = sentence.tokens[behind]
        if token.kind in ("mark", "quotation", "verb") or token.text in grammar.clause_openers:
            break
        if token.text in grammar.articles and sentence.at(behind - 1) not in grammar.prepositions:
            return False
        if token.kind == "name" and not is_governed(sentence, behind):
            return False
    return True


def place_before_verb(sentence: SpeechSentence, verb: int) -> int:
    """The place of the last token before a verb that is neither its pronoun nor an adverb; -1 where there is none."""
    place = verb - 1
    while sentence.is_a("word", place) and sentence.at(place) not in sentence.grammar.negations:
        if sentence.at(place) not in sentence.grammar.clitics and not is_adverb(sentence, place):
            break
        place -= 1
    return place


def subject_before(sentence: SpeechSentence, verb: int) -> Token | None:
    """The name of who speaks, before the verb: `Lavrov, ministro de Exteriores, dijo`."""
    place = place_before_verb(sentence, verb)
    if sentence.is_a("name", place):
        return sentence.tokens[place] if _is_subject(sentence, place) else None
    if sentence.at(place) in _OPENINGS:
        return _subject_before_insertion(sentence, place)
    return None


def _subject_before_insertion(sentence: SpeechSentence, end: int) -> Token | None:
    """The name before an insertion, or the one that is the insertion: `el ministro ruso, Serguéi Lavrov, dijo`."""
    tokens = sentence.tokens
    opening = _OPENINGS[tokens[end].text]
    begin = end - 1
    while begin >= 0 and tokens[begin].text != opening:
        if tokens[begin].kind in ("verb", "quotation") or end - begin > _LONGEST_INSERTION:
            return None
        if tokens[begin].text == ")":
            begin = _opening_bracket(sentence, begin)
        begin -= 1
    if begin < 1:
        return None
    inserted = named_by_phrase(sentence, begin + 1)
    if inserted is not None and inserted == tokens[end - 1]:
        return inserted if opening == "," and _begins_with_determiner(sentence, begin) else None
    if sentence.is_a("name", begin + 1) or not sentence.is_a("name", begin - 1):
        return None
    return tokens[begin - 1] if _is_subject(sentence, begin - 1) else None


def _opening_bracket(sentence: SpeechSentence, place: int) -> int:
    """The place of the bracket that the one at a place closes; the place itself where it closes none."""
    for begin in range(place - 1, -1, -1):
        if sentence.at(begin) == "(" and behind_brackets(sentence, begin) == place + 1:
            return begin
    return place


def _is_subject(sentence: SpeechSentence, place: int) -> bool:
    """Whether the name at a place is what its clause is about."""
    grammar, before = sentence.grammar, sentence.at(place - 1)
    if not is_one_speaker(sentence, place):
        return False
    if before in grammar.conjunctions and sentence.is_a("name", place - 2):
        return False
    if not before[:1].isalnum() or before in grammar.clause_openers:
        return True
    if is_governed(sentence, place):
        return False
    region = sentence.tokens[_clause_start(sentence, place) : place]
    return region[0].text in grammar.determiners or grammar.prepositions.isdisjoint(token.text for token in region)


def _clause_start(sentence: SpeechSentence, end: int) -> int:
    """Where the clause begins that a place is in, as far as marks, conjunctions and verbs of speech tell."""
    place = end
    while place > 0:
        token = sentence.tokens[place - 1]
        bracket = _opening_bracket(sentence, place - 1) if token.text == ")" else place - 1
        if token.text == ")" and bracket < place - 1:
            place = bracket
        elif token.kind not in ("word", "name", "number") or token.text in sentence.grammar.clause_openers:
            break
        else:
            place -= 1
    return place


def _begins_with_determiner(sentence: SpeechSentence, end: int) -> bool:
    """Whether the clause before a place is a noun phrase with its article, as far as its beginning tells."""
    start = _clause_start(sentence, end)
    return start < end and sentence.at(start) in sentence.grammar.determiners
