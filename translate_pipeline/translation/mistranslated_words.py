"""Words that translate no word of the source, where the lexicon knows what should stand there."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace

from translate_pipeline.checks.invented import CORE
from translate_pipeline.glossary.enforcement.base import Segment
from translate_pipeline.language import function_words
from translate_pipeline.lexicon import may_translate, translations
from translate_pipeline.lexicon.english_stem import english_stem
from translate_pipeline.translation.attention import words_with_attention
from translate_pipeline.translation.engine import Engine, Hypothesis
from translate_pipeline.translation.invented_words import likeliest_translation, source_word_of

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 4
# Of the lexicon's probabilities: of the likeliest translation, and of all that it lists. Fitted on FLORES dev and
# newstest2012: higher ones mend less, lower ones as often put in a wrong word as a right one.
_LIKELY = 0.4
_KNOWN = 0.5


def mend_mistranslated_words(hypothesis: Hypothesis, segment: Segment, engine: Engine) -> Hypothesis:
    """Puts the lexicon's translation in place of words such as `criminal` for `penalti`.

    A word is replaced if no word of the source can mean it, if the decoder looked at a word of the source that the
    lexicon knows, and if none of that word's translations stands in the hypothesis. The method is that of
    `mend_invented_words`.
    """
    wanted = _untranslated(segment.text, hypothesis.text)
    words = words_with_attention(hypothesis) if wanted else None
    if words is None:
        return hypothesis
    held = {part.casefold() for term in segment.terms for part in term.target.split()}
    sources = _content_words(segment.text)
    changed = False
    for place, word in enumerate(words):
        match = CORE.search(word)
        if match is None or not _means_nothing(match.group(), sources, held):
            continue
        source = source_word_of(hypothesis, place, segment, engine)
        english = likeliest_translation(source) if source in wanted else None
        if source is not None and english is not None:
            words[place] = word[: match.start()] + english + word[match.end() :]
            wanted.discard(source)
            changed = True
    return replace(hypothesis, text=" ".join(words)) if changed else hypothesis


def _content_words(text: str) -> list[str]:
    passed_over = function_words("es")
    return [word for word in _WORD.findall(text) if word.lower() not in passed_over]


def _untranslated(source: str, target: str) -> set[str]:
    """Words in lower case that the lexicon knows well, and none of whose translations stands in the target."""
    stems = {english_stem(word.lower()) for word in _WORD.findall(target)}
    found = set()
    for word in _content_words(source):
        listed = translations(word) if word.islower() else {}
        if listed and max(listed.values()) >= _LIKELY and sum(listed.values()) >= _KNOWN:
            parts = {english_stem(part) for phrase in listed for part in _WORD.findall(phrase)}
            if not parts & stems:
                found.add(word)
    return found


def _means_nothing(word: str, sources: list[str], held: Set[str]) -> bool:
    """Whether a content word in lower case can translate none of the source's words."""
    if not word.islower() or len(word) < _SHORTEST or word in function_words("en") or word in held:
        return False
    return not any(may_translate(source, word) for source in sources)
