"""Seconds from a command to its end, medians: `tsum --help`, `tsum run` on the seed article, and the peer."""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time

from benchmarks import evaluation, peer
from benchmarks.bundled import BEAM
from benchmarks.processes import SEED, empty_home, median_seconds, tsum
from benchmarks.table import print_table, verdict

_HELP_TARGET, _START_TARGET, _PEER_SHARE = 0.3, 1.5, 1 / 3


def translation_seconds() -> float:
    """Seconds to translate the seed article in a process that has everything loaded; run by `main` in a child."""
    from benchmarks.bundled import loaded_pipeline

    pipeline = loaded_pipeline()
    document = pipeline.prepare(SEED)
    began = time.perf_counter()
    pipeline.translate_documents([document])
    return time.perf_counter() - began


def main() -> None:
    """Prints a table of commands."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.startup", description=__doc__)
    evaluation.add_option(parser)
    peer.add_option(parser)
    parser.add_argument("--runs", type=int, default=5, metavar="R")
    options = parser.parse_args()
    peer.make(options.peer_torch)
    ask = "from benchmarks.startup import translation_seconds; print(translation_seconds())"
    with empty_home() as home:
        help_seconds = median_seconds(tsum("--help"), home, options.runs)
        run = median_seconds(tsum("run", str(SEED), "--to", "en"), home, options.runs)
        translation = statistics.median(
            float(subprocess.run([sys.executable, "-c", ask], env=home, check=True, stdout=subprocess.PIPE).stdout)
            for _ in range(options.runs)
        )
    peer_runs = {
        name: median_seconds(
            peer.command("cli", "--from", "es", "--to", "en"), peer.environment(**settings), options.runs, SEED
        )
        for name, settings in {"as it comes, beam 4": {}, **peer.settings(BEAM)}.items()
    }
    ratio = run / next(iter(peer_runs.values()))
    print(peer.NOTE)
    print_table(
        [f"median of {options.runs} runs", "seconds", "target"],
        [
            ["tsum --help", f"{help_seconds:.2f}", verdict(help_seconds, _HELP_TARGET)],
            [f"tsum run {SEED.name}", f"{run:.2f}", ""],
            ["  of that, translation", f"{translation:.2f}", ""],
            ["  all the rest", f"{run - translation:.2f}", verdict(run - translation, _START_TARGET)],
            *([f"argos-translate < {SEED.name}, {name}", f"{seconds:.2f}", ""] for name, seconds in peer_runs.items()),
            ["tsum run / argos-translate as it comes", f"{ratio:.2f}", verdict(ratio, round(_PEER_SHARE, 3))],
        ],
    )


if __name__ == "__main__":
    main()
