"""Translates sentences: first plainly, then, where a check finds something wrong, in other ways."""

from __future__ import annotations

import functools
import importlib.metadata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from translate_pipeline.checks import Finding, Severity, Translated, check, penalty
from translate_pipeline.document import Sentence, TermMatch
from translate_pipeline.glossary import Glossary, GlossaryEntry
from translate_pipeline.glossary.article import with_fitting_indefinites
from translate_pipeline.glossary.enforcement import ENFORCEMENTS, Attempt, Enforcement, Segment
from translate_pipeline.glossary.enforcement.base import as_it_is
from translate_pipeline.glossary.enforcement.copies import mend_copies
from translate_pipeline.glossary.enforcement.repair import repair
from translate_pipeline.glossary.enforcement.slots import SlotEnforcement
from translate_pipeline.glossary.enforcement.substitution import SubstitutionEnforcement
from translate_pipeline.progress import Progress, SilentProgress
from translate_pipeline.translation.adjective_order import put_nationalities_before_nouns
from translate_pipeline.translation.apposition_commas import with_both_commas
from translate_pipeline.translation.bound_mending import mend_bounds
from translate_pipeline.translation.dialogue import quoted_speech
from translate_pipeline.translation.doubled_words import without_doubled_words
from translate_pipeline.translation.engine import Engine, Hypothesis, SearchOptions
from translate_pipeline.translation.full_stops import with_full_stop, without_full_stop
from translate_pipeline.translation.invented_words import mend_invented_words
from translate_pipeline.translation.left_words import translate_left_words
from translate_pipeline.translation.mistranslated_words import mend_mistranslated_words
from translate_pipeline.translation.miswritten_number import mend_miswritten_number
from translate_pipeline.translation.name_mending import mend_names
from translate_pipeline.translation.name_particles import with_name_particles
from translate_pipeline.translation.number_mending import mend_numbers
from translate_pipeline.translation.opening_capital import with_opening_capital
from translate_pipeline.translation.prose import is_prose, verbatim_spans
from translate_pipeline.translation.quotes import english_marks, peel, restore, straighten
from translate_pipeline.translation.requirements import missing_requirements

if TYPE_CHECKING:
    from translate_pipeline.memory import Context, TranslationMemory

# Raised when the same sentence may come out in other words than before, so that no old translation is remembered.
_METHOD = 8
# A slot in place of a common noun raises the model's score, but hides its gender and number from the words
# around it ("six warplanes Russians"); each costs about what it gains.
_COST_OF_HELD_NOUN = 0.12
# A word put in from the lexicon is the right word, but has not been fitted into the sentence.
_COST_OF_LEFT_WORD = 0.1
# Short clauses mend most of what slots alone do not, and cost less than many hypotheses of a whole sentence.
_CLAUSE_PIECES = 30
_OF_CLAUSES = SearchOptions(beam=3)
_WIDE = SearchOptions(beam=4, hypotheses=3, forbid_repeated_ngram=4, attention=True)
# Of the sentences that a check still finds fault with, a third have a hypothesis without it among these.
_MANY_HYPOTHESES = SearchOptions(beam=6, hypotheses=6)
_BY_WIDER_SEARCH = frozenset({"degeneration", "length", "terms", "numbers", "negation", "quotations", "verbatim"})
# What asking the model again can mend. Words that it left in Spanish it does not know.
_MENDABLE = _BY_WIDER_SEARCH | {"names", "dates", "keywords"}
_NAMED = frozenset({"names"})


def find_terms(text: str, glossary: Glossary) -> list[TermMatch]:
    """Glossary terms, and URLs, addresses and handles, which must come through as they are."""
    fixed = [
        TermMatch(GlossaryEntry(m.group(), m.group()), m.start(), m.end(), m.group(), "verbatim")
        for m in verbatim_spans(text)
    ]
    terms = [t for t in glossary.find(text) if not any(f.overlaps(t.start, t.end) for f in fixed)]
    return sorted([*terms, *fixed], key=lambda match: match.start)


@dataclass
class _Work:
    """A distinct sentence under translation, with the best translation so far.

    `quoted_as` is the source with the quotation marks that the translation is to have; `stopped` says that the segment
    has a full stop that the source has not.
    """

    source: str
    terms: list[TermMatch]
    opening: str
    segment: Segment
    closing: str
    quoted_as: str
    stopped: bool = False
    best: str | None = None
    findings: list[Finding] = field(default_factory=list)
    rank: tuple[int, float] = (10**6, 0.0)

    def fails(self, checks: frozenset[str], severities: Sequence[Severity] = ("error", "warning")) -> bool:
        """Whether one of `checks` has a finding of one of these severities."""
        return _fail(self.findings, checks, severities)


def _fail(
    findings: Sequence[Finding], checks: frozenset[str], severities: Sequence[Severity] = ("error", "warning")
) -> bool:
    return any(finding.check in checks and finding.severity in severities for finding in findings)


class SentenceTranslator:
    """Translates sentences of one language pair.

    Args:
        engine: what translates text.
        glossary: the terms to hold.
        source, target: the language codes.
        memory: what was translated before; what it has is not translated again.
    """

    def __init__(
        self, engine: Engine, glossary: Glossary, source: str, target: str, memory: TranslationMemory | None = None
    ) -> None:
        self.engine = engine
        self.glossary, self._source, self._target = glossary, source, target
        self._memory = memory

    def translate(self, sentences: Sequence[Sentence], progress: Progress | None = None) -> None:
        """Gives each sentence its terms, its translation and its findings; equal sentences are translated once.

        A sentence whose first translation fails a check is mended through the decoder's attention; where that does
        not help it is translated again, with what is missing in slots, clause by clause, with a wider search, and
        with more hypotheses. The translation with the fewest findings is kept, among equals the one with the best
        model score; findings that are left stay with the sentence.
        """
        works: dict[str, _Work] = {}
        for sentence in sentences:
            if sentence.source not in works and is_prose(sentence.source):
                works[sentence.source] = self._prepare(sentence.source)
        new = self._recall(works)
        self._translate(new, progress or SilentProgress())
        self._remember(new)
        for sentence in sentences:
            done = works.get(sentence.source)
            if done is None:
                sentence.translation = sentence.source
            else:
                sentence.translation = done.best if done.best is not None else sentence.source
                sentence.terms = [term for term in done.terms if term.kind == "term"]
                sentence.findings = list(done.findings)

    @functools.cached_property
    def _context(self) -> Context:
        from translate_pipeline.memory import Context

        names = tuple(f"{package.name} ({package.fingerprint})" for package in self.engine.packages)
        method = f"{importlib.metadata.version('tsum')}.{_METHOD}"
        return Context(self._source, self._target, names, self.engine.beam, self.glossary.fingerprint, method)

    def _recall(self, works: Mapping[str, _Work]) -> list[_Work]:
        """Gives works what the memory has for them; returns the others.

        A person's translation, which was imported, is checked against this run's glossary, and kept as it is.
        """
        recalled = self._memory.recall(self._context, list(works)) if self._memory is not None else {}
        for source, known in recalled.items():
            work, findings = works[source], list(known.findings)
            if known.imported:
                findings = check(Translated(source, known.translation, work.terms, self._source, self._target))
            work.best, work.findings = known.translation, findings
        return [work for work in works.values() if work.best is None]

    def _remember(self, works: Sequence[_Work]) -> None:
        if self._memory is not None:
            from translate_pipeline.memory import Remembered

            done = {work.source: Remembered(work.best, tuple(work.findings)) for work in works if work.best is not None}
            self._memory.remember(self._context, done)

    def _translate(self, todo: Sequence[_Work], progress: Progress) -> None:
        self._translate_plainly(todo, progress)
        for enforcement in ENFORCEMENTS:
            self._retry(todo, _MENDABLE, functools.partial(self._enforce, enforcement))
        self._retry(todo, _MENDABLE, self._search_by_clause, ("error",))
        self._retry(todo, _BY_WIDER_SEARCH, self._search_wider, ("error",))
        self._retry(todo, _MENDABLE, self._search_many)

    def _prepare(self, source: str) -> _Work:
        opening, body, closing = peel(source)
        text, offset = straighten(body), len(opening)
        terms = find_terms(source, self.glossary)
        speech = quoted_speech(text) if self._source == "es" else None
        if speech is not None:
            inside = tuple(find_terms(speech, self.glossary))
            marks = speech if text[0] in "—–" else source
            return _Work(source, terms, english_marks(opening), Segment(speech, inside), english_marks(closing), marks)
        inside = tuple(
            replace(term, start=term.start - offset, end=term.end - offset)
            for term in terms
            if term.start >= offset and term.end <= offset + len(body)
        )
        ended = with_full_stop(text) if self._source == "es" and not closing else text
        segment = Segment(ended, inside)
        return _Work(source, terms, english_marks(opening), segment, english_marks(closing), source, ended != text)

    def _translate_plainly(self, works: Sequence[_Work], progress: Progress) -> None:
        beam = self.engine.beam
        search = SearchOptions(beam, min(2, beam), attention=True)
        self._try([(work, Attempt(work.segment, search, as_it_is)) for work in works], progress)

    def _retry(
        self,
        works: Sequence[_Work],
        checks: frozenset[str],
        make: Callable[[_Work], Attempt | None],
        severities: Sequence[Severity] = ("error", "warning"),
    ) -> None:
        """Makes one more attempt for each sentence in which one of `checks` has a finding of one of `severities`."""
        attempts = [(work, attempt) for work in works if work.fails(checks, severities) and (attempt := make(work))]
        self._try(attempts, SilentProgress())

    def _try(self, attempts: Sequence[tuple[_Work, Attempt]], progress: Progress) -> None:
        """Makes attempts in one call of the engine; hypotheses that fail a check are mended through attention."""
        results = self.engine.translate([attempt.request for _, attempt in attempts], progress)
        for (work, attempt), hypotheses in zip(attempts, results, strict=True):
            for hypothesis in hypotheses:
                self._consider_with_repair(work, attempt, hypothesis)
                if not work.fails(_MENDABLE):
                    break

    def _consider_with_repair(self, work: _Work, attempt: Attempt, hypothesis: Hypothesis) -> None:
        if (self._source, self._target) == ("es", "en"):
            hypothesis = mend_invented_words(hypothesis, attempt.seen, self.engine)
            hypothesis = mend_mistranslated_words(hypothesis, attempt.seen, self.engine)
        score = hypothesis.score - _COST_OF_HELD_NOUN * attempt.common_nouns_held
        text = attempt.realise(hypothesis.text)
        if text is None:
            return
        text, findings = self._consider_with_names(work, text, score, self._consider(work, text, score))
        missing = missing_requirements(attempt.seen, findings) if _fail(findings, _MENDABLE) else []
        mended = repair(hypothesis, attempt.seen, missing, self.engine) if missing else None
        repaired = attempt.realise(mended) if mended is not None else None
        if repaired is not None:
            text, findings = self._consider_with_names(work, repaired, score, self._consider(work, repaired, score))
        with_number = mend_miswritten_number(text, findings)
        if with_number is not None:
            self._consider(work, with_number, score)

    def _consider_with_names(
        self, work: _Work, text: str, score: float, findings: Sequence[Finding]
    ) -> tuple[str, Sequence[Finding]]:
        """Considers a translation with its names mended; returns that with its findings, or what it was given."""
        mended = mend_names(text, work.source, findings) if _fail(findings, _NAMED) else None
        return (text, findings) if mended is None else (mended, self._consider(work, mended, score))

    def _consider(self, work: _Work, text: str, score: float) -> list[Finding]:
        """Checks a translation, and keeps it if it is better than the best so far."""
        text = mend_copies(without_full_stop(text) if work.stopped else text, work.segment)
        if (self._source, self._target) == ("es", "en"):
            text = mend_bounds(mend_numbers(text, work.source), work.source)
            text, left = translate_left_words(text, work.source, work.terms)
            text = put_nationalities_before_nouns(text, work.source, work.terms)
            text = without_doubled_words(text, work.source)
            text = with_name_particles(text, work.source)
            text = with_both_commas(text, work.source, work.terms)
            text = with_fitting_indefinites(text)
            score -= _COST_OF_LEFT_WORD * left
        translation = with_opening_capital(work.opening + restore(text, work.quoted_as) + work.closing, work.source)
        found = check(Translated(work.source, translation, work.terms, self._source, self._target))
        rank = (penalty(found), -score)
        if rank < work.rank:
            work.best, work.findings, work.rank = translation, found, rank
        return found

    def _missing(self, work: _Work) -> list[TermMatch]:
        """The terms, names and figures that the best translation lacks."""
        return missing_requirements(work.segment, work.findings) if work.fails(_MENDABLE) else []

    def _enforce(self, enforcement: Enforcement, work: _Work) -> Attempt | None:
        missing = self._missing(work)
        return enforcement.attempt(work.segment, missing, self.engine) if missing else None

    def _holding_all(self, work: _Work, search: SearchOptions) -> Attempt:
        """A search with all terms in slots or substituted."""
        held: Enforcement = SlotEnforcement(all_terms=True)
        if not self.engine.knows_slots:
            held = SubstitutionEnforcement(all_terms=True)
        attempt = held.attempt(work.segment, self._missing(work), self.engine)
        return replace(attempt or Attempt(work.segment, search, as_it_is), search=search)

    def _search_many(self, work: _Work) -> Attempt:
        return Attempt(work.segment, _MANY_HYPOTHESES, as_it_is)

    def _search_by_clause(self, work: _Work) -> Attempt:
        return replace(self._holding_all(work, _OF_CLAUSES), most_pieces=_CLAUSE_PIECES)

    def _search_wider(self, work: _Work) -> Attempt:
        return self._holding_all(work, _WIDE)
