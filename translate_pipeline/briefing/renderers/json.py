"""JSON, for programs."""

from __future__ import annotations

import json

from translate_pipeline.briefing.model import Briefing


class JsonRenderer:
    """One object for one briefing, an array for several."""

    name = "json"
    endings: tuple[str, ...] = (".json",)

    frame = ("[\n", ",\n", "]\n")

    def render(self, briefing: Briefing) -> str:
        """The briefing's fields as `Briefing.to_dict` has them."""
        text = json.dumps(briefing.to_dict(), ensure_ascii=False, indent=2)
        # A lone surrogate cannot be written as UTF-8.
        return text.encode("utf-8", "replace").decode("utf-8") + "\n"
