"""The lexicon of `translate_pipeline.lexicon`: which English words translate a Spanish one, counted and curated."""

from __future__ import annotations

import lzma
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from training.corpus import SentencePair
from training.files import replaced
from training.word_lexicon.counting import count_translations
from training.word_lexicon.curated import curated_lines
from training.word_lexicon.selection import lexicon_lines
from training.word_lexicon.spanish_words import forms_by_lemma, frequent_spanish_words
from training.word_lexicon.vocabulary import read_vocabulary
from translate_pipeline.errors import UsageError
from translate_pipeline.lexicon.word_list import find_counted

# A small dictionary, since whoever unpacks the file needs its size in memory.
_LZMA = {"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "dict_size": 1 << 21}


def make_word_lexicon(pairs: Iterable[SentencePair], destination: Path) -> int:
    """Estimates the lexicon from parallel text, writes it, and returns the number of its words.

    Takes ten minutes for 460,000 pairs on two CPU cores, nearly all for the two alignments.

    Raises:
        UsageError: eflomal is not installed.
        OutputError: the file cannot be written.
    """
    with tempfile.TemporaryDirectory() as folder:
        counts = count_translations(pairs, Path(folder))
    return _write(lexicon_lines(counts), destination)


def make_curated_lexicon(destination: Path) -> int:
    """Inflects the editors' vocabulary, writes it, and returns the number of its forms; takes ten seconds.

    Raises:
        UsageError: wordfreq or lemminflect is not installed.
        InputError: a line of the vocabulary is none.
        OutputError: the file cannot be written.
    """
    try:
        return _write(
            curated_lines(read_vocabulary(), forms_by_lemma(frequent_spanish_words()), find_counted), destination
        )
    except ImportError as error:
        raise UsageError(f"{error.name} is not installed: pip install -r training/requirements.txt") from None


def _write(lines: Mapping[str, str], destination: Path) -> int:
    text = "\n".join(lines) + "\n\n" + "\n".join(lines.values())
    with replaced(destination) as file:
        file.write(lzma.compress(text.encode(), filters=[_LZMA]))
    return len(lines)
