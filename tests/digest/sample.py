"""A digest of three real articles, translated by the bundled package, and a hostile one."""

from __future__ import annotations

import functools
import tempfile
from dataclasses import replace
from pathlib import Path

from translate_pipeline import Pipeline
from translate_pipeline.briefing.model import Briefing
from translate_pipeline.digest.model import (
    Article,
    Citation,
    Copy,
    DatedEvent,
    Digest,
    DigestSignature,
    Disagreement,
    InputHash,
    Mention,
    QuietStory,
    Quotation,
    ReportedFigure,
    Section,
    Story,
)
from translate_pipeline.memory import TranslationMemory
from translate_pipeline.metadata import Metadata

EXAMPLE = Path(__file__).parents[2] / "examples" / "corea-del-norte.es.txt"
FLOOD = (
    "Una riada deja quince muertos en Valencia\n\n"
    "Quince personas murieron el 29 de octubre de 2024 en Valencia por las inundaciones, según la Generalitat. "
    "La presidenta de la Cruz Roja, María Pérez, pidió ayuda urgente.\n\n"
    "“No podemos esperar más”, dijo María Pérez en una rueda de prensa. "
    "El agua alcanzó los 2,5 metros en algunas calles.\n"
)
FLOOD_LATER = (
    "Los muertos por la riada de Valencia suben a 17\n\n"
    "Diecisiete personas han muerto en Valencia por las inundaciones del martes, informó el Gobierno de España. "
    "El presidente del Gobierno, Pedro Sánchez, visitará la zona el 31 de octubre.\n"
)
HOSTILE = (
    "<script>window.hacked = true</script> y <img src=x onerror=alert(1)>\n\n"
    'El ministro dijo: "<b onmouseover=\'alert(2)\'>no</b>" & <a href="javascript:alert(3)">siga</a>. '
    "Una llave {{ 7 * 7 }} y {% raw %} no cambian nada.\n"
)


# From a translation memory, so that these tests are about digests and not about the words of one package.
TRANSLATIONS = {
    "Una riada deja quince muertos en Valencia": "A riada leaves 15 dead in Valencia",
    "Quince personas murieron el 29 de octubre de 2024 en Valencia por las inundaciones, según la Generalitat.": (
        "Fifteen people died on 29 October 2024 in Valencia by floods, according to the Generalitat."
    ),
    "La presidenta de la Cruz Roja, María Pérez, pidió ayuda urgente.": (
        "The president of the Red Cross, María Pérez, asked for urgent aid."
    ),
    "“No podemos esperar más”, dijo María Pérez en una rueda de prensa.": (
        "“We can't wait more,” said María Pérez at a press conference."
    ),
    "El agua alcanzó los 2,5 metros en algunas calles.": "Water reached 2.5 meters in some streets.",
    "Los muertos por la riada de Valencia suben a 17": "The dead for Valencia rise to 17",
    "Diecisiete personas han muerto en Valencia por las inundaciones del martes, informó el Gobierno de España.": (
        "Seventeen people have died in Valencia by the floods of Tuesday, reported the Government of Spain."
    ),
    "El presidente del Gobierno, Pedro Sánchez, visitará la zona el 31 de octubre.": (
        "The President of the Government, Pedro Sánchez, will visit the 31 October."
    ),
}


@functools.cache
def _briefings() -> tuple[Briefing, ...]:
    texts = [EXAMPLE.read_text(encoding="utf-8"), FLOOD, FLOOD_LATER, HOSTILE]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "memory.sqlite"
        memory = TranslationMemory(path)
        memory.remember_imported("es", "en", TRANSLATIONS)
        memory.close()
        return tuple(Pipeline(to="en", memory=path).run_many(texts))


def _story(story: str, articles: tuple[Article, ...], **facts: object) -> Story:
    first = articles[0].briefing
    headline = first.title or first.summary[0]
    dates = sorted(a.briefing.metadata.date for a in articles if a.briefing.metadata.date)
    sources = tuple(dict.fromkeys(a.briefing.metadata.source for a in articles if a.briefing.metadata.source))
    summary = tuple(Citation(a.id, pair) for a in articles for pair in a.briefing.summary[:2])
    made = Story(
        story, headline, "", sources, dates[0] if dates else None, dates[-1] if dates else None, summary, articles
    )
    return replace(made, **facts)  # type: ignore[arg-type]


def sample_digest() -> Digest:
    """Two stories in two sections, one of them moved on, with all that a digest can hold, and a hostile story."""
    korea, flood, later, hostile = _briefings()
    korea = replace(korea, name="corea.txt", metadata=Metadata(date="2024-11-29", source="AP", author="Kim Tong-hyung"))
    flood = replace(
        flood,
        name="riada.txt",
        metadata=Metadata(
            date="2024-10-30T08:00:00+01:00", source="El Diario", url="https://eldiario.example/riada?a=1&b=2"
        ),
    )
    later = replace(
        later, name="riada2.txt", metadata=Metadata(date="2024-10-30T19:00:00+01:00", source="La Vanguardia")
    )
    hostile = replace(
        hostile,
        name='<script>alert("name")</script>.txt',
        metadata=Metadata(
            source="<b>Malo</b>", url="javascript:alert(1)", date="2024-10-30", author='"><svg onload=alert(4)>'
        ),
    )
    a1 = Article(
        "a1", flood, "/desk/riada.txt", "11111111", False, (Copy("copia.txt", "Europa Press", "2024-10-30", None),)
    )
    a2 = Article("a2", later, "/desk/riada2.txt", "22222222", True)
    a3 = Article("a3", korea, "/desk/corea.txt", "33333333", True)
    a4 = Article("a4", hostile, "/desk/malo.txt", "44444444", True)
    dead = Disagreement(
        "personas",
        (
            ReportedFigure("Quince", (Citation("a1", flood.paragraphs[1].sentences[0]),)),
            ReportedFigure("Diecisiete", (Citation("a2", later.paragraphs[1].sentences[0]),)),
        ),
    )
    quoted = flood.paragraphs[2].sentences[0]
    dated = flood.paragraphs[1].sentences[0]
    visit = later.paragraphs[1].sentences[1]
    korean = korea.paragraphs[0].sentences[0]
    return Digest(
        title="Morning briefing",
        date="2024-11-29",
        source_languages=("es",),
        target_language="en",
        shown="both",
        sections=(
            Section("Spain", (_story("0a1b2c3d", (a1, a2), status="moved on", disagreements=(dead,)),)),
            Section("", (_story("4e5f6a7b", (a3,), status="new"), _story("8c9d0e1f", (a4,), status="new"))),
        ),
        mentions=(
            Mention("Valencia", "Valencia", "place", 3, 2, Citation("a1", dated)),
            Mention("Belousov", "Belousov", "person", 5, 1, Citation("a3", korean)),
            Mention("Cruz Roja", "Red Cross", "body", 1, 1, Citation("a1", flood.paragraphs[1].sentences[1])),
            Mention("María Pérez", "María Pérez", "name", 2, 1, Citation("a1", quoted)),
        ),
        quotations=(Quotation("María Pérez", "María Pérez", "“No podemos esperar más”", Citation("a1", quoted)),),
        timeline=(
            DatedEvent("2024-10-29", "29 de octubre de 2024", Citation("a1", dated)),
            DatedEvent("2024-10-31", "31 de octubre", Citation("a2", visit)),
        ),
        quiet=(QuietStory("77777777", "Elecciones en Moldavia", "Elections in Moldova", "2024-11-20"),),
        since="2024-11-28",
        left_out=2,
        notes=("2 files could not be read",),
        signature=DigestSignature(
            tsum=korea.signature.tsum,
            packages=korea.signature.packages,
            beam=korea.signature.beam,
            glossaries=(korea.signature.glossary,),
            settings=(("date", "2024-11-29"), ("max stories", "20"), ("summary", "news")),
            inputs=(
                InputHash("riada.txt", "11111111"),
                InputHash("riada2.txt", "22222222"),
                InputHash("corea.txt", "33333333"),
            ),
        ),
    )
