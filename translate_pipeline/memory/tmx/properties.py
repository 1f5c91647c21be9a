"""What tsum writes of a segment beside its texts, so that it can be put back where it was."""

from __future__ import annotations

import hashlib
import re

from translate_pipeline.glossary.formats.languages import language_of
from translate_pipeline.memory.memory import StoredSegment, findings_as_json, findings_from_json, today
from translate_pipeline.memory.tmx.unit import TmxUnit

# Types that no tool has published begin with "x-".
PREFIX = "x-tsum-"
_PACKAGES, _GLOSSARY, _CONTEXT, _FINDINGS, _DIGEST = (
    PREFIX + name for name in ("packages", "glossary", "context", "findings", "digest")
)
TYPES = frozenset({_PACKAGES, _GLOSSARY, _CONTEXT, _FINDINGS, _DIGEST})
_KEY = re.compile(r"[0-9a-f]{32}")


def properties_of(segment: StoredSegment) -> dict[str, str]:
    """The properties of a machine's translation; an imported one needs none."""
    if segment.imported:
        return {}
    properties = {_PACKAGES: segment.packages, _GLOSSARY: segment.glossary, _CONTEXT: segment.context}
    findings = findings_as_json(segment.findings)
    if findings is not None:
        properties[_FINDINGS] = findings
    languages = language_of(segment.source_language), language_of(segment.target_language)
    return properties | {_DIGEST: _digest(*languages, segment.source, segment.translation, properties)}


def machine_segment(unit: TmxUnit) -> StoredSegment | None:
    """The segment that tsum wrote as this unit; None if it is not tsum's, or if someone has changed it since.

    What a person has corrected must not pass for the machine's, nor the machine's for a person's.
    """
    properties = dict(unit.properties)
    digest = properties.pop(_DIGEST, None)
    if digest is None or len(unit.variants) != 2 or not {_PACKAGES, _GLOSSARY, _CONTEXT} <= properties.keys():
        return None
    (source_tag, source), (target_tag, translation) = unit.variants
    source_language, target_language = language_of(source_tag), language_of(target_tag)
    findings = findings_from_json(properties.get(_FINDINGS))
    unchanged = digest == _digest(source_language, target_language, source, translation, properties)
    if not unchanged or findings is None or not _KEY.fullmatch(properties[_CONTEXT]):
        return None
    used = today() if unit.last_used is None else min(unit.last_used, today())
    kept = properties[_PACKAGES], used, properties[_CONTEXT], properties[_GLOSSARY], findings
    return StoredSegment(source_language, target_language, source, translation, *kept)


def _digest(source_language: str, target_language: str, source: str, translation: str, more: dict[str, str]) -> str:
    texts = [source_language, target_language, source, translation]
    texts += [f"{name}={value}" for name, value in sorted(more.items())]
    return hashlib.blake2b("\0".join(texts).encode(), digest_size=16).hexdigest()
