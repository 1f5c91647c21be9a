"""Loose sentences through tsum's sentence translator."""

from __future__ import annotations

from collections.abc import Sequence

from translate_pipeline.checks import Finding, Translated, check
from translate_pipeline.document import Sentence
from translate_pipeline.glossary import Glossary
from translate_pipeline.translation.engine import Engine
from translate_pipeline.translation.translator import SentenceTranslator


def translate(sources: Sequence[str], engine: Engine, glossary: Glossary) -> list[Sentence]:
    """The translated sentences, with what the checks have left to say of them."""
    sentences = [Sentence(f"s{number}", source, 0, len(source)) for number, source in enumerate(sources)]
    SentenceTranslator(engine, glossary, "es", "en").translate(sentences)
    return sentences


def translations_of(sentences: Sequence[Sentence]) -> list[str]:
    """The translations; a sentence without one stands as it is."""
    return [s.source if s.translation is None else s.translation for s in sentences]


def count_found(sentences: Sequence[Sentence], check_name: str) -> int:
    """How many sentences have an error or a warning of a check."""
    return sum(_has_found(s.findings, check_name) for s in sentences)


def count_found_in(sources: Sequence[str], translations: Sequence[str], check_name: str) -> int:
    """How many translations have an error or a warning of a check, without any repair."""
    pairs = zip(sources, translations, strict=True)
    return sum(_has_found(check(Translated(*pair)), check_name) for pair in pairs)


def _has_found(findings: Sequence[Finding], check_name: str) -> bool:
    return any(finding.check == check_name and finding.severity != "note" for finding in findings)
