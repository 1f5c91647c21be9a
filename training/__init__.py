"""Makes tsum's bundled Argos packages from parallel text; `python -m training --help` lists the steps.

No part of `translate_pipeline` imports this package, and what it needs beyond tsum is in `requirements.txt`.
"""
