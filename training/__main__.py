"""`python -m training COMMAND`: see `--help`."""

from __future__ import annotations

import sys

from training.commands import app
from translate_pipeline.errors import ExitCode, TsumError


def main() -> int:
    """Runs a command; what a user can mend is one line and an exit code of tsum's."""
    try:
        app(prog_name="python -m training")
    except TsumError as error:
        print(f"error: {error}", file=sys.stderr)
        return int(error.exit_code)
    except KeyboardInterrupt:
        return int(ExitCode.INTERRUPTED)
    return 0


if __name__ == "__main__":
    sys.exit(main())
