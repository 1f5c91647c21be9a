"""The system's Chromium, driven by Playwright, with nothing in it that asks the network for anything by itself."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # What the browser asks for on its own account fails before it leaves the machine.
    "--host-resolver-rules=MAP * ~NOTFOUND",
)


def installed_browser() -> str | None:
    """The path of Chromium or Chrome; None where neither is installed."""
    return shutil.which("chromium") or shutil.which("google-chrome")


@contextmanager
def chromium(playwright: Playwright, net_log: Path | None = None) -> Iterator[Browser]:
    """A browser without a window.

    Args:
        playwright: what drives it.
        net_log: where Chromium writes down all that its network service is asked for, names to look up included.
    """
    arguments = [*_ARGUMENTS, *([f"--log-net-log={net_log}"] if net_log else [])]
    browser = playwright.chromium.launch(executable_path=installed_browser(), args=arguments)
    try:
        yield browser
    finally:
        browser.close()
