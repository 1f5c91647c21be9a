"""The `tsum` command."""

from translate_pipeline.cli.app import main

__all__ = ["main"]
