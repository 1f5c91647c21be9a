"""Which capitalised forms are names that a desk would want in its glossary."""

from __future__ import annotations

import re
from collections.abc import Mapping

from translate_pipeline.glossary.suggestion.candidate import Candidate
from translate_pipeline.names.vocabulary import builds_names, is_common_word

_OFFICES = frozenset(
    "presidente presidenta vicepresidente vicepresidenta ministro ministra primer secretario secretaria jefe jefa "
    "director directora gobernador gobernadora alcalde alcaldesa rey reina canciller embajador embajadora comandante "
    "general fiscal portavoz profesor profesora decano administrador administradora coordinador gobierno señor señora "
    "doctor premier consejero consejera diputado diputada senador senadora".split()
)
_ENGLISH = frozenset(
    "the a an and of in on by for to from with at is it it's i i've we you he she they this that not no yes as or but "
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday photo via rights reserved all image source read more".split()
)
# Variants of genes, forms of paper and the like; G7 and F16 are none.
_CODE = re.compile(r"(?!.*-)(?:(?=(?:.*\d){4})|(?=.*\d)(?=.{9})|(?![FG]\d)[A-Z]{1,2}\d+$|[A-Z]\d{2,}[A-Z]$)")
_NO_ACRONYMS = frozenset("AM PM GMT S.A. S.L. S.L.U. C.V. S.C. S.A.U. LTD SRL TV".split())
_LONGEST_NAME = 120
_LEAST_MENTIONS_OF_COMMON_WORD = 2


def is_name(candidate: Candidate, lower_case: Mapping[str, int]) -> bool:
    """Whether a form is a name and no office, heading, date or English text.

    Args:
        candidate: the form.
        lower_case: the words that the documents have in lower case, with how often.
    """
    words = [word.lower() for word in candidate.words]
    if len(candidate.form) > _LONGEST_NAME or all(word in _ENGLISH for word in words):
        return False
    if candidate.kind == "acronym":
        return (
            candidate.form not in _NO_ACRONYMS
            and not _CODE.match(candidate.form)
            and not _is_stressed_word(candidate, lower_case)
        )
    if candidate.distinctive:
        # A word that begins a sentence here and stands in lower case there is no name.
        return len(words) > 1 or candidate.inside > 0 or not lower_case.get(words[0])
    if words[0] in _OFFICES:
        return False
    if len(words) > 1:
        return candidate.inside > 0 or (builds_names(words[0]) and candidate.opens_sentence > 0)
    return (
        candidate.inside >= _LEAST_MENTIONS_OF_COMMON_WORD
        and not lower_case.get(words[0])
        and not builds_names(words[0])
    )


def _is_stressed_word(candidate: Candidate, lower_case: Mapping[str, int]) -> bool:
    """Whether a word only stands in capitals for stress: `NO`, `CERO`."""
    word = candidate.form.lower()
    return is_common_word(word) and (candidate.count == 1 or word in lower_case)
