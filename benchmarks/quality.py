"""BLEU and chrF of the bundled package: the plain engine, and tsum's checks and repair on top, with what they cost."""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence

from benchmarks import evaluation
from benchmarks.bundled import BEAM, loaded_engine
from benchmarks.evaluation import ParallelText
from benchmarks.sentences import count_found, count_found_in, translate, translations_of
from benchmarks.table import print_table
from benchmarks.translation_scores import Scores, score
from translate_pipeline.glossary import Glossary, load_glossary
from translate_pipeline.translation.engine import Request, SearchOptions

_SETS = ("newstest2012", "flores-dev")
# Sentences with an error or a warning of these checks.
_COUNTED = ("numbers", "names", "untranslated", "degeneration", "terms")
_HEADER = ["", "BLEU", "chrF", *_COUNTED, "time"]


def rows(text: ParallelText) -> tuple[list[list[str]], tuple[str, str]]:
    """The table's rows for a test set, and sacreBLEU's signatures."""
    engine = loaded_engine()
    search = SearchOptions(BEAM)
    began = time.perf_counter()
    found = engine.translate([Request(source, search) for source in text.sources])
    engine_seconds = time.perf_counter() - began
    plain = [hypotheses[0].text for hypotheses in found]
    scores = score(plain, text.references)
    counts: list[int | str] = [count_found_in(text.sources, plain, name) for name in _COUNTED]
    table = [_row(text.name, "plain engine", scores, [*counts[:-1], "-", "1.00"])]
    for name, glossary in (("no glossary", Glossary([])), ("curated glossary", load_glossary([], True, "es", "en"))):
        engine = loaded_engine()
        glossary.find("")
        began = time.perf_counter()
        sentences = translate(text.sources, engine, glossary)
        ratio = (time.perf_counter() - began) / engine_seconds
        scores = score(translations_of(sentences), text.references)
        left: list[int | str] = [count_found(sentences, check) for check in _COUNTED]
        table.append(_row(text.name, f"tsum, {name}", scores, [*left, f"{ratio:.2f}"]))
    return table, scores.signatures


def _row(test: str, system: str, scores: Scores, cells: Sequence[int | str]) -> list[str]:
    return [f"{test}: {system}", f"{scores.bleu:.2f}", f"{scores.chrf:.2f}", *map(str, cells)]


def main() -> None:
    """Prints a table: flagged sentences before and after repair, and time as a multiple of the plain engine's."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    evaluation.add_option(parser)
    options = parser.parse_args()
    data = evaluation.folder(options.eval, *(f"{name}.{code}" for name in _SETS for code in ("es", "en")))
    table: list[list[str]] = []
    signatures = ("", "")
    for name in _SETS:
        found, signatures = rows(evaluation.parallel_text(data, name))
        table += found
    print_table(_HEADER, table)
    print(*signatures, sep="\n")


if __name__ == "__main__":
    main()
