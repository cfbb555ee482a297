"""The noun of questions that people answer without their names."""

from dataclasses import dataclass
from enum import auto
from typing import Annotated

from server.okr.stating import Text
from server.okr.words import Term


class PulseState(Term):
    """Whether a pulse takes answers."""

    OPEN = auto(), "It takes answers, and shows none."
    CLOSED = auto(), "It takes none any more, and shows what came of it."


@dataclass(kw_only=True)
class Pulse:
    """Questions to the people of a team, or to everybody, in a cycle."""

    title: Annotated[Text | None, "What it is called."] = None
