"""HTML: one page in one file, which asks nothing of the network."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from translate_pipeline.digest.model import Digest

# HTML has no place for control characters.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_ON_PAPER = "print.css"
_STYLES = ("colours.css", "style.css", "stories.css", "phone.css", _ON_PAPER)


class HtmlRenderer:
    """A page for a screen, a phone and paper, with its style, its script and its drawings in itself.

    Args:
        templates: a folder whose files stand in for the bundled templates of the same names.
        unfolded: whether the full texts are open from the start, for what cannot be unfolded, such as PDF.
        interactive: whether it has its script, and says what that does; a mail has none.
    """

    name = "html"
    endings: tuple[str, ...] = (".html", ".htm")

    def __init__(self, templates: Path | None = None, unfolded: bool = False, interactive: bool = True) -> None:
        self._templates = templates
        self._unfolded = unfolded
        self._interactive = interactive

    def render(self, digest: Digest) -> bytes:
        """The page in UTF-8.

        Raises:
            UsageError: the folder of templates is none, or a template in it is wrong.
            InputError: a template cannot be read.
        """
        from markupsafe import Markup

        from translate_pipeline.counting import counted
        from translate_pipeline.digest.drawing.bar import bar
        from translate_pipeline.digest.drawing.timeline import timeline
        from translate_pipeline.digest.page import readable_dates
        from translate_pipeline.digest.page.digest_page import DigestPage
        from translate_pipeline.digest.page.running_head import running_head
        from translate_pipeline.digest.page.security_policy import security_policy
        from translate_pipeline.digest.page.template_folder import (
            template_environment,
            template_errors_told,
            template_text,
        )
        from translate_pipeline.digest.renderers.outline.overview import machine_translation, translated_languages
        from translate_pipeline.language import language_name

        environment = template_environment(self._templates)
        environment.filters |= {
            "day": readable_dates.readable_day,
            "weekday": readable_dates.readable_weekday,
            "moment": readable_dates.readable_moment,
            "language_name": language_name,
        }
        environment.globals |= {
            "bar": _as_markup(bar),
            "timeline": _as_markup(timeline),
            "span": readable_dates.readable_span,
            "counted": counted,
            "machine_translation": machine_translation,
            "translated_languages": translated_languages,
        }
        with template_errors_told(self._templates):
            styles = [template_text(environment, name) for name in _STYLES if self._interactive or name != _ON_PAPER]
            style = _without_controls("\n".join([*styles, running_head(digest) if self._interactive else ""]))
            script = _without_controls(template_text(environment, "script.js")) if self._interactive else ""
            page = environment.get_template("digest.html").render(
                digest=digest,
                page=DigestPage(digest),
                policy=security_policy(style, script),
                style=Markup(style),
                script=Markup(script),
                unfolded=self._unfolded,
                interactive=self._interactive,
            )
        return _without_controls(page).encode("utf-8", "replace")


def _as_markup(draw: Callable[..., str]) -> Callable[..., str]:
    """A drawing that the template does not escape."""
    from markupsafe import Markup

    return lambda *arguments: Markup(draw(*arguments))


def _without_controls(text: str) -> str:
    return _CONTROLS.sub("\ufffd", text)
