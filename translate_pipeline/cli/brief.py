"""`tsum brief`: one bilingual digest of many articles."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from translate_pipeline.cli import mail as mail_options
from translate_pipeline.cli import options as opt
from translate_pipeline.cli.console import Notes, TerminalProgress, check_output
from translate_pipeline.cli.inputs import Inputs
from translate_pipeline.cli.strictness import Strictness
from translate_pipeline.digest.renderers import DIGEST_FORMATS, digest_renderer
from translate_pipeline.errors import AllFailedError, TsumError, UsageError

if TYPE_CHECKING:
    from translate_pipeline.config import Settings
    from translate_pipeline.digest.archive import DigestArchive
    from translate_pipeline.digest.mail import MailSettings
    from translate_pipeline.digest.model import Digest, Shown
    from translate_pipeline.digest.options import DigestOptions
    from translate_pipeline.digest.renderers import DigestRenderer

_SIDES: dict[str, Shown] = {"both": "both", "source": "source", "target": "target"}


def brief(
    files: opt.Files,
    output: Annotated[
        list[Path] | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Repeatable: briefing.html, briefing.pdf; the ending decides."
        ),
    ] = None,
    to: opt.To = "en",
    source: opt.From = None,
    format: Annotated[
        str | None,
        typer.Option("--format", "-f", metavar="|".join(DIGEST_FORMATS), help="Instead of what the ending of -o says."),
    ] = None,
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help="The title.")] = "News briefing",
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="DAY", help="Its day, or moment, in ISO 8601; today without it."),
    ] = None,
    since: opt.Since = None,
    max_stories: Annotated[
        int | None, typer.Option("--max-stories", metavar="N", min=1, help="The N most important; all without it.")
    ] = None,
    sections: Annotated[
        Path | None, typer.Option("--sections", metavar="FILE", help="Sections by keywords, a TOML file.")
    ] = None,
    lang: Annotated[
        str, typer.Option("--lang", metavar="both|CODE", help="Show both languages, or one of them: es, en.")
    ] = "both",
    since_last: Annotated[
        bool, typer.Option("--since-last", help="Compare with the briefing before, and mark what is new.")
    ] = False,
    only_new: Annotated[
        bool, typer.Option("--only-new", help="Like --since-last, but write and send nothing where nothing is new.")
    ] = False,
    archive: Annotated[
        Path | None,
        typer.Option(
            "--archive", metavar="DIR", help="Where --since-last keeps briefings; implies it.", show_default=False
        ),
    ] = None,
    template: Annotated[
        Path | None, typer.Option("--template", metavar="DIR", help="Jinja2 files instead of those for HTML.")
    ] = None,
    mail_to: mail_options.MailTo = None,
    mail_from: mail_options.MailFrom = None,
    smtp: mail_options.Smtp = None,
    smtp_security: mail_options.SmtpSecurity = mail_options.SecurityName.STARTTLS,
    smtp_user: mail_options.SmtpUser = None,
    smtp_password_file: mail_options.SmtpPasswordFile = None,
    smtp_ca_file: mail_options.SmtpCaFile = None,
    sentences: Annotated[
        int, typer.Option("--sentences", "-n", metavar="N", help="At most so many for each story and article.")
    ] = 4,
    algorithm: opt.Algorithm = "news",
    full: Annotated[
        bool, typer.Option("--full/--summary-only", help="Have the full texts in it, or not even translate them.")
    ] = True,
    glossary: opt.Glossaries = None,
    no_default_glossary: opt.NoDefaultGlossary = False,
    lenient: opt.Lenient = False,
    no_project: opt.NoProject = False,
    strict: opt.Strict = None,
    package: opt.PackagePath = None,
    device: opt.DeviceOption = opt.DeviceName.CPU,
    threads: opt.Threads = None,
    beam: opt.Beam = None,
    follow: opt.Follow = False,
    allow_private: opt.AllowPrivate = False,
    text_column: opt.TextColumn = None,
    memory: opt.Memory = None,
    no_memory: opt.NoMemory = False,
    quiet: opt.Quiet = False,
    verbose: opt.Verbose = False,
) -> int:
    """Make one briefing of many articles: stories in both languages, with their evidence.

    Articles on one event make one story. Without -o and --mail-to it goes to standard output as Markdown.
    """
    from translate_pipeline.digest.making import make_digest
    from translate_pipeline.memory.memory import default_memory
    from translate_pipeline.pipeline import Pipeline
    from translate_pipeline.readers.sources import Sources

    outputs = output or []
    mail = mail_options.mail_settings(
        mail_to, mail_from, smtp, smtp_security, smtp_user, smtp_password_file, smtp_ca_file
    )
    renderers = _renderers(outputs, format, template, mail)
    for path in outputs:
        check_output(path, files)
    summary = opt.summary_settings(sentences, None, None, algorithm, 0.5)
    settings = opt.translation_settings(
        to,
        source,
        package,
        device,
        threads,
        beam,
        glossary,
        no_default_glossary,
        summary,
        not full,
        lenient=lenient,
        no_project=no_project,
        memory=None if no_memory else memory or default_memory(),
    )
    options = _options(settings, title, date, since, max_stories, sections, lang)
    kept = _archive(archive, title, outputs) if since_last or only_new or archive else None
    notes, progress, strictness = Notes(quiet, verbose), TerminalProgress(quiet), Strictness(strict)
    earlier = kept.before(options.date, notes.warning) if kept else []
    if kept is not None and not earlier:
        notes.note("there is no earlier briefing to compare with: --since-last begins with this one")
    inputs = Inputs(files, notes, Sources(text_column, follow, allow_private), strict)
    pipeline = Pipeline(settings, warn=notes.note, progress=progress)
    pipeline.check_settings()
    digest = make_digest(pipeline, inputs, options, earlier, inputs.on_error)
    progress.close()
    _check_language(lang, digest)
    if only_new and earlier and not any(article.is_new for article in digest.articles()):
        return inputs.exit_code
    if inputs.all_failed:
        raise AllFailedError(outputs[0] if outputs else Path("the briefing"))
    for article in digest.articles():
        for pair in article.briefing.flagged:
            strictness.watch(pair.findings, article.briefing.name)
    _deliver(digest, outputs, renderers, mail, template, notes)
    if kept is not None:
        kept.keep(digest)
    notes.warning(strictness.summary)
    return strictness.exit_code(inputs.exit_code)


def _renderers(
    outputs: Sequence[Path], format: str | None, template: Path | None, mail: MailSettings | None
) -> list[DigestRenderer]:
    """A renderer for each output, or one for standard output. Raises `UsageError`."""
    if format is not None and len(outputs) > 1:
        raise UsageError("--format is for one output: give each file the ending of its format")
    if not outputs and mail is not None:
        return []
    addresses = (mail.sender, mail.recipients) if mail else (None, ())
    paths: list[Path | None] = [*outputs] or [None]
    return [digest_renderer(format, path, template, *addresses) for path in paths]


def _options(
    settings: Settings,
    title: str,
    date: str | None,
    since: str | None,
    max_stories: int | None,
    sections: Path | None,
    lang: str,
) -> DigestOptions:
    """What the digest is to hold. Raises `UsageError`."""
    from translate_pipeline.cli.moment import moment
    from translate_pipeline.digest.options import DigestOptions
    from translate_pipeline.digest.stories.topics import read_topics
    from translate_pipeline.iso_dates import parse_iso_date

    day = date or datetime.now().date().isoformat()
    try:
        parse_iso_date(day)
    except ValueError:
        raise UsageError(f"--date {day!r}: give a day in ISO 8601, such as 2024-10-16") from None
    oldest = moment(since, "--since") if since else None
    topics = read_topics(sections) if sections else ()
    summary = settings.summary
    chosen = {
        "to": settings.to,
        "from": settings.source or "detected",
        "since": oldest.isoformat(timespec="minutes") if oldest else "",
        "max stories": str(max_stories or "all"),
        "sections": _fingerprint(sections) if sections else "",
        "summary": f"{summary.algorithm}, {summary.sentences} sentences",
    }
    shown = _shown(lang, settings.to)
    stated = tuple((name, value) for name, value in chosen.items() if value)
    return DigestOptions(day, title, oldest, max_stories, summary.sentences, topics, shown, stated)


def _shown(lang: str, target: str) -> Shown:
    """The side that `--lang` names. Raises `UsageError`."""
    code = lang.strip().lower()
    if code in _SIDES:
        return _SIDES[code]
    if not code.isalpha() or not 2 <= len(code) <= 3:
        raise UsageError(f"--lang {lang!r}: use both, or the code of one language, such as es or en")
    return "target" if code == target else "source"


def _check_language(lang: str, digest: Digest) -> None:
    """Refuses a language that no article is in. Raises `UsageError`."""
    code = lang.strip().lower()
    if code not in (*_SIDES, digest.target_language, *digest.source_languages) and digest.source_languages:
        languages = ", ".join((*digest.source_languages, digest.target_language))
        raise UsageError(f"--lang {lang!r}: no article is in it: use both, or one of {languages}")


def _fingerprint(path: Path) -> str:
    return hashlib.blake2b(path.read_bytes(), digest_size=4).hexdigest()


def _archive(folder: Path | None, title: str, outputs: Sequence[Path]) -> DigestArchive:
    from translate_pipeline.digest.archive import DigestArchive, series_name
    from translate_pipeline.storage.folders import state_folder

    if folder is not None:
        return DigestArchive(folder)
    written_to = (outputs[0].parent if outputs else Path()).resolve()
    return DigestArchive(state_folder() / "briefings" / series_name(title, written_to))


def _deliver(
    digest: Digest,
    outputs: Sequence[Path],
    renderers: Sequence[DigestRenderer],
    mail: MailSettings | None,
    template: Path | None,
    notes: Notes,
) -> None:
    """Writes the files, then sends the mail; a format that fails does not keep the others from being written."""
    from translate_pipeline.atomic import write_bytes_atomically
    from translate_pipeline.cli.console import write_standard_bytes

    paths: list[Path | None] = [*outputs] or [None]
    failure: TsumError | None = None
    for path, renderer in zip(paths, renderers, strict=False):
        try:
            data = renderer.render(digest)
        except TsumError as error:
            if failure is not None:
                notes.error(failure)
            failure = error
            continue
        if path is None:
            write_standard_bytes(data)
        else:
            write_bytes_atomically(path, data)
            notes.detail(f"written to {path}")
    if mail is not None and any(digest.stories()):
        _send(digest, mail, template)
        notes.detail(f"sent to {', '.join(mail.recipients)}")
    elif mail is not None:
        notes.note("no mail was sent: there is no story to tell")
    if failure is not None:
        raise failure


def _send(digest: Digest, mail: MailSettings, template: Path | None) -> None:
    from translate_pipeline.digest.mail import send
    from translate_pipeline.digest.renderers.eml import EmlRenderer

    message = EmlRenderer(mail.sender, mail.recipients, template).message(digest, datetime.now(timezone.utc))
    send(message, mail)
