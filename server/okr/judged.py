"""Words that know how much they matter."""

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
