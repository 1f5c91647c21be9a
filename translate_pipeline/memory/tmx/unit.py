"""A translation unit as a TMX file has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from translate_pipeline.glossary.formats.languages import language_of
from translate_pipeline.memory.plain_text import plain_text


@dataclass(frozen=True)
class TmxUnit:
    """A text in several languages.

    Args:
        source_language: the tag of the language that was translated, such as `es-ES`; `*all*` if any can be.
        variants: language tag and text of each variant, in the order of the file.
        properties: type and value of those properties that tsum writes.
        last_used: day of the last use, in days since 1970; None if the file does not say.
    """

    source_language: str
    variants: tuple[tuple[str, str], ...]
    properties: Mapping[str, str]
    last_used: int | None = None

    def pairs(self) -> Iterator[tuple[str, str, str, str]]:
        """Language codes, source and translation for each translation in the unit.

        Every variant of the source language is a source, as `es-ES` and `es-MX`; the first variant of each other
        language is its translation. Where the source language is not among the variants, each of them can be one.
        """
        targets: dict[str, str] = {}
        for tag, text in self.variants:
            if plain_text(text):
                targets.setdefault(language_of(tag), text)
        declared = language_of(self.source_language)
        for tag, text in self.variants:
            language = language_of(tag)
            if not plain_text(text) or (declared in targets and language != declared):
                continue
            for target, translation in targets.items():
                if target != language:
                    yield language, target, text, translation
