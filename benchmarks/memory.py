"""Peak resident memory of `tsum run` on the seed article and on many articles, and of the peer."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from benchmarks import evaluation, peer
from benchmarks.processes import SEED, empty_home, measure, tsum
from benchmarks.table import print_table, verdict

_TARGET = 400


def main() -> None:
    """Prints a table of commands."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.memory", description=__doc__)
    evaluation.add_option(parser)
    peer.add_option(parser)
    parser.add_argument("--articles", type=int, default=200, metavar="N")
    options = parser.parse_args()
    data = evaluation.folder(options.eval, "articles.es.jsonl")
    peer.make(options.peer_torch)
    articles = evaluation.articles(data, options.articles)
    with empty_home() as home, tempfile.TemporaryDirectory() as scratch:
        files = [Path(scratch) / f"{number:04}.es.txt" for number in range(len(articles))]
        for file, text in zip(files, articles, strict=True):
            file.write_text(text, encoding="utf-8")
        one = measure(tsum("run", str(SEED), "--to", "en", "--quiet"), home).megabytes
        many = measure(tsum("run", *map(str, files), "--to", "en", "--quiet"), home).megabytes
    peer_one = measure(peer.command("cli", "--from", "es", "--to", "en"), peer.environment(), SEED).megabytes
    print(peer.NOTE)
    print_table(
        ["peak resident memory", "MB", "target"],
        [
            [f"tsum run {SEED.name}", f"{one:.0f}", verdict(one, _TARGET)],
            [f"tsum run, {len(articles)} articles", f"{many:.0f}", verdict(many, _TARGET)],
            [f"argos-translate --from es --to en < {SEED.name}", f"{peer_one:.0f}", ""],
        ],
    )


if __name__ == "__main__":
    main()
