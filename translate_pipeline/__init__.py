"""tsum: offline translation and bilingual summaries of news, with names held to a glossary.

from translate_pipeline import Pipeline
briefing = Pipeline(to="en").run("article.txt")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from translate_pipeline.briefing.model import Briefing
    from translate_pipeline.config import Settings, SummarySettings
    from translate_pipeline.document import Document
    from translate_pipeline.errors import ExitCode, TsumError
    from translate_pipeline.pipeline import Pipeline
    from translate_pipeline.readers import document_from_text, read_document

__all__ = [
    "Briefing",
    "Document",
    "ExitCode",
    "Pipeline",
    "Settings",
    "SummarySettings",
    "TsumError",
    "document_from_text",
    "read_document",
]

_HOME = {
    "Briefing": "briefing.model",
    "Document": "document",
    "ExitCode": "errors",
    "Pipeline": "pipeline",
    "Settings": "config",
    "SummarySettings": "config",
    "TsumError": "errors",
    "document_from_text": "readers",
    "read_document": "readers",
}


def __getattr__(name: str) -> Any:
    """Imports a public name when it is first used, so that `tsum --help` stays fast."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(f"{__name__}.{_HOME[name]}"), name)
