"""The target form that a suggestion proposes."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence

from translate_pipeline.checks.english_vocabulary import is_english_word
from translate_pipeline.checks.name_forms import folded, same_sound
from translate_pipeline.glossary.suggestion.candidate import Candidate
from translate_pipeline.lexicon import may_translate, translations
from translate_pipeline.names import is_common_word
from translate_pipeline.names.vocabulary import LEGAL_FORMS, is_given_name

_SMALL_WORDS = frozenset(
    "a al and at bin de del der di du el en for from ibn in la las le los of on the van von y".split()
)
_POSSESSIVE = re.compile(r"['’]s?$")
_ENOUGH = 2


def proposed_target(candidate: Candidate, renderings: Mapping[str, int]) -> str:
    """What the package made of a name most often, if that is sound English for it, else the source form.

    An entry holds a form for ever, so a form that may be garbled is never proposed: a person and a company keep their
    spelling unless English has another for the same sounds, and a body is translated only if each word of it is.
    """
    if not renderings:
        return candidate.form
    length = len(candidate.words)
    best, count = min(renderings.items(), key=lambda item: (-item[1], abs(len(item[0].split()) - length), item[0]))
    names = _capitalised(candidate.words)
    is_settled = count >= _ENOUGH and 2 * count > sum(renderings.values())
    if candidate.kind == "acronym":
        return best if is_settled and _is_acronym_of(best, candidate.form) else candidate.form
    if candidate.words[-1] in LEGAL_FORMS:
        return candidate.form
    if any(map(is_common_word, names)):
        if is_given_name(names[0]):  # Pablo Iglesias is no church
            return candidate.form
        return best if len(names) > 1 and _translates(best, candidate.words) else candidate.form
    return best if is_settled and _is_established(best, candidate.words) else candidate.form


def _is_acronym_of(best: str, acronym: str) -> bool:
    """Whether English has another acronym for one: NATO for OTAN, UN for ONU."""
    own, other = folded(acronym), folded(best)
    if " " in best or not best.isupper():
        return False
    return (
        may_translate(acronym, best)
        or sorted(own) == sorted(other)
        or (len(other) < len(own) and set(other) < set(own))
    )


def _capitalised(words: Sequence[str]) -> list[str]:
    return [word for word in words if word[:1].isupper()]


def _is_established(rendering: str, names: Sequence[str]) -> bool:
    """Whether English has this form of a name: other letters for the same sounds, or another word for a place.

    Accents alone are no reason: English keeps them in names, or may.
    """
    words = [_bare(word) for word in rendering.split()]
    if len(words) != len(names) or [*map(folded, words)] == [*map(folded, names)]:
        return False
    return all(_is_english_for(name, word, len(names) == 1) for name, word in zip(names, words, strict=True))


def _is_english_for(name: str, word: str, stands_alone: bool) -> bool:
    if folded(name) == folded(word):
        return True
    if not word[:1].isupper() or not is_english_word(word.lower()):
        return False
    if stands_alone and translations(name):
        return not is_given_name(name) and may_translate(name, word)
    # Ana is English as well, and no Anna.
    return not is_english_word(folded(name)) and same_sound(folded(name), folded(word))


def _bare(word: str) -> str:
    """A word without a possessive and the marks behind it."""
    return _POSSESSIVE.sub("", word.strip(",.;:"))


def _translates(rendering: str, names: Sequence[str]) -> bool:
    """Whether each word of a rendering translates one of a body's, and none is left out, left in Spanish or doubled.

    The noun that Spanish begins with must stand where English has it, before the first preposition. A possessive is
    no name's: Honor's Legion.
    """
    words = [word.strip(",.;:") for word in rendering.split()]
    if not _looks_like_name(rendering) or any(map(_POSSESSIVE.search, words)):
        return False
    head = list(itertools.takewhile(lambda word: word.lower() not in _SMALL_WORDS, words))
    if not head or not translations(names[0]) or not _may_become(names[0], head[-1]):
        return False
    if words[len(head) :][:1] == ["and"] and next((name for name in names if name in _SMALL_WORDS), "") != "y":
        return False
    left = [word for word in names if word not in _SMALL_WORDS]
    for word in words:
        if word.lower() in _SMALL_WORDS:
            continue
        source = next((name for name in left if _may_become(name, word)), None)
        if source is None:
            return False
        left.remove(source)
    return not left


def _may_become(name: str, word: str) -> bool:
    if not is_common_word(name) and not translations(name):
        return name == word
    is_shared = name == word and name.isascii()
    return is_english_word(word.lower()) and (may_translate(name, word) or is_shared)


def _looks_like_name(text: str) -> bool:
    words = text.split()
    return (
        bool(words)
        and not set("⟦⟧|").intersection(text)
        and (words[0][:1].isupper() or words[0][:1].isdigit())
        and all(not word[:1].islower() or word in _SMALL_WORDS for word in words)
    )
