"""Timers of systemd's user manager: a pair of unit files for each job."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from translate_pipeline.atomic import write_atomically
from translate_pipeline.errors import InputError, OutputError, UsageError
from translate_pipeline.scheduling.base import Change, ScheduledJob
from translate_pipeline.scheduling.difference import difference
from translate_pipeline.scheduling.systemd_units import service, timer, unit_names
from translate_pipeline.storage.folders import user_units_folder

_PATIENCE_SECONDS = 30
_LINGER = "a user's timers run only while the user is logged in, unless you allow it: `loginctl enable-linger`"


class SystemdUserTimer:
    """Jobs as units in the user's folder of systemd."""

    place = "systemd's user folder"

    def render(self, job: ScheduledJob) -> str:
        """The two units, each below its path."""
        return "\n".join(f"# {path}\n{text}" for path, text in _units(job).items())

    def installation(self, job: ScheduledJob) -> Change | None:
        """What would write the units and start the timer."""
        units = _units(job)
        before = {path: _read(path) for path in units}
        if not job.named:
            _refuse_another_job(before, units, job.name)
        after = {path: text.encode() for path, text in units.items()}
        if before == after:
            return None
        timer_name = unit_names(job.name)[1]

        def apply() -> Sequence[str]:
            _write(units, before)
            commands = (("daemon-reload",), ("enable", timer_name), ("restart", timer_name))
            return [*_systemctl(commands), _LINGER]

        shown = "".join(difference(str(path), before[path] or b"", after[path]) for path in units)
        return Change(shown, apply)

    def removal(self, name: str) -> Change | None:
        """What would stop the timer and delete the units."""
        before = {user_units_folder() / unit: _read(user_units_folder() / unit) for unit in unit_names(name)}
        there = {path: content for path, content in before.items() if content is not None}
        if not there:
            return None

        def apply() -> Sequence[str]:
            told = _systemctl((("disable", "--now", unit_names(name)[1]),))
            for path in there:
                with _as_output_error(path):
                    path.unlink(missing_ok=True)
            return [*told, *_systemctl((("daemon-reload",),))]

        return Change("".join(difference(str(path), content, b"") for path, content in there.items()), apply)

    def names(self) -> list[str]:
        """The jobs of tsum that have a timer."""
        return sorted(path.stem.removeprefix("tsum-") for path in user_units_folder().glob("tsum-*.timer"))


def _units(job: ScheduledJob) -> dict[Path, str]:
    service_name, timer_name = unit_names(job.name)
    return {user_units_folder() / service_name: service(job), user_units_folder() / timer_name: timer(job)}


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise InputError.from_os_error(path, error) from None


def _refuse_another_job(before: dict[Path, bytes | None], units: dict[Path, str], name: str) -> None:
    path, text = next(iter(units.items()))
    if before[path] not in (None, text.encode()):
        raise UsageError(
            f"{path}: another job has this name: "
            f"give this one its own with --name, or replace that one with --name {name}"
        )


def _write(units: dict[Path, str], before: dict[Path, bytes | None]) -> None:
    """Writes all units, or leaves none of them changed."""
    written: list[Path] = []
    try:
        for path, text in units.items():
            with _as_output_error(path):
                path.parent.mkdir(parents=True, exist_ok=True)
                write_atomically(path, text)
            written.append(path)
    except BaseException:
        for path in written:
            _restore(path, before[path])
        raise


def _restore(path: Path, content: bytes | None) -> None:
    with contextlib.suppress(OSError, OutputError):
        if content is None:
            path.unlink()
        else:
            write_atomically(path, content.decode(errors="replace"))


@contextlib.contextmanager
def _as_output_error(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, OutputError) as error:
        # What write_atomically says to do, another -o, is no help here.
        cause = error.__context__ if isinstance(error, OutputError) else error
        reason = cause.strerror if isinstance(cause, OSError) else error
        raise OutputError(f"{path}: cannot be written ({reason}): make the folder {path.parent} writable") from None


def _systemctl(commands: Sequence[Sequence[str]]) -> list[str]:
    """Runs commands of `systemctl --user` where it works; gives lines that say what was done, or what to do."""
    shown = [" ".join(("systemctl --user", *command)) for command in commands]
    if not _manager_answers():
        return [f"run `{line}`" for line in shown]
    told = []
    for command, line in zip(commands, shown, strict=True):
        done = _run(command)
        told.append(f"ran `{line}`" if done == "" else f"`{line}` failed ({done}): run it yourself")
    return told


def _manager_answers() -> bool:
    return shutil.which("systemctl") is not None and _run(("show-environment",)) == ""


def _run(command: Sequence[str]) -> str:
    """Runs `systemctl --user`; gives the reason if it fails, else nothing."""
    try:
        done = subprocess.run(
            ["systemctl", "--user", *command],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return type(error).__name__
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return "" if done.returncode == 0 else (lines or [f"exit code {done.returncode}"])[0]
