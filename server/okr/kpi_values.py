"""Rules about what was measured of KPIs: each value has its day, and a wrong one stays readable."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from server.okr import authority, checks, events, terms
from server.okr.kpis_now import KpiNow
from server.okr.now import Guard
from server.okr.refusals import Invalid, NotAllowed, Objections, WrongState
from server.okr.standing import Decision, Standing, need
from server.okr.terms import Text

ONLY_MEASURING = "Only its owner, its team and people with MANAGE or ADMINISTER may."


@dataclass(kw_only=True)
class RecordKpiValue(terms.KpiValue):
    """Say what was measured of a KPI."""

    kpi_id: Annotated[UUID, "Which KPI."]
    occurred_on: Annotated[date | None, "The day it was true; today if left out."] = None


@dataclass(kw_only=True)
class CorrectKpiValue(terms.KpiValue):
    """Put right what was measured, on its day; the first version stays readable."""

    kpi_value_id: Annotated[UUID, "Which value."]
    reason: Annotated[Text, "What was wrong."]


def record_kpi_value(standing: Standing, said: RecordKpiValue) -> Decision:
    """Of a day that has come; the last that was said of a day is what holds."""
    kpi = need(standing.kpi, "kpi_id")
    objections = _measured(standing, kpi)
    day = said.occurred_on or standing.today
    objections.when(
        day > standing.today,
        Invalid("What has not happened yet cannot be reported.", "occurred_on"),
    )
    objections.settle()
    fact = events.KpiValueRecorded(
        kpi_value_id=standing.new_id(),
        kpi_id=kpi.id,
        occurred_on=day,
        **terms.changes(terms.KpiValue, said),
    )
    return Decision(facts=[fact], guards=[_kept(kpi)])


def correct_kpi_value(standing: Standing, said: CorrectKpiValue) -> Decision:
    """It takes the place of what it corrects, its day included."""
    earlier, kpi = need(standing.kpi_value, "kpi_value_id"), need(standing.kpi, "kpi_value_id")
    objections = _measured(standing, kpi)
    objections.when(
        earlier.corrected,
        WrongState("It was corrected already: correct the later one.", "kpi_value_id"),
    )
    checks.reasoned(objections, said.reason)
    objections.settle()
    fact = events.KpiValueCorrected(
        kpi_value_id=standing.new_id(),
        kpi_id=kpi.id,
        earlier_kpi_value_id=earlier.id,
        reason=said.reason,
        **terms.changes(terms.KpiValue, said),
    )
    amended = Guard(stream=kpi.id, kinds=(events.KpiValueCorrected,))
    return Decision(facts=[fact], guards=[_kept(kpi), amended])


def _measured(standing: Standing, kpi: KpiNow) -> Objections:
    standing.expect(kpi.version)
    objections = Objections()
    objections.when(not authority.measures(standing.actor, kpi), NotAllowed(ONLY_MEASURING))
    return objections


def _kept(kpi: KpiNow) -> Guard:
    """Who may say what was measured follows from who looks after it."""
    return Guard(stream=kpi.id, kinds=(events.KpiEdited,))
