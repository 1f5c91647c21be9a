"""The chain of stages: read, detect, segment, translate, check, summarise, brief."""

from __future__ import annotations

import copy
import functools
import importlib.metadata
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from translate_pipeline.briefing.build import build_briefing
from translate_pipeline.briefing.model import Briefing, Signature
from translate_pipeline.config import Settings
from translate_pipeline.document import Document, ParagraphKind, Sentence
from translate_pipeline.errors import InputError, LanguageError, NoPackageError, TsumError, WrongPairError
from translate_pipeline.glossary import Glossary, load_glossary
from translate_pipeline.glossary.skipping import SkippedRows
from translate_pipeline.language import assume_language, detect_document, language_name
from translate_pipeline.progress import Progress, SilentProgress
from translate_pipeline.readers import document_from_text, read_document
from translate_pipeline.readers.collections.base import Entry
from translate_pipeline.segmentation import segment
from translate_pipeline.summarization.algorithms import preload
from translate_pipeline.summarization.summarizer import summarise_both, summarise_source, summarise_target

if TYPE_CHECKING:
    from translate_pipeline.memory import TranslationMemory

Source = Document | Entry | Path | str
Result = TypeVar("Result")
# Characters of source text that are held and translated together.
_WINDOW_CHARACTERS = 400_000
_WINDOW_DOCUMENTS = 64
# Bylines are names of people and places.
_KEPT = (ParagraphKind.VERBATIM, ParagraphKind.BYLINE)


def open_source(source: Source) -> Document:
    """A document as it is, an entry of a collection, a file by its path, or a text.

    A string is a path if it names a file, or if it is one word with an ending such as `.txt`.

    Raises:
        TsumError: it cannot be read, or holds no text.
    """
    if isinstance(source, Document):
        return copy.deepcopy(source)
    if isinstance(source, Entry):
        return source.load()
    if isinstance(source, Path):
        return read_document(source)
    if len(source) < 4096 and "\n" not in source and source.strip():
        try:
            if Path(source).is_file():
                return read_document(source)
        except (OSError, ValueError):
            pass
        if " " not in source and Path(source).suffix[1:].isalnum():
            raise InputError(f"{source}: no such file: check the path")
    return document_from_text(source, "text")


class Pipeline:
    """Translates and summarises documents.

    A pipeline is described by its settings alone: it pickles, and loads packages when they are first needed,
    in whichever process runs it.

    Args:
        settings: all settings; without them the other arguments are those of `Settings`.
        warn: gets a line for each thing a user should know that is no part of a briefing.
        progress: told how the translation goes on.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        warn: Callable[[str], None] | None = None,
        progress: Progress | None = None,
        **options: Any,
    ) -> None:
        if settings is not None and options:
            raise TypeError(f"give settings or options, not both: {', '.join(options)}")
        self.settings = settings if settings is not None else Settings(**options)
        self._warn = warn or _ignore
        self._progress = progress or SilentProgress()
        self._translators: dict[str, Any] = {}
        self._glossaries: dict[str, Glossary] = {}

    def __getstate__(self) -> dict[str, Any]:
        return {"settings": self.settings}

    def __setstate__(self, state: dict[str, Any]) -> None:
        Pipeline.__init__(self, state["settings"])

    def run(self, source: Source) -> Briefing:
        """The briefing of one document. Raises `TsumError` for what a user can mend."""
        return next(self.run_many([source]))

    def run_many(
        self, sources: Iterable[Source], on_error: Callable[[Source, TsumError], None] | None = None
    ) -> Iterator[Briefing]:
        """Briefings in the order of the sources, which are read as they are needed.

        Args:
            sources: documents, entries of collections, paths or texts.
            on_error: gets a source that failed and why, and the others go on; without it the error is raised.
        """
        return _successes(self.outcomes(sources), on_error)

    def translate_many(
        self, sources: Iterable[Source], on_error: Callable[[Source, TsumError], None] | None = None
    ) -> Iterator[Document]:
        """Like `run_many`, without summaries: the translated documents."""
        return _successes(self._each(sources, lambda document: document), on_error)

    def outcomes(
        self, sources: Iterable[Source], window_characters: int = _WINDOW_CHARACTERS
    ) -> Iterator[tuple[Source, Briefing | TsumError]]:
        """Each source with its briefing, or with what a user should know of its failure, in order.

        Documents are held and translated in windows, so memory does not grow with their number.

        Args:
            sources: documents, entries of collections, paths or texts.
            window_characters: characters of source text that are held and translated together.
        """
        preload(self.settings.summary.algorithm)
        return self._each(sources, self.brief, window_characters)

    def _each(
        self, sources: Iterable[Source], finish: Callable[[Document], Result], characters: int = _WINDOW_CHARACTERS
    ) -> Iterator[tuple[Source, Result | TsumError]]:
        for window in self._windows(sources, characters):
            failed: dict[int, TsumError] = {}
            documents = [document for _, document in window if isinstance(document, Document)]
            self.translate_documents(documents, lambda document, error: failed.update({id(document): error}))  # noqa: B023
            for source, document in window:
                if isinstance(document, TsumError):
                    yield source, document
                else:
                    yield source, failed.get(id(document)) or finish(document)

    def check_settings(self) -> None:
        """Finds, before any work, what is wrong with the settings themselves.

        Raises:
            GlossaryError: a glossary of the settings is bad.
            PackageError, InputError: the package of the settings cannot be used.
            UsageError: the device is not there.
        """
        self.glossary_from(self.settings.source or "es")
        if self.settings.device != "cpu":
            from translate_pipeline.translation.engine import resolve_device

            resolve_device(self.settings.device)
        _ = self._named_package, self._memory

    def translate_documents(
        self, documents: Sequence[Document], on_error: Callable[[Source, TsumError], None] | None = None
    ) -> list[Document]:
        """Translates prepared documents together, each sentence in its language; those that failed are left out."""
        good: dict[int, dict[str, list[Sentence]]] = {}
        for place, document in enumerate(documents):
            try:
                good[place] = self._to_translate(document)
            except TsumError as error:
                if on_error is None:
                    raise
                on_error(document, error)
        for language in dict.fromkeys(code for by_language in good.values() for code in by_language):
            places = [place for place, by_language in good.items() if language in by_language]
            sentences = [sentence for place in places for sentence in good[place][language]]
            try:
                self._translator(language).translate(sentences, self._progress)
            except TsumError as error:  # a package that cannot be loaded after all
                if on_error is None:
                    raise
                for place in places:
                    del good[place]
                    on_error(documents[place], error)
        return [documents[place] for place in good]

    def prepare(self, source: Source) -> Document:
        """Reads a document, detects its language and cuts it into sentences."""
        document = open_source(source)
        if self.settings.source is not None:
            assume_language(document, self.settings.source)
        elif document.language is None and detect_document(document).code is None:
            if any(p.kind is not ParagraphKind.VERBATIM for p in document.paragraphs):
                raise LanguageError(document.name)
            document.notes.append("there is no prose in this text: it is left as it is")
        segment(document)
        return document

    def glossary_from(self, source: str) -> Glossary:
        """The glossaries of the settings for a source language; read once. Raises `GlossaryError`."""
        if source not in self._glossaries:
            settings, skipped = self.settings, SkippedRows()
            self._glossaries[source] = load_glossary(
                settings.glossaries,
                settings.default_glossary,
                source,
                settings.to,
                on_skip=skipped if settings.lenient else None,
            )
            for line in skipped.summaries():
                self._warn(line)
        return self._glossaries[source]

    def method(self) -> str:
        """What of packages and glossaries decides translations from the settings' source language, or Spanish.

        Raises:
            GlossaryError, PackageError: one cannot be used.
        """
        from translate_pipeline.translation.route import find_route

        source = self.settings.source or "es"
        glossary = self.glossary_from(source).fingerprint
        try:
            packages = find_route(source, self.settings.to, self._named_package, self._warn)
        except (NoPackageError, WrongPairError):
            return glossary
        return " ".join([glossary, *(f"{package.name} {package.fingerprint}" for package in packages)])

    @functools.cached_property
    def _named_package(self) -> Any:
        """The package that the settings name, or None. Raises `InputError`, `PackageError`."""
        if self.settings.package is None:
            return None
        from translate_pipeline.translation.store import open_package

        return open_package(self.settings.package)

    @functools.cached_property
    def _memory(self) -> TranslationMemory | None:
        """The translation memory of the settings. Raises `StorageError`."""
        if self.settings.memory is None:
            return None
        from translate_pipeline.memory import TranslationMemory

        return TranslationMemory(self.settings.memory)

    def _windows(
        self, sources: Iterable[Source], characters: int
    ) -> Iterator[list[tuple[Source, Document | TsumError]]]:
        """Sources with their documents, read and cut into sentences, as many as are translated together."""
        window: list[tuple[Source, Document | TsumError]] = []
        size = 0
        for source in sources:
            try:
                document = self.prepare(source)
            except TsumError as error:
                window.append((source, error))
            else:
                window.append((source, document))
                size += sum(len(paragraph.text) for paragraph in document.paragraphs)
            if size >= characters or len(window) == _WINDOW_DOCUMENTS:
                yield window
                window, size = [], 0
        if window:
            yield window

    def _translator(self, language: str) -> Any:
        """The translator from a language; loaded once. Raises `NoPackageError`, `PackageError`, `GlossaryError`."""
        if language not in self._translators:
            from translate_pipeline.translation.engine import CTranslate2Engine, PivotEngine
            from translate_pipeline.translation.route import find_route
            from translate_pipeline.translation.translator import SentenceTranslator

            settings = self.settings
            packages = find_route(language, settings.to, self._named_package, self._warn)
            engines = [CTranslate2Engine(p, settings.device, settings.threads, settings.beam) for p in packages]
            engine = engines[0] if len(engines) == 1 else PivotEngine(*engines)
            self._translators[language] = SentenceTranslator(
                engine, self.glossary_from(language), language, settings.to, self._memory
            )
        return self._translators[language]

    def _to_translate(self, document: Document) -> dict[str, list[Sentence]]:
        """The sentences of a document by language, without what is in the target language already.

        A paragraph in a third language that no package translates stays as it is, with a note.
        """
        main = document.language.code if document.language else None
        by_language: dict[str, list[Sentence]] = {}
        for paragraph in document.paragraphs:
            language = paragraph.language or main
            if language is None or language == self.settings.to or paragraph.kind in _KEPT:
                continue
            try:
                self._translator(language)
            except (NoPackageError, WrongPairError) as error:
                if language == main:
                    if isinstance(error, NoPackageError):
                        or_spanish = document.language is not None and "es" in dict(document.language.alternatives)
                        error = NoPackageError(error.source, error.target, error.missing, document.name, or_spanish)
                    raise error from None
                note = f"a paragraph in {language_name(language)} is left as it is: {error}"
                document.notes += [note] if note not in document.notes else []
                continue
            by_language.setdefault(language, []).extend(paragraph.sentences)
        has_prose = any(p.kind is not ParagraphKind.VERBATIM for p in document.paragraphs)
        if main == self.settings.to and not by_language and has_prose:
            document.notes.append(f"the text is in {language_name(main)} already: it is not translated")
        if (
            self.settings.summary_only
            and self.settings.summary.rank == "source"
            and not self.settings.summary.independent
        ):
            shown = {s.id for s in self._source_summary(document)}
            shown |= {s.id for s in document.title.sentences} if document.title else set()
            by_language = {code: [s for s in found if s.id in shown] for code, found in by_language.items()}
        return by_language

    def _source_summary(self, document: Document) -> list[Sentence]:
        code = (document.language and document.language.code) or self.settings.to
        chosen = summarise_source(document, self.settings.summary, code)
        most = self.settings.summary.max_words
        words = sum(len(sentence.source.split()) for sentence in chosen)
        if most is not None and words > most:
            note = f"the shortest summary is one sentence of {words} words, more than --max-words {most}"
            document.notes += [note] if note not in document.notes else []
        return chosen

    def brief(self, document: Document) -> Briefing:
        """The briefing of a document that `translate_documents` has translated."""
        settings = self.settings
        source = (document.language and document.language.code) or settings.to
        translated = any(sentence.translation is not None for sentence in document.sentences())
        shared: list[Sentence] = []
        each: tuple[list[Sentence], list[Sentence]] = [], []
        if settings.summary.independent and translated:
            each = self._source_summary(document), summarise_target(document, settings.summary, settings.to)
        elif settings.summary.rank == "target":
            shared = summarise_target(document, settings.summary, settings.to)
        elif settings.summary.rank == "both":
            shared = summarise_both(document, settings.summary, source, settings.to)
        else:
            shared = self._source_summary(document)
        return build_briefing(
            document,
            target=settings.to,
            translated=translated,
            shared=shared,
            source_summary=each[0],
            target_summary=each[1],
            full=not settings.summary_only,
            signature=self._signature(document),
        )

    def package_scores(self) -> dict[str, str]:
        """The BLEU scores of the packages that have translated, as far as they state any, by their signature."""
        packages = [package for translator in self._translators.values() for package in translator.engine.packages]
        stated = {
            _named(p): ", ".join(f"BLEU {bleu:.1f} on {name}" for name, bleu in p.metadata.scores) for p in packages
        }
        return {name: scores for name, scores in stated.items() if scores}

    def _signature(self, document: Document) -> Signature:
        summary = self.settings.summary
        languages = dict.fromkeys(p.language for p in document.paragraphs if any(s.translation for s in p.sentences))
        translators = [self._translators[code] for code in languages if code in self._translators]
        packages = dict.fromkeys(package for translator in translators for package in translator.engine.packages)
        return Signature(
            tsum=version(),
            packages=tuple(map(_named, packages)),
            beam=translators[0].engine.beam if translators else None,
            glossary=translators[0].glossary.fingerprint if translators else "",
            summary=f"{summary.algorithm}, ranked on {summary.rank}{', independent' if summary.independent else ''}",
        )


def _named(package: Any) -> str:
    """A package's name, with what tells its model from others of that name."""
    return f"{package.name} ({package.fingerprint})"


@functools.cache
def version() -> str:
    """The installed version of tsum."""
    return importlib.metadata.version("tsum")


def _successes(
    outcomes: Iterable[tuple[Source, Result | TsumError]], on_error: Callable[[Source, TsumError], None] | None
) -> Iterator[Result]:
    """What succeeded; failures are given to `on_error`, or raised without it."""
    for source, outcome in outcomes:
        if not isinstance(outcome, TsumError):
            yield outcome
        elif on_error is None:
            raise outcome
        else:
            on_error(source, outcome)


def _ignore(_: str) -> None:
    """A warning that nobody wants."""
