"""The nouns of where the organization wants to go; they are read under one name with all others."""

from dataclasses import dataclass
from datetime import date
from enum import auto
from typing import Annotated

from server.okr.stating import Text
from server.okr.words import Term


class AspirationKind(Term):
    """What kind of statement says where the organization wants to go."""

    MISSION = auto(), "What the organization is here for."
    VISION = auto(), "What is to be one day."
    THEME = auto(), "What the strategy is about for some time."


@dataclass(kw_only=True)
class Aspiration:
    """Where the organization wants to go: its mission, its vision, a theme of its strategy."""

    kind: Annotated[AspirationKind, "What kind of statement it is."]
    title: Annotated[Text, "The statement in one sentence."]
    description: Annotated[Text | None, "What stands behind it."] = None
    starts_on: Annotated[date | None, "First day on which it holds; null for always."] = None
    ends_on: Annotated[date | None, "Last day on which it holds; null for no end."] = None
