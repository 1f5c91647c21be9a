from __future__ import annotations

from training.lexicon import Lexicon
from training.subword import PADDING, SubwordModel
from training.token_arrays import TokenPairs
from training.vocabulary_map import vocabulary_map
from training.work_folder import WorkFolder
from translate_pipeline.translation.package import SLOTS


def test_a_piece_allows_itself_and_its_translations(prepared: WorkFolder, toy_model: SubwordModel) -> None:
    pairs, lexicon = TokenPairs.load(prepared.train), Lexicon.load(prepared.lexicon)
    text = vocabulary_map(lexicon, toy_model, pairs.targets.frequencies(len(toy_model)))
    lines = dict(line.split("\t") for line in text.removesuffix("\n").split("\n"))
    assert list(lines) == ["", *toy_model.pieces[PADDING + 1 :]]
    always = lines[""].split(" ")
    assert set(SLOTS) <= set(always)
    assert "<0xC3>" in always
    for number in range(PADDING + 1, len(toy_model)):
        allowed = lines[toy_model.pieces[number]].split(" ")
        assert allowed[0] == toy_model.pieces[number]
        assert len(set(allowed)) == len(allowed) <= 61
        if lexicon.probabilities[number, 0] > 0.5:
            assert toy_model.pieces[lexicon.targets[number, 0]] in allowed
