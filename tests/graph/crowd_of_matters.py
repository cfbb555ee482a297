"""Long lists of what is dealt with and met for: cases and meetings."""

from typing import Any

from tests.graph.crowd_of_voices import Lists
from tests.graph.office import Office

LENGTH = 5
MET = {"kind": "KICK_OFF", "plannedOn": "2026-10-01"}


async def matters(office: Office) -> tuple[Lists, dict[str, list[str]]]:
    """The lists by connection, each with its owner; and what else stands in the organization's."""
    organization, team = str(office.actor.organization_id), await office.team()
    cycle = await office.cycle("2039", startsOn="2039-01-01", endsOn="2039-12-31")
    objective = await office.objective(cycle)
    key_result = await office.key_result(objective)
    person = str((await office.person()).person_id)

    async def five(mutation: str, noun: str, **said: Any) -> list[str]:
        shows = f"{noun} {{ id }}"
        return [(await office.admin.do(mutation, shows, **said))["id"] for _ in range(LENGTH)]

    lists: Lists = {}
    every: dict[str, list[str]] = {"cases": [], "meetings": []}
    for kind, name, id_ in (
        ("Cycle", "cycleId", cycle),
        ("Team", "teamId", team),
        ("KeyResult", "keyResultId", key_result),
        ("Objective", "objectiveId", objective),
    ):
        risk = {"kind": "RISK", "title": "It may rain.", "ownerPersonId": person, name: id_}
        opened = await five("openCase", "case", ofTeamId=team, **risk)
        planned = await five("planMeeting", "meeting", **MET, **{name: id_})
        every["cases"] += opened
        every["meetings"] += planned
        lists[f"{kind}.cases"], lists[f"{kind}.meetings"] = (id_, opened), (id_, planned)
    for name, made in every.items():
        cycles, teams, measures, goals = (made[n : n + LENGTH] for n in range(0, 20, LENGTH))
        lists[f"Cycle.{name}"] = cycle, [*cycles, *measures, *goals]
        lists[f"Objective.{name}"] = objective, [*measures, *goals]
        lists[f"Organization.{name}"] = organization, made
        assert lists[f"Team.{name}"] == (team, teams)
    teams = [await office.team() for _ in range(LENGTH)]
    cycles = [await office.cycle(f"2039-{number}") for number in range(LENGTH)]
    for name, ids in (("Cycle", (teams, [cycle])), ("Team", ([team], cycles))):
        days = [await _capacity(office, one, other) for one in ids[0] for other in ids[1]]
        lists[f"{name}.capacities"] = (cycle if name == "Cycle" else team), days
    lists |= {
        "Person.cases": (person, [*every["cases"]]),
        "Team.casesAwaited": (team, [*every["cases"]]),
    }
    more = {
        "teams": [team, *teams],
        "cycles": [cycle, *cycles],
        "objectives": [objective],
        "people": [person],
    }
    more["keyResults"] = [key_result]
    return lists, {f"Organization.{name}": ids for name, ids in more.items()}


async def _capacity(office: Office, team: str, cycle: str) -> str:
    said = {"teamId": team, "cycleId": cycle, "days": "40"}
    return str((await office.admin.do("recordCapacity", "capacity { id }", **said))["id"])
