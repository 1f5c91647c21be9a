"""Language detection by langdetect, for a document and for each of its paragraphs."""

from __future__ import annotations

import functools
import importlib.resources
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from translate_pipeline.document import Document, Paragraph, ParagraphKind
from translate_pipeline.romance_languages import told_by_function_words
from translate_pipeline.translation.prose import without_verbatim_spans

# langdetect is right on 98 % of ten-word sentences and on half of the single words (measured on UD PUD).
_FEWEST_WORDS = 5
_FEWEST_LETTERS = 20
_FEWEST_CONFIDENCE = 0.6
_SURE = 0.9
_PARAGRAPH_WORDS = 6
_SAMPLE_CHARACTERS = 1500
_COMPARED = frozenset({"de", "en", "es", "fr", "it", "pt"})
# langdetect's codes that Argos names otherwise.
_ARGOS_CODES = {"zh-cn": "zh", "zh-tw": "zt"}
_ROMANCE = frozenset({"ca", "es", "fr", "it", "pt", "ro"})
_WORD = re.compile(r"[^\W\d_]+")
# sumy's names of the languages whose function words it lists, by ISO 639-1 code.
STOP_WORD_LISTS = {
    "ar": "arabic", "cs": "czech", "de": "german", "el": "greek", "en": "english", "es": "spanish",
    "fr": "french", "it": "italian", "pl": "polish", "pt": "portuguese", "sk": "slovak", "sv": "swedish",
    "uk": "ukrainian",
}  # fmt: skip


_LANGUAGE_NAMES = {
    "ar": "Arabic", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English",
    "es": "Spanish", "fr": "French", "gl": "Galician", "hu": "Hungarian", "it": "Italian", "ja": "Japanese",
    "ko": "Korean", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "und": "Undetermined", "zh": "Chinese",
}  # fmt: skip


def language_name(code: str) -> str:
    """The English name of a language, or its code."""
    return _LANGUAGE_NAMES.get(code, code)


@dataclass(frozen=True)
class DetectedLanguage:
    """A language code with its probability and the other candidates; the code is None if undetermined."""

    code: str | None
    confidence: float
    alternatives: tuple[tuple[str, float], ...] = ()


@functools.cache
def _detector_factory() -> Any:
    from langdetect import detector_factory

    # langdetect samples at random; the seed makes it repeatable.
    detector_factory.DetectorFactory.seed = 0
    detector_factory.init_factory()
    return detector_factory._factory


def detect_language(text: str) -> DetectedLanguage:
    """Detects the language of `text`, or says that it is undetermined when the text is too short to tell.

    Function words overrule letters between Spanish and its neighbours.

    Source of the method: Shuyo's language-detection, ported as https://github.com/Mimino666/langdetect.
    """
    words = _WORD.findall(without_verbatim_spans(text))
    if not words:
        return DetectedLanguage(None, 0.0)
    from langdetect.lang_detect_exception import LangDetectException

    # Capitals only are read as another script's habits: langdetect knows lower-case text best.
    sample = " ".join(_spread(words))
    detector = _detector_factory().create()
    detector.append(sample.lower() if sample.isupper() else sample)
    try:
        guesses = detector.get_probabilities()
    except LangDetectException:
        return DetectedLanguage(None, 0.0)
    found = [(_ARGOS_CODES.get(guess.lang, guess.lang), round(guess.prob, 3)) for guess in guesses]
    letters = sum(map(len, words))
    enough = letters >= _FEWEST_LETTERS and (len(words) >= _FEWEST_WORDS or letters > 12 * len(words))
    if not found or not enough:
        return DetectedLanguage(None, 0.0)
    told = told_by_function_words([word.lower() for word in _spread(words)], found[0][0])
    if told is not None:
        found = [told, *(guess for guess in found if guess[0] != told[0])]
    if found[0][1] < _FEWEST_CONFIDENCE:
        return DetectedLanguage(None, found[0][1], tuple(found))
    return DetectedLanguage(found[0][0], found[0][1], tuple(found[1:]))


def _spread(words: list[str]) -> list[str]:
    """Words from the beginning, the middle and the end of a long text; langdetect's time grows with its length."""
    most = _SAMPLE_CHARACTERS // 6
    if len(words) <= most:
        return words
    part, middle = most // 3, len(words) // 2
    return [*words[:part], *words[middle : middle + part], *words[-part:]]


@functools.cache
def function_words(code: str) -> frozenset[str]:
    """The function words of a language; empty where none are known.

    They are sumy's stop words, and for Spanish our own too: sumy's Spanish list lacks `de`, `que`, `y`, `se`.
    """
    name = STOP_WORD_LISTS.get(code[:2])
    if name is None:
        return frozenset()
    own = importlib.resources.files("translate_pipeline") / "function_words" / f"{code[:2]}.txt"
    words = own.read_text(encoding="utf-8").split() if own.is_file() else []
    file = importlib.resources.files("sumy") / "data" / "stopwords" / f"{name}.txt"
    return frozenset([*words, *file.read_text(encoding="utf-8").split()])


def _reads_like(words: list[str], code: str) -> bool:
    """Whether the function words alone show that text is in `code`: far cheaper than langdetect."""
    count = {other: sum(word in function_words(other) for word in words) for other in _COMPARED | {code}}
    own = count.pop(code)
    return own >= 0.25 * len(words) and own > 1.5 * max(count.values())


def _paragraph_language(paragraph: Paragraph, document_language: str) -> str:
    words = [word.lower() for word in _WORD.findall(without_verbatim_spans(paragraph.text))]
    if len(words) < _PARAGRAPH_WORDS or _reads_like(words, document_language):
        return document_language
    found = detect_language(paragraph.text)
    if found.code is None or found.code == document_language:
        return document_language
    # Neighbouring languages are mistaken for each other in short text; English and Spanish hardly ever.
    neighbours = {found.code, document_language} <= _ROMANCE
    enough = len(words) >= (3 * _PARAGRAPH_WORDS if neighbours else _PARAGRAPH_WORDS)
    own, others = function_words(document_language), function_words(found.code)
    # Foreign names alone make langdetect see another language; its function words would be there too.
    has_function_words = not others or sum(w in others for w in words) >= 0.75 * sum(w in own for w in words)
    return found.code if enough and has_function_words and found.confidence >= _SURE else document_language


def _by_paragraphs(paragraphs: list[Paragraph]) -> DetectedLanguage | None:
    """The language of most words, for a text in several languages that is of none as a whole."""
    words: Counter[str] = Counter()
    for paragraph in paragraphs:
        found = detect_language(paragraph.text)
        if found.code is not None:
            words[found.code] += len(paragraph.text.split())
    if not words:
        return None
    total = sum(words.values())
    shares = [(code, round(count / total, 3)) for code, count in words.most_common()]
    return DetectedLanguage(shares[0][0], shares[0][1], tuple(shares[1:]))


def detect_document(document: Document) -> DetectedLanguage:
    """Detects the language of a document from its whole text, and of each paragraph that is long enough.

    A short paragraph has its document's language, so a quotation in another language is told apart only
    when it is a paragraph of six words or more.
    """
    prose = [p for p in document.paragraphs if p.kind is not ParagraphKind.VERBATIM]
    document.language = detect_language("\n".join(p.text for p in prose))
    if document.language.code is None and document.language.alternatives:
        document.language = _by_paragraphs(prose) or document.language
    if document.language.code is not None:
        for paragraph in prose:
            paragraph.language = _paragraph_language(paragraph, document.language.code)
    return document.language


def assume_language(document: Document, code: str) -> None:
    """Takes `code` for the language of the whole document, without detection."""
    document.language = DetectedLanguage(code, 1.0)
    for paragraph in document.paragraphs:
        if paragraph.kind is not ParagraphKind.VERBATIM:
            paragraph.language = code
