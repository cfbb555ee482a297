"""Phases of a cycle with their days, and what becomes of them, through the running server."""

from datetime import date

import pytest

from server.okr.cycles import close_cycle, open_cycle, review_cycle, start_cycle
from server.okr.phases import plan_phases
from server.okr.terms import CyclePhase, Phase
from tests.graph.client import Answer
from tests.graph.earlier import Earlier
from tests.graph.office import Office

PLAN = [
    {"phase": "SETTING", "startsOn": "2026-09-14", "endsOn": "2026-09-30"},
    {"phase": "WORK", "startsOn": "2026-10-01", "endsOn": "2026-12-18"},
    {"phase": "REVIEW", "startsOn": "2026-12-19", "endsOn": "2026-12-31"},
]
SHOWS = "phases {on} {{ phase startsOn endsOn endedOn overrun }}"


async def phases(earlier: Earlier, cycle: object, on: str, as_of: str | None = None) -> Answer:
    shows = SHOWS.format(on=f'(on: "{on}")' if on else "")
    seen = await earlier.seen("Cycle", cycle, shows, as_of)
    return {each["phase"]: (each["endedOn"], each["overrun"]) for each in seen["phases"]}


@pytest.mark.row("R1-49")
async def test_phases_are_held_against_when_the_cycle_moved_on(earlier: Earlier) -> None:
    days = {"starts_on": date(2026, 1, 1), "ends_on": date(2026, 3, 31)}
    opened = await earlier.do("2025-12-01T12:00:00", open_cycle, key="2026-Q1", name="Q1", **days)
    cycle = {"cycle_id": opened.cycle_id}
    plan = [
        Phase(phase=kind, starts_on=date(2026, *first), ends_on=date(2026, *last))
        for kind, first, last in (
            (CyclePhase.SETTING, (1, 1), (1, 9)),
            (CyclePhase.WORK, (1, 10), (3, 20)),
            (CyclePhase.REVIEW, (3, 21), (3, 31)),
        )
    ]
    await earlier.do("2025-12-01T12:01:00", plan_phases, **cycle, phases=plan)
    await earlier.do("2026-01-12T12:00:00", start_cycle, **cycle)
    await earlier.do("2026-03-20T12:00:00", review_cycle, **cycle)
    await earlier.do("2026-04-02T12:00:00", close_cycle, **cycle)

    assert await phases(earlier, opened.cycle_id, "") == {
        "SETTING": ("2026-01-12", 3),
        "WORK": ("2026-03-20", 0),
        "REVIEW": ("2026-04-02", 2),
    }
    running = {"WORK": (None, 0), "REVIEW": (None, 0)}
    for day, late in (("2026-01-09", 0), ("2026-01-10", 1), ("2026-01-11", 2)):
        expected = running | {"SETTING": (None, late)}
        assert await phases(earlier, opened.cycle_id, day) == expected
        assert await phases(earlier, opened.cycle_id, day, "2026-01-11T00:00:00") == expected
    as_recorded = await phases(earlier, opened.cycle_id, "", "2026-01-12T12:00:00")
    assert as_recorded == running | {"SETTING": ("2026-01-12", 3)}


async def test_a_new_plan_takes_the_place_of_the_one_before(office: Office) -> None:
    cycle = await office.cycle(started=False)
    shows = "version phases { phase startsOn endsOn }"

    for version, plan in enumerate((PLAN, PLAN[1:], []), 2):
        planned = await office.admin.do("planPhases", "cycle { id }", cycleId=cycle, phases=plan)
        assert planned == {"id": cycle}
        seen = await office.seen("Cycle", cycle, shows)
        assert seen == {"version": version, "phases": plan}


async def test_phases_that_cannot_be_are_told_by_their_place(office: Office) -> None:
    cycle = await office.cycle()
    early = [PLAN[0], PLAN[1] | {"startsOn": "2026-09-30"}]

    for plan, place in ((PLAN[::-1], "input.phases.1.phase"), (early, "input.phases.1.startsOn")):
        told = await office.admin.refused("planPhases", "cycle", cycleId=cycle, phases=plan)
        assert ("INVALID", place) in told
