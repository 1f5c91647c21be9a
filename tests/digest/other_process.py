"""Renders a digest in another process."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys

from translate_pipeline.digest.model import Digest

_CODE = """
import importlib, pickle, sys
module, name = sys.argv[1:]
renderer = getattr(importlib.import_module(module), name)()
sys.stdout.buffer.write(renderer.render(pickle.load(sys.stdin.buffer)))
"""


def rendered_elsewhere(digest: Digest, renderer: type) -> bytes:
    """What a renderer makes of a digest where sets have another order, and the clock is in Tokyo."""
    return subprocess.run(
        [sys.executable, "-c", _CODE, renderer.__module__, renderer.__name__],
        input=pickle.dumps(digest),
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
        stdout=subprocess.PIPE,
        check=True,
    ).stdout
