"""Reads a digest from its JSON."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from translate_pipeline.digest.decoding import WrongShapeError, decoded
from translate_pipeline.digest.model import Digest
from translate_pipeline.digest.schema import SCHEMA_ID, SCHEMA_VERSION
from translate_pipeline.errors import InputError


def read_digest(text: str, name: str = "the previous digest") -> Digest:
    """The digest that `JsonRenderer` has written.

    Args:
        text: the contents of the file.
        name: what to call it in an error, for instance its path.

    Raises:
        InputError: it is no JSON, no digest, or one of another version of the schema.
    """
    try:
        content = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        raise InputError(f"{name}: not JSON: name a digest that `tsum brief` has written as .json") from None
    schema = content.pop("schema", None) if isinstance(content, dict) else None
    if schema != {"id": SCHEMA_ID, "version": SCHEMA_VERSION}:
        raise InputError(f"{name}: {_wrong_schema(schema)}")
    try:
        return decoded(Digest, content)
    except WrongShapeError as error:
        raise InputError(f"{name}: a damaged digest ({error}): make it again with `tsum brief`") from None


def _wrong_schema(schema: Any) -> str:
    version = schema.get("version") if isinstance(schema, dict) else None
    own = SCHEMA_ID.removesuffix(str(SCHEMA_VERSION))
    if isinstance(version, int) and schema.get("id") == f"{own}{version}":
        return f"a digest of schema version {version}, and this tsum reads {SCHEMA_VERSION}: make it again"
    return "no digest of tsum: name one that `tsum brief` has written as .json"


def _refuse_constant(constant: str) -> NoReturn:
    raise ValueError(constant)
