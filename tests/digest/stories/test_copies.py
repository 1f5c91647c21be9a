from __future__ import annotations

from translate_pipeline.digest.stories.copies import originals, shingles

WIRE = (
    "El ministro de Defensa ruso llegó a Corea del Norte para conversar con líderes militares y políticos. "
    "La visita se produjo días después de que el presidente de Corea del Sur se reuniera con una delegación ucraniana."
)
LONGER = WIRE + " Los medios estatales norcoreanos no confirmaron de inmediato la visita."
ADAPTED = "SEÚL (AP) - " + WIRE.replace("conversar", "hablar")
OWN_WORDS = (
    "Andréi Beloúsov aterrizó en Pionyang, donde le esperaban los jefes del ejército. Seúl había recibido esa semana a "
    "enviados de Kiev, y los medios del régimen callaron al principio sobre el viaje del titular de Defensa."
)


def test_the_same_text_folds_into_the_longer_one() -> None:
    assert originals([WIRE, LONGER, OWN_WORDS]) == [1, 1, 2]


def test_an_agency_text_with_a_few_words_changed_is_a_copy() -> None:
    assert originals([LONGER, ADAPTED]) == [0, 0]


def test_of_equal_texts_the_first_stays() -> None:
    assert originals([WIRE, OWN_WORDS, WIRE]) == [0, 1, 0]


def test_short_texts_are_never_copies() -> None:
    assert originals(["Muere el rey de Tailandia hoy", "Muere el rey de Tailandia hoy"]) == [0, 1]


def test_a_shingle_is_a_run_of_five_words() -> None:
    assert shingles("Uno dos, TRES cuatro cinco. Seis") == {
        ("uno", "dos", "tres", "cuatro", "cinco"),
        ("dos", "tres", "cuatro", "cinco", "seis"),
    }
    assert shingles("uno dos tres cuatro") == frozenset()
