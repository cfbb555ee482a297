"""What can have happened to what is measured all the time."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from server.okr import terms
from server.okr.events.fact import Fact
from server.okr.terms import ABSENT, Absent, Text


@dataclass(kw_only=True)
class KpiAdded(Fact, terms.Kpi):
    """Something began to be measured all the time."""

    stream = "kpi_id"
    kpi_id: UUID
    owner_team_id: UUID | None = None
    owner_person_id: UUID | None = None


@dataclass(kw_only=True)
class KpiEdited(Fact):
    """What is said of a KPI changed: its words, its bounds, or who looks after it."""

    stream = "kpi_id"
    changed = terms.Kpi
    kpi_id: UUID
    changes: dict[str, Any]
    reason: Annotated[Text, "Why it changed."]
    owner_person_id: UUID | None | Absent = ABSENT


@dataclass(kw_only=True)
class KpiValueRecorded(Fact, terms.KpiValue):
    """Somebody said what was measured of a KPI."""

    stream = "kpi_id"
    kpi_value_id: UUID
    kpi_id: UUID
    occurred_on: Annotated[date, "The day it was true."]


@dataclass(kw_only=True)
class KpiValueCorrected(Fact, terms.KpiValue):
    """What was measured was put right: this value stands in the place of the one it corrects."""

    stream = "kpi_id"
    kpi_value_id: UUID
    kpi_id: UUID
    earlier_kpi_value_id: UUID
    reason: Annotated[Text, "What was wrong with the value in whose place it stands."]
