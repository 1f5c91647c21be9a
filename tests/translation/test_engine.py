from __future__ import annotations

from pathlib import Path

import pytest

from translate_pipeline.errors import PackageError, UsageError
from translate_pipeline.translation.engine import CTranslate2Engine, PivotEngine, Request, SearchOptions, resolve_device
from translate_pipeline.translation.package import TranslationPackage

GREEDY = SearchOptions(1)
LONG = "El ministro dijo que la guerra continúa, que los soldados resisten y que la paz está lejos, " * 30


class CountingProgress:
    def __init__(self) -> None:
        self.total, self.done = 0, 0

    def begin(self, task: str, total: int, unit: str = "words") -> None:
        self.total = total

    def advance(self, done: int) -> None:
        self.done += done


def texts(engine: CTranslate2Engine, sources: list[str]) -> list[str]:
    return [found[0].text for found in engine.translate([Request(source, GREEDY) for source in sources])]


def test_results_come_in_the_order_of_the_requests(engine: CTranslate2Engine) -> None:
    sources = ["La paz.", "El presidente de Rusia llegó ayer a la capital.", "Gracias."]
    alone = [texts(engine, [source])[0] for source in sources]
    assert texts(engine, [*sources, *reversed(sources)]) == [*alone, *reversed(alone)]
    assert "president" in alone[1].lower()


def test_the_number_of_threads_does_not_change_the_output(bundled: TranslationPackage, example: Path) -> None:
    sources = [line for line in example.read_text(encoding="utf-8").split("\n") if line]
    outputs = {tuple(texts(CTranslate2Engine(bundled, threads=threads), sources)) for threads in (1, 2, 3)}
    assert len(outputs) == 1


def test_a_sentence_over_the_limit_is_translated_whole(engine: CTranslate2Engine) -> None:
    assert engine.count_pieces(LONG) > 512
    (translation,) = texts(engine, [LONG])
    assert 0.6 < len(translation.split()) / len(LONG.split()) < 1.6
    assert translation.lower().count("peace") > 20


def test_empty_text_gives_empty_text(engine: CTranslate2Engine) -> None:
    assert engine.translate([]) == []
    assert texts(engine, [""]) == [""]


def test_n_best_hypotheses_are_ordered_by_score(engine: CTranslate2Engine) -> None:
    (found,) = engine.translate([Request("El gobierno rechazó la propuesta.", SearchOptions(4, hypotheses=4))])
    assert len({hypothesis.text for hypothesis in found}) == 4
    assert sorted((hypothesis.score for hypothesis in found), reverse=True) == [h.score for h in found]


def test_attention_has_a_row_for_each_piece(engine: CTranslate2Engine) -> None:
    ((hypothesis,),) = engine.translate([Request("La paz llegó.", SearchOptions(2, attention=True))])
    assert len(hypothesis.attention) == len(hypothesis.pieces)
    assert {len(row) for row in hypothesis.attention} == {engine.count_pieces("La paz llegó.")}


def test_progress_reaches_the_total(bundled: TranslationPackage) -> None:
    progress = CountingProgress()
    CTranslate2Engine(bundled).translate([Request("La paz llegó.", GREEDY), Request("Gracias.", GREEDY)], progress)
    assert progress.done == progress.total == 4


def test_two_packages_in_a_row(engine: CTranslate2Engine) -> None:
    # English through the Spanish-English package stays close to English, which is all this needs.
    ((hypothesis,),) = PivotEngine(engine, engine).translate([Request("El presidente de Rusia.", GREEDY)])
    assert "Russia" in hypothesis.text


def test_a_model_that_cannot_be_loaded(tmp_path: Path, bundled: TranslationPackage) -> None:
    broken = tmp_path / "broken"
    (broken / "model").mkdir(parents=True)
    for name in ("metadata.json", "sentencepiece.model", "model/config.json", "model/shared_vocabulary.json"):
        (broken / name).write_bytes((bundled.path / name).read_bytes())
    (broken / "model" / "model.bin").write_bytes((bundled.path / "model" / "model.bin").read_bytes()[:5000])
    with pytest.raises(PackageError, match="the model cannot be loaded"):
        CTranslate2Engine(TranslationPackage(broken)).translate([Request("Hola", GREEDY)])


def test_a_gpu_that_is_not_there() -> None:
    import ctranslate2

    if ctranslate2.get_cuda_device_count():
        assert resolve_device("cuda") == "cuda"
    else:
        assert resolve_device("auto") == "cpu"
        with pytest.raises(UsageError, match="no CUDA device"):
            resolve_device("cuda")
