"""The HTML page of a digest as lxml reads it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lxml import html

from tests.digest.sample import sample_digest
from translate_pipeline.digest.model import Digest, Section, Story
from translate_pipeline.digest.renderers.html import HtmlRenderer


def parsed(digest: Digest, renderer: HtmlRenderer | None = None) -> Any:
    """The page as lxml reads it."""
    return html.fromstring((renderer or HtmlRenderer()).render(digest).decode("utf-8"))


def text(element: Any) -> str:
    """What an element says, on one line."""
    return " ".join(element.text_content().split())


def shown(page: Any) -> str:
    """What the page says: without its title, style and script."""
    return " ".join(text(part) for part in page.xpath("//body/*[not(self::script)]"))


def only(story: Story) -> Digest:
    """The sample with a single story."""
    return replace(sample_digest(), sections=(Section("", (story,)),))
