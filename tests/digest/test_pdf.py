from __future__ import annotations

import os
import re
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.digest.sample import sample_digest
from tests.local_web import Answer, serve
from translate_pipeline.digest.renderers.headless_browser import VARIABLE, find_browser
from translate_pipeline.digest.renderers.pdf import PdfRenderer
from translate_pipeline.errors import OutputError, TsumError, UsageError


def has_browser() -> bool:
    try:
        return bool(find_browser())
    except UsageError:
        return False


needs_browser = pytest.mark.skipif(not has_browser(), reason="no Chromium is installed")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where temporary files lie; a test leaves it empty."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    yield temporary
    assert not list(temporary.iterdir())


def program(path: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes a script the browser."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    monkeypatch.setenv(VARIABLE, str(path))


def failure(kind: type[TsumError], renderer: PdfRenderer) -> str:
    with pytest.raises(kind) as caught:
        renderer.render(sample_digest())
    assert "\n" not in str(caught.value)
    return str(caught.value)


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
        state = Path(f"/proc/{process}/stat")
        # One that has ended stays in the list until its parent has looked.
        return not state.exists() or ") Z " not in state.read_text()
    except (ProcessLookupError, FileNotFoundError):
        return False


def text_of(pdf: bytes) -> str:
    import pypdfium2

    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


# What is printed


@needs_browser
def test_the_briefing_is_printed_with_its_full_texts(folder: Path) -> None:
    text = " ".join(text_of(PdfRenderer().render(sample_digest())).split())
    assert "Morning briefing" in text
    assert "Quince personas murieron el 29 de octubre" in text
    assert "Los jefes de Estado Mayor conjuntos dijeron que los aviones rusos y chinos no" in text
    assert "<script>" in text


@needs_browser
def test_it_is_tagged_for_screen_readers_and_has_an_outline_a_language_and_a_title() -> None:
    import pypdfium2

    pdf = PdfRenderer().render(sample_digest())
    assert b"/StructTreeRoot" in pdf
    assert b"/Lang (es)" in pdf
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        titles = [mark.get_title() for mark in document.get_toc()]
        assert document.get_metadata_value("Title").startswith("Morning briefing")
    assert titles == [
        "Morning briefing",
        "Spain",
        "⚠ A riada leaves 15 dead in Valencia",
        "⚠ A riada leaves 15 dead in Valencia",
        "The dead for Valencia rise to 17 New",
        "Other stories",
        *(headline for headline in titles[6:8]),
        "People and places",
        "Who said what",
        "Timeline",
        "Gone quiet",
        "Notes",
        "How this briefing was made",
    ]


@needs_browser
def test_title_and_date_stand_at_the_head_of_each_page_but_the_first() -> None:
    import pypdfium2

    with closing(pypdfium2.PdfDocument(PdfRenderer().render(sample_digest()))) as document:
        heads = [page.get_textpage().get_text_bounded(bottom=page.get_height() - 40) for page in document]
    assert len(heads) > 1
    assert heads[0] == ""
    assert all(head.split() == ["Morning", "briefing", "29", "November", "2024"] for head in heads[1:])


@needs_browser
def test_the_same_digest_gives_the_same_bytes_from_the_day_of_the_digest() -> None:
    one, other = (PdfRenderer().render(sample_digest()) for _ in range(2))
    assert one == other
    assert re.findall(rb"/(CreationDate|ModDate) \(D:(\d+)", one) == [
        (b"CreationDate", b"20241129060000"),
        (b"ModDate", b"20241129060000"),
    ]


@needs_browser
def test_it_does_not_tell_where_or_by_which_system_it_was_printed(folder: Path) -> None:
    import pypdfium2

    pdf = PdfRenderer().render(sample_digest())
    assert str(folder).encode() not in pdf
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        assert document.get_metadata_value("Creator") == "tsum"


@needs_browser
def test_a_template_of_ones_own_is_used(tmp_path: Path) -> None:
    (tmp_path / "digest.html").write_text("<title>Own</title><p>{{ digest.title }} on my paper")
    assert "Morning briefing on my paper" in text_of(PdfRenderer(tmp_path).render(sample_digest()))


@needs_browser
def test_nothing_is_asked_of_the_network_even_if_a_template_wants_it(tmp_path: Path, folder: Path) -> None:
    with serve({"/logo.png": Answer(b"x"), "/style.css": Answer(b"p { color: red }")}) as site:
        (tmp_path / "digest.html").write_text(
            f'<link rel="stylesheet" href="{site.address}style.css"><img src="{site.address}logo.png">'
            f'<iframe src="http://localhost:{site.port}/frame"></iframe><script>fetch("{site.address}x")</script><p>Hola'
        )
        assert "Hola" in text_of(PdfRenderer(tmp_path).render(sample_digest()))
        assert site.asked == []


# What goes wrong


def test_without_a_browser_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(VARIABLE, raising=False)
    assert failure(UsageError, PdfRenderer()) == (
        "a PDF is printed by a Chromium browser, and none is installed: install Chromium or Chrome, "
        "name one in TSUM_BROWSER, or write HTML and print that"
    )


def test_a_browser_that_is_named_must_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "no-such-browser")
    assert failure(UsageError, PdfRenderer()).startswith("TSUM_BROWSER=no-such-browser: no such program")


@pytest.mark.skipif(os.name != "posix", reason="programs that are shell scripts")
def test_what_a_browser_says_when_it_fails_is_told(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path / "browser", "echo first; echo No usable sandbox! >&2; exit 1", monkeypatch)
    assert failure(OutputError, PdfRenderer()) == f"{tmp_path}/browser: has printed no PDF: No usable sandbox!"


@pytest.mark.skipif(os.name != "posix", reason="programs that are shell scripts")
def test_a_browser_that_hangs_is_ended_with_its_children(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pids = tmp_path / "pids"
    program(tmp_path / "browser", f"sleep 60 & echo $! $$ > {pids}; wait", monkeypatch)
    assert failure(OutputError, PdfRenderer(seconds=0.5)).endswith(
        "browser: has printed no PDF in 0.5 s: write HTML and print that"
    )
    last = time.monotonic() + 5
    while any(map(is_running, map(int, pids.read_text().split()))):
        assert time.monotonic() < last
        time.sleep(0.02)


@pytest.mark.skipif(os.name != "posix", reason="programs that are shell scripts")
def test_the_page_lies_in_a_folder_of_this_user_alone(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = tmp_path / "seen"
    program(tmp_path / "browser", f'stat -c %a "$XDG_CACHE_HOME" > {seen}; ls "$XDG_CACHE_HOME" >> {seen}', monkeypatch)
    failure(OutputError, PdfRenderer())
    assert seen.read_text().split() == ["700", "log.txt", "page.html"]


@pytest.mark.skipif(os.name != "posix", reason="programs that are shell scripts")
def test_the_page_for_a_browser_in_a_snap_lies_where_the_snap_can_read_it(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    common = tmp_path / "snap" / "chromium" / "common"
    common.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path))
    program(tmp_path / "bin" / "snap", 'for last; do :; done; echo "$last"', monkeypatch)
    (tmp_path / "bin" / "chromium").symlink_to("snap")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "bin" / "chromium"))
    assert re.search(rf"file://{common}/tsum-\w+/page\.html$", failure(OutputError, PdfRenderer()))
    assert not list(common.iterdir())


@pytest.mark.skipif(os.name != "posix", reason="programs that are shell scripts")
def test_the_browser_does_not_learn_the_password_of_the_mail_server(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TSUM_SMTP_PASSWORD", "secreto")
    program(tmp_path / "browser", f"env > {tmp_path}/seen", monkeypatch)
    failure(OutputError, PdfRenderer())
    seen = (tmp_path / "seen").read_text()
    assert "TZ=UTC" in seen
    assert "secreto" not in seen


def test_a_date_that_is_no_day_is_told() -> None:
    with pytest.raises(UsageError, match="not a day"):
        PdfRenderer().render(replace(sample_digest(), date="2024-13-45"))
