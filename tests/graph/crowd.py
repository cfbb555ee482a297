"""An organization in which every list is longer than the windows that tests look through."""

from dataclasses import dataclass, field

from tests.graph.crowd_of_matters import matters
from tests.graph.crowd_of_news import news
from tests.graph.crowd_of_pairs import pairs
from tests.graph.crowd_of_pulses import pulses
from tests.graph.crowd_of_records import records
from tests.graph.crowd_of_voices import voices
from tests.graph.office import Office

LENGTH = 5


@dataclass(kw_only=True)
class Listed:
    """Whose list it is, and what stands in it."""

    owner: str
    nodes: list[str]


@dataclass(kw_only=True)
class Crowd:
    """The longest list of every connection, by type and field."""

    office: Office
    lists: dict[tuple[str, str], Listed] = field(default_factory=dict)

    def note(self, connection: str, owner: str, nodes: list[str]) -> None:
        """Remember what has to stand in the list of an owner."""
        kind, name = connection.split(".")
        self.lists[kind, name] = Listed(owner=owner, nodes=nodes)


async def gather(office: Office) -> Crowd:
    """Five of everything, and others beside them that belong to other lists."""
    crowd = Crowd(office=office)
    teams = [await office.team() for _ in range(LENGTH)]
    cycles = [await office.cycle(f"2027-{month}") for month in range(1, LENGTH + 1)]
    organization = str(office.actor.organization_id)
    crowd.note("Organization.teams", organization, teams)
    crowd.note("Organization.cycles", organization, cycles)
    people = await _people(crowd, teams[0])
    of_team = await _objectives(crowd, cycles, teams[0], people[0])
    await _work(crowd, of_team, people)
    await _past_due(crowd, cycles[0], of_team[1])
    for lists, more in (
        await voices(office),
        await records(office),
        await news(office),
        await matters(office),
        await pairs(office),
        await pulses(office),
    ):
        for connection, (owner, nodes) in lists.items():
            crowd.note(connection, owner, nodes)
        for connection, nodes in more.items():
            crowd.lists["Organization", connection.partition(".")[2]].nodes += nodes
    return crowd


async def _people(crowd: Crowd, team: str) -> list[str]:
    """The members join last first, so that joining and being there have different orders."""
    office = crowd.office
    people = [str((await office.person()).person_id) for _ in range(2 * LENGTH)]
    for person in reversed(people):
        await office.admin.do("addTeamMember", "team { id }", teamId=team, personId=person)
    crowd.note(
        "Organization.people", str(office.actor.organization_id), [str(office.actor.id), *people]
    )
    crowd.note("Team.members", team, people)
    return people


async def _objectives(crowd: Crowd, cycles: list[str], team: str, person: str) -> list[str]:
    office = crowd.office
    of_team = [await office.objective(cycles[0], ownerTeamId=team) for _ in range(LENGTH)]
    of_person = [await office.objective(cycles[1], ownerPersonId=person) for _ in range(LENGTH)]
    crowd.note("Team.objectives", team, of_team)
    crowd.note("Cycle.objectives", cycles[0], of_team)
    crowd.note("Person.objectives", person, of_person)
    crowd.note("Organization.objectives", str(office.actor.organization_id), of_team + of_person)
    supporters = [await office.align(each, of_team[0]) for each in of_person]
    crowd.note("Objective.supporters", of_team[0], supporters)
    return of_team


async def _work(crowd: Crowd, objectives: list[str], people: list[str]) -> None:
    office = crowd.office
    first = objectives[0]
    contributing, collaborating = people[:LENGTH], people[LENGTH:]
    key_result = await office.key_result(first)
    parts = [await _part(office, key_result, person) for person in contributing]
    others = [await office.key_result(first) for _ in range(LENGTH)]
    elsewhere = [await _part(office, each, people[0]) for each in others[1:]]
    organization = str(office.actor.organization_id)
    crowd.note("Organization.keyResults", organization, [key_result, *others])
    crowd.note("KeyResult.contributions", key_result, parts)
    crowd.note("Person.contributions", people[0], [parts[0], *elsewhere])
    crowd.note("KeyResult.collaborators", key_result, collaborating)
    crowd.note("Objective.contributors", first, contributing)
    crowd.note("Objective.collaborators", first, collaborating)
    reports = [await office.check_in(key_result, str(number)) for number in range(LENGTH)]
    crowd.note("KeyResult.checkIns", key_result, reports)
    await _left_open(crowd, others[0], first)


async def _past_due(crowd: Crowd, cycle: str, objective: str) -> None:
    office = crowd.office
    late = [await office.key_result(objective, dueOn="2026-10-01") for _ in range(LENGTH)]
    crowd.lists["Organization", "keyResults"].nodes += late
    crowd.note("Cycle.keyResultsPastDue", cycle, late)
    crowd.note("Organization.keyResultsPastDue", str(office.actor.organization_id), late)


async def _left_open(crowd: Crowd, key_result: str, objective: str) -> None:
    """Several at once, so that cursors have to tell those of one report apart."""
    office = crowd.office
    report = await office.check_in(
        key_result,
        obstacles=["A wall", "Rain", "Wind"],
        help="A ladder.",
        adjustment="Go around.",
        evidence=[{"uri": f"https://example.org/{number}"} for number in range(LENGTH)],
    )
    seen = await office.seen("CheckIn", report, "obstacles { id } evidence { id }", office.admin)
    matters, evidence = ([each["id"] for each in seen[name]] for name in ("obstacles", "evidence"))
    shows = "cycle { id } owner { ... on Team { id } }"
    above = await office.seen("Objective", objective, shows, office.admin)
    crowd.note("KeyResult.evidence", key_result, evidence)
    crowd.note("KeyResult.obstacles", key_result, matters)
    crowd.note("Objective.obstacles", objective, matters)
    crowd.note("Team.obstacles", above["owner"]["id"], matters)
    crowd.note("Cycle.obstacles", above["cycle"]["id"], matters)
    crowd.note("Organization.obstacles", str(office.actor.organization_id), matters)


async def _part(office: Office, key_result: str, person_id: str) -> str:
    made = await office.admin.do(
        "assignContributor",
        "keyResult { contributions(last: 1) { nodes { id } } }",
        keyResultId=key_result,
        personId=person_id,
        target="1",
    )
    return str(made["contributions"]["nodes"][0]["id"])
