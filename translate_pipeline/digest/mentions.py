"""People, places and bodies that articles name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate_pipeline.briefing.model import SentencePair
from translate_pipeline.digest.model import Article, Citation, Mention, MentionKind
from translate_pipeline.names.vocabulary import is_given_name

_KINDS: dict[str, MentionKind] = {"person": "person", "place": "place", "organization": "body"}


@dataclass(frozen=True)
class _Use:
    """One place where something is named: its forms in source and target."""

    source: str
    name: str
    kind: MentionKind
    citation: Citation


def sentences_of(article: Article) -> Iterator[SentencePair]:
    """The sentences of an article in order: all of its text, or its title and summary where that is all there is."""
    briefing = article.briefing
    if briefing.paragraphs:
        for paragraph in briefing.paragraphs:
            yield from paragraph.sentences
        return
    yield from [briefing.title] if briefing.title else []
    yield from briefing.summary


def mentions(articles: Sequence[Article], fewest: int = 2) -> tuple[Mention, ...]:
    """What articles name, the most frequent first; those of equal count in order of appearance.

    A name counts as the longer one that ends with it, as `Putin` does after `Vladimir Putin`, where the articles
    that have it leave no other.

    Args:
        articles: in the order in which they are shown.
        fewest: names that stand there less often are left out, unless they are all there is of their kind.
    """
    uses: dict[str, list[_Use]] = defaultdict(list)
    for article in articles:
        found = [use for pair in sentences_of(article) for use in _uses(article.id, pair)]
        longer = _longer_names(found)
        for use in found:
            uses[longer.get(use.name, use.name)].append(use)
    made = [_mention(name, each) for name, each in uses.items()]
    frequent = {mention.kind for mention in made if mention.count >= fewest}
    shown = [m for m in made if m.count >= fewest or (m.kind not in frequent and m.kind != "name")]
    return tuple(sorted(shown, key=lambda mention: (-mention.count, -mention.articles)))


def _uses(article: str, pair: SentencePair) -> Iterator[_Use]:
    """What a sentence names: the glossary's people, places and bodies, and the names that no glossary has."""
    citation = Citation(article, pair)
    for mark in pair.terms:
        kind = _KINDS.get(mark.domain)
        if mark.kind == "name":
            words = mark.source.split()
            is_person = len(words) > 1 and is_given_name(words[0])
            yield _Use(_joined(mark.source), _joined(mark.source), "person" if is_person else "name", citation)
        elif kind is not None and mark.source[:1].isupper():
            yield _Use(_joined(pair.source[mark.start : mark.end]), _joined(mark.target), kind, citation)


def _joined(text: str) -> str:
    return " ".join(text.split())


def _longer_names(uses: Sequence[_Use]) -> dict[str, str]:
    """For names that are the end of exactly one longer name in the same article, that one."""
    names = list(dict.fromkeys(use.name for use in uses if use.kind in ("person", "name")))
    longer = {}
    for name in names:
        ends = [other for other in names if other != name and other.endswith(f" {name}")]
        if len(ends) == 1:
            longer[name] = ends[0]
    return longer


def _mention(name: str, uses: Sequence[_Use]) -> Mention:
    named = next((use for use in uses if use.name == name), uses[0])
    kinds = [use.kind for use in uses if use.kind != "name"]
    return Mention(
        source=named.source,
        target=name,
        kind=kinds[0] if kinds else "name",
        count=len(uses),
        articles=len({use.citation.article for use in uses}),
        first=uses[0].citation,
    )
