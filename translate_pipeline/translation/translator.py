"""Translates sentences: first plainly, then, where a check finds something wrong, in other ways."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from translate_pipeline.checks import Finding, Translated, check, penalty
from translate_pipeline.checks.figures import Figure, anglicise, figures
from translate_pipeline.document import Sentence, TermMatch
from translate_pipeline.glossary import Glossary, GlossaryEntry
from translate_pipeline.glossary.enforcement import ENFORCEMENTS, Attempt, Enforcement, Segment
from translate_pipeline.glossary.enforcement.copies import mend_copies
from translate_pipeline.glossary.enforcement.slots import SlotEnforcement
from translate_pipeline.glossary.enforcement.substitution import SubstitutionEnforcement
from translate_pipeline.progress import Progress, SilentProgress
from translate_pipeline.translation.engine import Engine, Hypothesis, Request, SearchOptions
from translate_pipeline.translation.prose import VERBATIM_SPAN, is_prose
from translate_pipeline.translation.quotes import english_marks, peel, restore, straighten

_CLAUSE_PIECES = 40
# A slot in place of a common noun raises the model's score, but hides its gender and number from the words
# around it ("six warplanes Russians"); each costs about what it gains.
_COST_OF_HELD_NOUN = 0.12
_WIDE = SearchOptions(beam=4, hypotheses=4, forbid_repeated_ngram=4)


def find_terms(text: str, glossary: Glossary) -> list[TermMatch]:
    """Glossary terms, and URLs, addresses and handles, which must come through as they are."""
    fixed = [
        TermMatch(GlossaryEntry(m.group(), m.group()), m.start(), m.end(), m.group(), "verbatim")
        for m in VERBATIM_SPAN.finditer(text)
    ]
    terms = [t for t in glossary.find(text) if all(t.end <= f.start or f.end <= t.start for f in fixed)]
    return sorted([*terms, *fixed], key=lambda match: match.start)


@dataclass
class _Work:
    """A distinct sentence under translation, with the best translation so far."""

    source: str
    terms: list[TermMatch]
    opening: str
    segment: Segment
    closing: str
    best: str | None = None
    findings: list[Finding] = field(default_factory=list)
    rank: tuple[int, float] = (10**6, 0.0)
    was_degenerate: bool = False


class SentenceTranslator:
    """Translates sentences of one language pair.

    Args:
        engine: what translates text.
        glossary: the terms to hold.
        source, target: the language codes.
    """

    def __init__(self, engine: Engine, glossary: Glossary, source: str, target: str) -> None:
        self.engine = engine
        self.glossary, self._source, self._target = glossary, source, target

    def translate(self, sentences: Sequence[Sentence], progress: Progress | None = None) -> None:
        """Gives each sentence its terms, its translation and its findings; equal sentences are translated once.

        A sentence whose first translation fails a check is translated again: with missing terms and wrong
        figures in slots, repaired through attention, with a wider search, clause by clause. The translation
        with the fewest findings is kept, among equals the one with the best model score; findings that are
        left stay with the sentence.
        """
        progress = progress or SilentProgress()
        works: dict[str, _Work] = {}
        for sentence in sentences:
            if sentence.source not in works and is_prose(sentence.source):
                works[sentence.source] = self._prepare(sentence.source)
        todo = list(works.values())
        plain = SearchOptions(self.engine.beam)
        self._try([(work, Attempt(Request(work.segment.text, plain), _as_it_is)) for work in todo], progress)
        for work in todo:
            work.was_degenerate = any(finding.check == "degeneration" for finding in work.findings)
        for enforcement in ENFORCEMENTS:
            failed = [work for work in todo if work.findings]
            self._retry(failed, functools.partial(self._enforce, enforcement))
        # A sentence that made the model loop is hard for it; terms in place do not make it good.
        self._retry([work for work in todo if work.findings or work.was_degenerate], self._search_wider)
        for sentence in sentences:
            done = works.get(sentence.source)
            if done is None:
                sentence.translation = sentence.source
            else:
                sentence.translation = done.best if done.best is not None else sentence.source
                sentence.terms = [term for term in done.terms if term.kind == "term"]
                sentence.findings = list(done.findings)

    def _prepare(self, source: str) -> _Work:
        opening, body, closing = peel(source)
        text, offset = straighten(body), len(opening)
        terms = find_terms(source, self.glossary)
        inside = tuple(
            TermMatch(t.entry, t.start - offset, t.end - offset, t.text, t.kind)
            for t in terms
            if t.start >= offset and t.end <= offset + len(body)
        )
        return _Work(source, terms, english_marks(opening), Segment(text, inside), english_marks(closing))

    def _try(self, attempts: Sequence[tuple[_Work, Attempt]], progress: Progress) -> None:
        """Makes all attempts in one call of the engine, and keeps for each sentence the best translation."""
        results = self.engine.translate([attempt.request for _, attempt in attempts], progress)
        for (work, attempt), hypotheses in zip(attempts, results, strict=True):
            for hypothesis in hypotheses:
                text = attempt.realise(hypothesis)
                if text is not None:
                    cost = _COST_OF_HELD_NOUN * attempt.common_nouns_held
                    self._consider(work, text, hypothesis.score - cost)

    def _consider(self, work: _Work, text: str, score: float) -> None:
        text = mend_copies(text, work.segment)
        if (self._source, self._target) == ("es", "en"):
            text = anglicise(work.source, text)
        translation = work.opening + restore(text, work.source) + work.closing
        found = check(Translated(work.source, translation, work.terms, self._source, self._target))
        rank = (penalty(found), -score)
        if rank < work.rank:
            work.best, work.findings, work.rank = translation, found, rank

    def _unmet(self, work: _Work) -> tuple[list[TermMatch], list[Figure]]:
        spans = {finding.source_span for finding in work.findings if finding.source_span}
        missing = [term for term in work.segment.terms if straighten(term.text) in spans or term.text in spans]
        lost = any(f.check == "numbers" for f in work.findings)
        wrong = figures(work.segment.text, self._source) if lost else []
        return missing, [figure for figure in wrong if figure.text in spans] or wrong

    def _retry(self, works: Sequence[_Work], attempts: Callable[[_Work], Iterable[Attempt]]) -> None:
        """Makes more attempts for some sentences."""
        self._try([(work, attempt) for work in works for attempt in attempts(work)], SilentProgress())

    def _enforce(self, enforcement: Enforcement, work: _Work) -> Iterable[Attempt]:
        missing, wrong = self._unmet(work)
        return enforcement.attempts(work.segment, missing, wrong, self.engine)

    def _search_wider(self, work: _Work) -> Iterable[Attempt]:
        """A wide search and one clause by clause, with all terms in slots or substituted."""
        missing, wrong = self._unmet(work)
        held = SlotEnforcement() if self.engine.knows_slots else SubstitutionEnforcement()
        with_terms = [*held.attempts(work.segment, missing or work.segment.terms, wrong, self.engine)]
        attempt = with_terms[-1] if with_terms else Attempt(Request(work.segment.text, _WIDE), _as_it_is)
        yield replace(attempt, request=Request(attempt.request.text, _WIDE))
        yield replace(attempt, request=Request(attempt.request.text, SearchOptions(_WIDE.beam), _CLAUSE_PIECES))


def _as_it_is(hypothesis: Hypothesis) -> str | None:
    return hypothesis.text
