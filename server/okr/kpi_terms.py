"""The nouns of what is measured all the time; they are read under one name with all others."""

from dataclasses import dataclass
from decimal import Decimal
from enum import auto
from typing import Annotated

from server.okr.stating import Text
from server.okr.words import Term


class KpiState(Term):
    """How healthy a KPI is."""

    GREEN = auto(), "Within the bounds in which it is healthy."
    AMBER = auto(), "Outside of these bounds, and no alarm yet."
    RED = auto(), "Beyond the bound at which an alarm is raised."


@dataclass(kw_only=True)
class Kpi:
    """Something that is measured all the time, whatever the cycle, and the bounds of its health."""

    name: Annotated[Text, "What it is called."]
    description: Annotated[Text | None, "What it tells, and why it is watched."] = None
    unit: Annotated[Text | None, "What is counted: %, milliseconds, customers."] = None
    alarm_below: Annotated[
        Decimal | None, "Below this it is RED; where it is left out, below `lower`."
    ] = None
    lower: Annotated[Decimal | None, "The least that is healthy; null for no such bound."] = None
    upper: Annotated[Decimal | None, "The most that is healthy; null for no such bound."] = None
    alarm_above: Annotated[
        Decimal | None, "Above this it is RED; where it is left out, above `upper`."
    ] = None


@dataclass(kw_only=True)
class KpiValue:
    """What was measured of a KPI on a day."""

    value: Annotated[Decimal, "What was measured, in the unit of the KPI."]
    source: Annotated[Text | None, "Where it is taken from: a report, a system, a survey."] = None
    note: Annotated[Text | None, "What there is to say about it."] = None
