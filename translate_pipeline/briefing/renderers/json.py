"""JSON, for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from translate_pipeline.briefing.model import Briefing


class JsonRenderer:
    """One object for one briefing, an array for several."""

    name = "json"
    endings: tuple[str, ...] = (".json",)

    def render(self, briefings: Sequence[Briefing]) -> str:
        """The briefings' fields as `Briefing.to_dict` has them."""
        values = [briefing.to_dict() for briefing in briefings]
        text = json.dumps(values[0] if len(values) == 1 else values, ensure_ascii=False, indent=2)
        # A lone surrogate cannot be written as UTF-8.
        return text.encode("utf-8", "replace").decode("utf-8") + "\n"
