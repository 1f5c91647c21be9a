"""The sides of a sentence or paragraph that a digest shows: the translation, the source, or both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from translate_pipeline.briefing.model import Briefing, FindingReport, ParagraphPair, SentencePair
from translate_pipeline.digest.model import Shown
from translate_pipeline.digest.page.languages import direction, language_tag
from translate_pipeline.digest.page.marked_text import emphasis_marks, finding_marks, marked_text, term_marks
from translate_pipeline.digest.renderers.distinct_findings import distinct_findings


@dataclass(frozen=True)
class Side:
    """One side of a sentence pair, as text and with its marks; `findings` are what checks found in a translation."""

    id: str
    plain: str
    text: Markup
    lang: str
    dir: str
    is_source: bool
    findings: tuple[FindingReport, ...]


@dataclass(frozen=True)
class ParagraphSide:
    """One side of a paragraph."""

    kind: str
    prefix: str
    lang: str
    dir: str
    is_source: bool
    sentences: tuple[Side, ...]


def columns(briefing: Briefing | None, shown: Shown) -> tuple[bool, ...]:
    """Whether each column that is shown is the source's; an article that was not translated has one column only."""
    if briefing is not None and not briefing.translated:
        return (True,)
    return {"both": (False, True), "source": (True,), "target": (False,)}[shown]


def sentence_side(
    pair: SentencePair,
    of_source: bool,
    languages: tuple[str, str],
    shown: Shown,
    marks_terms: bool = True,
    emphasis: str = "",
) -> Side:
    """One side of a pair.

    Args:
        pair: the sentence.
        of_source: which side.
        languages: the codes of the source and of the target language.
        shown: what the digest shows; a finding is about the translation, and left out where that is not shown.
        marks_terms: whether terms and names are marked.
        emphasis: the part for which the sentence is shown, in the source's words.
    """
    text = pair.source if of_source else pair.target
    checked = shown != "source"
    marks = [
        *(finding_marks(pair, of_source) if checked else ()),
        *(emphasis_marks(emphasis, text) if emphasis and of_source else ()),
        *(term_marks(pair, of_source, bilingual=shown == "both") if marks_terms else ()),
    ]
    code = languages[0] if of_source or not pair.translated else languages[1]
    findings = distinct_findings(pair.findings) if checked and not of_source else ()
    return Side(pair.id, text, marked_text(text, marks), language_tag(code), direction(code), of_source, findings)


def paragraph_side(
    paragraph: ParagraphPair, of_source: bool, languages: tuple[str, str], shown: Shown
) -> ParagraphSide:
    """One side of a paragraph; arguments as those of `sentence_side`."""
    sentences = tuple(sentence_side(pair, of_source, languages, shown) for pair in paragraph.sentences)
    code = languages[0] if of_source else languages[1]
    return ParagraphSide(paragraph.kind, paragraph.prefix, language_tag(code), direction(code), of_source, sentences)


def paragraph_languages(paragraphs: Sequence[ParagraphPair]) -> dict[str, str]:
    """The language of each sentence whose paragraph's is known, by the sentence's id."""
    return {pair.id: p.language for p in paragraphs if p.language for pair in p.sentences}
