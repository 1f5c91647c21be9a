"""The state file itself."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from translate_pipeline.errors import StorageError
from translate_pipeline.memory import TranslationMemory
from translate_pipeline.state import StateStore, default_state


def test_it_lies_where_the_desktop_specification_says(home: Path) -> None:
    assert default_state() == home / ".local" / "state" / "tsum" / "state.sqlite"
    StateStore(default_state()).close()
    assert stat.S_IMODE(default_state().stat().st_mode) == 0o600


def test_a_translation_memory_is_no_state(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    TranslationMemory(path).close()
    with pytest.raises(StorageError, match="not the state of earlier runs, but a file of another program"):
        StateStore(path)
