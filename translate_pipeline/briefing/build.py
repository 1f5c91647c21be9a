"""Makes a briefing of a document that went through the pipeline."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Sequence

from translate_pipeline.briefing.model import (
    Briefing,
    FindingReport,
    ParagraphPair,
    SentencePair,
    Signature,
    TermUse,
)
from translate_pipeline.briefing.term_marks import sentence_marks
from translate_pipeline.checks.terms import missing_terms
from translate_pipeline.document import Document, Paragraph, ParagraphKind, Sentence, TermMatch

_NO_PROSE = (ParagraphKind.VERBATIM, ParagraphKind.ASIDE)


def sentence_pair(sentence: Sentence, language: str) -> SentencePair:
    """A sentence in a language, with its translation, findings, terms and names."""
    findings = tuple(
        FindingReport(f.check, f.severity, f.message, f.source_span, f.target_span) for f in sentence.findings
    )
    target = sentence.source if sentence.translation is None else sentence.translation
    marks = sentence_marks(sentence, language)
    return SentencePair(sentence.id, sentence.source, target, sentence.translation is not None, findings, marks)


def _paragraph_pair(paragraph: Paragraph, language: str) -> ParagraphPair:
    return ParagraphPair(
        paragraph.kind.value,
        paragraph.language,
        paragraph.prefix,
        tuple(sentence_pair(sentence, paragraph.language or language) for sentence in paragraph.sentences),
    )


def term_uses(sentences: Sequence[Sentence]) -> tuple[TermUse, ...]:
    """Each term of the sentences, how often it stands in the source, and how often it was rendered."""
    found: dict[tuple[str, str], TermMatch] = {}
    forms: dict[tuple[str, str], dict[str, None]] = {}
    in_source: Counter[tuple[str, str]] = Counter()
    missing: Counter[tuple[str, str]] = Counter()
    for sentence in sentences:
        if sentence.translation is None:
            continue
        for term in sentence.terms:
            key = term.entry.source, term.target
            found.setdefault(key, term)
            in_source[key] += 1
            forms.setdefault(key, {})[term.text] = None
        for term in missing_terms(sentence.terms, sentence.translation):
            missing[term.entry.source, term.target] += 1
    return tuple(
        TermUse(" / ".join(forms[key]), key[1], in_source[key], in_source[key] - missing[key], found[key].entry.note)
        for key in found
    )


def _title_pair(document: Document, language: str) -> SentencePair | None:
    title = document.title
    if title is None or not title.sentences:
        return None
    pairs = [sentence_pair(sentence, language) for sentence in title.sentences]
    findings = tuple(finding for pair in pairs for finding in pair.findings)
    marks = pairs[0].terms if len(pairs) == 1 else ()
    return SentencePair(pairs[0].id, title.text, title.translation, all(p.translated for p in pairs), findings, marks)


def build_briefing(
    document: Document,
    *,
    target: str,
    translated: bool,
    shared: Sequence[Sentence],
    source_summary: Sequence[Sentence],
    target_summary: Sequence[Sentence],
    full: bool,
    signature: Signature,
) -> Briefing:
    """The briefing of a document.

    Args:
        document: detected, segmented, and translated as far as the briefing shows it.
        target: code of the target language.
        translated: whether anything had to be translated.
        shared: the summary sentences, where both languages share them.
        source_summary, target_summary: those of each language, where they are independent.
        full: whether the whole text is part of the briefing.
        signature: how it was made.
    """
    everything = list(document.sentences())
    shown = everything if full else [*shared, *source_summary, *target_summary]
    prose = [s for p in document.paragraphs if p.kind not in _NO_PROSE for s in p.sentences]
    language = (document.language and document.language.code) or "und"
    in_language = functools.partial(sentence_pair, language=language)
    return Briefing(
        name=document.name,
        metadata=document.metadata,
        title=_title_pair(document, language),
        source_language=language,
        source_confidence=document.language.confidence if document.language else 0.0,
        target_language=target,
        translated=translated,
        summary=tuple(map(in_language, shared)),
        source_summary=tuple(map(in_language, source_summary)),
        target_summary=tuple(map(in_language, target_summary)),
        paragraphs=tuple(_paragraph_pair(p, language) for p in document.paragraphs if p.text) if full else (),
        translation=document.translated_text if full else None,
        terms=term_uses(list({s.id: s for s in shown}.values())),
        notes=tuple(document.notes),
        sentences=len(prose),
        words=sum(len(sentence.source.split()) for sentence in prose),
        signature=signature,
    )
