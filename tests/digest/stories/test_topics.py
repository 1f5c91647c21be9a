from __future__ import annotations

from pathlib import Path

import pytest

from translate_pipeline.digest.stories.topics import read_topics, topic_of
from translate_pipeline.errors import UsageError

TOPICS = """
[[section]]
name = "Ukraine"
keywords = ["Ucrania", "Kiev", "ucranian*", "fuerzas armadas"]

[[section]]
name = "Economy"
keywords = ["inflación", "banco central"]
"""


@pytest.fixture
def topics_file(tmp_path: Path) -> Path:
    return tmp_path / "topics.toml"


def test_a_keyword_in_the_title_makes_the_section(topics_file: Path) -> None:
    topics_file.write_text(TOPICS, encoding="utf-8")
    topic = topic_of("Rusia ataca Kiev", "Tres muertos.", read_topics(topics_file))
    assert topic is not None
    assert topic.name == "Ukraine"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("El banco central teme la INFLACION.", "Economy"),
        ("Las tropas ucranianas y un ucraniano.", "Ukraine"),
        ("Las fuerzas\narmadas; otra vez, las Fuerzas Armadas.", "Ukraine"),
        ("Ucrania, una vez.", None),
        ("Los kievitas y los bancos centrales, dos veces: bancos centrales.", None),
        ("", None),
    ],
)
def test_keywords_in_the_text(text: str, name: str | None, topics_file: Path) -> None:
    topics_file.write_text(TOPICS, encoding="utf-8")
    topic = topic_of("", text, read_topics(topics_file))
    assert (topic.name if topic else None) == name


def test_of_equal_topics_the_first_wins(topics_file: Path) -> None:
    topics_file.write_text(TOPICS, encoding="utf-8")
    topic = topic_of("Kiev y la inflación", "", read_topics(topics_file))
    assert topic is not None
    assert topic.name == "Ukraine"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no section in it"),
        ("[section]\nname = 'A'", "no section in it"),
        ("\ntitle = 'x'\n[[section]]\nname = 'A'\nkeywords = ['a']", ":2: 'title' is unknown"),
        ("[[section]]\nkeywords = ['a']", "section 1: it has no name"),
        ("[[section]]\nname = 'A'", "section 1: its keywords are no list"),
        ("[[section]]\nname = 'A'\nkeywords = 'a'", "section 1: its keywords are no list"),
        ("[[section]]\nname = 'A'\nkeywords = ['*']", "section 1: its keywords are no list"),
        ("[[section]]\nname = 'A'\nkeywords = []", "section 1: it has no keywords"),
        ("[[section]]\nname = 'A'\nkeywords = ['a']\ncolour = 'red'", "section 1: unknown key"),
        ("[[section]]\nname = 'A'\nkeywords = ['a']\n[[section]]\nname = 'A'\nkeywords = ['b']", "named 'A'"),
        ("[[section]\n", ":1:"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, message: str, topics_file: Path) -> None:
    topics_file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_topics(topics_file)
    assert message in str(caught.value)
    assert str(caught.value).startswith(str(topics_file))
    assert "\n" not in str(caught.value)
    assert "--no-project" not in str(caught.value)


def test_a_file_that_is_missing(topics_file: Path) -> None:
    with pytest.raises(UsageError, match="--sections"):
        read_topics(topics_file)
