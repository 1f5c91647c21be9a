"""From documents to suggestions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from translate_pipeline.document import Document
from translate_pipeline.glossary.glossary import Glossary
from translate_pipeline.glossary.suggestion.candidate import Candidate
from translate_pipeline.glossary.suggestion.collection import NameCollection
from translate_pipeline.glossary.suggestion.renderings import Renderer, Rendering
from translate_pipeline.glossary.suggestion.selection import is_name
from translate_pipeline.glossary.suggestion.suggestion import Suggestion
from translate_pipeline.glossary.suggestion.target import proposed_target
from translate_pipeline.glossary.suggestion.variants import full_name_of, group_spellings, is_plural


def suggest(
    documents: Iterable[Document],
    glossary: Glossary,
    *,
    language: str = "es",
    min_count: int = 1,
    renderer: Renderer | None = None,
) -> list[Suggestion]:
    """The names of documents that a glossary lacks, the most frequent and most unsteadily rendered first.

    Args:
        documents: texts cut into sentences, as `Pipeline.prepare` gives them; read one at a time.
        glossary: what is known already.
        language: the language of the names; paragraphs in other languages are left out.
        min_count: names that stand fewer times in all documents are left out.
        renderer: translates some sentences of each name to see what becomes of it; without it targets are the
            source forms.
    """
    collection = NameCollection(language)
    for document in documents:
        collection.add(document)
    candidates = [c for c in collection.candidates.values() if is_name(c, collection.lower_case)]
    groups = [group for group in group_spellings(candidates) if sum(c.count for c in group) >= min_count]
    unknown = []
    for group in groups:
        known_as, rest = _without_known(group, glossary)
        if rest:
            unknown.append((known_as, rest))
    rendered = renderer.render([c for _, group in unknown for c in group]) if renderer is not None else {}
    suggestions = [_suggestion(group, known_as, rendered) for known_as, group in unknown]
    return _ranked(_related(suggestions, candidates, collection.expansions))


def _without_known(group: Sequence[Candidate], glossary: Glossary) -> tuple[str, list[Candidate]]:
    """The target of the glossary's entry for one of the spellings, and the spellings that the glossary lacks."""
    known_as, rest = "", []
    for candidate in group:
        match = next((m for m in glossary.find(candidate.form) if len(m.text) == len(candidate.form)), None)
        if match is None:
            rest.append(candidate)
        else:
            known_as = match.entry.target
    return known_as, rest


def _suggestion(group: Sequence[Candidate], known_as: str, rendered: dict[str, list[Rendering]]) -> Suggestion:
    first = group[0]
    renderings: Counter[str] = Counter()
    by_document: dict[str, set[str]] = {}
    for candidate in group:
        for rendering in rendered.get(candidate.form, []):
            renderings[rendering.text] += 1
            by_document.setdefault(rendering.document, set()).add(rendering.text.casefold())
    mentions: dict[str, dict[str, int]] = {}
    for candidate in group:
        for document, count in candidate.documents.items():
            mentions.setdefault(document, {})[candidate.form] = count
    return Suggestion(
        source=first.form,
        target=known_as or proposed_target(first, renderings),
        kind=first.kind,
        mentions=mentions,
        aliases=tuple(c.form for c in group[1:] if not is_plural(c.form)),
        renderings=dict(renderings),
        unsteady_in=tuple(name for name, forms in by_document.items() if len(forms) > 1),
        known_as=known_as,
    )


def _related(
    suggestions: Sequence[Suggestion], candidates: Sequence[Candidate], expansions: dict[str, Counter[str]]
) -> list[Suggestion]:
    """The suggestions with what each is short for, or is shortened to."""
    by_form = {candidate.form: candidate for candidate in candidates}
    long_names = [candidate for candidate in candidates if len(candidate.words) > 1]
    best = {acronym: forms.most_common(1)[0][0] for acronym, forms in expansions.items()}
    shortened = {full: acronym for acronym, full in best.items()}
    related = []
    for suggestion in suggestions:
        full = full_name_of(by_form[suggestion.source], long_names) if suggestion.kind == "name" else None
        forms = (suggestion.source, *suggestion.aliases)
        related.append(
            replace(
                suggestion,
                full_name=full.form if full is not None else "",
                expansion=next((best[form] for form in forms if form in best), ""),
                acronym=next((shortened[form] for form in forms if form in shortened), ""),
            )
        )
    return related


def _ranked(suggestions: Sequence[Suggestion]) -> list[Suggestion]:
    """By weight; a surname stands below its full name, and both count for the place of the pair."""
    below: dict[str, list[Suggestion]] = {}
    main = {form: suggestion.source for suggestion in suggestions for form in (suggestion.source, *suggestion.aliases)}
    first = []
    for suggestion in suggestions:
        if suggestion.full_name in main:
            below.setdefault(main[suggestion.full_name], []).append(suggestion)
        else:
            first.append(suggestion)

    def weight(suggestion: Suggestion) -> float:
        return suggestion.weight + sum(map(weight, below.get(suggestion.source, ())))

    ranked: list[Suggestion] = []

    def put(suggestion: Suggestion) -> None:
        ranked.append(suggestion)
        for surname in sorted(below.get(suggestion.source, ()), key=lambda s: (-s.weight, s.source)):
            put(surname)

    for suggestion in sorted(first, key=lambda s: (-weight(s), s.source)):
        put(suggestion)
    return ranked
