"""Numbers: each figure of the source must stand in the translation with the same value."""

from __future__ import annotations

import re

from translate_pipeline.checks.base import Finding, Translated
from translate_pipeline.checks.figures import english_form, figures
from translate_pipeline.checks.number_words import spelled_values

# Spanish words from which a figure in the translation may come.
_SPANISH_NUMBER_WORDS = re.compile(
    r"\b(?:diez|once|doce|trece|catorce|quince|dieci\w+|veint\w+|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|"
    r"noventa|cien|ciento|\w*cient[oa]s|quinient[oa]s|mil|mill[oó]n(?:es)?|bill[oó]n(?:es)?|docenas?|centenar(?:es)?|"
    r"siglo|primer[oa]?|[IVXLC]{2,})\b",
    re.IGNORECASE,
)


class NumbersCheck:
    """Finds figures that were lost, changed or made up. It knows Spanish and English number formats."""

    name = "numbers"

    def findings(self, pair: Translated) -> list[Finding]:
        """One finding for each figure of the source that is missing, one for each that was made up."""
        if (pair.source_language, pair.target_language) != ("es", "en"):
            return []
        wanted, unused = figures(pair.source, "es"), figures(pair.translation, "en")
        spelled = spelled_values(pair.translation)
        found = []
        for figure in wanted:
            same = next((given for given in unused if given.values & figure.values), None)
            if same:
                unused.remove(same)
                continue
            word = next((value for value in figure.values if spelled[value] > 0), None)
            if word is not None:
                spelled[word] -= 1
                continue
            message = f"the number {figure.text} is missing"
            found.append(Finding(self.name, "error", message, figure.text, english_form(figure)))
        known = {value for figure in wanted for value in figure.values}
        if not _SPANISH_NUMBER_WORDS.search(pair.source):
            for figure in unused:
                if len(figure.text) >= 2 and not figure.values & known:
                    message = f"the number {figure.text} is not in the source"
                    found.append(Finding(self.name, "note" if found else "error", message, "", figure.text))
        return found
