"""Forms of verbs that no list of words has: `Suscríbete`, `Vacunarse`, `Accedé`."""

from __future__ import annotations

import re

from translate_pipeline.names.vocabulary import is_common_word

_PRONOUNS = re.compile(r"(?:me|te|se|nos|os|lo|la|los|las|le|les)$")
_ENDINGS = re.compile(
    r"(?:aron|ieron|aban|ando|iendo|ados?|adas?|idos?|idas?|aremos|eremos|iremos|aré|eré|iré|arán|erán|irán|"
    r"aría|ería|iría|á|é|í|a|e|en|an|o)$"
)
_PLAIN = str.maketrans("áéíóú", "aeiou")
_LEAST_STEM = 3


def looks_inflected(word: str) -> bool:
    """Whether an unlisted word can be a form of a listed verb or noun, as at the beginning of a sentence."""
    return any(_from_listed(form) for form in _without_pronouns(word.lower()))


def _without_pronouns(word: str) -> list[str]:
    forms = [word]
    while (match := _PRONOUNS.search(forms[-1])) and match.start() >= _LEAST_STEM:
        forms.append(forms[-1][: match.start()])
    return forms


def _from_listed(form: str) -> bool:
    plain = form.translate(_PLAIN)
    if any(is_common_word(other) for other in (plain, form + "r", plain + "r", plain.removesuffix("s"))):
        return True
    # Hablad is of hablar.
    if form[-1:] == "d" and is_common_word(form[:-1] + "r"):
        return True
    match = _ENDINGS.search(form)
    if match is None or match.start() < _LEAST_STEM:
        return False
    stem = form[: match.start()].translate(_PLAIN)
    return any(is_common_word(stem + ending) for ending in ("ar", "er", "ir", "a", "o"))
