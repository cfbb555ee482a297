"""A private objective through the running server: hidden from all who take no part in it."""

from typing import Any
from uuid import uuid4

import pytest

from tests.graph.client import Client
from tests.graph.inputs import mutations, noun_of, places, put, stated
from tests.graph.office import Office
from tests.graph.secret import Secret

NODE = "query ($ids: [ID!]!, $id: ID!) { node(id: $id) { id } nodes(ids: $ids) { id } }"
PARTICIPANTS = ("creator", "member", "accountable", "owner", "contributor")
STRANGERS = ("administrator", "colleague", "manager above")
# What these name is open to the whole organization.
OPEN = {"personId", "teamId", "cycleId", "parentId", "ownerTeamId", "ownerPersonId", "tokenId"} | {
    "accountablePersonId",
    "ofPersonId",
    "participantIds",
    "forCycleId",
    "mentorId",
    "menteeId",
}
HIDDEN = [
    (mutation, place)
    for mutation, kind in mutations().items()
    for place in places(kind, "ID")
    if not OPEN & set(place)
]
LISTS = """query ($cycle: ID!, $team: ID!, $person: ID!, $open: ID!, $filter: ObjectiveFilter) {
  organization { objectives { totalCount nodes { id } }
    narrowed: objectives(filter: $filter) { totalCount nodes { id } } }
  cycle: node(id: $cycle) { ... on Cycle { objectives { totalCount nodes { id } } } }
  team: node(id: $team) { ... on Team { objectives { totalCount nodes { id } } } }
  person: node(id: $person) { ... on Person { contributions { totalCount nodes { id } } } }
  open: node(id: $open) { ... on Objective { supporters { totalCount nodes { id from { id } } }
    progress { inputs { node { id } } } } } }"""


async def lists(secret: Secret, client: Client) -> Any:
    """Every list in which something of it could stand."""
    return await client.ask(
        LISTS,
        cycle=secret.cycle,
        team=secret.team,
        person=str(secret.participants["contributor"].person_id),
        open=secret.open_objective,
        filter={"ownerTeamId": secret.team},
    )


async def told(client: Client, mutation: str, said: dict[str, Any]) -> list[dict[str, Any]]:
    payload = await client.command(mutation, f"{noun_of(mutation)} {{ __typename }}", said)
    refusals: list[dict[str, Any]] = payload["refusals"]
    return refusals


@pytest.mark.parametrize("who", STRANGERS)
async def test_ids_lead_those_who_take_no_part_nowhere(secret: Secret, who: str) -> None:
    stranger = secret.strangers[who]

    for each in secret.hidden:
        seen = await stranger.ask(NODE, id=each, ids=[each, secret.team])
        assert seen == {"node": None, "nodes": [None, {"id": secret.team}]}


@pytest.mark.parametrize("who", STRANGERS)
async def test_no_list_shows_or_counts_it_for_those_who_take_no_part(
    secret: Secret, who: str
) -> None:
    nothing = {"totalCount": 0, "nodes": []}
    open_alone = {"totalCount": 1, "nodes": [{"id": secret.open_objective}]}

    assert await lists(secret, secret.strangers[who]) == {
        "organization": {"objectives": open_alone, "narrowed": nothing},
        "cycle": {"objectives": open_alone},
        "team": {"objectives": nothing},
        "person": {"contributions": nothing},
        "open": {"supporters": nothing, "progress": {"inputs": []}},
    }


@pytest.mark.parametrize("who", PARTICIPANTS)
async def test_who_takes_part_sees_all_of_it(secret: Secret, who: str) -> None:
    participant = secret.participants[who]

    for each in secret.hidden:
        seen = await participant.ask(NODE, id=each, ids=[each])
        assert seen == {"node": {"id": each}, "nodes": [{"id": each}]}
    private = {"id": secret.ids["objectiveId"]}
    alignment = {"id": secret.ids["alignmentId"]}
    of_team = {"totalCount": 1, "nodes": [private]}
    both = {"totalCount": 2, "nodes": [private, {"id": secret.open_objective}]}
    contribution = {"id": secret.ids["contributionId"]}
    assert await lists(secret, participant) == {
        "organization": {"objectives": both, "narrowed": of_team},
        "cycle": {"objectives": both},
        "team": {"objectives": of_team},
        "person": {"contributions": {"totalCount": 1, "nodes": [contribution]}},
        "open": {
            "supporters": {"totalCount": 1, "nodes": [alignment | {"from": private}]},
            "progress": {"inputs": [{"node": private}]},
        },
    }


@pytest.mark.parametrize(
    ("mutation", "place"), HIDDEN, ids=[f"{each}.{'.'.join(place)}" for each, place in HIDDEN]
)
async def test_commands_tell_those_who_take_no_part_the_same_as_of_what_is_not_there(
    secret: Secret, mutation: str, place: tuple[str, ...]
) -> None:
    said = stated(mutations()[mutation], place)
    name = next(each for each in reversed(place) if not each.isdigit())
    hidden = secret.ids.get(name.removesuffix("s"), secret.ids["milestonesDone"])
    if not secret.open:
        secret.open = await in_the_open(secret)
    for others, open_id in secret.open.items():
        beside = (*place[:2], others) if mutation == "recordCheckIns" else (others,)
        if name != others and beside in places(mutations()[mutation], "ID"):
            said = put(said, beside, open_id)

    for stranger in secret.strangers.values():
        of_hidden = await told(stranger, mutation, put(said, place, hidden))
        of_unknown = await told(stranger, mutation, put(said, place, str(uuid4())))
        assert of_hidden == of_unknown
        assert ("NOT_FOUND", ["input", *place]) in [
            (each["code"], each["path"]) for each in of_hidden
        ]


async def in_the_open(secret: Secret) -> dict[str, str]:
    """What everybody sees, by what names it."""
    office = secret.office
    key_result = await office.key_result(secret.open_objective)
    hypothesis = await office.hypothesis()
    return {
        "objectiveId": secret.open_objective,
        "keyResultId": key_result,
        "workItemId": await initiative(secret, key_result),
        "kpiId": await office.kpi(),
        "hypothesisId": hypothesis,
        "experimentId": await office.experiment(hypothesis),
    }


async def initiative(secret: Secret, key_result: str) -> str:
    """One that everybody sees, for the open key result."""
    made = await secret.office.admin.do(
        "addWorkItem",
        "workItem { id }",
        keyResultId=key_result,
        title="Ask around",
        kind="INITIATIVE",
        sort="PROJECT",
        scope="All of it",
        startsOn="2026-10-01",
        endsOn="2026-12-31",
    )
    return str(made["id"])


async def test_what_supports_something_hidden_supports_nothing_for_others(office: Office) -> None:
    cycle, bob = await office.cycle(), await office.person()
    private = await office.objective(cycle, visibility="PRIVATE")
    supporting = await office.objective(cycle)
    await office.align(supporting, private)
    document = """query ($unaligned: Boolean!) { organization {
      objectives(filter: { unaligned: $unaligned }) { totalCount nodes { id } } } }"""

    async def listed(client: Client, *, unaligned: bool) -> list[str]:
        seen = (await client.ask(document, unaligned=unaligned))["organization"]["objectives"]
        assert seen["totalCount"] == len(seen["nodes"])
        return [each["id"] for each in seen["nodes"]]

    assert await listed(bob, unaligned=True) == [supporting]
    assert await listed(bob, unaligned=False) == []
    assert await listed(office.admin, unaligned=True) == [private]
    assert await listed(office.admin, unaligned=False) == [supporting]


async def test_what_is_opened_is_seen_and_what_is_closed_off_is_seen_no_more(
    office: Office,
) -> None:
    objective = await office.objective(await office.cycle())
    key_result = await office.key_result(objective)
    bob = await office.person()

    for visibility, seen in (("PRIVATE", None), ("ORGANIZATION", {"id": key_result})):
        await office.admin.do(
            "editObjective",
            "objective { id }",
            objectiveId=objective,
            visibility=visibility,
            reason="So.",
        )
        assert await office.seen("KeyResult", key_result, "id", bob) == seen


async def test_who_begins_or_ceases_to_take_part_begins_or_ceases_to_see_it(
    office: Office,
) -> None:
    objective = await office.objective(await office.cycle(), visibility="PRIVATE")
    key_result, bob = await office.key_result(objective), await office.person()

    contribution = await office.contributor(key_result, bob)
    assert await office.seen("Objective", objective, "id", bob) == {"id": objective}
    await office.admin.do("removeContributor", "keyResult { id }", contributionId=contribution)
    assert await office.seen("Objective", objective, "id", bob) is None


@pytest.mark.parametrize("roll_up", ["MEAN", "SUM", "MINIMUM", "ALL"])
async def test_what_fewer_see_does_not_count_for_what_more_see(
    office: Office, roll_up: str
) -> None:
    cycle = await office.cycle()
    private = await office.objective(cycle, visibility="PRIVATE")
    said = {"objectiveId": private, "toObjectiveId": await office.objective(cycle)}

    assert await office.admin.refused("alignObjective", "alignment", rollUp=roll_up, **said) == [
        ("INVALID", "input.rollUp")
    ]
