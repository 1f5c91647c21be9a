from __future__ import annotations

import json
from pathlib import Path

import pytest
from rich.console import Console

from translate_pipeline import Briefing, Pipeline, SummarySettings
from translate_pipeline.briefing.renderers import RENDERERS, render_all, renderer_for
from translate_pipeline.briefing.renderers.terminal import print_briefing
from translate_pipeline.errors import UsageError


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    text = "Cumbre en Seúl\n\nYoon Suk Yeol recibió ayer a Rustem Umerov en Seúl. Hablaron de *misiles* | tropas [1].\n"
    return Pipeline(to="en", summary=SummarySettings(sentences=1)).run(text)


def rendered(name: str, *briefings: Briefing) -> str:
    return "".join(render_all(renderer_for(name, None), briefings, len(briefings) > 1))


def table_rows(markdown: str) -> list[list[str]]:
    lines = [line for line in markdown.splitlines() if line.startswith("|")]
    return [line.replace("\\|", "¦").strip("|").split("|") for line in lines]


def test_markdown_sets_each_sentence_beside_its_source(briefing: Briefing) -> None:
    rows = table_rows(rendered("md", briefing))
    source = next(row for row in rows if "recibió ayer" in row[2])
    assert source[0].strip() == "2.1"
    assert "Yoon Suk Yeol" in source[1]
    assert "Rustem Umerov" in source[1]


def test_marks_of_markdown_in_a_text_do_not_break_its_table(briefing: Briefing) -> None:
    markdown = rendered("md", briefing)
    assert r"\*misiles\* \| tropas \[1\]" in markdown
    assert {len(row) for row in table_rows(markdown)} == {3}


def test_json_is_the_briefing(briefing: Briefing) -> None:
    assert json.loads(rendered("json", briefing)) == json.loads(json.dumps(briefing.to_dict()))
    assert len(json.loads(rendered("json", briefing, briefing))) == 2


def test_text_has_two_columns_of_at_most_a_hundred(briefing: Briefing) -> None:
    text = rendered("txt", briefing)
    assert max(len(line) for line in text.splitlines()) <= 100
    line = next(line for line in text.splitlines() if line.startswith("2.1"))
    assert "Yoon Suk" in line.split("   ")[0] + line
    assert "Yoon Suk Yeol" in line


@pytest.mark.parametrize("width", [40, 80, 200])
def test_a_terminal_of_any_width(briefing: Briefing, width: int) -> None:
    console = Console(width=width, record=True, force_terminal=True, file=Path("/dev/null").open("w", encoding="utf-8"))  # noqa: SIM115
    print_briefing(briefing, console)
    console.file.close()
    shown = console.export_text()
    assert max(map(len, shown.splitlines())) <= width
    assert "Umerov" in shown
    assert "Terms" in shown


def test_terms_are_highlighted_at_a_terminal(briefing: Briefing, tmp_path: Path) -> None:
    with (tmp_path / "out").open("w", encoding="utf-8") as file:
        console = Console(width=160, file=file, force_terminal=True, color_system="standard", highlight=False)
        print_briefing(briefing, console)
    shown = (tmp_path / "out").read_text(encoding="utf-8")
    assert "\x1b[1;36mRustem Umerov\x1b[0m" in shown


@pytest.mark.parametrize(
    ("name", "output", "expected"),
    [
        (None, None, "md"),
        (None, "a.json", "json"),
        (None, "a.TXT", "txt"),
        ("txt", "a.json", "txt"),
        (None, "briefing", "md"),
    ],
)
def test_the_format_is_named_or_follows_from_the_ending(name: str | None, output: str | None, expected: str) -> None:
    assert renderer_for(name, Path(output) if output else None).name == expected


def test_an_unknown_ending_is_refused() -> None:
    with pytest.raises(UsageError, match="no format has the ending"):
        renderer_for(None, Path("a.docx"))


def test_every_renderer_shows_independent_summaries() -> None:
    text = "El volcán entró en erupción ayer. Miles de vecinos huyeron de la isla. El rey visitará la isla mañana."
    briefing = Pipeline(to="en", summary=SummarySettings(sentences=1, independent=True)).run(text)
    assert briefing.summary == ()
    for renderer in RENDERERS:
        shown = renderer.render(briefing)
        assert briefing.source_summary[0].source[:30] in shown
        assert briefing.target_summary[0].target[:30] in shown
