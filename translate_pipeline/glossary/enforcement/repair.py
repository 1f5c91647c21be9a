"""Finds, through the decoder's attention, what the model made of a term, and puts the target form there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from translate_pipeline.checks.figures import Figure
from translate_pipeline.checks.terms import missing_terms
from translate_pipeline.document import TermMatch
from translate_pipeline.glossary.article import place
from translate_pipeline.glossary.enforcement.base import Attempt, Segment, had_article
from translate_pipeline.translation.engine import Engine, Hypothesis, Request, SearchOptions

_WORD_START = "▁"
_ENOUGH_ATTENTION = 0.5


def _words(pieces: Sequence[str]) -> list[tuple[int, int]]:
    """First piece and end of each word of a hypothesis."""
    starts = [i for i, piece in enumerate(pieces) if i == 0 or piece.startswith(_WORD_START)]
    return list(zip(starts, [*starts[1:], len(pieces)], strict=True))


def _attended_words(hypothesis: Hypothesis, first: int, end: int) -> tuple[int, int] | None:
    """The run of words that look most at source pieces `first` to `end`: first word and end, or None."""
    shares = []
    for begin, stop in _words(hypothesis.pieces):
        rows = hypothesis.attention[begin:stop]
        shares.append(sum(sum(row[first:end]) for row in rows) / max(1, len(rows)))
    best = max(range(len(shares)), key=shares.__getitem__, default=None)
    if best is None or shares[best] < _ENOUGH_ATTENTION:
        return None
    left, right = best, best + 1
    while left > 0 and shares[left - 1] >= _ENOUGH_ATTENTION:
        left -= 1
    while right < len(shares) and shares[right] >= _ENOUGH_ATTENTION:
        right += 1
    return left, right


def _replaced(words: list[str], span: tuple[int, int], segment: Segment, term: TermMatch) -> list[str]:
    """The words of a translation with the term's target form in place of the words of `span`."""
    left, right = span
    old = " ".join(words[left:right])
    opening = old[: len(old) - len(old.lstrip("\"'(“"))]
    rest = old.rstrip("\"'),.;:?!”")
    closing = ("'s" if rest.endswith("'s") else "") + old[len(rest) :]
    before = "".join(word + " " for word in words[:left]) + opening
    before, form = place(before, term.entry.target, term.entry, term.in_capitals, had_article(segment.text, term.start))
    return [*(before + form + closing).split(" "), *words[right:]]


def _is_rendering(old: list[str], term: TermMatch, at_start: bool) -> bool:
    """Whether words can be what became of a term, and of nothing else: not many more, and no name for a noun."""
    if len(old) > len(term.entry.target.split()) + 1:
        return False
    inner = old[1:] if at_start else old
    return not term.entry.target.islower() or not any(word[:1].isupper() for word in inner)


def _repaired(hypothesis: Hypothesis, segment: Segment, engine: Engine) -> str | None:
    words = hypothesis.text.split(" ")
    if not hypothesis.attention or len(words) != len(_words(hypothesis.pieces)):
        return None
    located = []
    for term in missing_terms(segment.terms, hypothesis.text):
        first, end = (engine.count_pieces(segment.text[:offset]) for offset in (term.start, term.end))
        span = _attended_words(hypothesis, first, end)
        if span is not None and _is_rendering(words[span[0] : span[1]], term, span[0] == 0):
            located.append((span, term))
    untouched = len(words)
    # From right to left, so that the words before a repair keep their numbers.
    for span, term in sorted(located, key=lambda item: item[0], reverse=True):
        if span[1] <= untouched:
            words = _replaced(words, span, segment, term)
            untouched = span[0]
    return " ".join(words) if located else None


class AttentionRepair:
    """Repairs the plain translation: each missing term goes where the decoder looked at its source."""

    name = "attention repair"

    def attempts(
        self, segment: Segment, missing: Sequence[TermMatch], wrong: Sequence[Figure], engine: Engine
    ) -> Iterable[Attempt]:
        """One attempt, where a single package with pieces that mark word beginnings translates.

        Where slots are at hand, names are left to them: a name that was garbled has garbled its surroundings.
        """
        for_slots = engine.knows_slots and not all(term.entry.target.islower() for term in missing)
        if missing and not for_slots and len(engine.packages) == 1:
            request = Request(segment.text, SearchOptions(engine.beam, attention=True))
            yield Attempt(request, lambda hypothesis: _repaired(hypothesis, segment, engine))
