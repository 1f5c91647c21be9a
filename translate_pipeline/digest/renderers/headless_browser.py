"""Prints a page to PDF with a Chromium browser that is installed, without a window and without the network."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from translate_pipeline.errors import OutputError, UsageError

VARIABLE = "TSUM_BROWSER"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge", "microsoft-edge")
# Nothing listens on the discard port; with the resolver's rule there are two walls between the page and the network.
_NO_NETWORK = (
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=http://127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-client-side-phishing-detection",
    "--disable-sync",
    "--no-pings",
)
_ALONE = (
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-breakpad",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--metrics-recording-only",
    "--password-store=basic",
    "--use-mock-keychain",
)
# Chromium opens a socket three names further down, and a path of a socket has 107 bytes (unix(7)).
_LONGEST_SOCKET_FOLDER = 55
_PRINTING = (
    "--headless",
    "--no-pdf-header-footer",
    "--export-tagged-pdf",
    "--generate-pdf-document-outline",
    # The file names the program that made it; its own name would tell the reader's system and version.
    "--user-agent=tsum",
    "--lang=en-US",
)


def find_browser() -> str:
    """The path of the browser that `TSUM_BROWSER` names, or of the first of those that are usual.

    Raises:
        UsageError: there is none.
    """
    wanted = os.environ.get(VARIABLE)
    if wanted:
        found = shutil.which(wanted)
        if found is None:
            raise UsageError(f"{VARIABLE}={wanted}: no such program: name the path of a Chromium or Chrome browser")
        return found
    for name in _NAMES:
        if found := shutil.which(name):
            return found
    raise UsageError(
        "a PDF is printed by a Chromium browser, and none is installed: install Chromium or Chrome, "
        f"name one in {VARIABLE}, or write HTML and print that"
    )


def printed(page: bytes, seconds: float) -> bytes:
    """An HTML page as PDF, in its print style.

    The page and all that the browser writes lie in a folder that only this user can read, and that is removed.

    Args:
        page: a page that is whole in itself.
        seconds: how long the browser may take.

    Raises:
        UsageError: there is no browser.
        OutputError: the browser failed, or took too long.
    """
    browser = find_browser()
    with _private_folder(_reachable_folder(browser)) as folder:
        source, made = folder / "page.html", folder / "page.pdf"
        source.write_bytes(page)
        folders = (f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={made}")
        # Chromium's sandbox does not work for root, who needs none of its walls to read what the page could.
        root = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
        command = [browser, *_PRINTING, *_NO_NETWORK, *_ALONE, *folders, *root, source.as_uri()]
        said = _run(command, folder, seconds)
        if not made.is_file() or not made.stat().st_size:
            raise OutputError(f"{browser}: has printed no PDF: {said or 'it says nothing'}")
        return made.read_bytes()


def _run(command: list[str], folder: Path, seconds: float) -> str:
    """Runs a browser to its end; gives the last line of what it says."""
    # Crash reports, caches and shared memory hold parts of the page.
    own = {name: str(folder) for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "BREAKPAD_DUMP_LOCATION")}
    if len(str(folder)) <= _LONGEST_SOCKET_FOLDER:
        own["TMPDIR"] = str(folder)
    # The password of a mail server is among the variables of this program.
    others = {name: value for name, value in os.environ.items() if not name.startswith("TSUM_")}
    log = folder / "log.txt"
    with log.open("wb") as output:
        try:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                env={**others, **own, "TZ": "UTC"},
                start_new_session=True,
            )
        except OSError as error:
            raise OutputError(
                f"{command[0]}: cannot be started ({error.strerror}): name another in {VARIABLE}"
            ) from None
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise OutputError(f"{command[0]}: has printed no PDF in {seconds:g} s: write HTML and print that") from None
        finally:
            _end(process)
    lines = log.read_text(encoding="utf-8", errors="replace").split("\n")
    return next((" ".join(line.split())[:300] for line in reversed(lines) if line.strip()), "")


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends a browser with the processes that it has started, which may outlive it."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _reachable_folder(browser: str) -> Path | None:
    """Where a browser can read files, if it cannot in the usual folder of temporary ones.

    A snap, as Ubuntu has Chromium, sees nothing of /tmp: https://snapcraft.io/docs/home-interface.
    """
    if Path(browser).resolve().name != "snap":
        return None
    common = Path.home() / "snap" / Path(browser).name / "common"
    return common if common.is_dir() else Path.home()


@contextlib.contextmanager
def _private_folder(parent: Path | None) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="tsum-", dir=parent, ignore_cleanup_errors=True) as name:
        try:
            yield Path(name)
        finally:
            # A process that is ending may still write to the folder, which then cannot be removed at once.
            for _ in range(50):
                shutil.rmtree(name, ignore_errors=True)
                if not Path(name).exists():
                    break
                time.sleep(0.02)
