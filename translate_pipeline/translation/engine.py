"""Translation by CTranslate2: many texts in, hypotheses out, in token batches of like length."""

from __future__ import annotations

import functools
import os
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from translate_pipeline.config import Device
from translate_pipeline.errors import PackageError, UsageError
from translate_pipeline.progress import Progress, SilentProgress
from translate_pipeline.translation.package import TranslationPackage
from translate_pipeline.translation.splitting import split_clauses

# The bundled model was trained on sentences of at most 160 pieces.
MOST_PIECES = 150
# Measured at 48,600 words of news; with a vocabulary map, the union over a batch makes small batches better.
_BATCH_TOKENS, _BATCH_TOKENS_WITH_MAP = 1024, 400
_MEMORY = 20_000


@dataclass(frozen=True)
class SearchOptions:
    """How the decoder searches.

    Args:
        beam: hypotheses kept at each step.
        hypotheses: how many of them are returned.
        forbid_repeated_ngram: length in pieces of n-grams that may not stand twice; 0 allows all.
        attention: whether the attention of the decoder over the source is returned.
    """

    beam: int = 2
    hypotheses: int = 1
    forbid_repeated_ngram: int = 0
    attention: bool = False


@dataclass(frozen=True)
class Request:
    """A text to translate; over `most_pieces` it is cut at clause boundaries."""

    text: str
    search: SearchOptions
    most_pieces: int = MOST_PIECES


@dataclass(frozen=True)
class Hypothesis:
    """A translation with its model score (mean log probability a piece).

    `read_attention` gives a NumPy array with a row for each of `pieces` and a weight for each source piece, if
    attention was asked for; it is read only where it is needed, since reading costs more than asking for it.
    """

    text: str
    score: float
    pieces: tuple[str, ...] = ()
    read_attention: Callable[[], Any] | None = field(default=None, compare=False, repr=False)

    @functools.cached_property
    def attention(self) -> Any:
        """The array of attention weights; None if it was not asked for."""
        return None if self.read_attention is None else self.read_attention()


def _read_attention(result: Any, index: int) -> Any:
    import numpy as np

    return np.asarray(result.attention[index], np.float32)


class Engine(Protocol):
    """Translates texts of one language pair."""

    beam: int
    packages: tuple[TranslationPackage, ...]

    @property
    def knows_slots(self) -> bool:
        """Whether slots come through."""
        ...

    def translate(self, requests: Sequence[Request], progress: Progress | None = None) -> list[list[Hypothesis]]:
        """The hypotheses of each request, the likeliest first."""
        ...

    def count_pieces(self, text: str) -> int:
        """How many pieces the first package's tokenizer makes of a text."""
        ...


def usable_threads() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def resolve_device(device: Device) -> str:
    """The device CTranslate2 gets. Raises `UsageError` if a GPU was asked for and there is none."""
    if device == "cpu":
        return "cpu"
    import ctranslate2

    has_gpu = ctranslate2.get_cuda_device_count() > 0
    if device == "cuda" and not has_gpu:
        raise UsageError("--device cuda: no CUDA device was found: use --device cpu or auto")
    return "cuda" if has_gpu else "cpu"


class CTranslate2Engine:
    """One package, loaded when it is first used.

    CTranslate2's compute type is left at its default: some packages of the Argos index give endless loops
    with any other, `auto` included (argos-translate issues 504 and 522).
    """

    def __init__(
        self,
        package: TranslationPackage,
        device: Device = "cpu",
        threads: int | None = None,
        beam: int | None = None,
    ) -> None:
        self.package = package
        self.packages: tuple[TranslationPackage, ...] = (package,)
        self.beam = beam or (2 if package.bundled else 4)
        self._device, self._threads = device, threads or usable_threads()
        self._pieces_of_words: dict[str, int] = {}
        self._translated: OrderedDict[tuple[str, SearchOptions], list[Hypothesis]] = OrderedDict()

    @property
    def knows_slots(self) -> bool:
        """Whether the package's model copies slots."""
        return self.package.knows_slots

    @functools.cached_property
    def _translator(self) -> Any:
        import ctranslate2

        device = resolve_device(self._device)
        # One thread a batch and several batches at once beat several threads on one batch.
        threads = {"inter_threads": self._threads, "intra_threads": 1} if device == "cpu" else {}
        try:
            return ctranslate2.Translator(
                str(self.package.path / "model"), device=device, max_queued_batches=-1, **threads
            )
        except (RuntimeError, ValueError, IndexError, MemoryError) as error:
            raise self._broken("loaded", error) from None

    def _broken(self, what: str, error: Exception) -> PackageError:
        reason = str(error).splitlines()[0][:150] if str(error) else type(error).__name__
        return PackageError(f"{self.package.path}: the model cannot be {what} ({reason}): get the package again")

    def count_pieces(self, text: str) -> int:
        """How many pieces the package's tokenizer makes of a text; single words are remembered."""
        if " " in text:
            return len(self.package.tokenizer.encode(text))
        if text not in self._pieces_of_words:
            if len(self._pieces_of_words) >= _MEMORY:
                self._pieces_of_words.clear()
            self._pieces_of_words[text] = len(self.package.tokenizer.encode(text))
        return self._pieces_of_words[text]

    def translate(self, requests: Sequence[Request], progress: Progress | None = None) -> list[list[Hypothesis]]:
        """Translates all requests together, identical texts once.

        Texts are sorted by length into token batches; the bound on output follows the input, so nothing is
        cut short.

        Returns:
            The hypotheses of each request, the likeliest first. A request that was cut into clauses has one.
        """
        progress = progress or SilentProgress()
        clauses = [self._clauses(request) for request in requests]
        searches = [
            request.search if len(parts) == 1 else replace(request.search, hypotheses=1, attention=False)
            for request, parts in zip(requests, clauses, strict=True)
        ]
        wanted = dict.fromkeys(
            (part, search) for parts, search in zip(clauses, searches, strict=True) for part in parts
        )
        progress.begin("translating", sum(len(request.text.split()) for request in requests))
        known = {key: self._translated[key] for key in wanted if key in self._translated}
        known |= self._decode([key for key in wanted if key not in known], progress)
        results = []
        for parts, search in zip(clauses, searches, strict=True):
            if len(parts) == 1:
                results.append(known[parts[0], search])
                continue
            found = [known[part, search][0] for part in parts]
            score = sum(hypothesis.score for hypothesis in found) / len(found)
            text = " ".join(_as_clause(h.text, part) for h, part in zip(found, parts, strict=True))
            results.append([Hypothesis(text, score)])
        self._remember(known)
        return results

    def _clauses(self, request: Request) -> list[str]:
        # No text has more pieces than characters, and counting costs as much as encoding.
        if len(request.text) <= request.most_pieces:
            return [request.text]
        return split_clauses(request.text, self.count_pieces, request.most_pieces)

    def _remember(self, known: dict[tuple[str, SearchOptions], list[Hypothesis]]) -> None:
        for key, hypotheses in known.items():
            if not key[1].attention:
                self._translated[key] = hypotheses
        while len(self._translated) > _MEMORY:
            self._translated.popitem(last=False)

    def _decode(
        self, keys: list[tuple[str, SearchOptions]], progress: Progress
    ) -> dict[tuple[str, SearchOptions], list[Hypothesis]]:
        encode = self.package.tokenizer.encode
        queue = deque(self._batches([(key, encode(key[0])) for key in keys]))
        running: deque[tuple[list[tuple[str, SearchOptions]], Any]] = deque()
        done: dict[tuple[str, SearchOptions], list[Hypothesis]] = {}
        while queue or running:
            # Few batches are under way at a time, so that an interrupt takes effect soon.
            while queue and len(running) < 2 * self._threads:
                batch = queue.popleft()
                running.append(([key for key, _ in batch], self._submit(batch)))
            batch_keys, results = running.popleft()
            for key, result in zip(batch_keys, results, strict=True):
                try:
                    done[key] = self._hypotheses(result.result(), key[1].attention)
                except (RuntimeError, ValueError, IndexError) as error:
                    raise self._broken("used", error) from None
            progress.advance(sum(len(text.split()) for text, _ in batch_keys))
        return done

    def _batches(
        self, pieces: list[tuple[tuple[str, SearchOptions], list[str]]]
    ) -> list[list[tuple[tuple[str, SearchOptions], list[str]]]]:
        """Sentences of one search and like length together, the longest first.

        Batches do not depend on the number of threads: with a vocabulary map the neighbours in a batch have
        a say in the words that can come out, and equal input must give equal output on every machine.
        """
        ordered = sorted(pieces, key=lambda item: (str(item[0][1]), -len(item[1]), item[0][0]))
        most = _BATCH_TOKENS_WITH_MAP if self.package.has_vocabulary_map else _BATCH_TOKENS
        batches: list[list[tuple[tuple[str, SearchOptions], list[str]]]] = []
        for item in ordered:
            batch = batches[-1] if batches else []
            same = bool(batch) and batch[0][0][1] == item[0][1]
            if same and max(1, len(batch[0][1])) * (len(batch) + 1) <= most:
                batch.append(item)
            else:
                batches.append([item])
        return batches

    def _submit(self, batch: list[tuple[tuple[str, SearchOptions], list[str]]]) -> Any:
        search = batch[0][0][1]
        prefix = self.package.metadata.target_prefix
        return self._translator.translate_batch(
            [pieces for _, pieces in batch],
            target_prefix=[[prefix]] * len(batch) if prefix else None,
            asynchronous=True,
            beam_size=max(search.beam, search.hypotheses),
            num_hypotheses=search.hypotheses,
            no_repeat_ngram_size=search.forbid_repeated_ngram,
            replace_unknowns=True,
            use_vmap=self.package.has_vocabulary_map,
            max_input_length=0,
            max_decoding_length=2 * len(batch[0][1]) + 20,
            return_scores=True,
            return_attention=search.attention,
        )

    def _hypotheses(self, result: Any, with_attention: bool) -> list[Hypothesis]:
        prefix, decode = self.package.metadata.target_prefix, self.package.tokenizer.decode
        hypotheses, scores = [], result.scores
        for index, pieces in enumerate(result.hypotheses):
            if prefix and pieces[:1] == [prefix]:
                pieces = pieces[1:]
            read = functools.partial(_read_attention, result, index) if with_attention else None
            hypotheses.append(Hypothesis(decode(pieces), scores[index], tuple(pieces), read))
        return hypotheses


def _as_clause(translation: str, clause: str) -> str:
    """The translation of a clause with the clause's own last mark; models like to close with a full stop."""
    last = clause[-1:]
    if last in ".!?…\"'”»)":
        return translation
    body = translation.rstrip(".,;: ")
    return body + last if last in ",;:" else body


class PivotEngine:
    """Two packages in a row, through the language between them."""

    def __init__(self, first: CTranslate2Engine, second: CTranslate2Engine) -> None:
        self._first, self._second = first, second
        self.packages: tuple[TranslationPackage, ...] = (first.package, second.package)
        self.beam = first.beam

    @property
    def knows_slots(self) -> bool:
        """Whether both models copy slots."""
        return self._first.knows_slots and self._second.knows_slots

    def count_pieces(self, text: str) -> int:
        """How many pieces the first package's tokenizer makes of a text."""
        return self._first.count_pieces(text)

    def translate(self, requests: Sequence[Request], progress: Progress | None = None) -> list[list[Hypothesis]]:
        """Translates the likeliest hypothesis of the first package by the second. No attention is returned."""
        plain = [
            replace(request, search=replace(request.search, hypotheses=1, attention=False)) for request in requests
        ]
        between = self._first.translate(plain, progress)
        search = [replace(request.search, beam=self._second.beam, attention=False) for request in requests]
        onward = [Request(found[0].text, how) for found, how in zip(between, search, strict=True)]
        return self._second.translate(onward, progress)
