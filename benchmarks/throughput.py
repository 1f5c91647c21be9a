"""Words a second: tsum's engine against CTranslate2's own call, tsum's pipeline against argostranslate.

All with the bundled package, beam 2, all processors, on the same articles, in one run; models are loaded
before the clock starts.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks import evaluation, peer
from benchmarks.bundled import BEAM, loaded_engine, loaded_pipeline
from benchmarks.raw_ctranslate2 import RawCTranslate2, count_pieces, fastest_settings
from benchmarks.table import print_table, verdict
from translate_pipeline.readers import document_from_text
from translate_pipeline.segmentation import sentence_spans
from translate_pipeline.translation.engine import MOST_PIECES, Request, SearchOptions

_ENGINE_TARGET, _PEER_TARGET = 0.95, 3.0
_SAMPLED = 16
# The position table of the bundled model ends here, and a longer sentence ends the peer.
_MOST_POSITIONS = 500
_ARTICLE_LIMIT = 10**6


def sentences_of(articles: Sequence[str]) -> list[str]:
    """The distinct sentences of articles."""
    paragraphs = (line for article in articles for line in article.split("\n") if line.strip())
    return list(dict.fromkeys(p[start:end] for p in paragraphs for start, end in sentence_spans(p, "es")))


def peer_sentences(article: str) -> list[str]:
    """The sentences of an article as the peer's splitter cuts them, without a cut inside quotations."""
    from sentencex import segment

    return [sentence for line in article.split("\n") for sentence in segment("es", line)]


def words_of(texts: Sequence[str]) -> int:
    """White-space separated words of texts."""
    return sum(len(text.split()) for text in texts)


def engine_seconds(sentences: Sequence[str]) -> tuple[float, list[str]]:
    """Seconds that tsum's engine takes, and what it gives; the model is loaded before."""
    engine = loaded_engine()
    began = time.perf_counter()
    results = engine.translate([Request(sentence, SearchOptions(BEAM)) for sentence in sentences])
    return time.perf_counter() - began, [hypotheses[0].text for hypotheses in results]


def pipeline_seconds(articles: Sequence[str]) -> float:
    """Seconds that the whole pipeline takes: detection, glossary, checks and repair included."""
    pipeline = loaded_pipeline()
    began = time.perf_counter()
    for _ in pipeline.translate_many(document_from_text(text, f"{n}") for n, text in enumerate(articles)):
        pass
    return time.perf_counter() - began


def peer_seconds(articles: Sequence[str], settings: Mapping[str, str]) -> float:
    """Seconds that argostranslate takes, article by article, as its API has it."""
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "texts.json"
        file.write_text(json.dumps(list(articles)), encoding="utf-8")
        environment = peer.environment(**settings)
        done = subprocess.run(peer.command("time", str(file)), env=environment, check=True, stdout=subprocess.PIPE)
    return float(json.loads(done.stdout)["seconds"])


def compare_engine(sentences: Sequence[str], repeats: int) -> list[list[str]]:
    """Rows of the table: CTranslate2's own call and tsum's engine, in turns."""
    words = words_of(sentences)
    settings = fastest_settings(sentences[::_SAMPLED])
    raw = RawCTranslate2(settings)
    raw_times, engine_times = [], []
    same = 0
    for _ in range(repeats):
        began = time.perf_counter()
        from_raw = raw.translate(sentences)
        raw_times.append(time.perf_counter() - began)
        seconds, from_engine = engine_seconds(sentences)
        engine_times.append(seconds)
        same = sum(a == b for a, b in zip(from_raw, from_engine, strict=True))
    print(f"{len(sentences)} sentences of at most {MOST_PIECES} pieces, {words} words; {repeats} turns, medians")
    print(f"CTranslate2's own call at its best: {settings}; {100 * same / len(sentences):.1f} % of translations equal")
    a, b = statistics.median(raw_times), statistics.median(engine_times)
    return [
        ["CTranslate2 translate_batch", f"{a:.1f}", f"{words / a:.0f}", ""],
        ["tsum engine", f"{b:.1f}", f"{words / b:.0f}", f"{a / b:.2f} {verdict(a / b, _ENGINE_TARGET, at_least=True)}"],
    ]


def compare_pipeline(articles: Sequence[str], peer_articles: int, repeats: int) -> list[list[str]]:
    """Rows of the table: argostranslate as it is set and with its threads set well, and tsum's pipeline."""
    first = articles[:peer_articles]
    words, first_words = words_of(articles), words_of(first)
    peer_times = {name: peer_seconds(first, settings) for name, settings in peer.settings(BEAM).items()}
    whole = statistics.median(pipeline_seconds(articles) for _ in range(repeats))
    print(f"{len(articles)} articles, {words} words; the peer on the first {len(first)}, {first_words} words")
    print(peer.NOTE)
    # How many times as fast tsum is as the peer with each of its settings; the target is for the peer as it comes.
    ratios = {name: (words / whole) / (first_words / seconds) for name, seconds in peer_times.items()}
    as_it_comes = next(iter(ratios.values()))
    rows = [
        [f"argostranslate, {name}", f"{seconds:.1f}", f"{first_words / seconds:.0f}", f"{ratios[name]:.2f}"]
        for name, seconds in peer_times.items()
    ]
    shown = verdict(as_it_comes, _PEER_TARGET, at_least=True)
    return [*rows, ["tsum pipeline", f"{whole:.1f}", f"{words / whole:.0f}", shown]]


def main() -> None:
    """Prints a table for each comparison."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.throughput", description=__doc__)
    evaluation.add_option(parser)
    peer.add_option(parser)
    parser.add_argument("--articles", type=int, default=200, metavar="N")
    parser.add_argument("--peer-articles", type=int, default=200, metavar="M", help="time the peer on the first M")
    parser.add_argument("--repeats", type=int, default=3, metavar="R")
    parser.add_argument("--only", choices=("engine", "pipeline"), help="one of the two comparisons")
    options = parser.parse_args()
    data = evaluation.folder(options.eval, "articles.es.jsonl")
    texts = evaluation.articles(data, _ARTICLE_LIMIT)
    fitting = [text for text in texts if max(count_pieces(peer_sentences(text))) <= _MOST_POSITIONS]
    articles = fitting[: options.articles]
    if options.only != "pipeline":
        sentences = sentences_of(articles)
        sizes = count_pieces(sentences)
        print_table(
            ["", "seconds", "words/s", "tsum / CTranslate2"],
            compare_engine([s for s, n in zip(sentences, sizes, strict=True) if n <= MOST_PIECES], options.repeats),
        )
    if options.only != "engine":
        peer.make(options.peer_torch)
        print_table(
            ["", "seconds", "words/s", "tsum / peer"],
            compare_pipeline(articles, options.peer_articles, options.repeats),
        )


if __name__ == "__main__":
    main()
