"""What a word is for the making of pairs."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W\d_]+")
