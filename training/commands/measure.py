"""Commands that measure a package: evaluate, slots, search, speed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from benchmarks.table import print_table, verdict
from training.commands.options import Against, Beam, Package, Tests

_SLOTS_EXACT, _TIMES_AS_FAST = 99.5, 3.0


def evaluate(
    package: Package,
    tests: Tests,
    against: Against = None,
    beam: Beam = None,
    record: Annotated[bool, typer.Option("--record", help="Write the scores into the package's metadata.")] = False,
) -> None:
    """BLEU and chrF with 95 % confidence intervals."""
    print_evaluation(package, tests, against, beam, record)


def print_evaluation(package: Path, tests: list[str], against: Path | None, beam: int | None, record: bool) -> None:
    """Evaluates a package, prints a table, and records the scores if asked to."""
    from training.evaluation import Evaluation, MetricScore, evaluate
    from training.export import archive, record_scores
    from training.test_sets import read_test_set

    def cells(score: MetricScore) -> list[str]:
        return [f"{score.score:.1f} ± {score.interval:.1f}", "" if score.p_value is None else f"{score.p_value:.3f}"]

    packages = [path for path in (against, package) if path is not None]
    found: list[Evaluation] = []
    signatures = ""
    for test_set in [read_test_set(test) for test in tests]:
        rows, signatures = evaluate(packages, test_set, beam)
        found += rows
        if record:
            record_scores(package, {test_set.name: {"bleu": rows[-1].bleu.score, "chrf": rows[-1].chrf.score}})
    print_table(
        ["", "BLEU", "p", "chrF", "p", "words/s"],
        [[f"{e.test_set}: {e.package}", *cells(e.bleu), *cells(e.chrf), f"{e.speed:.0f}"] for e in found],
    )
    print(signatures)
    if record:
        print(archive(package))


def slots(
    package: Package,
    tests: Tests,
    count: Annotated[int, typer.Option("--count", min=1, help="Sentences.")] = 1000,
    beam: Beam = None,
    retry: Annotated[bool, typer.Option("--retry", help="Also what other searches make of the failures.")] = False,
    show: Annotated[int, typer.Option("--show", min=0, help="Failures to print.")] = 0,
) -> None:
    """Share of sentences with one to four slots that come out exactly once."""
    from training.slot_copying import failures_by_kind, slotted_sentences
    from training.slot_retries import retry_failures
    from training.test_sets import read_test_set

    sentences = slotted_sentences(package, [read_test_set(test) for test in tests], count, beam)
    rows = []
    for number in sorted({len(sentence.kinds) for sentence in sentences}):
        group = [sentence.is_exact for sentence in sentences if len(sentence.kinds) == number]
        rows.append([f"{number} slots", str(len(group)), f"{100 * sum(group) / len(group):.1f}"])
    exact = 100 * sum(sentence.is_exact for sentence in sentences) / len(sentences)
    print_table(["", "sentences", "exact %"], [*rows, ["all", str(len(sentences)), f"{exact:.1f}"]])
    print(f"target: {verdict(exact, _SLOTS_EXACT, at_least=True)}\n")
    kinds = failures_by_kind(sentences)
    print_table(["", "slots", "lost", "repeated"], [[kind, *map(str, counts)] for kind, *counts in kinds])
    left = [sentence for sentence in sentences if not sentence.is_exact]
    if retry:
        print()
        rows = []
        for how, left in retry_failures(package, sentences):
            rows.append([how.name, str(len(left)), f"{100 - 100 * len(left) / len(sentences):.1f}"])
        print_table(["then", "not exact", "exact %"], rows)
    for sentence in left[:show]:
        print(f"\n{' '.join(sentence.kinds)}\n  {sentence.source}\n  {sentence.translation}")


def search(
    package: Package,
    tests: Tests,
    beams: Annotated[list[int] | None, typer.Option("--beam", min=1, help="Repeatable; 1 to 6 if not given.")] = None,
    penalties: Annotated[
        list[float] | None, typer.Option("--length-penalty", help="Repeatable; 1 if not given.")
    ] = None,
    without_map: Annotated[bool, typer.Option("--without-map", help="Also without the vocabulary map.")] = False,
) -> None:
    """BLEU, chrF and speed by beam, length penalty and vocabulary map."""
    from training.decoding import Decoder, Search
    from training.search_settings import score_searches
    from training.test_sets import read_test_set

    decoder = Decoder(package)
    searches = [
        Search(beam, penalty, mapped)
        for mapped in ((True, False) if without_map else (True,))
        for penalty in penalties or [1.0]
        for beam in beams or range(1, 7)
    ]
    print_table(
        ["", "beam", "length penalty", "map", "BLEU", "chrF", "length", "words/CPU s"],
        [
            [
                row.test_set, str(row.search.beam), f"{row.search.length_penalty:g}",
                "yes" if row.search.vocabulary_map else "no", f"{row.bleu:.2f}", f"{row.chrf:.2f}",
                f"{row.length_ratio:.3f}", f"{row.speed:.0f}",
            ]
            for test in map(read_test_set, tests)
            for row in score_searches(decoder, test, searches)
        ],
    )  # fmt: skip


def speed(
    package: Package,
    tests: Tests,
    sentences: Annotated[int, typer.Option("--sentences", min=1, help="Of each test set.")] = 200,
    beam: Annotated[int, typer.Option("--beam", min=1, help="The package's beam.")] = 2,
    rounds: Annotated[int, typer.Option("--rounds", min=1, help="The median counts.")] = 3,
) -> None:
    """Source words a second against a model of the shape of Argos's own packages."""
    from training.speed import compare_speed
    from training.test_sets import read_test_set
    from translate_pipeline.translation.engine import usable_threads

    sources = [source for test in map(read_test_set, tests) for source in test.sources[:sentences]]
    found = compare_speed(package, sources, beam, rounds)
    print_table(
        ["", "source words/s"],
        [
            [f"{package.name}, beam {beam}", f"{found.package:.0f}"],
            ["Argos shape, beam 4", f"{found.argos_shape:.0f}"],
        ],
    )
    print(f"{usable_threads()} threads; {found.ratio:.1f} times: {verdict(found.ratio, _TIMES_AS_FAST, at_least=True)}")
