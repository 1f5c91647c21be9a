"""Datelines: where and when an agency's text was written, `BOGOTÁ, 14 may. (EFE).- `, before its first sentence."""

from __future__ import annotations

import re

_NAME = r"[A-ZÁÉÍÓÚÑÜ][\w.'’/-]*"
# `El 3 de mayo` is no place and day.
_PLACE = (
    rf"(?!(?:El|Las?|Los) \d){_NAME}(?:,? (?:{_NAME}|del?|las?|los|el|y)){{0,5}}(?: \({_NAME}(?: {_NAME}){{0,3}}\))?"
)
_MONTH = (
    r"(?i:ene(?:ro)?|feb(?:rero)?|mar(?:zo)?|abr(?:il)?|mayo?|jun(?:io)?|jul(?:io)?|ago(?:sto)?|sept?(?:iembre)?"
    r"|set(?:iembre)?|oct(?:ubre)?|nov(?:iembre)?|dic(?:iembre)?|jan(?:uary)?|february|march|apr(?:il)?|june|july"
    r"|aug(?:ust)?|september|october|november|dec(?:ember)?)"
)
_DAY = (
    r"(?:(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo),? )?"
    rf"(?:\d{{1,2}}[º°]?(?: de)? {_MONTH}\b\.?|{_MONTH}\b\.? \d{{1,2}}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}})"
    r"(?:(?:,| del?)? ?\d{4})?"
)
_AGENCY = r"\([^()\d]{2,40}\)"
_DASH = r"\.?\s?[-–—]+\s+"
# What ends in a dash goes on with its sentence; what ends in a full stop stands by itself.
_RUNNING = re.compile(rf"{_PLACE},? {_DAY}(?:,? {_AGENCY})?{_DASH}|{_PLACE},? {_AGENCY}{_DASH}|{_PLACE}\.[-–—]+\s+")
_STANDING = re.compile(rf"{_PLACE},? {_DAY}(?:,? {_AGENCY})?\.?(?=\s|$)")
_LONGEST = 120


def running_dateline_end(text: str) -> int:
    """Where a text's dateline goes over into its first sentence, as `Lima (AP) — ` does; 0 if there is none."""
    match = _RUNNING.match(text[:_LONGEST])
    return match.end() if match else 0


def standing_dateline_end(text: str) -> int:
    """Where a text's dateline ends that stands by itself, as `Lima, 3 de mayo de 2025.` does; 0 if there is none."""
    match = _STANDING.match(text[:_LONGEST])
    return match.end() if match and (match.group().endswith((".", ")")) or match.end() == len(text)) else 0


def begins_with_dateline(text: str) -> bool:
    """Whether a text begins with where, and when or by whom, it was written."""
    return bool(running_dateline_end(text) or standing_dateline_end(text))


def is_dateline(sentence: str) -> bool:
    """Whether a sentence is nothing but a dateline."""
    return 0 < len(sentence) == standing_dateline_end(sentence) or running_dateline_end(f"{sentence} ") > len(sentence)
