"""URLs, e-mail addresses, handles and hashtags: each must stand in the translation as it is."""

from __future__ import annotations

from collections import Counter

from translate_pipeline.checks.base import Finding, Translated
from translate_pipeline.translation.prose import verbatim_spans


class VerbatimCheck:
    """Finds URLs, addresses, handles and hashtags that were changed, lost or made up."""

    name = "verbatim"

    def findings(self, pair: Translated) -> list[Finding]:
        """One finding for each that is missing; without those, one for each that was made up."""
        wanted = Counter(match.group() for match in verbatim_spans(pair.source))
        given = Counter(match.group() for match in verbatim_spans(pair.translation))
        found = [Finding(self.name, "error", f"{text} is missing", text, text) for text in wanted - given]
        made_up = [] if found else list(given - wanted)
        return found + [Finding(self.name, "error", f"{text} is not in the source", "", text) for text in made_up]
