"""`tsum glossary suggest` against 20 articles whose names were marked by hand, with an empty glossary.

`suggestion_marks.json` has for each article its line in `articles.es.jsonl`, a hash of its text, the names that a
careful desk would want suggested, each with other forms of it that are as good, and names that are right but not
missed. An article's suggestions are those that stand in it. A mark is found if a suggestion's source or one of its
aliases equals it or another form of it, after NFC. A suggestion is right if its source or an alias equals a mark,
another form of one, or a name that is right but not missed.

The articles were marked before anything was measured on them; everything was tuned on the other 280.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import evaluation
from benchmarks.table import print_table
from translate_pipeline.document import Document
from translate_pipeline.glossary import Glossary
from translate_pipeline.glossary.suggestion import Suggestion, suggest
from translate_pipeline.pipeline import Pipeline
from translate_pipeline.readers import document_from_text

MARKS = Path(__file__).with_name("suggestion_marks.json")


@dataclass(frozen=True)
class MarkedArticle:
    """An article with its names: each with the forms that are as good, and the forms that are right but not missed."""

    name: str
    text: str
    names: dict[str, frozenset[str]]
    optional: frozenset[str]


@dataclass
class Tally:
    """Counts over articles; `wrong` and `missed` are (article, form)."""

    right: int = 0
    found: int = 0
    wanted: int = 0
    wrong: list[tuple[str, str]] | None = None
    missed: list[tuple[str, str]] | None = None

    @property
    def precision(self) -> float:
        """Per cent of the suggestions that are right."""
        return 100 * self.right / max(1, self.right + len(self.wrong or ()))

    @property
    def recall(self) -> float:
        """Per cent of the marks that are found."""
        return 100 * self.found / self.wanted


def _normal(forms: Sequence[str]) -> frozenset[str]:
    return frozenset(unicodedata.normalize("NFC", form) for form in forms)


def marked_articles(data: Path) -> list[MarkedArticle]:
    """The marked articles; ends the program where an article is not the one that was marked."""
    lines = (data / "articles.es.jsonl").read_text(encoding="utf-8").split("\n")
    articles = []
    for mark in json.loads(MARKS.read_text(encoding="utf-8")):
        text = json.loads(lines[mark["article"]])["text"]
        if hashlib.sha256(text.encode()).hexdigest()[:16] != mark["sha256"]:
            evaluation.stop(f"article {mark['article']} of articles.es.jsonl is not the one that was marked")
        names = {name: _normal([name, *forms]) for name, forms in mark["names"].items()}
        articles.append(MarkedArticle(str(mark["article"]), text, names, _normal(mark["optional"])))
    return articles


def _documents(articles: Sequence[MarkedArticle]) -> Iterator[Document]:
    pipeline = Pipeline(source="es")
    for article in articles:
        yield pipeline.prepare(document_from_text(article.text, article.name))


def count(articles: Sequence[MarkedArticle], suggestions: Sequence[Suggestion], tally: Tally) -> None:
    """Adds what the suggestions for these articles found and missed to `tally`."""
    tally.wrong, tally.missed = tally.wrong or [], tally.missed or []
    for article in articles:
        offered = [_normal([s.source, *s.aliases]) for s in suggestions if article.name in s.mentions]
        for forms, source in zip(offered, (s.source for s in suggestions if article.name in s.mentions), strict=True):
            if any(forms & accepted for accepted in (*article.names.values(), article.optional)):
                tally.right += 1
            else:
                tally.wrong.append((article.name, source))
        everything = frozenset[str]().union(*offered)
        tally.wanted += len(article.names)
        for name, accepted in article.names.items():
            if everything & accepted:
                tally.found += 1
            else:
                tally.missed.append((article.name, name))


def main() -> None:
    """Prints precision and recall, for all articles in one call and for each in a call of its own."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.suggestion", description=(__doc__ or "").split("\n")[0])
    evaluation.add_option(parser)
    parser.add_argument("--errors", action="store_true", help="show what was wrong and what was missed")
    options = parser.parse_args()
    articles = marked_articles(evaluation.folder(options.eval, "articles.es.jsonl"))
    together, alone = Tally(), Tally()
    count(articles, suggest(_documents(articles), Glossary([])), together)
    for article in articles:
        count([article], suggest(_documents([article]), Glossary([])), alone)
    names = sum(len(article.names) for article in articles)
    print(f"{len(articles)} articles, {sum(len(a.text.split()) for a in articles):,} words, {names} names marked")
    rows = [
        [how, f"{tally.precision:.1f}", f"{tally.recall:.1f}", str(tally.right + len(tally.wrong or ()))]
        for how, tally in (("all in one call", together), ("each in its own call", alone))
    ]
    print_table(["", "precision %", "recall %", "suggestions"], rows)
    if options.errors:
        for title, forms in (("wrong", together.wrong), ("missed", together.missed)):
            print(f"{title}: " + ", ".join(f"{form} ({article})" for article, form in forms or ()))


if __name__ == "__main__":
    main()
