"""Health metrics: KPIs that are to stay healthy while objectives are pursued, and what waits."""

from dataclasses import dataclass
from enum import auto
from typing import Annotated

from server.okr.stating import Text
from server.okr.words import Term


class WhileRed(Term):
    """What becomes of reports while a health metric is red."""

    NONE = auto(), "They are taken as ever."
    ACKNOWLEDGE = auto(), "They are taken from who says that they know of it."
    REFUSE = auto(), "They are refused until it is healthy, or what is done about it was accepted."


class ProgressState(Term):
    """Whether it is time to go on with an objective."""

    OPEN = auto(), "Nothing keeps it from being pursued."
    BLOCKED_BY_HEALTH = auto(), "A health metric is red: that is to be dealt with first."


@dataclass(kw_only=True)
class HealthMetric:
    """A KPI that is to stay healthy while an objective is pursued, or those of a team or of all."""

    note: Annotated[Text | None, "What it keeps in balance."] = None
