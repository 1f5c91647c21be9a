"""The translation memory: sentences that need not be translated again."""

from translate_pipeline.memory.context import Context
from translate_pipeline.memory.memory import Remembered, TranslationMemory

__all__ = ["Context", "Remembered", "TranslationMemory"]
