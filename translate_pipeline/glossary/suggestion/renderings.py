"""How a package renders names, seen in the translations of some of their sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from translate_pipeline.config import Settings
from translate_pipeline.glossary.suggestion.alignment import alike_rendering, attended_rendering, letters_of
from translate_pipeline.glossary.suggestion.candidate import Candidate, Context
from translate_pipeline.progress import Progress
from translate_pipeline.translation.engine import Engine, Hypothesis, Request, SearchOptions
from translate_pipeline.translation.quotes import straighten

_WINDOW_SENTENCES = 1000
_SHORTEST_STEM, _LONGEST_ENDING = 4, 3


class Rendering(NamedTuple):
    """What a name became in a sentence of a document."""

    document: str
    text: str


class Renderer:
    """Translates sentences without glossaries and finds in them what became of names.

    Args:
        engine: what translates.
        progress: told how the translation goes on.
    """

    def __init__(self, engine: Engine, progress: Progress | None = None) -> None:
        self._engine, self._progress = engine, progress

    def render(self, candidates: Sequence[Candidate]) -> dict[str, list[Rendering]]:
        """The renderings of each name, by its form; names whose renderings were not found have none."""
        found: dict[tuple[str, Context], str | None] = {}
        translations: dict[str, str] = {}
        wanted: dict[str, list[tuple[Candidate, Context]]] = {}
        for candidate in candidates:
            for context in candidate.contexts:
                wanted.setdefault(context.sentence, []).append((candidate, context))
        sentences = list(wanted)
        # Attention takes memory, so it is read and dropped window by window.
        for begin in range(0, len(sentences), _WINDOW_SENTENCES):
            window = sentences[begin : begin + _WINDOW_SENTENCES]
            for sentence, hypothesis in zip(window, self._translate(window), strict=True):
                translations[sentence] = hypothesis.text
                for candidate, context in wanted[sentence]:
                    found[candidate.form, context] = self._rendering(candidate, context, hypothesis)
        return {
            c.form: _renderings(c, [found[c.form, context] for context in c.contexts], translations) for c in candidates
        }

    def _translate(self, sentences: Sequence[str]) -> list[Hypothesis]:
        search = SearchOptions(self._engine.beam, attention=True)
        requests = [Request(straighten(sentence), search) for sentence in sentences]
        return [hypotheses[0] for hypotheses in self._engine.translate(requests, self._progress)]

    def _rendering(self, candidate: Candidate, context: Context, hypothesis: Hypothesis) -> str | None:
        alike = alike_rendering(candidate.form, hypothesis.text) if candidate.distinctive else None
        if alike is not None:
            return alike
        first, end = (self._engine.count_pieces(context.sentence[:at]) for at in (context.start, context.end))
        text = attended_rendering(hypothesis, first, end)
        if text is None or (candidate.distinctive and text.islower()):
            return None
        if candidate.kind == "acronym":
            words = text.split()
            spelled_out = text if len(words) > 1 and all(word[0].isupper() for word in words) else None
            return next((word for word in words if len(letters_of(word)) > 1 and word.isupper()), spelled_out)
        return _without_other_names(text, candidate, context) or None


def _renderings(candidate: Candidate, found: Sequence[str | None], translations: Mapping[str, str]) -> list[Rendering]:
    """A rendering for each context where there is one; what a name became elsewhere may stand there too."""
    counts = Counter(text for text in found if text is not None)
    renderings = []
    for context, text in zip(candidate.contexts, found, strict=True):
        if text is None:
            words = translations[context.sentence]
            text = next((t for t, _ in counts.most_common() if re.search(rf"\b{re.escape(t)}\b", words)), None)
        if text is not None:
            renderings.append(Rendering(context.document, text))
    return _merged(renderings, len(candidate.words))


def renderer_for(
    settings: Settings, language: str, warn: Callable[[str], None], progress: Progress | None = None
) -> Renderer:
    """A renderer with the packages that a run with these settings would use.

    Raises:
        NoPackageError, PackageError, InputError: there is no package for the languages, or it cannot be used.
    """
    from translate_pipeline.translation.engine import CTranslate2Engine, PivotEngine
    from translate_pipeline.translation.route import find_route
    from translate_pipeline.translation.store import open_package

    named = None if settings.package is None else open_package(settings.package)
    packages = find_route(language, settings.to, named, warn)
    engines = [CTranslate2Engine(p, settings.device, settings.threads, settings.beam) for p in packages]
    return Renderer(engines[0] if len(engines) == 1 else PivotEngine(*engines), progress)


def _without_other_names(text: str, candidate: Candidate, context: Context) -> str:
    """A rendering without words at its ends that are other names of the sentence: `Florida Health Department`."""
    own = {letters_of(word) for word in candidate.words}
    around = context.sentence[: context.start] + " " + context.sentence[context.end :]
    others = {letters_of(word) for word in around.split()} - own
    words = text.split()

    def is_other(word: str) -> bool:
        return (word.isupper() and len(word) > 1 and candidate.form.upper() != candidate.form) or letters_of(
            word
        ) in others

    while words and is_other(words[0]):
        words.pop(0)
    while words and is_other(words[-1]):
        words.pop()
    return " ".join(words)


def _merged(renderings: Sequence[Rendering], length: int) -> list[Rendering]:
    """Renderings without those that differ by the words next to the name only, or by an ending.

    Attention runs over to neighbouring words, `UN Security Council`, and leaves some out; `Venezuelan` is what
    English makes of `de Venezuela`. Neither says that a name is rendered in two ways.
    """
    counts = Counter(text for _, text in renderings)
    ordered = sorted(counts, key=lambda text: (-counts[text], abs(len(text.split()) - length), text))

    def settled(text: str) -> str:
        return next((other for other in ordered if _differ_at_the_edges(other, text)), text)

    return [Rendering(document, settled(text)) for document, text in renderings]


def _differ_at_the_edges(one: str, other: str) -> bool:
    words, others = set(one.casefold().split()), set(other.casefold().split())
    if words <= others or others <= words:
        return True
    shorter, longer = sorted((one.casefold(), other.casefold()), key=len)
    return (
        len(shorter) >= _SHORTEST_STEM and len(longer) - len(shorter) <= _LONGEST_ENDING and longer.startswith(shorter)
    )
