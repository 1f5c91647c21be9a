"""`tsum brief` in this process with a tiny package; the real command where streams and signals matter."""

from __future__ import annotations

import json
import stat
from dataclasses import dataclass
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from tests.conftest import Tsum
from tests.desk import Run, small_package
from tests.digest.mail_server import serve_mail
from tests.digest.press import BUDGET, FLOOD, FLOOD_COPY, FLOOD_LATER, MATCH
from translate_pipeline.cli.brief import brief
from translate_pipeline.errors import TsumError
from translate_pipeline.storage.folders import state_folder

PRESS = {"match": MATCH, "flood": FLOOD, "copy": FLOOD_COPY, "budget": BUDGET, "later": FLOOD_LATER}


@dataclass(frozen=True)
class Newsroom:
    """A folder with an archive of articles, and the command on it."""

    folder: Path

    @property
    def press(self) -> Path:
        return self.folder / "press.jsonl"

    def write(self, *names: str) -> None:
        rows = [{"id": name, "text": PRESS[name], "source": f"The {name}", "date": "2024-10-30"} for name in names]
        self.press.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")

    def brief(self, *arguments: str | Path, date: str = "2024-10-31") -> Run:
        app = typer.Typer(pretty_exceptions_enable=False)
        app.command()(brief)
        fixed = (
            "--package",
            small_package(),
            "--no-default-glossary",
            "--no-project",
            "--threads",
            "1",
            "--from",
            "es",
        )
        words = [str(word) for word in (self.press, *fixed, "--date", date, *arguments)]
        result = CliRunner().invoke(app, words, standalone_mode=False)
        if isinstance(result.exception, TsumError):
            return Run(int(result.exception.exit_code), result.stdout, f"{result.stderr}tsum: {result.exception}\n")
        if result.exception is not None:
            raise result.exception
        return Run(int(result.return_value or 0), result.stdout, result.stderr)

    def json(self, *arguments: str | Path, date: str = "2024-10-31") -> dict[str, object]:
        """The digest that a run writes as JSON."""
        run = self.brief("-o", self.folder / "b.json", *arguments, date=date)
        assert (run.code, run.out) == (0, "")
        found: dict[str, object] = json.loads((self.folder / "b.json").read_text(encoding="utf-8"))
        return found


@pytest.fixture
def newsroom(home: Path, tmp_path: Path) -> Newsroom:
    newsroom = Newsroom(tmp_path)
    newsroom.write(*PRESS)
    return newsroom


def test_without_an_output_it_is_markdown(newsroom: Newsroom) -> None:
    run = newsroom.brief()
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("# News briefing\n")
    assert "3 stories from 5 articles" in run.out
    assert "La riada de Valdehondo deja ya 17 muertos" in run.out


def test_the_endings_choose_the_formats_of_several_outputs(newsroom: Newsroom) -> None:
    outputs = [newsroom.folder / f"b.{ending}" for ending in ("html", "md", "txt", "json", "docx", "eml", "atom")]
    run = newsroom.brief(*(word for path in outputs for word in ("-o", path)))
    assert run.silent
    beginnings = [b"<!doctype html>", b"# News", b"News", b"{", b"PK", b"", b"<?xml"]
    for path, beginning in zip(outputs, beginnings, strict=True):
        assert path.read_bytes().lower().startswith(beginning.lower())


def test_the_same_command_gives_the_same_bytes(newsroom: Newsroom) -> None:
    formats = ("html", "json", "docx", "eml")
    once = [newsroom.folder / f"once.{ending}" for ending in formats]
    again = [newsroom.folder / f"again.{ending}" for ending in formats]
    for outputs in (once, again):
        assert newsroom.brief("--title", "Same", *(word for path in outputs for word in ("-o", path))).silent
    for one, other in zip(once, again, strict=True):
        assert one.read_bytes() == other.read_bytes()


def test_title_date_and_number_of_stories(newsroom: Newsroom) -> None:
    digest = newsroom.json("--title", "Valle", "--max-stories", "1", date="2024-11-02")
    assert (digest["title"], digest["date"], digest["left_out"]) == ("Valle", "2024-11-02", 2)


def test_sections_from_a_file(newsroom: Newsroom) -> None:
    topics = newsroom.folder / "topics.toml"
    topics.write_text("[[section]]\nname = 'Sport'\nkeywords = ['Copa']\n", encoding="utf-8")
    sections = newsroom.json("--sections", topics)["sections"]
    assert [section["name"] for section in sections] == ["Sport", ""]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("lang", "shown"), [("both", "both"), ("es", "source"), ("EN", "target"), ("target", "target")]
)
def test_one_language_or_both(lang: str, shown: str, newsroom: Newsroom) -> None:
    assert newsroom.json("--lang", lang)["shown"] == shown


def test_a_page_in_one_language_has_no_word_of_the_other(newsroom: Newsroom) -> None:
    newsroom.brief("-o", newsroom.folder / "es.html", "--lang", "es")
    newsroom.brief("-o", newsroom.folder / "both.html")
    translated = newsroom.json()["sections"][0]["stories"][0]["headline"]["target"]  # type: ignore[index]
    assert translated in (newsroom.folder / "both.html").read_text(encoding="utf-8")
    assert translated not in (newsroom.folder / "es.html").read_text(encoding="utf-8")


def test_since_the_last_briefing(newsroom: Newsroom) -> None:
    newsroom.write("flood", "budget")
    first = newsroom.brief("-o", newsroom.folder / "b.json", "--since-last", date="2024-10-30")
    assert first.err == "tsum: there is no earlier briefing to compare with: --since-last begins with this one\n"
    newsroom.write("later", "match")
    second = newsroom.json("--since-last")
    stories = {story["headline"]["source"]: story for story in second["sections"][0]["stories"]}  # type: ignore[index]
    assert stories["La riada de Valdehondo deja ya 17 muertos"]["status"] == "moved on"
    assert stories["El Deportivo Almenar gana la Copa en los penaltis"]["status"] == "new"
    assert [story["headline_source"] for story in second["quiet"]] == [  # type: ignore[attr-defined]
        "El Senado de Colombia aprueba los presupuestos"
    ]
    assert newsroom.json("--since-last") == second


def test_where_nothing_is_new_nothing_is_written_or_said(newsroom: Newsroom) -> None:
    output = newsroom.folder / "b.html"
    assert newsroom.brief("-o", output, "--only-new", "-q").silent
    output.unlink()
    assert newsroom.brief("-o", output, "--only-new", date="2024-11-01").silent
    assert not output.exists()
    newsroom.write("flood", "later")
    newsroom.press.write_text(newsroom.press.read_text("utf-8").replace("17 muertos", "19 muertos"), "utf-8")
    assert newsroom.brief("-o", output, "--only-new", date="2024-11-02").silent
    assert output.exists()


def test_what_is_kept_for_the_next_day_is_for_its_user_alone(newsroom: Newsroom) -> None:
    newsroom.json("--since-last")
    kept = list((state_folder() / "briefings").rglob("*.json"))
    assert len(kept) == 1
    assert stat.S_IMODE(kept[0].stat().st_mode) == 0o600


def test_nothing_is_kept_unless_it_is_asked_for(newsroom: Newsroom) -> None:
    newsroom.json("--no-memory")
    assert not state_folder().exists()


def test_a_folder_for_what_is_kept(newsroom: Newsroom) -> None:
    newsroom.json("--since-last", "--archive", newsroom.folder / "kept")
    assert [path.suffix for path in (newsroom.folder / "kept").iterdir()] == [".json"]


def test_a_damaged_archive_is_told_of_and_passed_over(newsroom: Newsroom) -> None:
    (newsroom.folder / "kept").mkdir()
    (newsroom.folder / "kept" / "2024-10-01T00-00-00.json").write_text("{", encoding="utf-8")
    run = newsroom.brief("--archive", newsroom.folder / "kept")
    assert run.code == 0
    assert "a damaged briefing" in run.err
    assert run.out.startswith("# News briefing\n")


def test_a_language_that_no_article_is_in(newsroom: Newsroom) -> None:
    run = newsroom.brief("--lang", "fr")
    assert (run.code, run.err) == (
        2,
        "tsum: --lang 'fr': no article is in it: use both, or one of es, en\n",
    )


def test_without_the_full_texts(newsroom: Newsroom) -> None:
    stories = newsroom.json("--summary-only")["sections"][0]["stories"]  # type: ignore[index]
    assert all(article["briefing"]["paragraphs"] == [] for story in stories for article in story["articles"])
    assert all(len(story["summary"]) >= 2 for story in stories)


def test_a_format_that_fails_leaves_the_others(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    pdf, page = newsroom.folder / "b.pdf", newsroom.folder / "b.html"
    run = newsroom.brief("-o", pdf, "-o", page)
    assert run.code == 2
    assert page.exists()
    assert not pdf.exists()


def test_paths_of_this_machine_do_not_stand_in_it(newsroom: Newsroom) -> None:
    outputs = [newsroom.folder / f"b.{ending}" for ending in ("html", "json", "txt")]
    newsroom.brief(*(word for path in outputs for word in ("-o", path)))
    assert not any(str(newsroom.folder) in path.read_text(encoding="utf-8") for path in outputs)


def test_articles_that_are_older(newsroom: Newsroom) -> None:
    run = newsroom.brief("--since", "2024-10-31")
    assert run.code == 0
    assert "no article was published since 2024-10-31 00:00" in run.out.replace("\\", "")


def test_a_bad_row_among_others_is_told_of(newsroom: Newsroom) -> None:
    with newsroom.press.open("a", encoding="utf-8") as file:
        file.write("{}\n")
    run = newsroom.brief()
    assert run.code == 6
    assert run.err.startswith(f"tsum: {newsroom.press}:6: ")
    assert "3 stories from 5 articles" in run.out


def test_if_everything_fails_nothing_is_written(newsroom: Newsroom) -> None:
    newsroom.press.write_text("{}\n{}\n", encoding="utf-8")
    run = newsroom.brief("-o", newsroom.folder / "b.html")
    assert run.code == 6
    assert not (newsroom.folder / "b.html").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "line"),
    [
        (("-o", "b.xyz"), 2, "no format has the ending .xyz"),
        (("--format", "gif"), 2, "--format 'gif' is unknown"),
        (("-o", "a.html", "-o", "b.md", "--format", "md"), 2, "--format is for one output"),
        (("-o", "missing/b.html"), 11, "the folder missing does not exist"),
        (("--date", "yesterday"), 2, "--date 'yesterday'"),
        (("--since", "soon"), 2, "--since 'soon'"),
        (("--lang", "spanish!"), 2, "--lang 'spanish!'"),
        (("--sections", "missing.toml"), 2, "missing.toml: cannot be read"),
        (("--template", "missing", "-o", "b.html"), 2, "missing"),
        (("--mail-to", "desk@news.example"), 2, "--mail-to needs --smtp HOST too"),
        (("--mail-to", "desk@news.example", "--smtp", "mail.example"), 2, "--mail-to needs --mail-from ADDRESS too"),
        (("--mail-to", "nobody", "--smtp", "mail.example", "--mail-from", "a@b.example"), 2, "nobody"),
        (("--mail-to", "a@b.example", "--smtp", "mail:x", "--mail-from", "a@b.example"), 2, "--smtp 'mail:x'"),
    ],
)
def test_wrong_arguments(arguments: tuple[str, ...], code: int, line: str, newsroom: Newsroom) -> None:
    run = newsroom.brief(*arguments)
    assert run.code == code
    assert line in run.err
    assert run.err.count("\n") == 1


def test_an_input_is_never_replaced(newsroom: Newsroom) -> None:
    before = newsroom.press.read_bytes()
    run = newsroom.brief("-o", newsroom.press, "--format", "json")
    assert run.code == 11
    assert newsroom.press.read_bytes() == before


def test_it_is_sent_by_mail(newsroom: Newsroom) -> None:
    with serve_mail() as server:
        address = ("--smtp", f"127.0.0.1:{server.port}", "--smtp-security", "none", "--mail-from", "desk@news.example")
        run = newsroom.brief("--mail-to", "a@news.example", "--mail-to", "b@news.example", *address)
    assert run.silent
    (message,) = server.envelopes
    assert message.rcpt_tos == ["a@news.example", "b@news.example"]
    assert isinstance(message.content, bytes)
    assert b"News briefing" in message.content


def test_no_mail_is_sent_where_there_is_no_story(newsroom: Newsroom) -> None:
    with serve_mail() as server:
        address = ("--smtp", f"127.0.0.1:{server.port}", "--smtp-security", "none", "--mail-from", "desk@news.example")
        run = newsroom.brief("--mail-to", "a@news.example", "--since", "2025-01-01", *address)
    assert run.code == 0
    assert server.envelopes == []


def test_the_real_command_fills_a_pipe(tsum: Tsum, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FLOOD, encoding="utf-8")
    result = tsum("brief", str(tmp_path / "a.txt"), "--date", "2024-10-31", "--format", "json", "--no-memory")
    assert (result.code, result.err) == (0, "")
    assert json.loads(result.out)["date"] == "2024-10-31"
