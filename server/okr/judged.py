"""Words that know how much they matter."""

from enum import auto
from typing import Self

from server.okr.words import Severity, Term


class Judged(Term):
    """A word of a closed list that knows its severity besides its sentence."""

    severity: Severity

    def __new__(cls, word: str, meaning: str, severity: Severity) -> Self:
        """A word with its sentence, and how much it matters."""
        code = str.__new__(cls, word)
        code._value_ = word
        code.meaning = meaning
        code.severity = severity
        return code


def hint(meaning: str) -> tuple[auto, str, Severity]:
    """A word for what might be done better."""
    return auto(), meaning, Severity.HINT


def warning(meaning: str) -> tuple[auto, str, Severity]:
    """A word for what is likely to go wrong."""
    return auto(), meaning, Severity.WARNING


def problem(meaning: str) -> tuple[auto, str, Severity]:
    """A word for what already goes wrong."""
    return auto(), meaning, Severity.PROBLEM
