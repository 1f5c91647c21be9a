"""What libraries say on standard error, which cron would mail."""

from __future__ import annotations

import subprocess
import sys

# As on a machine whose urllib3 is newer than what requests knows.
PROGRAM = """
import sys, warnings
import urllib3
urllib3.__version__ = "0.9.0"
from translate_pipeline.cli import app, main
app.main = lambda: (__import__("requests"), warnings.warn("something else"), sys.exit(0))
main()
"""


def test_versions_that_requests_does_not_know_are_no_news() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "supported version" not in done.stderr
    assert "UserWarning: something else" in done.stderr
