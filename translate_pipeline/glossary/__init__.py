"""Terminology: glossary entries, their files, finding them in text, holding them through translation."""

from translate_pipeline.glossary.entry import GlossaryEntry
from translate_pipeline.glossary.glossary import Glossary, load_glossary

__all__ = ["Glossary", "GlossaryEntry", "load_glossary"]
