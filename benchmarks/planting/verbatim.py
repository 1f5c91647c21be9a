"""URLs and handles altered. News has few, so both sentences get one first."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from benchmarks.planting.base import Planted, planted, spliced
from translate_pipeline.checks import Translated

_PLAIN_WORD = re.compile(r"(?<!\w)[a-z]{4,9}(?!\w)")
_END = re.compile(r"[.!?…]*[\"”»]?$")


def _with_both(pair: Translated, text: str) -> Translated:
    """The pair with `text` in brackets at the end of both sentences."""

    def added(sentence: str) -> str:
        end = _END.search(sentence)
        at = end.start() if end else len(sentence)
        return f"{sentence[:at]} ({text}){sentence[at:]}"

    return replace(pair, source=added(pair.source), translation=added(pair.translation))


def _words(pair: Translated, rng: Random) -> list[str]:
    """Two Spanish words of the source, of which the address or the handle is made."""
    words = sorted(set(_PLAIN_WORD.findall(pair.source)))
    return rng.sample(words, 2) if len(words) >= 2 else []


def _damaged(text: str, start: int, rng: Random) -> str:
    """A letter lost, a letter changed, or a space inside, behind `start`."""
    letters = [index for index in range(start, len(text)) if text[index].isalpha()]
    at = rng.choice(letters[1:-1])
    changed = rng.choice([letter for letter in "aeioulnrst" if letter != text[at].casefold()])
    return text[:at] + rng.choice(["", changed, text[at] + " "]) + text[at + 1 :]


def plant_altered_url(pair: Translated, rng: Random) -> Planted | None:
    """A letter lost or changed, a space inside, the path lost, or the whole URL lost."""
    words = _words(pair, rng)
    if not words:
        return None
    host = f"www.{words[0]}.{rng.choice(['es', 'org', 'com.ar'])}"
    path = f"/{words[1]}/{rng.randrange(100, 9999)}"
    url = rng.choice([f"https://{host}{path}", f"http://{host}{path}", f"{host}{path}"])
    clean = _with_both(pair, url)
    wrong = rng.choice([_damaged(url, url.index(host) + 4, rng), url.removesuffix(path), ""])
    return _replaced(clean, url, wrong)


def plant_altered_handle(pair: Translated, rng: Random) -> Planted | None:
    """A letter lost or changed, a space inside, the sign lost, or the whole handle or hashtag lost."""
    words = _words(pair, rng)
    if not words:
        return None
    handle = rng.choice("@@#") + rng.choice(["".join(map(str.capitalize, words)), "_".join(words)])
    clean = _with_both(pair, handle)
    wrong = rng.choice([_damaged(handle, 1, rng), f"{handle[0]} {handle[1:]}", handle[1:], ""])
    return _replaced(clean, handle, wrong)


def _replaced(clean: Translated, text: str, wrong: str) -> Planted | None:
    start = clean.translation.rindex(text)
    return planted(clean, spliced(clean.translation, start, start + len(text), wrong))
