"""Lines with which no paragraph and no headline can end."""

from __future__ import annotations

import re

_UNFINISHED = re.compile(
    r"(?:,|\b(?:de|del|la|el|los|las|un|una|unos|unas|y|e|o|u|a|al|en|con|por|para|que|se|su|sus|no|según|como|sin|sobre"
    r"|entre|desde|hasta|the|of|and|or|to|in|on|at|by|for|with|from|an))$"
)


def is_unfinished(line: str) -> bool:
    """Whether a line ends in a comma, an article, a preposition or the like, in Spanish or English."""
    return _UNFINISHED.search(line) is not None
