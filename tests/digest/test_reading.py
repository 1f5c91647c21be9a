from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.digest.minimal import digest_of, empty_digest
from tests.digest.sample import sample_digest
from translate_pipeline.digest.model import Digest
from translate_pipeline.digest.reading import read_digest
from translate_pipeline.digest.renderers.json import JsonRenderer
from translate_pipeline.errors import InputError


def json_of(digest: Digest) -> str:
    return JsonRenderer().render(digest).decode("utf-8")


@pytest.mark.parametrize(
    "made",
    [
        sample_digest,
        lambda: replace(sample_digest(), shown="target", since=None),
        empty_digest,
        lambda: digest_of("“ñ” \x1b \u202e \U0001f600"),
    ],
    ids=["sample", "target only", "empty", "odd letters"],
)
def test_a_digest_is_read_back_as_it_was_written(made: Callable[[], Digest]) -> None:
    digest = made()
    assert read_digest(json_of(digest)) == digest


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ('{"schema": NaN}', "not JSON"),
        ("9" * 10_000, "no digest|not JSON"),
        ("null", "no digest of tsum"),
        ("[]", "no digest of tsum"),
        ('{"title": "x"}', "no digest of tsum"),
        ('{"schema": {"id": "x", "version": 1}}', "no digest of tsum"),
        ('{"schema": {"id": ["x"], "version": null}}', "no digest of tsum"),
    ],
)
def test_what_is_no_digest_is_refused_in_one_line(text: str, message: str) -> None:
    with pytest.raises(InputError, match=rf"^old\.json: ({message})[^\n]*$"):
        read_digest(text, "old.json")


def _no_title(content: Any) -> None:
    del content["title"]


def _more_fields(content: Any) -> None:
    content["mood"] = "sad"


def _text_for_a_number(content: Any) -> None:
    content["sections"][0]["stories"][0]["articles"][0]["briefing"]["words"] = "many"


def _truth_for_a_number(content: Any) -> None:
    content["left_out"] = True


def _number_beyond_floats(content: Any) -> None:
    content["sections"][0]["stories"][0]["articles"][0]["briefing"]["source_confidence"] = 10**400


def _unknown_status(content: Any) -> None:
    content["sections"][0]["stories"][0]["status"] = "asleep"


def _three_for_two(content: Any) -> None:
    content["signature"]["settings"][0] = ["a", "b", "c"]


def _object_for_array(content: Any) -> None:
    content["sections"] = {}


def _null_for_object(content: Any) -> None:
    content["sections"][0]["stories"][0]["headline"] = None


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (_no_title, "at the top"),
        (_more_fields, "at the top"),
        (_text_for_a_number, r"sections\[0\]\.stories\[0\]\.articles\[0\]\.briefing\.words: a whole number"),
        (_truth_for_a_number, "left_out: a whole number"),
        (_number_beyond_floats, "source_confidence: a number"),
        (_unknown_status, "status: one of '', 'new', 'moved on', 'unchanged'"),
        (_three_for_two, r"signature\.settings\[0\]: an array of 2"),
        (_object_for_array, "sections: an array"),
        (_null_for_object, "headline: an object"),
    ],
)
def test_a_damaged_digest_is_refused_and_the_place_named(change: Callable[[Any], None], where: str) -> None:
    content = json.loads(json_of(sample_digest()))
    change(content)
    with pytest.raises(InputError, match=where):
        read_digest(json.dumps(content))


def test_a_digest_of_another_version_is_told_from_what_is_none() -> None:
    content = json.loads(json_of(empty_digest()))
    content["schema"] = {"id": content["schema"]["id"].replace(":1", ":2"), "version": 2}
    with pytest.raises(InputError, match="a digest of schema version 2, and this tsum reads 1"):
        read_digest(json.dumps(content))
