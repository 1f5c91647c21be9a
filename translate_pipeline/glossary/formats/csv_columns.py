"""What the columns of a CSV glossary are, as its first row shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from translate_pipeline.errors import GlossaryError
from translate_pipeline.glossary.formats.fields import FIELDS
from translate_pipeline.glossary.formats.languages import LanguagePair, is_language_code
from translate_pipeline.readers.cleaning import clean_text

# The columns of DeepL's own exports; the last is in those of its glossary generator alone.
_DEEPL_COLUMNS = ("source", "target", "source_language", "target_language", "relevance")


@dataclass(frozen=True)
class Columns:
    """The columns of a file in their order.

    Args:
        names: the field that each holds.
        has_header: whether the first row is a header.
        pair: the language pair that the file states.
        fixed: cells that are the same in every row.
    """

    names: tuple[str, ...]
    has_header: bool
    pair: LanguagePair | None = None
    fixed: dict[str, str] = field(default_factory=dict)

    def cells_by_name(self, cells: Sequence[str], origin: str) -> dict[str, str]:
        """The cells of a row. Raises `GlossaryError` if there are too many, too few, or of another language pair."""
        if len(cells) != len(self.names):
            raise GlossaryError(
                f"{origin}: {len(cells)} cells where {len(self.names)} are expected: "
                "put a term with a comma in quotation marks"
            )
        by_name = dict(zip(self.names, cells, strict=True))
        for name, value in self.fixed.items():
            if by_name[name].strip().casefold() != value.casefold():
                raise GlossaryError(f"{origin}: {name} is {by_name[name]!r} here and {value!r} before: divide the file")
        return by_name


def columns_of(first: Sequence[str], origin: str) -> Columns:
    """The columns that the first row of a file stands for. Raises `GlossaryError` with what is wrong in it."""
    cells = [clean_text(cell)[0].strip() for cell in first]
    names = [cell.casefold() for cell in cells]
    terms, others = set(FIELDS[:2]) & set(names), set(FIELDS[2:]) & set(names)
    if len(terms) == 2 or (terms and others):
        return _checked(Columns(tuple(names), True), origin)
    languages = [cell for cell in cells if is_language_code(cell)]
    rest = {name for cell, name in zip(cells, names, strict=True) if cell not in languages}
    if len(set(languages)) == len(languages) == 2 and rest <= set(FIELDS[2:]):
        fields = dict(zip(languages, FIELDS, strict=False))
        by_language = tuple(fields.get(cell, name) for cell, name in zip(cells, names, strict=True))
        return _checked(Columns(by_language, True, LanguagePair(*languages)), origin)
    if len(cells) in (4, 5) and all(is_language_code(name) for name in names[2:4]):
        fixed = dict(zip(_DEEPL_COLUMNS[2:4], cells[2:4], strict=True))
        return Columns(_DEEPL_COLUMNS[: len(cells)], False, LanguagePair(*names[2:4]), fixed)
    if len(cells) < 2:
        raise GlossaryError(f"{origin}: one column where two are expected: source and target, with a comma")
    if len(cells) > 3:
        raise GlossaryError(f"{origin}: {len(cells)} columns without a header: name them in a first line")
    return Columns(("source", "target", "note")[: len(cells)], False)


def _checked(columns: Columns, origin: str) -> Columns:
    unknown = [name for name in columns.names if name not in FIELDS]
    if unknown:
        raise GlossaryError(f"{origin}: unknown column {unknown[0]!r}: known are {', '.join(FIELDS)}")
    if not set(FIELDS[:2]) <= set(columns.names):
        raise GlossaryError(f"{origin}: a header without {' or '.join(FIELDS[:2])}: name both columns")
    if len(set(columns.names)) != len(columns.names):
        raise GlossaryError(f"{origin}: a column stands there twice: keep one of them")
    return columns
