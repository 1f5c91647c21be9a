"""The smallest digests, and one whose every text is given."""

from __future__ import annotations

from translate_pipeline.briefing.model import Briefing, ParagraphPair, SentencePair, Signature
from translate_pipeline.digest.model import Article, Citation, Copy, Digest, DigestSignature, Mention, Section, Story
from translate_pipeline.metadata import Metadata


def empty_digest() -> Digest:
    """A digest of no articles."""
    return Digest(
        title="Nothing today",
        date="2024-11-29",
        source_languages=(),
        target_language="en",
        shown="both",
        sections=(),
        mentions=(),
        quotations=(),
        timeline=(),
        quiet=(),
        since=None,
        left_out=0,
        notes=(),
        signature=DigestSignature("0.1.0", (), None, (), (), ()),
    )


def digest_of(text: str, metadata: Metadata | None = None, language: str = "es") -> Digest:
    """A digest of one article, with `text` wherever the text of others can stand."""
    pair = SentencePair("p1s1", text, text, translated=True)
    briefing = Briefing(
        name=text,
        metadata=metadata or Metadata(text, text, text, text, text),
        title=pair,
        source_language=language,
        source_confidence=1.0,
        target_language="en",
        translated=True,
        summary=(pair,),
        source_summary=(),
        target_summary=(),
        paragraphs=(ParagraphPair("body", language, "", (pair,)),),
        translation=text,
        terms=(),
        notes=(text,),
        sentences=1,
        words=len(text.split()),
        signature=Signature("0.1.0", (), None, "", "news"),
    )
    cited = Citation("a1", pair)
    article = Article("a1", briefing, text, "11111111", copies=(Copy(text, text, text, text),))
    story = Story("0a1b2c3d", pair, "", (text,), text, text, (cited,), (article,))
    return Digest(
        title=text,
        date="2024-11-29",
        source_languages=(language,),
        target_language="en",
        shown="both",
        sections=(Section(text, (story,)),),
        mentions=(Mention(text, text, "name", 1, 1, cited),),
        quotations=(),
        timeline=(),
        quiet=(),
        since=None,
        left_out=0,
        notes=(text,),
        signature=DigestSignature("0.1.0", (), None, (), ((text, text),), ()),
    )
