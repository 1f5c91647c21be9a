"""A few hundred sentence pairs of a small grammar, with names, countries, figures and dates in them."""

from __future__ import annotations

import random
from pathlib import Path

_PEOPLE = [
    ("el ministro", "the minister"), ("la presidenta", "the president"), ("el ejército", "the army"),
    ("la policía", "the police"), ("el gobierno", "the government"), ("la jueza", "the judge"),
]  # fmt: skip
_ACTIONS = [
    ("visitó", "visited"), ("criticó", "criticised"), ("abrió", "opened"), ("cerró", "closed"), ("vendió", "sold"),
]  # fmt: skip
_THINGS = [
    ("la casa", "house"), ("la escuela", "school"), ("el puente", "bridge"), ("el mercado", "market"),
    ("la fábrica", "factory"),
]  # fmt: skip
_KINDS = [(("blanca", "blanco"), "white"), (("nueva", "nuevo"), "new"), (("vieja", "viejo"), "old")]
_PLACES = [
    ("Corea del Sur", "South Korea"), ("Francia", "France"), ("Estados Unidos", "United States"), ("Berlin", "Berlin"),
    ("Angola", "Angola"), ("Alemania", "Germany"),
]  # fmt: skip
_TIMES = [
    ("el 3 de mayo de 2015", "on May 3, 2015"), ("el 21 de junio", "on 21 June"), ("en 1998", "in 1998"),
    ("en la mañana", "in the morning"), ("en 2.400 días", "in 2,400 days"),
]  # fmt: skip


def toy_pairs(count: int, seed: int = 1) -> list[tuple[str, str]]:
    """So many different Spanish sentences with their English translations."""
    rng = random.Random(seed)
    pairs: dict[str, str] = {}
    while len(pairs) < count:
        person, action, thing, place, time = map(rng.choice, (_PEOPLE, _ACTIONS, _THINGS, _PLACES, _TIMES))
        forms, kind = rng.choice(_KINDS)
        form = forms[0] if thing[0].startswith("la ") else forms[1]
        spanish = f"{person[0]} {action[0]} {thing[0]} {form} en {place[0]} {time[0]}."
        english = f"{person[1]} {action[1]} the {kind} {thing[1]} in {place[1]} {time[1]}."
        pairs[spanish[0].upper() + spanish[1:]] = english[0].upper() + english[1:]
    return list(pairs.items())


def write_pairs(path: Path, pairs: list[tuple[str, str]], origin: str = "toy") -> Path:
    """A file as `training prepare` reads it."""
    path.write_text("".join(f"{es}\t{en}\t{origin}\n" for es, en in pairs), encoding="utf-8")
    return path
