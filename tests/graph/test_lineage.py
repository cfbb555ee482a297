"""What leads to what, through the running server: up to the top and down to the smallest step."""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.office import Office

STEPS = "depth node { __typename id } from { id } via { id } rollUp"
PATH = f"""query ($from: ID!, $depth: Int! = 15) {{
  contributionPath(from: $from, depth: $depth) {{ {STEPS} }} }}"""

Step = tuple[int, str, str]


@dataclass(kw_only=True)
class Ladder:
    """Four levels: a person's part of a team's key result, up to the company's objective."""

    office: Office
    person: Client
    part: str
    rising: str
    team: str
    number: str
    department: str
    company: str
    edges: list[str]

    def upward(self) -> list[tuple[str, str]]:
        """The steps from the person to the top, each from where to where."""
        ways = (self.part, self.rising, self.team, self.number, self.department, self.company)
        return list(zip((str(self.person.person_id), *ways), ways, strict=False))


async def climb(office: Office) -> Ladder:
    cycle = await office.cycle()
    company_team = await office.team("COMPANY")
    department_team = await office.team("DEPARTMENT", parentId=company_team)
    own_team = await office.team(parentId=department_team)
    company, department, team = [
        await office.objective(cycle, ownerTeamId=each)
        for each in (company_team, department_team, own_team)
    ]
    number, rising = await office.key_result(department), await office.key_result(team)
    said = {"objectiveId": team, "toKeyResultId": number, "rollUp": "SUM", "weight": "5"}
    supports = await office.admin.do("alignObjective", "alignment { id }", **said)
    above = await office.align(department, company, rollUp="MEAN")
    person = await office.member(own_team)
    return Ladder(
        office=office,
        person=person,
        part=await office.contributor(rising, person),
        rising=rising,
        team=team,
        number=number,
        department=department,
        company=company,
        edges=[supports["id"], above],
    )


def steps(listed: list[dict[str, Any]]) -> list[Step]:
    """How deep each step is, from where and to where."""
    return [(each["depth"], each["from"]["id"], each["node"]["id"]) for each in listed]


async def lineage(office: Office, kind: str, noun: str, asked: str, by: Client) -> list[Step]:
    return steps((await office.seen(kind, noun, f"lineage({asked}) {{ {STEPS} }}", by))["lineage"])


@pytest.mark.row("R1-15")
async def test_everybody_sees_how_the_work_of_a_person_leads_to_the_top(office: Office) -> None:
    ladder = await climb(office)
    bob = await office.person()
    expected = [(number, *way) for number, way in enumerate(ladder.upward(), 1)]

    seen = await office.seen(
        "Person", str(ladder.person.person_id), f"contributionPath {{ {STEPS} }}", bob
    )
    assert steps(seen["contributionPath"]) == expected
    kinds = "Contribution KeyResult Objective KeyResult Objective Objective"
    found = [each["node"]["__typename"] for each in seen["contributionPath"]]
    assert found == kinds.split()
    for passed, start in ((0, str(ladder.person.person_id)), (1, ladder.part), (2, ladder.rising)):
        answer = await bob.ask(PATH, **{"from": start})
        assert steps(answer["contributionPath"]) == [
            (depth - passed, *way) for depth, *way in expected[passed:]
        ]
    assert await office.seen("Objective", ladder.team, "visibility origin", bob) == {
        "visibility": "ORGANIZATION",
        "origin": "TOP_DOWN",
    }


@pytest.mark.row("R2-15", "R2-65")
async def test_lineage_goes_both_ways_as_far_as_it_is_asked_to(office: Office) -> None:
    ladder = await climb(office)
    bob = await office.person()
    task = {"kind": "MILESTONES", "milestones": [{"title": "Begin"}]}
    stepwise = await office.key_result(ladder.team, task)
    shown = await office.seen("KeyResult", stepwise, "metric { milestones { id } }")
    (milestone,) = (each["id"] for each in shown["metric"]["milestones"])
    down: list[Step] = [
        (1, ladder.company, ladder.department),
        (2, ladder.department, ladder.number),
        (3, ladder.number, ladder.team),
        (4, ladder.team, ladder.rising),
        (4, ladder.team, stepwise),
        (5, ladder.rising, ladder.part),
        (5, stepwise, milestone),
    ]
    document = f"""query ($id: ID!) {{ node(id: $id) {{ ... on Objective {{
      up: lineage(direction: UP) {{ {STEPS} }}
      down: lineage(direction: DOWN) {{ {STEPS} }} }} }} }}"""

    assert await lineage(office, "Objective", ladder.company, "direction: DOWN", bob) == down
    for depth in (1, 3, 4, 30):
        asked = f"direction: DOWN, depth: {depth}"
        assert await lineage(office, "Objective", ladder.company, asked, bob) == [
            each for each in down if each[0] <= depth
        ]
    both = (await bob.ask(document, id=ladder.department))["node"]
    assert steps(both["up"]) == [(1, ladder.department, ladder.company)]
    assert steps(both["down"]) == [(depth - 1, *way) for depth, *way in down[1:]]
    path = (await bob.ask(PATH, **{"from": milestone}))["contributionPath"]
    assert steps(path)[-1] == (5, ladder.department, ladder.company)
    assert [each["rollUp"] for each in path] == [None, None, "SUM", None, "MEAN"]
    assert [each["via"] for each in path if each["via"]] == [{"id": e} for e in ladder.edges]


async def test_a_step_that_several_ways_share_stands_once(office: Office) -> None:
    cycle = await office.cycle()
    bottom, left, right, top, roof = [await office.objective(cycle) for _ in range(5)]
    edges = [(bottom, left), (bottom, right), (left, top), (right, top), (bottom, top), (top, roof)]
    for edge in edges:
        await office.align(*edge)
    bob = await office.person()

    assert await lineage(office, "Objective", bottom, "direction: UP", bob) == [
        (1, bottom, left),
        (1, bottom, right),
        (1, bottom, top),
        (2, left, top),
        (2, right, top),
        (2, top, roof),
    ]
    down = await lineage(office, "Objective", roof, "direction: DOWN", bob)
    assert {(after, before) for _, before, after in down} == {*edges}
    assert len(down) == len(edges)


async def test_what_a_reader_does_not_see_leads_them_nowhere(office: Office) -> None:
    cycle, bob = await office.cycle(), await office.person()
    bottom, top = await office.objective(cycle), await office.objective(cycle)
    hidden = await office.objective(cycle, visibility="PRIVATE")
    inside = await office.key_result(hidden)
    said = {"objectiveId": bottom, "toKeyResultId": inside}
    await office.admin.do("alignObjective", "alignment { id }", **said)
    await office.align(hidden, top)

    ways = [(1, bottom, inside), (2, inside, hidden), (3, hidden, top)]
    assert await lineage(office, "Objective", bottom, "direction: UP", office.admin) == ways
    assert await lineage(office, "Objective", bottom, "direction: UP", bob) == []
    assert await lineage(office, "Objective", top, "direction: DOWN", bob) == []
    for start in (hidden, inside):
        assert (await bob.ask(PATH, **{"from": start}))["contributionPath"] == []
    owner = str(office.admin.person_id)
    seen = steps((await bob.ask(PATH, **{"from": owner}))["contributionPath"])
    assert seen == [(1, owner, bottom), (1, owner, top)]


async def test_what_was_given_up_leads_nowhere_and_did_lead_somewhere(office: Office) -> None:
    ladder = await climb(office)
    document = f"""query ($id: ID!, $at: Position!) {{ organization {{ position }}
      contributionPath(from: $id, asOf: {{ position: $at }}) {{ {STEPS} }} }}"""
    bob = await office.person()
    start = str(ladder.person.person_id)
    before = (await bob.ask(document, id=start, at=1))["organization"]["position"]
    await office.admin.do(
        "withdrawObjective", "objective { id }", objectiveId=ladder.department, reason="So."
    )

    now = (await bob.ask(PATH, **{"from": start}))["contributionPath"]
    assert [way for _, *way in steps(now)] == [[*way] for way in ladder.upward()[:3]]
    then = (await bob.ask(document, id=start, at=before))["contributionPath"]
    assert [(before, after) for _, before, after in steps(then)] == ladder.upward()


@pytest.mark.parametrize("depth", [0, 31, -1])
async def test_there_is_a_limit_to_how_far_one_can_ask(office: Office, depth: int) -> None:
    objective = await office.objective(await office.cycle())

    (error,) = await office.admin.errors(PATH, **{"from": objective, "depth": depth})

    assert error["extensions"] == {"code": "INVALID", "argument": "depth"}
