"""Templates of a user that stand in for the bundled ones."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest

from tests.digest.parsed_page import parsed, text
from tests.digest.sample import sample_digest
from translate_pipeline.digest.renderers.html import HtmlRenderer
from translate_pipeline.errors import InputError, UsageError


def test_a_file_of_the_users_folder_stands_in_for_the_bundled_one(tmp_path: Path) -> None:
    (tmp_path / "signature.html").write_text("<footer>Desk of {{ digest.title }}</footer>", encoding="utf-8")
    page = parsed(sample_digest(), HtmlRenderer(tmp_path))
    assert [text(footer) for footer in page.xpath("//footer")] == ["Desk of Morning briefing"]
    assert page.xpath("//*[@class='story']")


def test_the_policy_allows_a_users_style(tmp_path: Path) -> None:
    (tmp_path / "colours.css").write_bytes(b"\xef\xbb\xbf:root { --ink: #123456 }\r\n")
    page = parsed(sample_digest(), HtmlRenderer(tmp_path))
    style = page.xpath("//style")[0].text
    assert style.startswith(":root { --ink: #123456 }\n")
    fingerprint = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert fingerprint in page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")


def test_what_a_users_template_shows_is_escaped(tmp_path: Path) -> None:
    (tmp_path / "signature.html").write_text("<footer>{{ '<img>' }}</footer>", encoding="utf-8")
    assert b"<footer>&lt;img&gt;</footer>" in HtmlRenderer(tmp_path).render(sample_digest())


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        ("<p>\n{% if %}</p>", 2, "Expected an expression"),
        ("<p>\n\n{{ digest.titel }}</p>", 3, "has no attribute 'titel'"),
        ("{{ digest.title + 1 }}", 1, "can only concatenate str"),
        ("\n{% include 'nowhere.html' %}", 2, "there is no template 'nowhere.html'"),
        ("{{ digest.__class__.__mro__ }}", 1, "unsafe"),
        ("\n{% include 'signature.html' %}", 2, "it includes itself without end"),
    ],
)
def test_an_error_in_a_users_template_is_one_line_with_its_place(
    tmp_path: Path, content: str, line: int, reason: str
) -> None:
    file = tmp_path / "signature.html"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError) as error:
        HtmlRenderer(tmp_path).render(sample_digest())
    told = str(error.value)
    assert told.startswith(f"{file}:{line}: this template cannot be used: ")
    assert reason in told
    assert "\n" not in told


def test_a_template_that_lacks_what_another_needs_is_told(tmp_path: Path) -> None:
    (tmp_path / "pairs.html").write_text("{# nothing #}", encoding="utf-8")
    with pytest.raises(UsageError, match=r"its templates lack what line \d+ of the bundled story.html needs: .*flag'"):
        HtmlRenderer(tmp_path).render(sample_digest())


def test_a_template_that_is_not_in_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "signature.html").write_bytes("Redacción".encode("latin-1"))
    with pytest.raises(UsageError, match=r"signature\.html: .*: save it as UTF-8"):
        HtmlRenderer(tmp_path).render(sample_digest())


def test_a_folder_that_is_missing_or_has_no_template_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no folder of templates"):
        HtmlRenderer(tmp_path / "nowhere").render(sample_digest())
    (tmp_path / "stile.css").write_text("")
    with pytest.raises(UsageError, match=r"no template in it: it may hold .*style\.css"):
        HtmlRenderer(tmp_path).render(sample_digest())


def test_a_template_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "signature.html"
    file.write_text("")
    file.chmod(0)
    try:
        file.read_text()
    except PermissionError:
        pass
    else:
        pytest.skip("this user may read every file")
    with pytest.raises(InputError, match=r"signature\.html: permission denied"):
        HtmlRenderer(tmp_path).render(sample_digest())
