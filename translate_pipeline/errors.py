"""Every error a user can meet, each with its sentence and its exit code."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path


class ExitCode(IntEnum):
    """Exit codes of the `tsum` command, as `tsum --help` documents them."""

    OK = 0
    INTERNAL = 1
    USAGE = 2
    NO_PACKAGE = 3
    GLOSSARY = 4
    FINDINGS = 5
    SOME_FAILED = 6
    LOCKED = 7
    INPUT = 8
    NOT_TEXT = 9
    BAD_PACKAGE = 10
    OUTPUT = 11
    DOWNLOAD = 12
    LANGUAGE = 13
    STORAGE = 14
    MAIL = 15
    INTERRUPTED = 130


EXIT_CODE_MEANINGS: dict[ExitCode, str] = {
    ExitCode.OK: "done",
    ExitCode.INTERNAL: "a defect in tsum",
    ExitCode.USAGE: "wrong arguments",
    ExitCode.NO_PACKAGE: "no package for the language pair",
    ExitCode.GLOSSARY: "a glossary cannot be used",
    ExitCode.FINDINGS: "a check found something (--strict)",
    ExitCode.SOME_FAILED: "one or more of several inputs failed",
    ExitCode.LOCKED: "another run has the lock",
    ExitCode.INPUT: "an input is missing or cannot be read",
    ExitCode.NOT_TEXT: "an input is empty or no text",
    ExitCode.BAD_PACKAGE: "a package is broken or refused",
    ExitCode.OUTPUT: "the output cannot be written",
    ExitCode.DOWNLOAD: "a download failed",
    ExitCode.LANGUAGE: "the language cannot be determined",
    ExitCode.STORAGE: "a state file or the translation memory cannot be used",
    ExitCode.MAIL: "mail could not be sent",
    ExitCode.INTERRUPTED: "interrupted",
}


class TsumError(Exception):
    """Base of all errors that are shown to a user as one line."""

    exit_code = ExitCode.INTERNAL


class UsageError(TsumError):
    """Options that contradict each other, or a value out of range."""

    exit_code = ExitCode.USAGE


class InputError(TsumError):
    """An input that is missing, is a directory, or cannot be read."""

    exit_code = ExitCode.INPUT

    @classmethod
    def from_os_error(cls, path: Path | str, error: OSError) -> InputError:
        """Says in one line why `path` could not be read, and what to do."""
        reasons = {
            FileNotFoundError: "no such file: check the path",
            IsADirectoryError: "is a directory: name the files in it, for instance with a glob",
            PermissionError: "permission denied: make it readable for this user",
        }
        reason = next((text for kind, text in reasons.items() if isinstance(error, kind)), error.strerror)
        return cls(f"{path}: {reason}")


class EmptyInputError(TsumError):
    """An input without any text."""

    exit_code = ExitCode.NOT_TEXT

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}: no text in it: nothing to translate")


class NotTextError(TsumError):
    """An input whose bytes are no text."""

    exit_code = ExitCode.NOT_TEXT

    def __init__(self, name: str, looks_like: str) -> None:
        super().__init__(f"{name}: not a text file (it looks like {looks_like}): give tsum a text or a document")


class UnreadableFormatError(TsumError):
    """An input of a known format that cannot be read: damaged, protected, hostile, or without a text."""

    exit_code = ExitCode.NOT_TEXT

    def __init__(self, name: str, format_name: str, reason: str) -> None:
        super().__init__(f"{name}: {format_name} that cannot be read: {reason}")


class MissingLibraryError(TsumError):
    """An input whose format needs libraries that are not installed.

    Args:
        name: the input.
        format_name: its format with an article, such as `an HTML page`.
        extra: the extra of the package `tsum` that brings them.
    """

    exit_code = ExitCode.INPUT

    def __init__(self, name: str, format_name: str, extra: str) -> None:
        # `pip install tsum[web]` would install all of argostranslate's requirements, PyTorch among them.
        super().__init__(f"{name}: {format_name}: to read it, run `pip install {' '.join(_libraries_of(extra))}`")


def _libraries_of(extra: str) -> list[str]:
    import importlib.metadata
    import re

    wanted = re.compile(rf"([\w.-]+).*;.*extra == ['\"]{extra}['\"]")
    return [m.group(1) for line in importlib.metadata.requires("tsum") or () if (m := wanted.match(line))]


class FetchError(TsumError):
    """An address that cannot be fetched, or must not be."""

    exit_code = ExitCode.DOWNLOAD


class LanguageError(TsumError):
    """A text whose language cannot be told."""

    exit_code = ExitCode.LANGUAGE

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}: language undetermined (too little text): say it with --from, for instance --from es")


class NoPackageError(TsumError):
    """A language pair for which no package is installed."""

    exit_code = ExitCode.NO_PACKAGE

    def __init__(
        self,
        source: str,
        target: str,
        missing: Sequence[str] = (),
        name: str | None = None,
        or_spanish: bool = False,
    ) -> None:
        self.source, self.target, self.missing = source, target, tuple(missing) or (f"{source}-{target}",)
        where = f"{name}: " if name else ""
        commands = " and ".join(f"`tsum packages install {pair}`" for pair in self.missing)
        super().__init__(
            f"{where}no package translates {source} to {target}: install one with {commands}"
            + (", or, if the text is Spanish, say so with --from es" if or_spanish else "")
        )


class PackageError(TsumError):
    """A translation package that is broken, hostile, or not what was asked for."""

    exit_code = ExitCode.BAD_PACKAGE


class WrongPairError(PackageError):
    """A package that was named, but translates another language pair."""


class GlossaryError(TsumError):
    """A glossary that cannot be read, or whose rows contradict each other."""

    exit_code = ExitCode.GLOSSARY


class OutputError(TsumError):
    """An output that cannot be written."""

    exit_code = ExitCode.OUTPUT

    @classmethod
    def from_os_error(cls, path: Path | str, error: OSError) -> OutputError:
        """Says in one line why `path` could not be written; nothing of it is left behind."""
        return cls(f"{path}: cannot be written ({error.strerror}): choose another place with -o")


class AllFailedError(TsumError):
    """Several inputs, none of which could be used."""

    exit_code = ExitCode.SOME_FAILED

    def __init__(self, output: Path) -> None:
        super().__init__(f"{output}: not written, since every input failed")


class StorageError(TsumError):
    """A file of state or of translations that cannot be used."""

    exit_code = ExitCode.STORAGE


class LockedError(TsumError):
    """A job that another process is doing."""

    exit_code = ExitCode.LOCKED


class DownloadError(TsumError):
    """A download that failed, was too large, or had the wrong checksum."""

    exit_code = ExitCode.DOWNLOAD


class MailError(TsumError):
    """Mail that could not be sent."""

    exit_code = ExitCode.MAIL
