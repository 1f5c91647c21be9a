"""Runs argostranslate in its own environment, offline.

argostranslate fetches a model to split sentences, which cannot be had offline. This runner puts sentencex in
its place, which is faster and gives the peer the sentences that tsum has; all else is argostranslate's own.

peer_runner.py cli ARGUMENTS…   the command argos-translate
peer_runner.py time FILE        translates the texts of a JSON list; prints seconds as JSON
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from argostranslate import cli, translate
from sentencex import segment


class SentencexSentencizer:
    """Splits sentences with the interface of argostranslate's sentencizers."""

    def __init__(self, pkg: object) -> None:
        self.pkg = pkg

    def split_sentences(self, text: str) -> list[str]:
        """The sentences of a paragraph, without white space around them."""
        return [sentence.strip() for sentence in segment("es", text) if sentence.strip()]


def timed(path: str) -> dict[str, float]:
    """Seconds to translate all texts of a JSON file, the model being loaded before, and words of the output."""
    texts = json.loads(Path(path).read_text(encoding="utf-8"))
    languages = {language.code: language for language in translate.load_installed_languages()}
    translation = languages["es"].get_translation(languages["en"])
    translation.translate("Buenos días.")
    began = time.perf_counter()
    translated = [translation.translate(text) for text in texts]
    return {"seconds": time.perf_counter() - began, "words": sum(len(text.split()) for text in translated)}


def main() -> None:
    """Runs what the first argument names."""
    translate.MiniSBDSentencizer = SentencexSentencizer
    verb = sys.argv.pop(1)
    if verb == "cli":
        sys.argv[0] = "argos-translate"
        cli.main()
    else:
        print(json.dumps(timed(sys.argv[1])))


if __name__ == "__main__":
    main()
