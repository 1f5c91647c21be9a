"""Invented reports on three events by several newspapers, and a pipeline that translates them in no time."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from tests.desk import small_package
from translate_pipeline import Pipeline
from translate_pipeline.config import SummarySettings
from translate_pipeline.document import Document
from translate_pipeline.metadata import Metadata
from translate_pipeline.readers import document_from_text
from translate_pipeline.readers.collections.base import Entry

FLOOD = (
    "Quince muertos por la riada en Valdehondo\n\n"
    "Quince personas murieron el martes en Valdehondo al desbordarse el río Tamuja tras doce horas de lluvia. "
    "Los bomberos rescataron a decenas de vecinos en los tejados de las casas inundadas.\n\n"
    "La alcaldesa de Valdehondo, Rosa Quintela, pidió la ayuda del ejército para limpiar las calles de barro."
)
FLOOD_LATER = (
    "La riada de Valdehondo deja ya 17 muertos\n\n"
    "El desbordamiento del río Tamuja ha dejado 17 personas muertas en Valdehondo, según los bomberos. "
    "Las casas inundadas siguen sin luz dos días después de la lluvia.\n\n"
    "Rosa Quintela, alcaldesa de la localidad, visitó a los vecinos evacuados en el polideportivo municipal."
)
FLOOD_COPY = FLOOD + " Redacción."
BUDGET = (
    "El Senado de Colombia aprueba los presupuestos\n\n"
    "El Senado de Colombia aprobó los presupuestos de 2025 por 54 votos contra 41 tras un debate de doce horas. "
    "La oposición anunció un recurso ante la Corte Constitucional por el impuesto a los combustibles.\n\n"
    "El ministro de Hacienda, Ricardo Bonilla, celebró el resultado de la votación en el Senado."
)
MATCH = (
    "El Deportivo Almenar gana la Copa en los penaltis\n\n"
    "El Deportivo Almenar ganó la Copa ante el Racing de Tordesa en la tanda de penaltis, con su portero de héroe. "
    "Los aficionados celebraron el título en la plaza hasta la madrugada.\n\n"
    "El entrenador del Deportivo Almenar, Luis Barreda, dedicó la Copa a los aficionados."
)


def quick_pipeline() -> Pipeline:
    """A pipeline with a package of a few hundred kilobytes, whose English is none."""
    summary = SummarySettings(sentences=2, algorithm="news")
    return Pipeline(package=small_package(), default_glossary=False, threads=1, source="es", summary=summary)


def entry(name: str, text: str, source: str | None = None, date: str | None = None) -> Entry:
    """An article of a newspaper."""

    def load() -> Document:
        document = document_from_text(text, name)
        document.metadata = dataclasses.replace(Metadata(), source=source, date=date)
        return document

    return Entry(name, f"/press/{name}", load)


def press() -> list[Entry]:
    """Four articles on three events and a copy."""
    return [
        entry("match", MATCH, "Marcador", "2024-10-30"),
        entry("flood", FLOOD, "El Faro", "2024-10-30"),
        entry("copy", FLOOD_COPY, "La Hoja", "2024-10-30"),
        entry("budget", BUDGET, "El Faro", "2024-10-29"),
        entry("later", FLOOD_LATER, "La Voz", "2024-10-31T09:00:00+01:00"),
    ]


def named(entries: Iterable[Entry], *names: str) -> list[Entry]:
    """The entries of these names."""
    return [each for each in entries if each.name in names]
