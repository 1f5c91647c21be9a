"""The peer, argostranslate, in an environment of its own, with tsum's bundled package and no network.

python -m benchmarks.peer makes the environment (`.benchmarks/argos`); the other benchmarks use it.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from translate_pipeline.translation.engine import usable_threads
from translate_pipeline.translation.store import bundled_packages

VERSION = "1.11.0"
FOLDER = Path(__file__).resolve().parent.parent / ".benchmarks" / "argos"
RUNNER = Path(__file__).resolve().parent / "peer_runner.py"
PYTHON = FOLDER / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
_READY = FOLDER / "ready"


def make(torch: str | None = None) -> None:
    """Makes the environment, unless it is there.

    Args:
        torch: a requirement such as `torch==2.13.0` to install before argostranslate, which takes any version.
    """
    if not _READY.exists():
        print(f"making the peer's environment in {FOLDER}", file=sys.stderr, flush=True)
        shutil.rmtree(FOLDER, ignore_errors=True)
        venv.create(FOLDER / "venv", with_pip=True)
        if torch:
            _pip(torch)
        _pip(f"argostranslate=={VERSION}", "sentencex")
        _READY.write_text(VERSION, encoding="utf-8")
    _copy_package()


def environment(**extra: str) -> dict[str, str]:
    """The environment variables of the peer: its own folders, the bundled package, the given settings."""
    folders = {
        "HOME": str(FOLDER / "home"),
        "XDG_DATA_HOME": str(FOLDER / "home" / "data"),
        "XDG_CONFIG_HOME": str(FOLDER / "home" / "config"),
        "XDG_CACHE_HOME": str(FOLDER / "home" / "cache"),
        "ARGOS_PACKAGES_DIR": str(FOLDER / "packages"),
    }
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("ARGOS_", "SNAP"))}
    return {**kept, **folders, "ARGOS_DEVICE_TYPE": "cpu", **extra}


NOTE = "peer: argostranslate " + VERSION + ", its sentence splitter replaced by sentencex (its own needs a download)"


def settings(beam: int) -> dict[str, dict[str, str]]:
    """The peer's settings that are compared: a beam, with its own threads and with one thread a batch."""
    own = {"ARGOS_BEAM_SIZE": str(beam)}
    threads = {"ARGOS_INTER_THREADS": str(usable_threads()), "ARGOS_INTRA_THREADS": "1"}
    return {f"beam {beam}": own, f"beam {beam}, {usable_threads()} x 1 threads": {**own, **threads}}


def command(*arguments: str) -> list[str]:
    """The command that runs the peer's `peer_runner.py` with the given arguments."""
    return [str(PYTHON), str(RUNNER), *arguments]


def add_option(parser: argparse.ArgumentParser) -> None:
    """Adds `--peer-torch` to a benchmark's command line."""
    parser.add_argument("--peer-torch", metavar="REQ", help="PyTorch for the peer's environment, e.g. torch==2.13.0")


def _pip(*requirements: str) -> None:
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *requirements]
    subprocess.run(pip, check=True)


def _copy_package() -> None:
    """Puts the bundled package into the peer's package folder, and nothing else."""
    source = bundled_packages()[0].path
    target = FOLDER / "packages" / source.name
    shutil.rmtree(FOLDER / "packages", ignore_errors=True)
    shutil.copytree(source, target)


def main() -> None:
    """Makes the peer's environment."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peer", description=__doc__)
    add_option(parser)
    make(parser.parse_args().peer_torch)
    print(f"argostranslate {VERSION}: {PYTHON}")


if __name__ == "__main__":
    main()
