"""What single Spanish words mean in English: a statistic of parallel text, for words and not for sentences."""

from translate_pipeline.lexicon.lookup import best_translation, confirmed_translations, may_translate, translations

__all__ = ["best_translation", "confirmed_translations", "may_translate", "translations"]
