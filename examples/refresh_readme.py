"""Puts the real output of the README's example command into README.md, between its marks."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMAND = ["run", "examples/corea-del-norte.es.txt", "--to", "en"]


def main() -> None:
    """Runs the command and rewrites the block."""
    tsum = [sys.executable, "-m", "translate_pipeline", *COMMAND]
    output = subprocess.run(tsum, cwd=ROOT, capture_output=True, check=True, text=True, encoding="utf-8").stdout
    # The briefing's headings stand two levels below the README's.
    block = re.sub(r"^(#+) ", r"##\1 ", output.strip(), flags=re.MULTILINE)
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    new = re.sub(
        r"(<!-- example -->\n).*?(<!-- /example -->)",
        lambda match: f"{match.group(1)}{block}\n{match.group(2)}",
        text,
        flags=re.DOTALL,
    )
    readme.write_text(new, encoding="utf-8")


if __name__ == "__main__":
    main()
