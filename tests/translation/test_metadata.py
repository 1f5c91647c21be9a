from __future__ import annotations

import json

import packaging.version
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.toy_packages import metadata
from translate_pipeline.errors import PackageError
from translate_pipeline.translation.metadata import parse_metadata


def test_all_fields_are_read() -> None:
    found = parse_metadata(metadata("es", "zh", "1.12", from_name="Spanish", target_prefix=">>zh<<"), "here")
    assert (found.from_code, found.to_code, found.version) == ("es", "zh", "1.12")
    assert (found.from_name, found.target_prefix, found.pair) == ("Spanish", ">>zh<<", "es-zh")


def test_names_and_prefix_may_be_missing() -> None:
    found = parse_metadata(b'{"from_code": "es", "to_code": "en", "package_version": "1"}', "here")
    assert (found.from_name, found.to_name, found.target_prefix) == ("", "", "")


def test_bleu_scores_are_read_where_they_are_stated() -> None:
    scores = {"newstest2012": {"bleu": 26.6, "chrf": 52.7}, "other": {"chrf": 1}, "odd": "text", "wrong": {"bleu": "x"}}
    data = json.dumps({"from_code": "es", "to_code": "en", "package_version": "1", "scores": scores}).encode()
    assert parse_metadata(data, "here").scores == (("newstest2012", 26.6),)
    assert parse_metadata(metadata("es", "en"), "here").scores == ()


@pytest.mark.parametrize("code", ["es", "ast", "zh-Hans", "pt_br"])
def test_a_language_code_is_taken(code: str) -> None:
    assert parse_metadata(metadata(code, "en"), "here").from_code == code


@pytest.mark.parametrize("code", ["", "e", "spanish", "ES", "../es", "es\n", "es-en-fr", "é1", 5, None, ["es"], {}])
def test_a_language_code_is_refused(code: object) -> None:
    with pytest.raises(PackageError, match="no valid from_code"):
        parse_metadata(metadata("es", "en", from_code=code), "here")
    with pytest.raises(PackageError, match="no valid to_code"):
        parse_metadata(metadata("es", "en", to_code=code), "here")


@pytest.mark.parametrize("field", ["from_code", "to_code", "package_version"])
def test_a_missing_field_is_refused(field: str) -> None:
    fields = json.loads(metadata("es", "en"))
    del fields[field]
    with pytest.raises(PackageError, match=f"no valid {field}"):
        parse_metadata(json.dumps(fields).encode(), "here")


@pytest.mark.parametrize(
    "version", ["", "one", "1.", ".1", "1.0 ", "1.0\n", "-1", "1.0-beta", "../1", 1, 1.0, None, []]
)
def test_a_version_is_refused(version: object) -> None:
    with pytest.raises(PackageError, match="no valid package_version"):
        parse_metadata(metadata("es", "en", package_version=version), "here")


@pytest.mark.parametrize("version", ["١.٢", "1" * 5000], ids=["digits of another script", "thousands of digits"])
def test_a_version_that_cannot_be_compared_is_refused(version: str) -> None:
    with pytest.raises(PackageError, match="no valid package_version"):
        parse_metadata(metadata("es", "en", version), "here")


@pytest.mark.parametrize("kind", ["sbd", "", None, 5])
def test_another_type_of_package_is_refused(kind: object) -> None:
    with pytest.raises(PackageError, match="not a translation package"):
        parse_metadata(metadata("es", "en", type=kind), "here")


@pytest.mark.parametrize("data", [b"", b"no json", b"{", b"\xff\xfe", b"[]", b'"es"', b"5", b"null"])
def test_what_is_no_json_object_is_refused(data: bytes) -> None:
    with pytest.raises(PackageError, match=r"^here: metadata.json is no JSON"):
        parse_metadata(data, "here")


def test_json_nested_without_end_is_refused() -> None:
    with pytest.raises(PackageError, match="here"):
        parse_metadata(b"[" * 200_000, "here")


def test_a_prefix_that_is_null_is_no_prefix() -> None:
    assert parse_metadata(metadata("es", "en", target_prefix=None), "here").target_prefix == ""


def test_a_name_of_any_length_is_cut() -> None:
    assert len(parse_metadata(metadata("es", "en", from_name="x" * 10_000), "here").from_name) <= 100


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)
_VALUES = _JSON | st.sampled_from(["es", "en", "1.0", "translate"]) | st.from_regex(r"\d+(\.\d+)?", fullmatch=True)
_FIELDS = ["type", "from_code", "to_code", "package_version", "from_name", "target_prefix"]


@given(st.dictionaries(st.sampled_from(_FIELDS), _VALUES))
def test_any_json_object_gives_usable_metadata_or_a_refusal(fields: dict[str, object]) -> None:
    try:
        found = parse_metadata(json.dumps(fields).encode(), "here")
    except PackageError as refusal:
        assert str(refusal).startswith("here: ")
    else:
        assert packaging.version.parse(found.version) >= packaging.version.parse("0")
        assert "/" not in found.pair
