"""Dataclasses from what JSON gives, with every type checked."""

from __future__ import annotations

import functools
import types
from dataclasses import fields, is_dataclass
from typing import Any, Literal, NoReturn, TypeVar, Union, get_args, get_origin, get_type_hints

_T = TypeVar("_T")
_KINDS: dict[type, tuple[str, type | tuple[type, ...]]] = {
    str: ("text", str),
    int: ("a whole number", int),
    float: ("a number", (int, float)),
    bool: ("true or false", bool),
}


class WrongShapeError(ValueError):
    """JSON that does not have the shape of a type; says where, and what was expected."""


def decoded(kind: type[_T], value: object) -> _T:
    """A dataclass from JSON that has exactly its fields; arrays become tuples.

    Args:
        kind: a dataclass of text, numbers, truth values, literals, tuples, optional values, and dataclasses.
        value: as `json.loads` gives it.

    Raises:
        WrongShapeError: a field is missing, unknown, or of another type.
    """
    made: _T = _decoded(kind, value, "")
    return made


def _decoded(kind: Any, value: Any, where: str) -> Any:
    origin, options = get_origin(kind), get_args(kind)
    if is_dataclass(kind):
        return _object(kind, value, where)
    if origin is tuple:
        return _tuple(options, value, where)
    if origin is Literal:
        return value if value in options else _refuse(where, "one of " + ", ".join(map(repr, options)))
    if origin in (Union, types.UnionType):
        (other,) = (option for option in options if option is not type(None))
        return None if value is None else _decoded(other, value, where)
    expected, accepted = _KINDS[kind]
    # In Python, but not in JSON, true is a number.
    if not isinstance(value, accepted) or (isinstance(value, bool) and kind is not bool):
        _refuse(where, expected)
    try:
        return kind(value)
    except OverflowError:
        _refuse(where, expected)


def _object(kind: Any, value: Any, where: str) -> Any:
    names = [field.name for field in fields(kind)]
    if not isinstance(value, dict) or set(value) != set(names):
        _refuse(where, f"an object with {', '.join(names)}")
    hints = _field_types(kind)
    return kind(**{name: _decoded(hints[name], value[name], f"{where}.{name}") for name in names})


@functools.cache
def _field_types(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _tuple(options: tuple[Any, ...], value: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        _refuse(where, "an array")
    kinds = [options[0]] * len(value) if options[-1] is Ellipsis else list(options)
    if len(kinds) != len(value):
        _refuse(where, f"an array of {len(kinds)}")
    return tuple(
        _decoded(kind, item, f"{where}[{number}]") for number, (kind, item) in enumerate(zip(kinds, value, strict=True))
    )


def _refuse(where: str, expected: str) -> NoReturn:
    raise WrongShapeError(f"{where.lstrip('.') or 'at the top'}: {expected} expected")
