"""Options that several commands share."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from translate_pipeline.briefing.renderers import FORMAT_NAMES
from translate_pipeline.config import Device, RankedOn, Settings, SummarySettings
from translate_pipeline.summarization import ALGORITHMS


class DeviceName(str, Enum):
    """Where CTranslate2 computes."""

    CPU = "cpu"
    CUDA = "cuda"
    AUTO = "auto"


class RankName(str, Enum):
    """The language whose sentences are ranked."""

    SOURCE = "source"
    TARGET = "target"
    BOTH = "both"


Files = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT…",
        help="Files (text, HTML, DOCX, ODT, PDF, EPUB, e-mail), folders, patterns, archives, feeds, URLs; "
        "- reads standard input.",
        show_default=False,
    ),
]
Follow = Annotated[bool, typer.Option("--follow", help="Fetch the pages that feeds link to.")]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Also fetch from this machine and private networks.")
]
TextColumn = Annotated[
    str | None, typer.Option("--text-column", metavar="NAME", help="Column of archives that holds the text.")
]
To = Annotated[str, typer.Option("--to", metavar="CODE", help="Language to translate into.")]
From = Annotated[
    str | None,
    typer.Option("--from", metavar="CODE", help="Language of the text; without it, it is detected."),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file, whole or not at all.")
]
Glossaries = Annotated[
    list[Path] | None,
    typer.Option(
        "--glossary", "-g", metavar="FILE", help="A glossary (CSV, TSV, TBX, JSON), before all others; repeatable."
    ),
]
NoDefaultGlossary = Annotated[bool, typer.Option("--no-default-glossary", help="Leave the curated glossaries out.")]
NoProject = Annotated[bool, typer.Option("--no-project", help="Ignore tsum.toml.")]
Lenient = Annotated[bool, typer.Option("--lenient", help="Leave bad glossary rows out instead of stopping.")]
Strict = Annotated[
    str | None,
    typer.Option(
        "--strict",
        metavar="[CHECK,…]",
        help="Exit with 5, after writing, if a check has found something; alone: any error or warning.",
    ),
]
PackagePath = Annotated[
    Path | None,
    typer.Option("--package", metavar="DIR|FILE", help="Translate with this package and no other."),
]
DeviceOption = Annotated[DeviceName, typer.Option("--device", help="Where to compute.")]
Threads = Annotated[int | None, typer.Option("--threads", metavar="N", help="Processor threads; all without it.")]
Beam = Annotated[
    int | None,
    typer.Option("--beam", metavar="N", help="Beam size; 2 for the bundled package, else 4.", show_default=False),
]
Sentences = Annotated[int, typer.Option("--sentences", "-n", metavar="N", help="Summary length in sentences.")]
Ratio = Annotated[
    float | None,
    typer.Option("--ratio", metavar="R", help="Summary length as a share of the text, 0 to 1; replaces --sentences."),
]
MaxWords = Annotated[
    int | None,
    typer.Option("--max-words", metavar="N", help="Most words in the summary, which has one sentence at least."),
]
Algorithm = Annotated[
    str, typer.Option("--algorithm", "-a", metavar="|".join(ALGORITHMS), help="How summary sentences are ranked.")
]
Format = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar="|".join(FORMAT_NAMES), help="Without it, the ending of -o decides."),
]
LeadWeight = Annotated[
    float,
    typer.Option(
        "--lead-weight",
        metavar="W",
        help="How much a sentence's place counts: 0 is the algorithm alone; news has its own.",
    ),
]
Rank = Annotated[RankName, typer.Option("--rank", help="The language that is ranked.")]
Memory = Annotated[
    Path | None, typer.Option("--memory", metavar="FILE", help="The translation memory.", show_default=False)
]
NamedMemory = Annotated[
    Path | None,
    typer.Option(
        "--memory", metavar="FILE", help="Use and fill this translation memory; without it, none.", show_default=False
    ),
]
NoMemory = Annotated[bool, typer.Option("--no-memory", help="Keep no translations on disk.")]
Since = Annotated[
    str | None, typer.Option("--since", metavar="WHEN", help="Leave out what is older: 2024-10-16, 36h, 2d.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No notes and no progress on standard error.")]
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", help="Say on standard error what is used and how long it takes.")
]


def summary_settings(
    sentences: int,
    ratio: float | None,
    max_words: int | None,
    algorithm: str,
    lead_weight: float,
    rank: RankName = RankName.SOURCE,
    independent: bool = False,
) -> SummarySettings:
    """The summary settings that the options stand for."""
    ranked_on: RankedOn = rank.value
    return SummarySettings(sentences, ratio, max_words, algorithm, lead_weight, ranked_on, independent)


def translation_settings(
    to: str,
    source: str | None,
    package: Path | None,
    device: DeviceName,
    threads: int | None,
    beam: int | None,
    glossaries: list[Path] | None,
    no_default_glossary: bool,
    summary: SummarySettings | None = None,
    summary_only: bool = False,
    lenient: bool = False,
    no_project: bool = False,
    memory: Path | None = None,
) -> Settings:
    """The settings that the options stand for, with what the project's tsum.toml says behind them.

    Raises:
        UsageError: a value is out of range, or tsum.toml is bad.
    """
    from translate_pipeline.project import load_project

    project = None if no_project else load_project()
    computed_on: Device = device.value
    return Settings(
        to=to,
        source=source,
        package=package,
        device=computed_on,
        threads=threads,
        beam=beam,
        glossaries=(*(glossaries or ()), *(project.glossary_files if project else ())),
        default_glossary=not no_default_glossary and (project is None or project.glossary.curated),
        lenient=lenient,
        summary=summary or SummarySettings(),
        summary_only=summary_only,
        memory=memory,
    )
