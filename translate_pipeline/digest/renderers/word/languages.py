"""Languages as word processors name them."""

from __future__ import annotations

# Word and LibreOffice have spelling for a language of a country; without one they take it for unknown.
_COUNTRIES = {
    "ar": "ar-SA", "ca": "ca-ES", "cs": "cs-CZ", "da": "da-DK", "de": "de-DE", "el": "el-GR", "en": "en-US",
    "es": "es-ES", "fa": "fa-IR", "fr": "fr-FR", "gl": "gl-ES", "he": "he-IL", "hu": "hu-HU", "it": "it-IT",
    "ja": "ja-JP", "ko": "ko-KR", "nl": "nl-NL", "pb": "pt-BR", "pl": "pl-PL", "pt": "pt-PT", "ro": "ro-RO",
    "ru": "ru-RU", "sv": "sv-SE", "tr": "tr-TR", "uk": "uk-UA", "ur": "ur-PK", "zh": "zh-CN", "zt": "zh-TW",
}  # fmt: skip
# What Word itself writes for text in no language, which it does not spell-check.
_NONE = "x-none"


def proofing_language(code: str) -> str:
    """The language tag (BCP 47) by which a word processor finds its spelling, for a code that Argos uses."""
    return _COUNTRIES.get(code, _NONE if code == "und" else code)
