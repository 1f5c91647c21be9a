"""`tsum batch` killed by SIGKILL at random moments, and started again each time until it ends.

Every document must end with one output that is whole, no sentence that the translation memory has may be translated
again, and nothing unfinished may be left. Where a batch ends before all rounds are done, the next one begins in a new
folder. Outputs are compared with those of a run that nobody disturbs: by their source sentences, since a translation
may depend on the sentences that were translated with it.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks import evaluation
from benchmarks.processes import empty_home
from benchmarks.table import print_table
from translate_pipeline.memory import TranslationMemory

# A window of documents, and one that was written but not yet logged.
_MOST_IN_FLIGHT = 64 + 1
_COUNT_WRITTEN = """
CREATE TABLE written (context INTEGER NOT NULL, hash BLOB NOT NULL);
CREATE TRIGGER count_written AFTER INSERT ON segments
BEGIN INSERT INTO written VALUES (new.context, new.hash); END
"""


@dataclass
class Findings:
    """What was found in all batches: the first three are counts of what happened, the others of what must not be."""

    kills: int = 0
    batches: int = 0
    equal: int = 0
    read_again: int = 0
    wrong: list[str] = field(default_factory=list)
    most_in_flight: int = 0
    repeated: int = 0

    @property
    def passed(self) -> bool:
        """Whether all is as it should be."""
        return not self.wrong and not self.repeated and self.most_in_flight <= _MOST_IN_FLIGHT


@dataclass(frozen=True)
class Batch:
    """One batch in a folder of its own, with the state, the memory and the log of its runs.

    Args:
        inputs: the folder of documents.
        folder: where all the rest is.
        options: further arguments of `tsum batch`.
        environment: that of its processes.
    """

    inputs: Path
    folder: Path
    options: Sequence[str]
    environment: Mapping[str, str]

    @property
    def out(self) -> Path:
        """Where the output goes."""
        return self.folder / "out"

    def prepare(self) -> None:
        """Makes the folder, and a memory that counts how often each sentence is written."""
        self.folder.mkdir()
        TranslationMemory(self.folder / "memory.sqlite").close()
        connection = sqlite3.connect(self.folder / "memory.sqlite")
        connection.executescript(_COUNT_WRITTEN)
        connection.close()

    def run(self, seconds: float | None = None) -> bool:
        """Runs it, killed after so many seconds; whether it ended before."""
        files = ("--state", "state.sqlite", "--memory", "memory.sqlite", "--log", "log")
        command = [sys.executable, "-m", "translate_pipeline", "batch", str(self.inputs), "--out", "out", *files]
        process = subprocess.Popen(
            [*command, "--format", "json", "--quiet", *self.options],
            cwd=self.folder,
            env=dict(self.environment),
            stderr=subprocess.PIPE,
        )
        try:
            _, errors = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            return False
        if process.returncode:
            evaluation.stop(f"tsum batch: exit code {process.returncode}: {errors.decode(errors='replace').strip()}")
        return True

    def index(self) -> list[dict[str, Any]]:
        """The documents of the index."""
        found: list[dict[str, Any]] = json.loads((self.out / "index.json").read_text(encoding="utf-8"))["documents"]
        return found

    def outputs(self) -> dict[str, bytes]:
        """What is in the output folder beside the indexes and the lock."""
        own = {"index.json", "index.html", ".tsum.lock"}
        return {p.relative_to(self.out).as_posix(): p.read_bytes() for p in self.out.rglob("*") if p.name not in own}

    def repeated(self) -> int:
        """How many sentences were translated although the memory had them."""
        connection = sqlite3.connect(self.folder / "memory.sqlite")
        query = "SELECT count(*) FROM (SELECT 1 FROM written GROUP BY context, hash HAVING count(*) > 1)"
        (count,) = connection.execute(query).fetchone()
        connection.close()
        return int(count)

    def in_flight(self) -> list[int]:
        """For each run how many documents it had read and not yet dealt with when it ended."""
        open_documents = Counter[int]()
        for line in (self.folder / "log").read_text(encoding="utf-8").split("\n"):
            # The last line of a killed run may be cut off.
            if line.startswith("{") and line.endswith("}"):
                event = json.loads(line)
                change = {"read": 1, "write": -1, "fail": -1}.get(event["stage"], 0)
                open_documents[event["run"]] += change
        return list(open_documents.values())


def kill_batches(
    inputs: Path,
    scratch: Path,
    rounds: int,
    options: Sequence[str],
    environment: Mapping[str, str],
    seed: int = 1,
    longest: float | None = None,
) -> Findings:
    """Runs batches until `rounds` processes have been killed, and looks at what each batch leaves.

    Args:
        inputs: the folder of documents.
        scratch: an empty folder.
        rounds: how many processes are killed.
        options: further arguments of `tsum batch`.
        environment: that of all processes.
        seed: of the random moments.
        longest: the latest moment at which a process is killed, in seconds from its start; without it, what a second
            run takes, and a third of what the first one takes.
    """
    undisturbed = Batch(inputs, scratch / "undisturbed", options, environment)
    undisturbed.prepare()
    seconds = []
    for _ in range(2):
        began = time.monotonic()
        undisturbed.run()
        seconds.append(time.monotonic() - began)
    longest = longest or seconds[1] + seconds[0] / 3
    expected, findings, moments = undisturbed.outputs(), Findings(), random.Random(seed)
    while findings.kills < rounds:
        batch = Batch(inputs, scratch / f"batch-{findings.batches}", options, environment)
        batch.prepare()
        while findings.kills < rounds and not batch.run(moments.uniform(0, longest)):
            findings.kills += 1
        batch.run()
        findings.batches += 1
        examine(batch, expected, findings)
    return findings


def examine(batch: Batch, expected: Mapping[str, bytes], findings: Findings) -> None:
    """Adds what a batch has left, which should be the outputs of a run that nobody disturbed."""
    outputs, label = batch.outputs(), batch.folder.name
    findings.wrong += [f"{label}: {name} is missing" for name in sorted(expected.keys() - outputs.keys())]
    findings.wrong += [f"{label}: {name} is too many" for name in sorted(outputs.keys() - expected.keys())]
    for name in expected.keys() & outputs.keys():
        findings.equal += outputs[name] == expected[name]
        try:
            if _sources(outputs[name]) != _sources(expected[name]):
                findings.wrong.append(f"{label}: {name} is another document")
        except (ValueError, KeyError, TypeError) as error:
            findings.wrong.append(f"{label}: {name} is not whole: {error}")
    listed = Counter(name for document in batch.index() for name in document["files"])
    if listed != Counter(expected.keys()):
        findings.wrong.append(f"{label}: the index does not list each document once")
    findings.repeated += batch.repeated()
    in_flight = batch.in_flight()
    findings.most_in_flight = max(findings.most_in_flight, *in_flight)
    findings.read_again += sum(in_flight)


def _sources(data: bytes) -> object:
    """The source sentences of a briefing, of which each must have a translation."""
    briefing = json.loads(data)
    pairs = [pair for paragraph in briefing["paragraphs"] for pair in paragraph["sentences"]] or briefing["summary"]
    if not all(pair["target"] for pair in pairs):
        raise ValueError("a sentence without a translation")
    return [pair["source"] for pair in pairs], briefing["words"], briefing["sentences"]


def main() -> None:
    """Prints what was found; ends with exit code 1 where something is not as it should be."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.kill_batch", description=__doc__)
    evaluation.add_option(parser)
    parser.add_argument("--rounds", type=int, default=200, metavar="N")
    parser.add_argument("--documents", type=int, default=300, metavar="N")
    parser.add_argument("--characters", type=int, default=600, metavar="N", help="of each article; 0 for all")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    options = parser.parse_args()
    data = evaluation.folder(options.eval, "articles.es.jsonl")
    articles = evaluation.articles(data, options.documents)
    with empty_home() as environment, tempfile.TemporaryDirectory() as scratch:
        inputs = Path(scratch) / "in"
        inputs.mkdir()
        for number, text in enumerate(articles):
            (inputs / f"{number:04}.txt").write_text(text[: options.characters or None], encoding="utf-8")
        found = kill_batches(inputs, Path(scratch), options.rounds, (), environment, options.seed)
    documents = found.batches * len(articles)
    rows = [
        ["processes killed", str(found.kills), ""],
        [f"batches of {len(articles)} documents, to their end", str(found.batches), ""],
        ["documents with a wrong, missing or second output, or unfinished files", str(len(found.wrong)), "0"],
        ["sentences translated that the memory had", str(found.repeated), "0"],
        ["documents in flight when a process was killed, at most", str(found.most_in_flight), f"<= {_MOST_IN_FLIGHT}"],
        ["documents in flight, in all", str(found.read_again), ""],
        ["outputs equal byte for byte to those of an undisturbed run", f"{100 * found.equal / documents:.1f} %", ""],
    ]
    print_table(["tsum batch under SIGKILL", "measured", "target"], rows)
    for line in found.wrong[:20]:
        print(line)
    if not found.passed:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
