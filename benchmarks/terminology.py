"""Terms held exactly: each sentence of `terms.jsonl` with a glossary of its own terms."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from benchmarks import evaluation
from benchmarks.bundled import BEAM, loaded_engine, package
from benchmarks.evaluation import TermSentence
from benchmarks.sentences import translate, translations_of
from benchmarks.table import print_table
from benchmarks.translation_scores import score
from translate_pipeline.checks.terms import term_pattern
from translate_pipeline.document import TermMatch
from translate_pipeline.glossary import Glossary, GlossaryEntry
from translate_pipeline.translation.engine import CTranslate2Engine, Engine


class GlossaryOfEachSentence(Glossary):
    """Finds in a sentence only the terms that the data has for it, so that all sentences go in one call."""

    def __init__(self, rows: Sequence[TermSentence]) -> None:
        super().__init__([])
        entries: dict[str, list[GlossaryEntry]] = {}
        for row in rows:
            entries.setdefault(row.source, []).extend(GlossaryEntry(source, target) for source, target in row.terms)
        self._own = {source: Glossary(found) for source, found in entries.items()}

    def find(self, text: str) -> list[TermMatch]:
        """The terms of the sentence that is `text`."""
        return self._own[text].find(text)


class EngineWithoutSlots(CTranslate2Engine):
    """The bundled package as one that was not trained on slots."""

    @property
    def knows_slots(self) -> bool:
        """Never."""
        return False


def share_exact(rows: Sequence[TermSentence], translations: Sequence[str]) -> float:
    """Per cent of the terms whose English form stands in the translation as a whole word."""
    pairs = [
        (target, translation) for row, translation in zip(rows, translations, strict=True) for _, target in row.terms
    ]
    return 100 * sum(bool(term_pattern([target]).search(text)) for target, text in pairs) / len(pairs)


def main() -> None:
    """Prints a table of ways to hold terms."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.terminology", description=__doc__)
    evaluation.add_option(parser)
    data = evaluation.folder(parser.parse_args().eval, "terms.jsonl")
    rows = evaluation.term_sentences(data)
    own = GlossaryOfEachSentence(rows)
    references = [row.reference for row in rows]
    ways: list[tuple[str, Engine, Glossary]] = [
        ("no glossary", loaded_engine(), Glossary([])),
        ("slots switched off", EngineWithoutSlots(package(), beam=BEAM), own),
        ("slots", loaded_engine(), own),
    ]
    table, signatures = [], ("", "")
    for name, engine, glossary in ways:
        translations = translations_of(translate([row.source for row in rows], engine, glossary))
        scores = score(translations, references)
        signatures = scores.signatures
        exact = f"{share_exact(rows, translations):.1f}"
        table.append([name, exact, f"{scores.bleu:.2f}", f"{scores.chrf:.2f}"])
    matched = sum(len(own.find(row.source)) for row in rows)
    print(f"{len(rows)} sentences, {sum(len(row.terms) for row in rows)} terms, found at {matched} places")
    print_table(["", "terms exact %", "BLEU", "chrF"], table)
    print(*signatures, sep="\n")


if __name__ == "__main__":
    main()
