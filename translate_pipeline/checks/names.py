"""Names: each name of the source must stand in the translation, whole and in its place."""

from __future__ import annotations

import functools
import re
import unicodedata

from translate_pipeline.checks.base import Finding, Translated
from translate_pipeline.checks.exchange import Aligned, exchanged
from translate_pipeline.lexicon import may_translate, translations
from translate_pipeline.names import NameSpan, is_common_word, recognise

_WORD = re.compile(r"[^\W_]+(?:[-–’'&.][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_HYPHEN = re.compile("[-–]")
_VERB_FORM = re.compile(
    r"(?:[aei]r|[ai]ndo|iendo|[aáeéií]d?)(?:me|te|se|nos|l[oae]s?)+$|(?:[aei]mos|[aei]ron|[aeií]an|[aei]r[éáíoa]\w*|[áó])$"
)
_MOST_NAMES = 100
_SAINTS = frozenset({"san", "santa", "santo"})
# Spellings of one sound in names that Spanish and English romanise, each as one letter.
_SOUNDS = (
    ("tch", "x"), ("tsch", "x"), ("sch", "x"), ("sh", "x"), ("ch", "x"), ("kh", "j"), ("gh", "g"), ("ph", "f"),
    ("th", "t"), ("dh", "d"), ("zh", "j"), ("ck", "k"), ("qu", "k"), ("gu", "g"), ("q", "k"), ("cc", "x"), ("c", "k"),
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ey", "i"), ("iy", "i"), ("ii", "i"), ("y", "i"), ("w", "v"), ("b", "v"),
    ("z", "s"), ("h", ""),
)  # fmt: skip


def _folded(word: str) -> str:
    """A word in lower case without accents and marks."""
    return "".join(ch for ch in unicodedata.normalize("NFKD", word.casefold()) if ch.isalnum())


@functools.lru_cache(maxsize=8192)
def _sound(folded: str) -> str:
    for spelling, letter in _SOUNDS:
        folded = folded.replace(spelling, letter)
    return re.sub(r"(.)\1(?!\1)", r"\1", folded)


def _within(first: str, second: str, most: int) -> bool:
    """Whether the edit distance of two words is at most `most`."""
    if abs(len(first) - len(second)) > most:
        return False
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(second, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
        if min(row) > most:
            return False
    return row[-1] <= most


def same_name(source_word: str, target_word: str) -> bool:
    """Whether a word of an English text can be a Spanish text's name: the same, or romanised in another way.

    Args:
        source_word, target_word: words in lower case without accents.
    """
    if source_word == target_word:
        return True
    first, second = _sound(source_word), _sound(target_word)
    if first == second:
        return True
    # Endings differ most: Federico and Frederick, Estrasburgo and Strasbourg are the lexicon's and the glossary's.
    return min(len(first), len(second)) >= 6 and first[0] == second[0] and _within(first, second, 1)


@functools.lru_cache(maxsize=4096)
def _source_names(source: str) -> tuple[NameSpan, ...]:
    return tuple(
        span
        for span in recognise(source)
        if span.distinctive and not (span.kind == "acronym" and is_common_word(span.text))
    )


class _TranslatedWords:
    """The words of a translation, ready to look names up in."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[str, bool] = {}
        self._words = [_POSSESSIVE.sub("", word) for word in _WORD.findall(text)]
        folded = list(map(_folded, self._words))
        parts = [_folded(part) for word in self._words if _HYPHEN.search(word) for part in _HYPHEN.split(word)]
        self._known = dict.fromkeys([*folded, *parts])
        self._capitalised = [
            fold for fold, word in zip(folded, self._words, strict=True) if word[:1].isupper() or "-" in word
        ] + parts

    def lost(self, span: NameSpan) -> list[str]:
        """The distinctive words of a name that do not stand here in any form."""
        if span.kind == "acronym":
            if span.text not in self._found:
                self._found[span.text] = self._has_acronym(span.text)
            return [] if self._found[span.text] else [span.text]
        return [word for word in span.distinctive if not self._has(word)]

    def _has(self, word: str) -> bool:
        if word not in self._found:
            self._found[word] = self._looks_for(word)
        return self._found[word]

    def _looks_for(self, word: str) -> bool:
        """Whether a word of a Spanish name stands here: as it is, romanised in another way, or translated."""
        folded = _folded(word)
        if folded in self._known:
            return True
        pieces = [_folded(piece) for piece in _HYPHEN.split(word)] if _HYPHEN.search(word) else []
        if pieces and all(piece in self._known for piece in pieces):
            return True
        if folded in _SAINTS:
            return any(saint in self._known for saint in ("saint", "st", "santa", "sao", "sainte"))
        stem = folded.removesuffix("s")
        if any(same_name(folded, other) or same_name(stem, other.removesuffix("s")) for other in self._capitalised):
            return True
        return bool(translations(word)) and any(may_translate(word, other) for other in self._words)

    def _has_acronym(self, acronym: str) -> bool:
        """Whether an acronym stands here, its letters in any order, or one that may translate it."""
        folded = _folded(acronym)
        return folded in self._known or any(
            sorted(_folded(word)) == sorted(folded) or may_translate(acronym, word)
            for word in self._words
            if sum(ch.isupper() or ch.isdigit() for ch in word) >= 2
        )

    def place(self, span: NameSpan) -> tuple[int, int] | None:
        """Where a name stands here, if its first distinctive word stands just once."""
        places = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(span.distinctive[0])}(?!\w)", self._text)]
        return places[0] if len(places) == 1 else None


class NamesCheck:
    """Finds names that were lost, garbled, or exchanged for each other, from Spanish to English."""

    name = "names"

    def findings(self, pair: Translated) -> list[Finding]:
        """One finding for each name that does not come through whole; glossary terms have a check of their own.

        One word that opens a sentence may be no name, and gives a note.
        """
        if (pair.source_language, pair.target_language) != ("es", "en"):
            return []
        spans = [
            span
            for span in _source_names(pair.source)
            if not any(term.overlaps(span.start, span.end) for term in pair.terms)
        ]
        if not spans:
            return []
        # More names than that are a list, no sentence.
        spans = spans[:_MOST_NAMES]
        translated, found, items = _TranslatedWords(pair.translation), [], []
        for span in spans:
            lost = translated.lost(span)
            if lost:
                message = f"the name {span.text} is missing"
                if len(lost) < len(span.distinctive):
                    message = f"of the name {span.text}, {' '.join(lost)} is missing"
                # A verb that opens a sentence is no name, even if no list of words has its form.
                doubtful = span.opens_sentence and len(span.words) == 1 and _VERB_FORM.search(span.text)
                found.append(Finding(self.name, "note" if doubtful else "error", message, span.text, ""))
            else:
                place = translated.place(span)
                items += [Aligned((span.start, span.end), place, span.text)] if place else []
        pairs = exchanged(pair.source, pair.translation, items) if len(items) > 1 else None
        if pairs is not None:
            message = f"the names {pairs[0].text} and {pairs[1].text} have changed places"
            found.append(Finding(self.name, "error", message, "", ""))
        return found
