"""Who has which part in a key result, and what that lets them do, through the running server."""

from typing import Any

import pytest

from tests.graph.client import Client
from tests.graph.office import RISING, Office

TARGETS = "targets { stated needed coverage }"


async def of_a_team(office: Office, *members: Client) -> tuple[str, str]:
    """A key result, rising from 10 to 20, of an active objective of the members' team."""
    team = await office.team()
    for each in members:
        person = str(each.person_id)
        await office.admin.do("addTeamMember", "team { id }", teamId=team, personId=person)
    objective = await office.objective(await office.cycle(), ownerTeamId=team)
    return objective, await office.key_result(objective)


def people(*clients: Client) -> dict[str, Any]:
    return {"nodes": [{"id": str(each.person_id)} for each in clients]}


@pytest.mark.row("R1-75")
async def test_each_team_says_who_creates_objectives_and_who_joins_by_themselves(
    office: Office,
) -> None:
    cycle = await office.cycle()
    strict = await office.team(creating="MANAGER", contributing="MANAGER")
    free = await office.team()
    lead, member = await office.member(strict, "MANAGER"), await office.member(strict)
    colleague = await office.member(free)
    roles = "creating contributing"
    assert await office.seen("Team", free, roles) == dict.fromkeys(roles.split(), "MEMBER")
    assert await office.seen("Team", strict, roles) == dict.fromkeys(roles.split(), "MANAGER")

    said = {"cycleId": cycle, "ownerTeamId": strict, "title": "Ours"}
    assert await member.refused("createObjective", "objective", **said) == [("NOT_ALLOWED", "")]
    await office.objective(cycle, active=False, by=colleague, ownerTeamId=free)
    key_result = await office.key_result(await office.objective(cycle, by=lead, ownerTeamId=strict))
    part = {"keyResultId": key_result, "personId": str(member.person_id), "target": "4"}
    assert await member.refused("assignContributor", "keyResult", **part) == [("NOT_ALLOWED", "")]

    opened = {"teamId": strict, "creating": "MEMBER", "contributing": "MEMBER"}
    await lead.do("editTeam", "team { id }", **opened)
    await office.contributor(key_result, member, by=member)
    await office.objective(cycle, active=False, by=member, ownerTeamId=strict)
    assert await office.seen("Team", strict, roles) == dict.fromkeys(roles.split(), "MEMBER")


@pytest.mark.row("R1-76")
async def test_whoever_leads_gives_a_person_a_part_and_nobody_else_does(office: Office) -> None:
    team = await office.team()
    manager, member = await office.member(team, "MANAGER"), await office.member(team)
    objective = await office.objective(await office.cycle(), ownerTeamId=team)
    key_result, guest = await office.key_result(objective), await office.person("Guest")
    part = {"keyResultId": key_result, "personId": str(guest.person_id), "target": "4"}

    assert await member.refused("assignContributor", "keyResult", **part) == [("NOT_ALLOWED", "")]
    await office.contributor(key_result, guest, by=manager)

    shows = "contributions { nodes { person { name } target assigned } }"
    given = {"person": {"name": "Guest"}, "target": "4", "assigned": True}
    assert await office.seen("KeyResult", key_result, shows) == {
        "contributions": {"nodes": [given]}
    }


@pytest.mark.row("R1-78")
@pytest.mark.parametrize(
    ("metric", "coverage"),
    [
        (RISING | {"target": "22"}, "UNDER"),
        (RISING, "EQUAL"),
        ({"kind": "DECREASE", "baseline": "29", "target": "20.5"}, "OVER"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
async def test_the_sum_of_targets_is_held_against_what_is_needed_and_shown_as_it_is(
    office: Office, metric: dict[str, str], coverage: str
) -> None:
    key_result = await office.key_result(await office.objective(await office.cycle()), metric)
    bob, eve = await office.person("Bob"), await office.person("Eve")
    assert await office.seen("KeyResult", key_result, TARGETS) == {"targets": None}

    for person, target in ((bob, "2.50"), (eve, "7.5")):
        await office.contributor(key_result, person, target)
    await office.check_in(key_result, "5", by=bob)

    needed = {"UNDER": "12", "EQUAL": "10", "OVER": "8.5"}[coverage]
    shares = {
        "UNDER": ("0.208333333333", "0.625"),
        "EQUAL": ("0.25", "0.75"),
        "OVER": ("0.294117647059", "0.882352941176"),
    }[coverage]
    parts = "contributions { nodes { person { name } target current progress share } }"
    assert await office.seen("KeyResult", key_result, f"{TARGETS} {parts}") == {
        "targets": {"stated": "10", "needed": needed, "coverage": coverage},
        "contributions": {
            "nodes": [
                {
                    "person": {"name": "Bob"},
                    "target": "2.5",
                    "current": "5",
                    "progress": "2",
                    "share": shares[0],
                },
                {
                    "person": {"name": "Eve"},
                    "target": "7.5",
                    "current": None,
                    "progress": None,
                    "share": shares[1],
                },
            ]
        },
    }


async def test_who_is_released_and_what_does_not_add_up_have_no_targets(office: Office) -> None:
    key_result = await office.started()
    part = await office.contributor(key_result, await office.person())
    seen = await office.seen("KeyResult", key_result, TARGETS)
    assert seen["targets"]["coverage"] == "UNDER"

    await office.admin.do("removeContributor", "keyResult { id }", contributionId=part)

    assert await office.seen("KeyResult", key_result, TARGETS) == {"targets": None}
    metric = {"kind": "AT_LEAST", "target": "3"}
    other = await office.key_result(await office.objective(await office.cycle("2027-Q1")), metric)
    assert await office.seen("KeyResult", other, TARGETS) == {"targets": None}


@pytest.mark.row("R1-79")
async def test_one_report_moves_the_part_the_key_result_and_the_objective_at_one_position(
    office: Office,
) -> None:
    bob = await office.person()
    objective, key_result = await of_a_team(office, bob)
    part = await office.contributor(key_result, bob, by=bob)
    said = {"keyResultId": key_result, "value": "4"}

    payload = await bob.command("recordCheckIn", "checkIn { id }", said)

    moved = {"value": "0.4", "causedBy": payload["position"]}
    shows = "progress { value causedBy }"
    assert await office.seen("Contribution", part, "current progress causedBy") == {
        "current": "4",
        "progress": "1",
        "causedBy": payload["position"],
    }
    assert await office.seen("KeyResult", key_result, shows) == {"progress": moved}
    assert await office.seen("Objective", objective, shows) == {"progress": moved}

    await office.check_in(await office.key_result(objective), "10")
    assert await office.seen("KeyResult", key_result, shows) == {"progress": moved}


@pytest.mark.row("R1-81")
async def test_collaborators_follow_who_joins_who_leaves_and_who_takes_a_part(
    office: Office,
) -> None:
    team = await office.team()
    members = [await office.member(team) for _ in range(4)]
    objective = await office.objective(await office.cycle(), ownerTeamId=team)
    key_result = await office.key_result(objective)
    shows = "collaborators { nodes { id } }"

    async def collaborators() -> Any:
        return (await office.seen("KeyResult", key_result, shows))["collaborators"]

    first = await office.contributor(key_result, members[0])
    await office.contributor(key_result, members[1])
    assert await collaborators() == people(*members[2:])
    before = await office.admin.ask("{ organization { position } }")

    fifth = await office.member(team)
    assert await collaborators() == people(*members[2:], fifth)
    leaves = {"teamId": team, "personId": str(members[2].person_id)}
    await office.admin.do("removeTeamMember", "team { id }", **leaves)
    assert await collaborators() == people(members[3], fifth)
    await office.admin.do("removeContributor", "keyResult { id }", contributionId=first)
    assert {each["id"] for each in (await collaborators())["nodes"]} == {
        str(each.person_id) for each in (members[0], members[3], fifth)
    }

    document = f"""query ($id: ID!, $position: Position!) {{
      node(id: $id, asOf: {{ position: $position }}) {{ ... on KeyResult {{ {shows} }} }} }}"""
    position = before["organization"]["position"]
    then = await office.admin.ask(document, id=key_result, position=position)
    assert then["node"]["collaborators"] == people(*members[2:])


@pytest.mark.row("R3-13")
async def test_a_member_drafts_an_objective_of_their_own_for_what_the_team_wants(
    office: Office,
) -> None:
    team = await office.team()
    member, cycle = await office.member(team), await office.cycle()
    of_team = await office.objective(cycle, ownerTeamId=team)
    said = {"ownerPersonId": str(member.person_id), "title": "What I make of it"}

    own = await office.objective(cycle, active=False, by=member, **said)
    why = "This is how I understand it."
    await office.align(own, of_team, by=member, rationale=why)
    set_for = await office.objective(cycle, active=False, by=office.admin, **said)

    shows = "state origin level alignments { rationale to { ... on Objective { id } } }"
    support = {"rationale": why, "to": {"id": of_team}}
    assert await office.seen("Objective", own, shows) == {
        "state": "DRAFT",
        "origin": "BOTTOM_UP",
        "level": "INDIVIDUAL",
        "alignments": [support],
    }
    assert (await office.seen("Objective", set_for, "origin")) == {"origin": "TOP_DOWN"}
