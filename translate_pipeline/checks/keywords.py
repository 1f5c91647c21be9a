"""Key words: the deaths, injuries, arrests and fires of a report must stand in its translation in some word."""

from __future__ import annotations

import re

from translate_pipeline.checks.base import Finding, Translated
from translate_pipeline.checks.spanish_keywords import KEYWORDS
from translate_pipeline.checks.words import words_of

_WORD = re.compile(r"\w+")
_SENTENCE_START = re.compile(r"(?:^|[.:;!?…\n—–-])[\s\"'“”«»‘’(¡¿—–-]*$")
# Stalemates, deadweights.
_SET_PHRASE = re.compile(r"\b(?:puntos?|pesos?|ángulos?|tiempos?|mar)\s+$", re.IGNORECASE)
_GATE = frozenset(KEYWORDS)


def _is_name(text: str, start: int) -> bool:
    """Whether a word has a capital that its place does not give it: el mar Muerto."""
    if not text[start].isupper() or text.isupper():
        return False
    return _SENTENCE_START.search(text[max(0, start - 10) : start]) is None


class KeywordsCheck:
    """Finds words that a report turns on and that English lacks in all their translations, from Spanish to English.

    The words and their translations were measured on 400,000 pairs of sentences: of those with one of the words, the
    English has one of its translations in all but a few in a hundred.
    """

    name = "keywords"

    def findings(self, pair: Translated) -> list[Finding]:
        """One warning for each key word that was lost."""
        if (pair.source_language, pair.target_language) != ("es", "en") or words_of(pair.source).isdisjoint(_GATE):
            return []
        found = []
        for match in _WORD.finditer(pair.source):
            keyword = KEYWORDS.get(match.group().lower())
            if keyword is None or keyword.accepted.search(pair.translation) or _is_name(pair.source, match.start()):
                continue
            if _SET_PHRASE.search(pair.source[max(0, match.start() - 12) : match.start()]):
                continue
            if any(term.overlaps(*match.span()) for term in pair.terms):
                continue
            meant = f" ({keyword.english})" if keyword.english else ""
            message = f"“{match.group()}”{meant} is missing"
            opens = match.group()[0].isupper() and _WORD.search(pair.source[: match.start()]) is not None
            english = keyword.english.capitalize() if opens else keyword.english
            found.append(Finding(self.name, "warning", message, match.group(), english))
        return found
