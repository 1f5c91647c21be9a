from __future__ import annotations

from pathlib import Path

from training.word_lexicon.token_lines import truecaser


def test_first_words_and_headlines_take_the_case_they_have_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "lines"
    path.write_text("They saw Paris\nWhen they came to NATO\nAnd they slept\n", encoding="utf-8")
    truecased = truecaser(path)
    assert truecased(["THEY", "LEFT", "PARIS"]) == ["they", "left", "Paris"]
    assert truecased(["NATO", "came"]) == ["NATO", "came"]
    assert truecased(["Unseen", "Paris"]) == ["unseen", "Paris"]
