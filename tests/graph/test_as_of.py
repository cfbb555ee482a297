"""Reading the graph as it was, by position and by time, through the running server."""

from typing import Any

from tests.graph.client import Client
from tests.graph.office import Office

WHOLE = """
  query ($asOf: AsOf) { organization(asOf: $asOf) {
    name position recordedAt policy { completionCutOff scoreBands { label from to } }
    people { totalCount nodes { id name version active teams { id } } }
    teams { nodes { id name kind version parent { id } managers { id } members { nodes { id } } } }
    cycles { nodes { id key state version } }
    objectives { totalCount nodes {
      id key title level state visibility origin version confidence revisionCount
      owner { __typename ... on Team { id } ... on Person { id } } accountable { id }
      progress { value raw formula inputs { value weight counted because node { id } } }
      score { computed computedOriginal self { value } team { value } agreed { value } }
      alignments { id rollUp weight version to { ... on Objective { id } } }
      supporters { nodes { id } } contributors { nodes { id } } collaborators { nodes { id } }
      keyResults {
        id key title state version current weight confidence status
        metric { kind unit baseline target milestones { title done } }
        progress { value raw inputs { value weight counted because node { id } } }
        contributions { nodes { id target current progress assigned person { id } } }
        collaborators { nodes { id } } lastCheckIn { id }
        checkIns { nodes { id value note occurredOn recordedAt retracted correctedBy { id }
          obstacles { text open answer } } }
        revisions { reason before { target } after { target } }
        score { computed computedOriginal agreed { value } }
      }
    } }
  } }"""


async def whole(client: Client, **as_of: Any) -> dict[str, Any]:
    data: dict[str, Any] = (await client.ask(WHOLE, asOf=as_of or None))["organization"]
    return data


async def deeds(office: Office) -> list[tuple[str, str, dict[str, Any]]]:
    """Commands that change every part of the graph, one after the other."""
    team = await office.team()
    member = await office.member(team)
    me, other = str(office.admin.person_id), str(member.person_id)
    cycle = await office.cycle(started=False)
    above = await office.objective(cycle, ownerTeamId=team)
    below = await office.objective(cycle)
    rising = await office.key_result(below)
    align = {"objectiveId": below, "toObjectiveId": above, "rollUp": "MEAN"}
    falling = {"kind": "DECREASE", "baseline": "30", "target": "10"}
    report = {"keyResultId": rising}
    revise = {"keyResultId": rising, "reason": "New facts.", "category": "NEW_INFORMATION"}
    return [
        ("alignObjective", "alignment { id }", align),
        ("startCycle", "cycle { id }", {"cycleId": cycle}),
        (
            "recordCheckIn",
            "checkIn { id }",
            report | {"value": "12", "obstacles": ["Wall"]},
        ),
        (
            "assignContributor",
            "keyResult { id }",
            report | {"personId": other, "target": "3"},
        ),
        (
            "recordCheckIn",
            "checkIn { id }",
            report | {"value": "14", "confidence": "0.4"},
        ),
        (
            "reviseKeyResult",
            "keyResult { id }",
            revise | {"metric": falling | {"unit": "customers"}, "title": "Fall"},
        ),
        (
            "scoreKeyResult",
            "keyResult { id }",
            {"keyResultId": rising, "kind": "AGREED", "score": "0.7"},
        ),
        (
            "editObjective",
            "objective { id }",
            {"objectiveId": above, "title": "Up", "reason": "Words."},
        ),
        ("removeTeamMember", "team { id }", {"teamId": team, "personId": other}),
        ("renamePerson", "person { id }", {"personId": me, "name": "Ada L."}),
        ("closeCycle", "cycle { id }", {"cycleId": cycle}),
    ]


async def test_what_was_answered_once_is_answered_again_for_that_position(office: Office) -> None:
    steps = await deeds(office)
    kept = [await whole(office.admin)]
    for mutation, shows, said in steps:
        await office.admin.do(mutation, shows, **said)
        kept.append(await whole(office.admin))

    assert len({str(each) for each in kept}) == len(kept)
    for answer in kept:
        assert await whole(office.admin, position=answer["position"]) == answer
        assert await whole(office.admin, time=answer["recordedAt"]) == answer


async def test_before_the_first_fact_the_organization_is_empty(office: Office) -> None:
    empty = await whole(office.admin, time="2001-01-01T00:00:00Z")

    assert (empty["position"], empty["recordedAt"]) == (0, None)
    assert empty["people"] == {"totalCount": 0, "nodes": []}
    assert empty == await whole(office.admin, position=0)


async def test_a_position_beyond_the_head_names_the_head(office: Office) -> None:
    head = (await whole(office.admin))["position"]

    [error] = await office.admin.errors(WHOLE, asOf={"position": head + 1})

    assert error["message"] == f"The log ends at position {head}."
    assert error["extensions"] == {"code": "INVALID", "argument": "asOf.position", "head": head}


async def test_a_node_is_not_there_before_it_is_and_nothing_is_beyond_the_head(
    office: Office,
) -> None:
    head = (await whole(office.admin))["position"]
    team = await office.team()
    document = """query ($id: ID!, $asOf: AsOf) {
      node(id: $id, asOf: $asOf) { id } nodes(ids: [$id], asOf: $asOf) { id } }"""

    for before in ({"position": 0}, {"position": head}, {"time": "2001-01-01T00:00:00Z"}):
        seen = await office.admin.ask(document, id=team, asOf=before)
        assert seen == {"node": None, "nodes": [None]}
    errors = await office.admin.errors(document, id=team, asOf={"position": head + 2})
    assert {each["message"] for each in errors} == {f"The log ends at position {head + 1}."}


async def test_a_moment_is_a_position_or_a_time_and_not_both(office: Office) -> None:
    [error] = await office.admin.errors(WHOLE, asOf={"position": 1, "time": "2026-01-01T00:00:00Z"})

    assert error["extensions"]["code"] == "INVALID"


async def test_a_node_is_read_as_it_was(office: Office) -> None:
    objective = await office.objective(await office.cycle(), title="Before")
    position = (await whole(office.admin))["position"]
    said = {"objectiveId": objective, "title": "After", "reason": "Better words."}
    await office.admin.do("editObjective", "objective { id }", **said)
    document = """
      query ($id: ID!, $asOf: AsOf) { node(id: $id, asOf: $asOf) { ... on Objective { title } } }"""

    then = await office.admin.ask(document, id=objective, asOf={"position": position})

    assert then["node"] == {"title": "Before"}


async def test_made_private_the_whole_past_is_hidden_and_opened_the_private_past_stays(
    office: Office,
) -> None:
    reader = await office.person()
    objective = await office.objective(await office.cycle())
    open_at = (await whole(office.admin))["position"]
    said = {"objectiveId": objective, "reason": "Sensitive."}
    await office.admin.do("editObjective", "objective { id }", visibility="PRIVATE", **said)
    private_at = (await whole(office.admin))["position"]

    assert (await whole(reader, position=open_at))["objectives"]["totalCount"] == 0

    await office.admin.do("editObjective", "objective { id }", visibility="ORGANIZATION", **said)

    assert (await whole(reader, position=open_at))["objectives"]["totalCount"] == 1
    assert (await whole(reader, position=private_at))["objectives"]["totalCount"] == 0


async def test_a_repeated_command_shows_the_noun_as_it_was_then(office: Office) -> None:
    objective = await office.objective(await office.cycle())
    said = {"objectiveId": objective, "title": "First", "reason": "Words."}
    key = {"idempotencyKey": "once"}
    first = await office.admin.command("editObjective", "objective { title version }", said, key)
    await office.admin.do("editObjective", "objective { id }", **(said | {"title": "Second"}))

    again = await office.admin.command("editObjective", "objective { title version }", said, key)

    assert again == first
