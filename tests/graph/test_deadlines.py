"""No objective without a cycle or a deadline, and priorities in their order, through the server."""

import pytest

from tests.graph.client import Answer
from tests.graph.office import Office


@pytest.mark.row("R0-01")
async def test_there_is_no_objective_without_a_span_of_time(office: Office) -> None:
    said: Answer = {"title": "Some day", "ownerPersonId": str(office.admin.person_id)}
    document = """mutation ($input: CreateObjectiveInput!) {
      createObjective(input: $input) { objective { id } refusals { code path } } }"""

    (error,) = await office.admin.errors(document, input=said)
    assert "cycleId" in error["message"]
    assert await office.admin.refused("createObjective", "objective", **said, cycleId="") == [
        ("NOT_FOUND", "input.cycleId")
    ]

    cycle = await office.cycle(startsOn="2026-10-01", endsOn="2026-12-31")
    objective = await office.objective(cycle)
    seen = await office.seen("Objective", objective, "cycle { id startsOn endsOn }")
    assert seen == {"cycle": {"id": cycle, "startsOn": "2026-10-01", "endsOn": "2026-12-31"}}


@pytest.mark.row("R0-06")
async def test_every_objective_has_a_deadline(office: Office) -> None:
    cycle = await office.cycle(endsOn="2026-12-31")
    with_its_cycle = await office.objective(cycle)
    earlier = await office.objective(cycle, dueOn="2026-11-30")
    reader = await office.person()

    async def deadline(objective: str) -> Answer:
        seen: Answer = await office.seen("Objective", objective, "dueOn deadline", reader)
        return seen

    assert await deadline(with_its_cycle) == {"dueOn": None, "deadline": "2026-12-31"}
    assert await deadline(earlier) == {"dueOn": "2026-11-30", "deadline": "2026-11-30"}

    for due_on in ("2026-12-01", None):
        await office.admin.do(
            "editObjective", "objective { id }", objectiveId=earlier, dueOn=due_on, reason="So."
        )
        assert await deadline(earlier) == {"dueOn": due_on, "deadline": due_on or "2026-12-31"}


@pytest.mark.parametrize("day", ["2026-09-30", "2027-01-01"])
async def test_a_deadline_lies_within_the_cycle(office: Office, day: str) -> None:
    cycle = await office.cycle(startsOn="2026-10-01", endsOn="2026-12-31")
    objective = await office.objective(cycle)
    new: Answer = {"cycleId": cycle, "title": "O", "ownerPersonId": str(office.admin.person_id)}
    edit: Answer = {"objectiveId": objective, "reason": "So."}

    for mutation, said in (("createObjective", new), ("editObjective", edit)):
        told = await office.admin.refused(mutation, "objective", **said, dueOn=day)
        assert told == [("INVALID", "input.dueOn")]
    for edge in ("2026-10-01", "2026-12-31"):
        await office.objective(cycle, dueOn=edge)


async def test_priorities_are_listed_in_their_order(office: Office) -> None:
    cycle, company = await office.cycle(), await office.team("COMPANY")
    second = await office.objective(cycle, ownerTeamId=company, priorityRank=2)
    first = await office.objective(cycle, ownerTeamId=company, priorityRank=1)
    also_second = await office.objective(cycle, priorityRank=2)
    await office.objective(cycle, ownerTeamId=company)
    shows = "priorities(first: 2) { totalCount nodes { id priorityRank } pageInfo { endCursor } }"

    seen = (await office.seen("Cycle", cycle, shows))["priorities"]
    after = seen["pageInfo"]["endCursor"]
    rest = await office.seen("Cycle", cycle, f'priorities(after: "{after}") {{ nodes {{ id }} }}')

    assert seen["totalCount"] == 3
    assert [each["id"] for each in seen["nodes"]] == [first, second]
    assert rest["priorities"]["nodes"] == [{"id": also_second}]


@pytest.mark.parametrize("rank", [0, -1, 1000])
async def test_ranks_begin_with_one(office: Office, rank: int) -> None:
    said = {"cycleId": await office.cycle(), "title": "O", "priorityRank": rank}
    owner = str(office.admin.person_id)

    told = await office.admin.refused("createObjective", "objective", **said, ownerPersonId=owner)

    assert told == [("INVALID", "input.priorityRank")]
