"""The target form that a suggestion proposes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from translate_pipeline.glossary.suggestion.alignment import letters_of
from translate_pipeline.glossary.suggestion.candidate import Candidate
from translate_pipeline.names import is_common_word
from translate_pipeline.names.vocabulary import is_given_name

_SMALL_WORDS = frozenset(
    "a al and at bin de del der di du el en for from ibn in la las le los of on the van von y".split()
)
# Spelled alike in both languages.
_SHARED = frozenset(
    "capital central club cultural federal general global hospital liberal popular radio regional social".split()
)
_ENOUGH = 2
_ENOUGH_FOR_ANOTHER_WORD = 3


def proposed_target(candidate: Candidate, renderings: Mapping[str, int]) -> str:
    """What the package made of a name most often, if that looks like a name, else the source form.

    A name without common words is proposed in another spelling than the source's only if the package wrote that
    twice and more often than all others: what it writes once may be garbled.
    """
    if not renderings:
        return candidate.form
    length = len(candidate.words)
    best, count = min(renderings.items(), key=lambda item: (-item[1], abs(len(item[0].split()) - length), item[0]))
    names = _capitalised(candidate.words)
    if candidate.kind == "name" and any(map(is_common_word, names)):
        if is_given_name(names[0]):  # Pablo Iglesias is no church
            return candidate.form
        return best if len(names) > 1 and _translates(best, names) else candidate.form
    is_settled = count >= _ENOUGH and 2 * count > sum(renderings.values())
    if not is_settled or not _looks_like_name(best) or len(best.split()) > length + 1:
        return candidate.form
    own, other = letters_of(candidate.form), letters_of(best)
    if own == other or candidate.kind == "acronym":
        return best
    has_lost_letters = len(other) < len(own) and _is_subsequence(other, own)
    is_another_word = not set(own[:3]) & set(other[:3])
    is_doubtful = has_lost_letters or is_another_word
    return candidate.form if is_doubtful and count < _ENOUGH_FOR_ANOTHER_WORD else best


def _capitalised(words: Sequence[str]) -> list[str]:
    return [word for word in words if word[:1].isupper()]


def _is_subsequence(shorter: str, longer: str) -> bool:
    rest = iter(longer)
    return all(letter in rest for letter in shorter)


def _translates(rendering: str, names: Sequence[str]) -> bool:
    """Whether a rendering can be the whole of a name, with no common word of it left in Spanish."""
    left = {word.lower() for word in names if is_common_word(word)} - _SHARED
    words = rendering.split()
    return (
        _looks_like_name(rendering)
        and max(2, len(names) - 1) <= len(_capitalised(words)) <= len(names) + 1
        and not any(word.lower().strip(",.") in left for word in words)
    )


def _looks_like_name(text: str) -> bool:
    words = text.split()
    return (
        bool(words)
        and not set("⟦⟧|").intersection(text)
        and (words[0][:1].isupper() or words[0][:1].isdigit())
        and all(not word[:1].islower() or word in _SMALL_WORDS for word in words)
    )
