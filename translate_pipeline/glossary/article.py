"""English articles before a glossary term that was put into a translation."""

from __future__ import annotations

import re

from translate_pipeline.glossary.entry import GlossaryEntry

_DETERMINER = re.compile(
    r"(?:\b(?:the|a|an|this|that|these|those|his|her|its|their|our|my|your|each|every|no|some|any|former|new|current|"
    r"late|top|senior|ex|anti|pro)|['’]s|s['’]|-)[ -]?$",
    re.IGNORECASE,
)
# `(IAEA)`, and `the Russian Ministry`, where an adjective has the article before it.
_NO_ARTICLE = re.compile(rf"{_DETERMINER.pattern}|\($|\bthe [\w-]+ $", re.IGNORECASE)
_INDEFINITE = re.compile(r"\b(an?) $", re.IGNORECASE)
# `Vitamin A is` and `from A to B` have no article.
_NO_WORD_AFTER_ARTICLE = "a|an|and|are|as|at|if|in|into|is|of|on|or|over|under|until|us|upon"
_INDEFINITE_BEFORE_WORD = re.compile(
    r"(?<![\w.’'-])(an?|(?:(?<=^)|(?<=^[\"'“‘«(\[]))An?(?= [a-z])) "
    rf"(?!(?:{_NO_WORD_AFTER_ARTICLE})\b)([a-z]{{2,}}|[A-Z][a-z]+)"
)
_THE = re.compile(r"\bthe $", re.IGNORECASE)
_SENTENCE_START = re.compile(r"^[\s\"'“”‘’«(\[¿¡—-]*$")


def _indefinite(article: str, word: str) -> str:
    """`a ` or `an ` as the next word needs it; acronyms are read letter by letter."""
    first = word.split(" ")[0]
    letters = first.isupper() and len(first) > 1
    sounds_open = first[:1] in "AEFHILMNORSX" if letters else first[:1].casefold() in "aeiou"
    if re.match(r"(?:uni(?![dmn])|us[eu]|uti|ubi|eu|uk|uga|uru|uta|one\b)", first, re.IGNORECASE) and not letters:
        sounds_open = False
    if re.match(r"(?:hour|honest|honou?r|heir)", first, re.IGNORECASE) and not letters:
        sounds_open = True
    return article[0] + ("n " if sounds_open else " ")


def with_fitting_indefinite(before: str, word: str) -> str:
    """The text before a word; an `a` or `an` at its end becomes the one that the word needs."""
    return _INDEFINITE.sub(lambda match: _indefinite(match.group(1), word), before)


def with_fitting_indefinites(text: str) -> str:
    """A text with `a` and `an` as the next words sound; those in capitals may be read as letters, and are left."""
    return _INDEFINITE_BEFORE_WORD.sub(lambda match: _indefinite(match.group(1), match.group(2)) + match.group(2), text)


def place(
    before: str, target: str, entry: GlossaryEntry, spelled_upper: bool, source_had_article: bool
) -> tuple[str, str]:
    """What stands before a term, and the term, with article and capital as the sentence needs them.

    Args:
        before: the translation up to the term.
        target: the term's target form.
        entry: the entry, for its `article`.
        spelled_upper: the source has the term in capitals.
        source_had_article: the source has a definite article before the term.
    """
    if entry.article == "none" and source_had_article:
        without = _THE.sub("", before)
        before = without
    if spelled_upper and not target.isupper():
        target = target.upper()
    before = with_fitting_indefinite(before, target)
    if entry.article == "the" and not spelled_upper and not _NO_ARTICLE.search(before):
        target = ("The " if _SENTENCE_START.match(before) else "the ") + target
    else:
        target = at_sentence_start(before, target)
    return before, target


def at_sentence_start(before: str, target: str) -> str:
    """A target form, with a capital if nothing but marks stands before it."""
    return target[:1].upper() + target[1:] if _SENTENCE_START.match(before) else target
