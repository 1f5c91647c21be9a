from __future__ import annotations

import pytest

from translate_pipeline.checks.base import Translated
from translate_pipeline.checks.negation import NegationCheck


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("La revista dejará de publicarse en papel.", "The magazine will no longer be published in print."),
        ("La revista dejará de publicarse en papel.", "The magazine will cease publication in print."),
        ("Los bancos dejaron de prestar dinero.", "Banks did not lend any more money."),
        ("El precio no deja de subir.", "The price keeps rising."),
        ("Ni se ha dejado de vender.", "It is still sold."),
        ("No vino y dejó de llamar.", "He did not come and stopped calling."),
        ("No vino y dejó de llamar.", "He did not come and no longer called."),
    ],
)
def test_what_ends_may_be_negative_in_english(source: str, translation: str) -> None:
    assert NegationCheck().findings(Translated(source, translation)) == []


@pytest.mark.parametrize(
    ("source", "translation", "lost"),
    [
        ("La revista dejará de publicarse.", "The magazine will be published.", "dejará de publicarse"),
        ("Exige que dejen de empujarlos.", "He requires to push them.", "dejen de empujarlos"),
    ],
)
def test_what_does_not_end_is_flagged(source: str, translation: str, lost: str) -> None:
    (finding,) = NegationCheck().findings(Translated(source, translation))
    assert (finding.severity, finding.source_span) == ("warning", lost)


def test_a_negation_beside_it_is_still_checked() -> None:
    assert NegationCheck().findings(Translated("La fábrica cerró ayer.", "The factory did not close yesterday."))
