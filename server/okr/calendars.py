"""Rules that plan cycles ahead: those of a cadence, within their fiscal years."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Annotated
from uuid import UUID

from server.okr import checks, events
from server.okr.authority import plans
from server.okr.cycles import OpenCycle, open_cycle
from server.okr.events import Fact
from server.okr.now import CycleNow
from server.okr.refusals import AlreadyExists, Invalid, NotAllowed, Objections
from server.okr.standing import Decision, Standing
from server.okr.terms import Cadence

MONTHS = 12
CYCLES_AT_ONCE = 60
FISCAL_YEARS = range(1000, 9000)
# Days that every month has, so that each part of a year begins on the same one.
FIRST_DAYS = range(1, 29)
PARTS = {
    Cadence.MONTH: 12,
    Cadence.QUARTER: 4,
    Cadence.TRIMESTER: 3,
    Cadence.HALF_YEAR: 2,
    Cadence.YEAR: 1,
}
NAMES = {
    Cadence.MONTH: "{year}-M{part:02}",
    Cadence.QUARTER: "{year}-Q{part}",
    Cadence.TRIMESTER: "{year}-T{part}",
    Cadence.HALF_YEAR: "{year}-H{part}",
}


@dataclass(kw_only=True)
class PlanCycles:
    """Put the cycles of a cadence on the calendar, each within its fiscal year."""

    cadence: Annotated[Cadence, "In which rhythm they follow each other."]
    fiscal_year: Annotated[int, "The fiscal year in which the first one lies; keys begin with it."]
    begins_on: Annotated[date | None, "First day of that fiscal year; otherwise 1 January."] = None
    first: Annotated[int, "Which cycle of the fiscal year comes first."] = 1
    count: Annotated[int | None, "How many; otherwise those up to the end of the year."] = None
    prefix: Annotated[str, "Stands before every key, as FY in FY2026-Q1."] = ""


def plan_cycles(standing: Standing, said: PlanCycles) -> Decision:
    """Each lies in its fiscal year, which is opened with it where it is not there yet."""
    _countable(standing, said)
    objections, whole = Objections(), Decision(facts=[])
    there = {each.key: each for each in standing.cycles}
    for year, parts in _years(said):
        wanted = parts or [year]
        for each in wanted:
            objections.when(
                each.key in there,
                AlreadyExists(f"There is a cycle with the key {each.key}.", "fiscal_year"),
            )
        if parts and year.key in there:
            _spanned(objections, there[year.key], parts)
        else:
            wanted = [year, *parts]
        for each in wanted:
            if each.key not in there:
                above = None if each is year else standing.cycle_named(year.key)
                decision = open_cycle(standing, each)
                whole.facts += _within(above, decision.facts)
                whole.guards += decision.guards
    objections.settle()
    return whole


def _countable(standing: Standing, said: PlanCycles) -> None:
    """All that can be wrong with the numbers alone."""
    objections = Objections()
    objections.when(
        not plans(standing.actor), NotAllowed("Only people with MANAGE or ADMINISTER plan cycles.")
    )
    checks.unversioned(objections, standing)
    parts = PARTS.get(said.cadence)
    if parts is None:
        objections.append(Invalid("Cycles of any other span are opened one by one.", "cadence"))
    elif not 1 <= said.first <= parts:
        objections.append(
            Invalid(f"A fiscal year has cycles 1 to {parts} of this cadence.", "first")
        )
    objections.when(
        said.count is not None and not 1 <= said.count <= CYCLES_AT_ONCE,
        Invalid(f"From 1 to {CYCLES_AT_ONCE} cycles can be planned at once.", "count"),
    )
    known = said.fiscal_year in FISCAL_YEARS
    objections.when(not known, Invalid("This is a year, as 2026.", "fiscal_year"))
    if known and said.begins_on is not None:
        _first_day(objections, said.fiscal_year, said.begins_on)
    objections.settle()


def _first_day(objections: Objections, fiscal_year: int, begins_on: date) -> None:
    objections.when(
        begins_on.day not in FIRST_DAYS,
        Invalid("A fiscal year begins on a day that every month has: 1 to 28.", "begins_on"),
    )
    objections.when(
        begins_on.year not in (fiscal_year - 1, fiscal_year),
        Invalid("A fiscal year begins in the year of its name or the one before.", "begins_on"),
    )


def _years(said: PlanCycles) -> Iterator[tuple[OpenCycle, list[OpenCycle]]]:
    """Each fiscal year that is touched, with those of its parts that are planned."""
    parts = PARTS[said.cadence]
    start = said.first - 1
    end = start + (parts - start if said.count is None else said.count)
    for number in range(0, end, parts):
        year = _part(said, number // parts, 1, 1)
        within = range(max(start - number, 0), min(end - number, parts))
        yield year, [_part(said, number // parts, each + 1, parts) for each in within if parts > 1]


def _part(said: PlanCycles, later: int, part: int, parts: int) -> OpenCycle:
    """One of so many parts of a fiscal year that lies so many years later than the first."""
    begins_on = said.begins_on or date(said.fiscal_year, 1, 1)
    begins_on = begins_on.replace(year=begins_on.year + later)
    key = f"{said.prefix}{said.fiscal_year + later}"
    if parts > 1:
        key = NAMES[said.cadence].format(year=key, part=part)
    return OpenCycle(
        key=key,
        name=key,
        starts_on=_months_after(begins_on, (part - 1) * MONTHS // parts),
        ends_on=_months_after(begins_on, part * MONTHS // parts) - timedelta(days=1),
        cadence=said.cadence if parts > 1 else Cadence.YEAR,
    )


def _months_after(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, MONTHS)
    return day.replace(year=day.year + years, month=month + 1)


def _spanned(objections: Objections, year: CycleNow, parts: list[OpenCycle]) -> None:
    outside = any(each.starts_on < year.starts_on or each.ends_on > year.ends_on for each in parts)
    objections.when(
        outside,
        Invalid(
            f"The cycle {year.key} lasts from {year.starts_on} to {year.ends_on}.", "begins_on"
        ),
    )


def _within(above: UUID | None, facts: list[Fact]) -> list[Fact]:
    opened = (each for each in facts if isinstance(each, events.CycleOpened))
    return [replace(each, parent_id=above) for each in opened]
