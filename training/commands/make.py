"""Commands that make a package: prepare, lexicon, vocabulary, confirm, train, export."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from training.commands.options import Folder, Package, Version, require_torch
from training.work_folder import WorkFolder

Files = list[Path] | None
CURATED_LEXICON = Path("translate_pipeline/lexicon/curated.txt.xz")
CONFIRMED_TRANSLATIONS = Path("translate_pipeline/lexicon/confirmed.txt")


def prepare(
    folder: Folder,
    pairs: Annotated[
        list[Path],
        typer.Option("--pairs", metavar="FILE", help="Spanish, English, origin by tabs; .xz, .gz or plain."),
    ],
    synthetic: Annotated[
        Files, typer.Option("--synthetic", metavar="FILE", help="The same, the Spanish by a machine.")
    ] = None,
    exclude: Annotated[
        Files, typer.Option("--exclude", metavar="FILE", help="Evaluation set: no line of it may be in the data.")
    ] = None,
    subword_model: Annotated[
        Path | None, typer.Option("--subword-model", metavar="FILE", help="SentencePiece model; else one is trained.")
    ] = None,
    mix: Annotated[
        Path | None, typer.Option("--mix", metavar="FILE", help="CSV: times each origin counts; others are left out.")
    ] = None,
    most_synthetic: Annotated[int, typer.Option("--most-synthetic", min=0, help="Synthetic pairs at most.")] = 300_000,
    slotted: Annotated[float, typer.Option("--slotted", min=0, max=1, help="Share repeated with slots.")] = 0.2,
    rare_sentences: Annotated[
        int, typer.Option("--rare-sentences", min=0, help="Sentences in which rare words take others' places, at most.")
    ] = 0,
    rare_rows: Annotated[int, typer.Option("--rare-rows", min=0, help="Times each rare word stands in a row.")] = 0,
    valid: Annotated[int, typer.Option("--valid", min=1, help="Pairs held out.")] = 1500,
    valid_origin: Annotated[str | None, typer.Option("--valid-origin", help="Where they come from.")] = None,
    pieces: Annotated[int, typer.Option("--pieces", min=300, max=65_000, help="Size of a new subword model.")] = 16_000,
    seed: Annotated[int, typer.Option("--seed", help="Of the random choices.")] = 7,
) -> None:
    """Clean, filter and tokenise parallel text."""
    from training.corpus import read_mix
    from training.prepare import PreparationSettings, prepare
    from training.rare_words import RareWordSettings

    settings = PreparationSettings(
        read_mix(mix) if mix else None, most_synthetic, slotted, RareWordSettings(rare_sentences, rare_rows), valid,
        valid_origin, pieces, seed,
    )  # fmt: skip
    counts = prepare(WorkFolder(folder), pairs, synthetic or [], exclude or [], subword_model, settings)
    for origin, count in sorted(counts.items()):
        print(f"{count:>9,} {origin}")


def lexicon(
    folder: Folder, iterations: Annotated[int, typer.Option("--iterations", min=1, help="Of IBM model 1.")] = 4
) -> None:
    """Estimate which pieces translate which: training starts from it, and it becomes the vocabulary map."""
    from training.lexicon import estimate_lexicon
    from training.subword import read_subword_model
    from training.token_arrays import TokenPairs

    work = WorkFolder(folder)
    size = len(read_subword_model(work.subword_model))
    estimate_lexicon(TokenPairs.load(work.train), size, iterations).save(work.lexicon)


def vocabulary(
    destination: Annotated[Path, typer.Option("--to", metavar="FILE", help="Where it goes.")] = CURATED_LEXICON,
) -> None:
    """Inflect the editors' vocabulary: the curated half of tsum's lexicon."""
    from training.word_lexicon import make_curated_lexicon

    print(f"{make_curated_lexicon(destination):,} forms")


def confirm(
    package: Package,
    pairs: Annotated[list[Path], typer.Option("--pairs", metavar="FILE", help="Spanish, English, origin; repeatable.")],
    destination: Annotated[Path, typer.Option("--to", metavar="FILE", help="Where they go.")] = CONFIRMED_TRANSLATIONS,
) -> None:
    """Add to the lexicon what a package translates rightly and the lexicon does not know."""
    from training.corpus import read_pairs
    from training.word_lexicon.confirmation import confirm

    print(f"{confirm(package, [pair for path in pairs for pair in read_pairs(path)], destination):,} words")


def train(
    folder: Folder,
    minutes: Annotated[float, typer.Option("--minutes", min=0.01, help="Length of the run.")] = 10,
    anneal_from: Annotated[float, typer.Option("--anneal-from", min=0, max=1, help="Where the decay starts.")] = 0,
    anneal_to: Annotated[float, typer.Option("--anneal-to", min=0, max=1, help="Where it ends; 0 is flat.")] = 0,
    shape: Annotated[
        tuple[int, int, int, int, int] | None,
        typer.Option(metavar="W F H E D", help="Of a new model: width, feed-forward, heads, encoder, decoder layers."),
    ] = None,
    init: Annotated[
        Path | None,
        typer.Option("--init", metavar="FILE", help="Checkpoint that a new run starts from; --shape grows it."),
    ] = None,
    batch: Annotated[int, typer.Option("--batch", min=1, help="Padded pieces in a batch.")] = 8192,
    matrix_rate: Annotated[float, typer.Option("--matrix-rate", min=0, help="Muon's learning rate.")] = 0.02,
    rate: Annotated[float, typer.Option("--rate", min=0, help="Adam's learning rate.")] = 0.002,
    dropout: Annotated[float, typer.Option("--dropout", min=0, max=0.9, help="Share of states dropped.")] = 0.0,
    sample: Annotated[int, typer.Option("--sample", min=0, help="Pieces drawn for the loss; 0 takes all.")] = 2000,
    report_every: Annotated[int, typer.Option("--report-every", min=1, help="Steps between lines.")] = 25,
    compile_model: Annotated[bool, typer.Option("--compile", help="Compile the model, on a GPU.")] = False,
    threads: Annotated[int | None, typer.Option("--threads", min=1, help="Processor threads; all without it.")] = None,
    seed: Annotated[int | None, typer.Option("--seed", help="Of the order; the clock if not given.")] = None,
) -> None:
    """Train for some minutes: flat runs go on from each other, a decay starts from the last flat one."""
    require_torch()
    from training.schedule import Schedule
    from training.train import train
    from training.trainer import TrainingSettings

    settings = TrainingSettings(
        schedule=Schedule(minutes, anneal_from, anneal_to), batch=batch, matrix_rate=matrix_rate, rate=rate,
        dropout=dropout, sample=sample, report_every=report_every, compile=compile_model, threads=threads,
        seed=seed,
    )  # fmt: skip
    train(WorkFolder(folder), settings, shape, init)


def export(
    folder: Folder,
    version: Version,
    checkpoint: Annotated[
        Path | None, typer.Option("--checkpoint", metavar="FILE", help="The annealed one if not given.")
    ] = None,
) -> None:
    """Make an Argos package of a checkpoint."""
    require_torch()
    from training.export import archive
    from training.export_run import export_run

    print(archive(export_run(WorkFolder(folder), version, checkpoint)))
