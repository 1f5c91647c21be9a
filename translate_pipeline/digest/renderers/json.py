"""JSON, for programs, and for the comparison with the next day's digest."""

from __future__ import annotations

import json
import re

from translate_pipeline.digest.model import Digest
from translate_pipeline.digest.schema import SCHEMA_ID, SCHEMA_VERSION

# What a terminal obeys or what turns the direction of text, if somebody looks at the file.
_UNSEEN = re.compile(r"[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


class JsonRenderer:
    """One object, as `digest.schema.json` beside this file describes it.

    It always has both languages: its field `shown` says which of them its reader wants to see.
    """

    name = "json"
    endings: tuple[str, ...] = (".json",)

    def render(self, digest: Digest) -> bytes:
        """The digest's fields as `Digest.to_dict` has them, after the identifier and the version of their schema."""
        content = {"schema": {"id": SCHEMA_ID, "version": SCHEMA_VERSION}, **digest.to_dict()}
        text = json.dumps(content, ensure_ascii=False, indent=2)
        # UTF-8 has no half surrogate pairs.
        text = _UNSEEN.sub(lambda letter: f"\\u{ord(letter.group()):04x}", _SURROGATE.sub("\ufffd", text))
        return (text + "\n").encode("utf-8")
