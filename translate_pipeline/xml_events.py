"""XML read event by event, without entities, external files or depth that a hostile file could use."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NoReturn
from xml.parsers import expat

from translate_pipeline.errors import TsumError

_DEEPEST = 64


class SafeXml:
    """Expat, Python's own parser, told to refuse what could hide something; memory grows with the file alone.

    Args:
        path: the name of the file, for messages.
        start: is given the namespace and name of an element, divided by a space, and its attributes.
        end: is given the same name where the element ends.
        characters: is given the pieces of text.
        error: the kind of error that is raised.
        contents: what the file is to be, for messages: `a glossary`.
    """

    def __init__(
        self,
        path: Path,
        start: Callable[[str, dict[str, str]], None],
        end: Callable[[str], None],
        characters: Callable[[str], None],
        error: type[TsumError],
        contents: str,
    ) -> None:
        self._error, self._contents = error, contents
        self._path, self._report_start, self._report_end = path, start, end
        self.encoding = ""
        self._depth = 0
        self._expat = expat.ParserCreate(namespace_separator=" ")
        self._expat.StartElementHandler = self._start
        self._expat.EndElementHandler = self._end
        self._expat.CharacterDataHandler = characters
        self._expat.XmlDeclHandler = self._declaration
        self._expat.StartDoctypeDeclHandler = self._document_type
        self._expat.SkippedEntityHandler = self._entity

    @property
    def line(self) -> int:
        """The line of the current event, counted from 1."""
        return self._expat.CurrentLineNumber

    @property
    def byte_index(self) -> int:
        """Where the current event begins in the file."""
        return self._expat.CurrentByteIndex

    def feed(self, data: bytes, is_last: bool = True) -> None:
        """Reads a file, or its next piece. Raises the error, with the line, if it is not well-formed, or hostile."""
        try:
            self._expat.Parse(data, is_last)
        except expat.ExpatError as error:
            reason = expat.errors.messages.get(error.code, "malformed")
            raise self._error(f"{self._path}:{error.lineno}: malformed XML ({reason}): mend it there") from None
        except (LookupError, ValueError) as error:
            raise self._error(f"{self._path}:1: unreadable XML ({error}): save it as UTF-8") from None

    def refuse(self, problem: str) -> NoReturn:
        """Raises the error for the current line."""
        raise self._error(f"{self._path}:{self.line}: {problem}")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            self.refuse(f"elements nested more than {_DEEPEST} deep: not {self._contents}")
        self._report_start(name, attributes)

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._report_end(name)

    def _declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        self.encoding = (encoding or "").lower()

    def _document_type(self, name: str, system: str | None, public: str | None, declares: bool) -> None:
        """A document type that is only named, as in TBX of 2008, is never fetched; declarations are refused."""
        if declares:
            self.refuse("declarations of a document type, which could hide entities: take them out")

    def _entity(self, name: str, is_parameter: bool) -> None:
        self.refuse(f"the entity {name!r} is not defined: write the characters themselves")
