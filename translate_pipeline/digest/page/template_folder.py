"""The templates of the page: those that come with tsum, and a folder of a user's that overrides them one by one."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from translate_pipeline.errors import InputError, UsageError

BUNDLED = Path(__file__).parents[1] / "templates"


def template_environment(folder: Path | None) -> jinja2.Environment:
    """Finds each template in `folder` first, then among the bundled ones, and escapes all that they show.

    The templates of a folder that somebody else sent run no code: they are held in Jinja's sandbox.

    Raises:
        UsageError: `folder` is no folder, or overrides none of the templates.
    """
    if folder is not None:
        _check(folder)
    # A byte order mark, which Notepad writes, is left out.
    loaders = [jinja2.FileSystemLoader(place, encoding="utf-8-sig") for place in (folder, BUNDLED) if place]
    return ImmutableSandboxedEnvironment(
        loader=jinja2.ChoiceLoader(loaders),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _check(folder: Path) -> None:
    names = sorted(path.name for path in BUNDLED.iterdir() if path.is_file())
    if not folder.is_dir():
        raise UsageError(f"{folder}: no folder of templates: name one that is there")
    if not any((folder / name).is_file() for name in names):
        raise UsageError(f"{folder}: no template in it: it may hold files of its own for {', '.join(names)}")


def template_text(environment: jinja2.Environment, name: str) -> str:
    """A file of the templates as it is, such as the style."""
    assert environment.loader is not None
    return environment.loader.get_source(environment, name)[0]


@contextmanager
def template_errors_told(folder: Path | None) -> Iterator[None]:
    """Tells what is wrong in a user's templates in one line, with the file and the line; a fault of ours stays one.

    Raises:
        UsageError: a template of `folder` is wrong, or does not give what a bundled one needs of it.
        InputError: a template of `folder` cannot be read.
    """
    try:
        yield
    except Exception as error:
        # Jinja counts a template that is missing among the errors of the system.
        if folder is not None and isinstance(error, OSError) and not isinstance(error, jinja2.TemplateNotFound):
            raise InputError.from_os_error(error.filename or folder, error) from error
        told = _told(error, folder) if folder is not None else None
        if told is None:
            raise
        raise UsageError(told) from error


def _told(error: Exception, folder: Path) -> str | None:
    """What is wrong with a user's templates and where; None where they are not to blame."""
    if isinstance(error, UnicodeDecodeError):
        return f"{_undecodable(folder)}: this template is not in UTF-8: save it as UTF-8"
    frames = [(Path(frame.filename), frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, jinja2.TemplateSyntaxError) and error.filename:
        frames.append((Path(error.filename), error.lineno))
    for path, line in reversed(frames):
        if path.is_relative_to(folder):
            return f"{path}:{line}: this template cannot be used: {_reason(error)}"
    for path, line in reversed(frames):
        if path.is_relative_to(BUNDLED) and isinstance(error, jinja2.TemplateError):
            return f"{folder}: its templates lack what line {line} of the bundled {path.name} needs: {_reason(error)}"
    return None


def _reason(error: Exception) -> str:
    if isinstance(error, jinja2.TemplateNotFound):
        return f"there is no template {error.message!r}"
    if isinstance(error, RecursionError):
        return "it includes itself without end"
    return " ".join(str(error).split()) or type(error).__name__


def _undecodable(folder: Path) -> str:
    """The first file of a folder that is not in UTF-8: Jinja does not say which it was."""
    for path in sorted(folder.iterdir()):
        try:
            path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            return str(path)
        except OSError:
            continue
    return str(folder)
