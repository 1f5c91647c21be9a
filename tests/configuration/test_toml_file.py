"""The lines of keys in TOML files."""

from __future__ import annotations

import pytest

from translate_pipeline.configuration.toml_file import line_of

TEXT = """[defaults]
beam = 2
glossary = [
  "a.csv",
]

[profile.night]
threads = 1

[ profile . "long day" . batch ]
max-minutes = 5
batch.nice = 3
"""


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("defaults", 1),
        ("defaults.beam", 2),
        ("defaults.glossary", 3),
        ("defaults.missing", 1),
        ("profile.night.threads", 8),
        ("profile.night.batch.missing", 7),
        ("profile.long day.batch", 10),
        ("profile.long day.batch.max-minutes", 11),
        ("profile.long day.batch.batch.nice", 12),
        ("nowhere.at.all", 1),
    ],
)
def test_a_key_is_found_or_else_its_nearest_table(key: str, line: int) -> None:
    assert line_of(TEXT, key) == line
