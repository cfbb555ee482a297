"""What can have happened to the way in which a key result is measured."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from server.okr.events.fact import Fact
from server.okr.terms import Text


@dataclass(kw_only=True)
class WindowOpened(Fact):
    """The event happened from which on a key result is measured."""

    stream = "key_result_id"
    key_result_id: UUID
    occurred_on: Annotated[date, "The day on which it happened."]


@dataclass(kw_only=True)
class BaselineEstablished(Fact):
    """It was found out where a key result had started."""

    stream = "key_result_id"
    key_result_id: UUID
    baseline: Annotated[Decimal, "Where it stood at the start."]
    baseline_source: Annotated[Text, "Where the baseline is taken from."]
    baseline_from: Annotated[
        date | None, "First day of the span over which the baseline was taken."
    ]
    baseline_on: Annotated[
        date | None, "Day on which the baseline was taken, or the last day of its span."
    ]


@dataclass(kw_only=True)
class KeyResultBound(Fact):
    """A key result began to follow a KPI, or follows none any more."""

    stream = "key_result_id"
    key_result_id: UUID
    kpi_id: UUID | None
    reason: Annotated[Text, "Why it follows that, or no longer does."]
