from __future__ import annotations

import json
import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from jsonschema import Draft202012Validator

import translate_pipeline.digest.renderers.json as json_renderer
from tests.digest.minimal import digest_of, empty_digest
from tests.digest.sample import sample_digest
from translate_pipeline.digest.model import Digest, Shown
from translate_pipeline.digest.renderers.json import JsonRenderer
from translate_pipeline.digest.schema import SCHEMA_ID, SCHEMA_VERSION

SCHEMA: dict[str, Any] = json.loads(
    (Path(json_renderer.__file__).parent / "digest.schema.json").read_text(encoding="utf-8")
)
TYPES = {str: "string", int: "integer", float: "number", bool: "boolean"}


def errors(content: Any) -> list[str]:
    validator = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [error.message for error in validator.iter_errors(content)]


def json_of(digest: Digest) -> Any:
    return json.loads(JsonRenderer().render(digest))


def every_object(schema: Any) -> list[dict[str, Any]]:
    """The schemas of objects anywhere in a schema."""
    if isinstance(schema, list):
        return [found for item in schema for found in every_object(item)]
    if not isinstance(schema, dict):
        return []
    own = [schema] if "properties" in schema and schema.get("type") == "object" else []
    return own + [found for item in schema.values() for found in every_object(item)]


def shape(kind: Any) -> Any:
    """What the schema of a type of the model must say, its descriptions and limits aside."""
    origin, options = get_origin(kind), get_args(kind)
    if is_dataclass(kind):
        return {"$ref": f"#/$defs/{kind.__name__}"}  # type: ignore[union-attr]
    if origin is tuple and options[-1] is Ellipsis:
        return {"type": "array", "items": shape(options[0])}
    if origin is tuple:
        return {"type": "array", "prefixItems": list(map(shape, options)), "items": False, "minItems": len(options)}
    if origin is Literal:
        return {"enum": list(options)}
    if origin in (Union, types.UnionType):
        (other,) = (shape(option) for option in options if option is not type(None))
        return {"type": [other["type"], "null"]} if "type" in other else {"anyOf": [other, {"type": "null"}]}
    return {"type": TYPES[kind]}


def described_shape(schema: dict[str, Any]) -> dict[str, Any]:
    """The part of a schema that `shape` gives; an `enum` that narrows a text is a limit, as are the fewest items."""
    keys = ["$ref", "type", "items", "prefixItems", "minItems", "anyOf"]
    keys += [] if "type" in schema else ["enum"]
    found = {key: schema[key] for key in keys if key in schema}
    if "prefixItems" not in found:
        found.pop("minItems", None)
    return {key: described_shape(part) if key == "items" and part else part for key, part in found.items()}


def types_of_the_model(kind: Any, found: dict[str, Any]) -> dict[str, Any]:
    if is_dataclass(kind):
        if kind.__name__ not in found:  # type: ignore[union-attr]
            found[kind.__name__] = kind  # type: ignore[union-attr]
            for hint in get_type_hints(kind).values():
                types_of_the_model(hint, found)
    else:
        for option in get_args(kind):
            types_of_the_model(option, found)
    return found


@pytest.mark.parametrize("shown", ["both", "source", "target"])
def test_a_digest_is_valid_and_has_both_languages_whatever_is_shown(shown: Shown) -> None:
    digest = replace(sample_digest(), shown=shown)
    content = json_of(digest)
    assert errors(content) == []
    assert content == {
        "schema": {"id": SCHEMA_ID, "version": SCHEMA_VERSION},
        **json.loads(json.dumps(digest.to_dict())),
    }
    assert content["shown"] == shown


def test_the_smallest_digests_are_valid() -> None:
    assert errors(json_of(empty_digest())) == []
    assert errors(json_of(digest_of("x"))) == []


def test_the_schema_is_one_of_2020_12_and_names_itself() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["$id"] == SCHEMA_ID


def test_every_object_in_the_schema_is_closed_complete_and_described() -> None:
    for schema in every_object(SCHEMA):
        assert schema["additionalProperties"] is False
        assert schema["required"] == list(schema["properties"])
        assert schema["description"]
        assert all(field["description"] for field in schema["properties"].values())


@pytest.mark.parametrize("name", types_of_the_model(Digest, {}))
def test_the_schema_has_every_field_of_the_model_with_its_type(name: str) -> None:
    kind = types_of_the_model(Digest, {})[name]
    schema = SCHEMA if kind is Digest else SCHEMA["$defs"][name]
    described = {field: described_shape(found) for field, found in schema["properties"].items() if field != "schema"}
    hints = get_type_hints(kind)
    assert described == {field.name: shape(hints[field.name]) for field in fields(kind)}


def test_the_schema_defines_nothing_that_the_model_lacks() -> None:
    assert {*SCHEMA["$defs"], "Digest"} == set(types_of_the_model(Digest, {}))


def _with_unknown_field(content: Any) -> None:
    content["sections"][0]["stories"][0]["mood"] = "sad"


def _without_a_field(content: Any) -> None:
    del content["sections"][0]["stories"][0]["articles"][0]["briefing"]["words"]


def _with_another_side(content: Any) -> None:
    content["shown"] = "neither"


def _with_a_number_as_text(content: Any) -> None:
    content["mentions"][0]["count"] = "3"


def _with_a_date_that_is_none(content: Any) -> None:
    content["timeline"][0]["day"] = "yesterday"


def _of_another_version(content: Any) -> None:
    content["schema"]["version"] = 2


@pytest.mark.parametrize(
    "change",
    [
        _with_unknown_field,
        _without_a_field,
        _with_another_side,
        _with_a_number_as_text,
        _with_a_date_that_is_none,
        _of_another_version,
    ],
)
def test_the_schema_refuses_what_is_no_digest(change: Callable[[Any], None]) -> None:
    content = json_of(sample_digest())
    change(content)
    assert errors(content)


def test_what_a_terminal_obeys_is_escaped_and_read_back_as_it_was() -> None:
    evil = "a\x1b[2J\x9bm\u202e\u2028\x7f"
    data = JsonRenderer().render(digest_of(evil))
    assert all(letter.isprintable() or letter == "\n" for letter in data.decode("utf-8"))
    assert json.loads(data)["title"] == evil


def test_half_of_a_surrogate_pair_does_not_break_the_file() -> None:
    assert json_of(digest_of("a\ud800b"))["title"] == "a\ufffdb"


def test_the_same_digest_gives_the_same_bytes() -> None:
    assert JsonRenderer().render(sample_digest()) == JsonRenderer().render(sample_digest())
