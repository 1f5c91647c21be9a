"""`python -m translate_pipeline` is `tsum`."""

from translate_pipeline.cli import main

main()
