from __future__ import annotations

import pytest

from translate_pipeline.dateline import (
    begins_with_dateline,
    is_dateline,
    running_dateline_end,
    standing_dateline_end,
)


@pytest.mark.parametrize(
    "dateline",
    [
        "BOGOTÁ, 14 may. (EFE).- ",
        "Bogotá, 14 may (EFE).- ",
        "SEÚL (AP) — ",
        "Madrid, 3 jun. 2025 (Europa Press) - ",
        "MADRID.- ",
        "Cúcuta (Colombia), 14 may (EFE).- ",
        "San José, Costa Rica, 3 mar (EFE).- ",
        "SEOUL, Nov 29 (Reuters) - ",
        "Santiago de Chile, lunes 12 de mayo de 2025 (AFP) – ",
    ],
)
def test_a_running_dateline_ends_with_its_dash(dateline: str) -> None:
    text = f"{dateline}El presidente calla."
    assert text[: running_dateline_end(text)] == dateline
    assert begins_with_dateline(text)


@pytest.mark.parametrize(
    "dateline",
    [
        "Bogotá, 14 de mayo de 2025.",
        "Ciudad de México, 14 de mayo (Redacción).",
        "Nueva York, lunes 1 de mayo de 2025.",
    ],
)
def test_a_standing_dateline_ends_with_its_full_stop(dateline: str) -> None:
    text = f"{dateline} El presidente calla."
    assert text[: standing_dateline_end(text)] == dateline
    assert is_dateline(dateline)
    assert not is_dateline(text)


@pytest.mark.parametrize(
    "text",
    [
        "El presidente, el 3 de mayo de 2025, calla.",
        "El 14 de mayo de 2025. El Senado calla.",
        "Petro llegó a Madrid, 14 de mayo (EFE). Nadie habló.",
        "Rusia (EFE) no dijo nada.",
        "La reunión será en Madrid, 14 de mayo.",
        "",
    ],
)
def test_other_sentences_with_places_and_days_are_none(text: str) -> None:
    assert not begins_with_dateline(text)
    assert not is_dateline(text)
