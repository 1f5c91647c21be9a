"""Test sets: source sentences with their reference translations, given by their paths."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from training.corpus import read_lines
from translate_pipeline.errors import InputError, UsageError


@dataclass(frozen=True)
class TestSet:
    """Sentences and their human translations, line by line."""

    __test__ = False  # it is no class of tests

    name: str
    sources: list[str]
    references: list[str]


def read_test_set(text: str) -> TestSet:
    """The test set that `NAME:SOURCE_FILE:REFERENCE_FILE` names.

    Raises:
        UsageError: it is written otherwise.
        InputError: a file is missing, or they differ in length.
    """
    parts = text.split(":")
    if len(parts) != 3:
        raise UsageError(f"--test {text!r}: write NAME:SOURCE_FILE:REFERENCE_FILE")
    name, source, reference = parts
    sources, references = read_lines(Path(source)), read_lines(Path(reference))
    if len(sources) != len(references):
        raise InputError(f"{source}: {len(sources)} lines, and {reference} has {len(references)}: one of them is cut")
    return TestSet(name, sources, references)
