from __future__ import annotations

from training.word_lexicon.curated import curated_lines
from training.word_lexicon.vocabulary import VocabularyWord, WordClass
from translate_pipeline.lexicon.word_list import LexiconEntry

_COUNTED = {
    "parejas": LexiconEntry({"couples": 0.6, "partners": 0.2}, is_sure=True),
    "mazo": LexiconEntry({"sledgehammer": 0.7}, is_sure=True),
    "zanja": LexiconEntry({"ditch": 0.5}, is_sure=True),
    "circular": LexiconEntry({"circulate": 0.3, "circular": 0.2}, is_sure=False),
    "piscina": LexiconEntry({"pool": 0.9}, is_sure=True),
}


def lines(*words: VocabularyWord, **forms: list[str]) -> dict[str, str]:
    """The lines of some words, with the forms that text has and what was counted above."""
    return curated_lines(words, forms, _COUNTED.get)


def word(lemma: str, name: str, *translations: str, is_ambiguous: bool = False) -> VocabularyWord:
    return VocabularyWord(lemma, WordClass(name), translations, is_ambiguous)


def test_a_noun_has_two_forms_and_one_for_a_person_has_four() -> None:
    assert lines(word("reyerta", "nf", "brawl", "fight")) == {
        "reyerta": "=brawl6fight3",
        "reyertas": "=brawls6fights3",
    }
    assert list(lines(word("lugareño", "n", "villager"))) == ["lugareña", "lugareñas", "lugareño", "lugareños"]


def test_an_adjective_stays_the_same_in_english() -> None:
    assert set(lines(word("resbaladizo", "adj", "slippery")).values()) == {"=slippery9"}


def test_a_verb_has_the_forms_that_text_has_and_the_regular_ones() -> None:
    written = lines(word("zambullir", "v", "dive"), zambullir=["zambulló", "zambullen"])
    assert written == {"zambullen": "=dive9", "zambullir": "=dive9", "zambulló": "=dived9"}
    assert lines(word("apuñalar", "v", "stab"))["apuñalaron"] == "=stabbed9"


def test_a_word_of_several_meanings_is_evidence_only() -> None:
    assert lines(word("sable", "nm", "saber", "sable", is_ambiguous=True))["sable"] == "saber5sable4"


def test_a_form_of_two_words_is_evidence_only_if_they_differ() -> None:
    written = lines(
        word("colado", "adj", "strained"), word("colar", "v", "sneak"), word("cola", "nf", "tail"), colar=["cola"]
    )
    assert written["colada"] == "strained5sneaked4"
    assert written["cola"] == "=tail9"


def test_what_was_counted_keeps_inflected_forms_and_what_agrees() -> None:
    written = lines(word("parejo", "adj", "even"), word("mazo", "nm", "mallet"), word("zanja", "nf", "ditch"))
    assert "parejas" not in written
    assert "zanja" not in written
    assert written["mazo"] == "=mallet9"


def test_forms_never_counted_have_the_translations_of_their_lemma() -> None:
    assert lines(circular=["circular", "circulaba"]) == {"circulaba": "circulated3"}
    assert lines(piscina=["piscina", "piscinas"]) == {"piscinas": "=pools9"}
