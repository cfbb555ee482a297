"""Links: how objectives hang together, and what they serve, apart from what supports what."""

from dataclasses import dataclass
from enum import auto
from typing import Annotated

from server.okr.stating import Text
from server.okr.words import Term


class LinkKind(Term):
    """How an objective hangs together with another, or with what it serves or comes from."""

    FOLLOWS = auto(), "It comes after the other one in a sequence."
    CARRIED_FROM = auto(), "It goes on with what the other one left unfinished."
    INFORMED_BY = auto(), "It rests on what was learned from the other one."
    SERVES = auto(), "It serves a mission, a vision or a theme."
    TESTS = auto(), "It is to find out whether a hypothesis holds."
    RECOVERS = auto(), "It is to bring a KPI back into its bounds."


@dataclass(kw_only=True)
class Link:
    """A tie from an objective to another, or to what it comes from; nothing is computed from it."""

    kind: Annotated[LinkKind, "How they hang together."]
    note: Annotated[Text | None, "What there is to say about it."] = None
