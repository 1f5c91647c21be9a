"""BLEU and chrF of the bundled package: the plain engine, and tsum's checks and repair on top of it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from benchmarks import evaluation
from benchmarks.bundled import BEAM, loaded_engine
from benchmarks.evaluation import ParallelText
from benchmarks.sentences import count_found, count_found_in, translate, translations_of
from benchmarks.table import print_table
from benchmarks.translation_scores import score
from translate_pipeline.glossary import Glossary, load_glossary
from translate_pipeline.translation.engine import Request, SearchOptions

_SETS = ("newstest2012", "flores-dev")
_HEADER = ["", "BLEU", "chrF", "numbers wrong", "degenerate", "terms missing"]


def rows(text: ParallelText) -> tuple[list[list[str]], tuple[str, str]]:
    """The table's rows for a test set, and sacreBLEU's signatures."""
    engine = loaded_engine()
    found = engine.translate([Request(source, SearchOptions(BEAM)) for source in text.sources])
    plain = [hypotheses[0].text for hypotheses in found]
    scores = score(plain, text.references)
    wrong = [count_found_in(text.sources, plain, name) for name in ("numbers", "degeneration")]
    table = [_row(text.name, "plain engine", scores.bleu, scores.chrf, [*wrong, "-"])]
    for name, glossary in (("no glossary", Glossary([])), ("curated glossary", load_glossary([], True, "es", "en"))):
        engine = loaded_engine()
        sentences = translate(text.sources, engine, glossary)
        scores = score(translations_of(sentences), text.references)
        left = [count_found(sentences, check) for check in ("numbers", "degeneration", "terms")]
        table.append(_row(text.name, f"tsum, {name}", scores.bleu, scores.chrf, left))
    return table, scores.signatures


def _row(test: str, system: str, bleu: float, chrf: float, counts: Sequence[int | str]) -> list[str]:
    return [f"{test}: {system}", f"{bleu:.2f}", f"{chrf:.2f}", *map(str, counts)]


def main() -> None:
    """Prints a table: sentences with wrong numbers are counted before and after repair."""
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
