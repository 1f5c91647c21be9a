"""The words around names and numbers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.checks.neighbours import neighbours, support


def test_neighbours_have_distances_and_know_the_items_they_belong_to() -> None:
    text = "El perro de Tirsa mordió a Orba"
    (of_tirsa, of_orba) = neighbours(text, [(12, 17), (27, 31)])
    assert [(one.word, one.distance, one.item) for one in of_tirsa] == [
        ("perro", -2, -1),
        ("mordió", 1, -1),
        ("orba", 3, 1),
    ]
    assert [(one.word, one.distance) for one in of_orba] == [("mordió", -2), ("tirsa", -3), ("perro", -5)]


def test_near_neighbours_support_more_and_those_on_the_other_side_less() -> None:
    spanish = neighbours("el ministro Tirsa", [(12, 17)])[0]
    near, far, behind = (
        neighbours(text, [(text.index("Tirsa"), text.index("Tirsa") + 5)])[0]
        for text in ("minister Tirsa", "minister and old friend Tirsa", "Tirsa minister")
    )
    assert support(spanish, near) == 1.0
    assert 0.0 < support(spanish, far) < support(spanish, near)
    assert support(spanish, behind) == 0.5


def test_an_item_supports_itself_unless_it_is_left_out() -> None:
    spanish = neighbours("Tirsa vio a Orba", [(0, 5), (12, 16)])[0]
    english = neighbours("Tirsa watched Orba", [(0, 5), (14, 18)])[0]
    assert support(spanish, english) > 0.0
    assert support(spanish, english, (0, 1)) == 0.0


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted), max_size=4))
def test_any_spans_have_no_more_than_twelve_neighbours(text: str, spans: list[list[int]]) -> None:
    found = neighbours(text, [(start, end) for start, end in spans])
    assert len(found) == len(spans)
    assert all(len(around) <= 12 and all(one.distance for one in around) for around in found)
