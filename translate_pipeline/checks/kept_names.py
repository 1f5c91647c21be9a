"""Names that English keeps as they are: people's, companies', and places' that have a saint or an article in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from translate_pipeline.checks.curated_places import english_places
from translate_pipeline.checks.english_vocabulary import is_english_word
from translate_pipeline.checks.name_forms import folded, looks_foreign, same_name, same_sound
from translate_pipeline.checks.translated_names import TranslatedNames
from translate_pipeline.lexicon import may_translate
from translate_pipeline.names import NameSpan, is_common_word
from translate_pipeline.names.links import BODIES
from translate_pipeline.names.vocabulary import LEGAL_FORMS, SAINTS, is_given_name

KeptName = Literal["person", "company", "saint", "article"]
# `Marina Real` is a navy.
_ADJECTIVES = frozenset("real nacional imperial federal popular mercante general militar".split())
CAPITAL_ARTICLES = frozenset({"El", "La", "Los", "Las"})
_ROMAN = frozenset("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XXIII".split())
# Middle names that English may have more: George W. Bush for George Bush.
_MOST_INSERTED = 2
_LEAST_NAME = 2
_TWICE = 2
# How near, in words, a second mention is of the same making.
_NEAR = 3


def _capitalised(words: Sequence[str]) -> list[str]:
    return [word for word in words if word[0].isupper()]


def kept_name(span: NameSpan) -> KeptName | None:
    """What kind of name a span is, if English has the name as it is; None if it may be translated.

    Kings and popes are translated, and bodies. A person is told by a frequent given name before a surname.
    """
    if span.kind != "name" or len(span.words) < _LEAST_NAME:
        return None
    first, last, capitals = span.words[0], span.words[-1], _capitalised(span.words)
    if last.upper() in LEGAL_FORMS and last.isupper():
        return "company"
    if first.lower() in SAINTS:
        return "saint"
    if first in CAPITAL_ARTICLES:
        return None if span.opens_sentence or capitals[1:2] == [] or capitals[1].lower() in BODIES else "article"
    if len(capitals) < _LEAST_NAME or not is_given_name(first) or not _ROMAN.isdisjoint(capitals):
        return None
    # `Marco de Asistencia` is no Marco.
    is_phrase = span.words[1].islower() and all(map(is_common_word, capitals))
    return None if is_phrase or {word.lower() for word in capitals[1:]} <= _ADJECTIVES else "person"


def fault_of_kept(kind: KeptName, span: NameSpan, source: str, translated: TranslatedNames) -> str | None:
    """What is wrong with a kept name in a translation, in a line that a person understands; None if it came through.

    Args:
        kind: what `kept_name` says of it.
        span: the name.
        source: the Spanish sentence.
        translated: the translation.
    """
    lost = {"article": _lost_with_article, "saint": _lost_with_saint}.get(kind, _lost)(span, translated)
    if lost is None:
        twice = _repeated_beside(span, source, translated) if kind == "person" else None
        return f"{twice} stands there again beside the name {span.text}" if twice else None
    if not lost:
        return f"the words of the name {span.text} stand apart"
    if len(lost) == len(_capitalised(span.words)):
        return f"the name {span.text} is missing"
    return f"of the name {span.text}, {' '.join(lost)} is missing"


def _lost(span: NameSpan, translated: TranslatedNames) -> list[str] | None:
    """The words of a name that do not stand there; none if all do, but not in a row, and None if they do."""
    if translated.has_joined(span.text):
        return None
    is_foreign = any(looks_foreign(word.lower()) for word in span.distinctive)
    lost = [word for word in _capitalised(span.words) if not _stands(word, translated, is_foreign)]
    if lost:
        return lost
    return None if _stand_in_a_row(_without_employer(span.words), translated, is_foreign) else []


def _repeated_beside(span: NameSpan, source: str, translated: TranslatedNames) -> str | None:
    """A word of a name that stands once more near the whole name, but once in the source: Gea's keeper David Gea."""
    there, name = translated.folded, [folded(word) for word in span.words]
    if there.count(name[0]) < _TWICE and there.count(name[-1]) < _TWICE:
        return None
    length = len(name)
    start = next((at for at in range(len(there) - length + 1) if there[at : at + length] == name), None)
    if start is None:
        return None
    around = [*there[max(0, start - _NEAR) : start], *there[start + length : start + length + _NEAR]]
    ends = (span.words[0], span.words[-1])
    return next((word for word in ends if folded(word) in around and source.count(word) == 1), None)


def _is_same(word: str, fold: str, is_foreign: bool) -> bool:
    """Whether a folded English word is a word of a name; a foreign one may be spelled as English romanises it."""
    source = folded(word)
    if same_sound(source, fold):
        return True
    if is_foreign and may_translate(word, fold):
        return True
    return same_name(source, fold) and (is_foreign or is_english_word(fold) or looks_foreign(fold))


def _stands(word: str, translated: TranslatedNames, is_foreign: bool) -> bool:
    if folded(word) in translated.known or any(_is_same(word, other, is_foreign) for other in translated.capitalised):
        return True
    pieces = word.split("-")
    return len(pieces) > 1 and all(folded(piece) in translated.known for piece in pieces)


def _without_employer(words: Sequence[str]) -> Sequence[str]:
    """The words of a person's name before what Spanish may say the person is of: `Mark Luschini de Janney Scott`."""
    for place in range(_LEAST_NAME, len(words)):
        if words[place] == "de" and len(words) - place > _LEAST_NAME:
            return words[:place]
    return words


def _stand_in_a_row(words: Sequence[str], translated: TranslatedNames, is_foreign: bool) -> bool:
    """Whether all words of a name stand there in a row, but for middle names."""
    there = translated.folded
    starts = [at for at, fold in enumerate(there) if _is_same(words[0], fold, is_foreign)]
    return any(_go_on(words, translated, at, is_foreign) for at in starts)


def _go_on(words: Sequence[str], translated: TranslatedNames, at: int, is_foreign: bool) -> bool:
    """Whether the rest of a name follows on its first word at `at`."""
    there, inserted = translated.folded, 0
    for word in words[1:]:
        at += 1
        while at < len(there) and inserted < _MOST_INSERTED and not _is_same(word, there[at], is_foreign):
            if not translated.words[at][0].isupper():
                return False
            at, inserted = at + 1, inserted + 1
        if at >= len(there) or not _is_same(word, there[at], is_foreign):
            return False
    return True


def _lost_with_saint(span: NameSpan, translated: TranslatedNames) -> list[str] | None:
    """What is lost of `San Juan de Dios`, which may be Saint John of God, but not San Juan of God."""
    lost = translated.lost("name", _capitalised(span.words)[1:])
    if lost:
        return lost
    half = span.words[0] in translated.words and span.words[1] in translated.words
    return [] if half and not translated.has_joined(span.text) else None


def _lost_with_article(span: NameSpan, translated: TranslatedNames) -> list[str] | None:
    """What is lost of `Las Condes`, which is not Los Condes; Los Verdes may be the Greens."""
    if translated.has_joined(span.text) or any(map(translated.has_joined, english_places(span.text))):
        return None
    rest = _capitalised(span.words)[1:]
    lost = translated.lost("name", rest)
    if lost:
        return [span.words[0], *lost]
    other_articles = {article.lower() for article in CAPITAL_ARTICLES} - {span.words[0].lower()} | {"the"}
    first = folded(rest[0])
    for before, fold in zip(translated.folded, translated.folded[1:], strict=False):
        if fold == first and before in other_articles:
            return [span.words[0]]
    return None
