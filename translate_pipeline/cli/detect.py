"""`tsum detect`: the language of texts, and of paragraphs in another one."""

from __future__ import annotations

import json as json_module
from typing import TYPE_CHECKING, Annotated, Any

import typer

from translate_pipeline.cli import options as opt
from translate_pipeline.cli.console import Notes, write_standard_output
from translate_pipeline.cli.inputs import Inputs
from translate_pipeline.errors import ExitCode, TsumError

if TYPE_CHECKING:
    from translate_pipeline.readers.collections.base import Entry


def _facts(entry: Entry) -> dict[str, Any]:
    from translate_pipeline.language import detect_document

    document = entry.load()
    found = detect_document(document)
    paragraphs = [p for p in document.paragraphs if p.text]
    return {
        "name": document.name,
        "language": found.code,
        "confidence": found.confidence,
        "alternatives": [{"language": code, "confidence": share} for code, share in found.alternatives],
        "paragraphs": [
            {"number": number, "language": p.language}
            for number, p in enumerate(paragraphs, 1)
            if p.language is not None and p.language != found.code
        ],
    }


def _line(facts: dict[str, Any]) -> str:
    others = ", ".join(f"{a['language']} {a['confidence']:.2f}" for a in facts["alternatives"])
    if facts["language"] is None:
        line = f"{facts['name']}: undetermined" + (f" (perhaps {others})" if others else "")
    else:
        line = f"{facts['name']}: {facts['language']} {facts['confidence']:.2f}" + (f" ({others})" if others else "")
    return line + "".join(f"\n  paragraph {p['number']}: {p['language']}" for p in facts["paragraphs"])


def detect(
    files: opt.Files,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> int:
    """Detect the language of texts; too little text is undetermined."""
    inputs, found = Inputs(files, Notes()), []
    for entry in inputs:
        try:
            found.append(_facts(entry))
        except TsumError as error:
            inputs.on_error(entry, error)
    if json:
        shown = found if inputs.several else found[0]
        write_standard_output(json_module.dumps(shown, ensure_ascii=False, indent=2) + "\n")
    else:
        write_standard_output("".join(_line(facts) + "\n" for facts in found))
    undetermined = any(facts["language"] is None for facts in found)
    return inputs.exit_code or (int(ExitCode.LANGUAGE) if undetermined else 0)
